import {
  call,
  getAttr,
  getItem,
  getIter,
  hasAttr,
  isCallable,
  iterNext,
  length,
  repr,
  setAttr,
  setItem,
  str,
  strFromJs,
  strKey,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import type { Bridge } from "./bridge.js";
import { toJavaScript, toPython } from "./convert.js";

/**
 * A Python object that has no JavaScript counterpart: functions, classes, instances, modules. Results are
 * converted as `toJavaScript` says. Every method throws PythonError when Python raises.
 */
export class PythonObject implements Iterable<unknown> {
  constructor(
    /** The interpreter that it belongs to. */
    readonly bridge: Bridge,
    /** The object in Adder's own representation. */
    readonly value: Value,
  ) {}

  /** `type(self).__name__`. */
  get type(): string {
    return typeOf(this.value).name;
  }

  /** Can it be called? */
  get callable(): boolean {
    return isCallable(this.value);
  }

  /** `getattr(self, name)`. */
  get(name: string): unknown {
    const { bridge } = this;
    return toJavaScript(
      bridge,
      bridge.perform((ts) => getAttr(ts, this.value, strKey(strFromJs(name)))),
    );
  }

  /** `hasattr(self, name)`. */
  has(name: string): boolean {
    return this.bridge.perform((ts) => hasAttr(ts, this.value, strKey(strFromJs(name))));
  }

  /** `setattr(self, name, value)`. */
  set(name: string, value: unknown): void {
    const { bridge } = this;
    const made = bridge.perform((ts) => toPython(bridge, ts, value));
    bridge.perform((ts) => setAttr(ts, this.value, strKey(strFromJs(name)), made));
  }

  /** `self[key]`. */
  item(key: unknown): unknown {
    const { bridge } = this;
    const k = bridge.perform((ts) => toPython(bridge, ts, key));
    return toJavaScript(
      bridge,
      bridge.perform((ts) => getItem(ts, this.value, k)),
    );
  }

  /** `self[key] = value`. */
  setItem(key: unknown, value: unknown): void {
    const { bridge } = this;
    const k = bridge.perform((ts) => toPython(bridge, ts, key));
    const v = bridge.perform((ts) => toPython(bridge, ts, value));
    bridge.perform((ts) => setItem(ts, this.value, k, v));
  }

  /** `self(*args)`. */
  call(...args: unknown[]): unknown {
    return this.callWith(args, {});
  }

  /** `self(*args, **kwargs)`. */
  callWith(args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>): unknown {
    const { bridge } = this;
    const values = [...args, ...Object.values(kwargs)].map((arg) =>
      bridge.perform((ts) => toPython(bridge, ts, arg)),
    );
    const names = Object.keys(kwargs).map((name) => strKey(strFromJs(name)));
    const kwnames = names.length === 0 ? null : names;
    const result = bridge.perform((ts) => call(ts, this.value, values, kwnames));
    return toJavaScript(bridge, result);
  }

  /** Calls a method: `self.name(*args)`. */
  invoke(name: string, ...args: unknown[]): unknown {
    const method = this.get(name);
    if (method instanceof PythonObject) return method.call(...args);
    throw new TypeError(`${name} is not callable`);
  }

  /** `len(self)`. */
  get length(): number {
    return this.bridge.perform((ts) => length(ts, this.value));
  }

  /** Iterates as `for` does. */
  *[Symbol.iterator](): Iterator<unknown> {
    const { bridge } = this;
    const it = bridge.perform((ts) => getIter(ts, this.value));
    while (true) {
      const item = bridge.perform((ts) => iterNext(ts, it));
      if (item === undefined) return;
      yield toJavaScript(bridge, item);
    }
  }

  /** `repr(self)`. */
  repr(): string {
    return toJs(this.bridge.perform((ts) => repr(ts, this.value)));
  }

  /** `str(self)`. */
  toString(): string {
    return toJs(this.bridge.perform((ts) => str(ts, this.value)));
  }
}
