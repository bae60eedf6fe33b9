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
    return toJavaScript(bridge, bridge.take(getAttr(bridge.ts, this.value, strKey(strFromJs(name)))));
  }

  /** `hasattr(self, name)`. */
  has(name: string): boolean {
    return this.bridge.take(hasAttr(this.bridge.ts, this.value, strKey(strFromJs(name))));
  }

  /** `setattr(self, name, value)`. */
  set(name: string, value: unknown): void {
    const { bridge } = this;
    const made = bridge.take(toPython(bridge, bridge.ts, value));
    bridge.take(setAttr(bridge.ts, this.value, strKey(strFromJs(name)), made));
  }

  /** `self[key]`. */
  item(key: unknown): unknown {
    const { bridge } = this;
    const k = bridge.take(toPython(bridge, bridge.ts, key));
    return toJavaScript(bridge, bridge.take(getItem(bridge.ts, this.value, k)));
  }

  /** `self[key] = value`. */
  setItem(key: unknown, value: unknown): void {
    const { bridge } = this;
    const k = bridge.take(toPython(bridge, bridge.ts, key));
    const v = bridge.take(toPython(bridge, bridge.ts, value));
    bridge.take(setItem(bridge.ts, this.value, k, v));
  }

  /** `self(*args)`. */
  call(...args: unknown[]): unknown {
    return this.callWith(args, {});
  }

  /** `self(*args, **kwargs)`. */
  callWith(args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>): unknown {
    const { bridge } = this;
    const values = [...args, ...Object.values(kwargs)].map((arg) =>
      bridge.take(toPython(bridge, bridge.ts, arg)),
    );
    const names = Object.keys(kwargs).map((name) => strKey(strFromJs(name)));
    const result = call(bridge.ts, this.value, values, names.length === 0 ? null : names);
    return toJavaScript(bridge, bridge.take(result));
  }

  /** Calls a method: `self.name(*args)`. */
  invoke(name: string, ...args: unknown[]): unknown {
    const method = this.get(name);
    if (method instanceof PythonObject) return method.call(...args);
    throw new TypeError(`${name} is not callable`);
  }

  /** `len(self)`. */
  get length(): number {
    return this.bridge.take(length(this.bridge.ts, this.value));
  }

  /** Iterates as `for` does. */
  *[Symbol.iterator](): Iterator<unknown> {
    const { bridge } = this;
    const it = bridge.take(getIter(bridge.ts, this.value));
    while (true) {
      const item = bridge.take(iterNext(bridge.ts, it));
      if (item === undefined) return;
      yield toJavaScript(bridge, item);
    }
  }

  /** `repr(self)`. */
  repr(): string {
    return toJs(this.bridge.take(repr(this.bridge.ts, this.value)));
  }

  /** `str(self)`. */
  toString(): string {
    return toJs(this.bridge.take(str(this.bridge.ts, this.value)));
  }
}
