import {
  asStr,
  BaseExceptionType,
  DictType,
  defineType,
  FrozenSetType,
  isInstance,
  type KwNames,
  ListType,
  None,
  PyByteArray,
  PyBytes,
  PyDict,
  PyFloat,
  PyFloatSubclass,
  PyList,
  type PyObject,
  PySet,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseValue,
  SetType,
  StepLimitError,
  strFromJs,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import type { Bridge } from "./bridge.js";
import { PythonError } from "./python-error.js";
import { PythonObject } from "./python-object.js";

/**
 * The JavaScript value of a Python value.
 *
 * | Python | JavaScript |
 * | --- | --- |
 * | `None` | `null` |
 * | `bool` | `boolean` |
 * | `int` | `number` where it is a safe integer, else `bigint` |
 * | `float` | `number` |
 * | `str` | `string` (UTF-16) |
 * | `bytes`, `bytearray` | `Uint8Array` (a copy) |
 * | `list`, `tuple` | `Array`, items converted |
 * | `dict` | `Map`, keys and values converted |
 * | `set`, `frozenset` | `Set`, elements converted |
 * | anything else, and containers that contain themselves | {@link PythonObject} |
 */
export function toJavaScript(bridge: Bridge, v: Value): unknown {
  return convert(bridge, v, new Set());
}

function convert(bridge: Bridge, v: Value, inside: Set<Value>): unknown {
  if (typeof v !== "object") return v;
  if (v === None) return null;
  const text = asStr(v);
  if (text !== undefined && typeOf(v).name === "str") return toJs(text);
  if (v.cls.name === "float" && v instanceof PyFloat && !(v instanceof PyFloatSubclass)) return v.value;
  if (v instanceof PyBytes || v instanceof PyByteArray) return v.value.slice();
  const exact =
    v.cls === ListType ||
    v.cls === TupleType ||
    v.cls === DictType ||
    v.cls === SetType ||
    v.cls === FrozenSetType;
  if (!exact || inside.has(v)) return new PythonObject(bridge, v);
  inside.add(v);
  let made: unknown;
  if (v instanceof PyList || v instanceof PyTuple)
    made = v.items.map((item) => convert(bridge, item, inside));
  else if (v instanceof PyDict) {
    const map = new Map<unknown, unknown>();
    for (let i = 0; i < v.keys.length; i++) {
      const key = v.keys[i];
      if (key !== undefined)
        map.set(convert(bridge, key, inside), convert(bridge, v.values[i] as Value, inside));
    }
    made = map;
  } else {
    const set = new Set<unknown>();
    for (const item of (v as PySet).table) {
      if (item !== null && item !== undefined) set.add(convert(bridge, item, inside));
    }
    made = set;
  }
  inside.delete(v);
  return made;
}

/** A JavaScript function as a Python callable. Arguments are converted, and keyword arguments refused. */
class PyHostFunction implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly bridge: Bridge,
    readonly fn: (...args: unknown[]) => unknown,
  ) {
    this.cls = HostFunctionType;
  }
}

const HostFunctionType = defineType({
  name: "adder.host_function",
  doc: "A function of the host.",
  slots: {
    tp_call(ts, self: PyHostFunction, args: Value[], kwnames: KwNames) {
      if (kwnames !== null && kwnames.length > 0) {
        return raise(ts, TypeErrorType, `${self.fn.name || "host function"}() takes no keyword arguments`);
      }
      let result: unknown;
      try {
        result = self.fn(...args.map((arg) => toJavaScript(self.bridge, arg)));
      } catch (error) {
        // Python has no say in it.
        if (error instanceof StepLimitError) throw error;
        if (error instanceof PythonError && isInstance(error.exception, BaseExceptionType)) {
          return raiseValue(ts, error.exception);
        }
        const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        return raise(ts, RuntimeErrorType, message);
      }
      return toPython(self.bridge, ts, result);
    },
    tp_repr: (_ts, self: PyHostFunction) => strFromJs(`<host function ${self.fn.name || "(anonymous)"}>`),
  },
});

/**
 * The Python value of a JavaScript value. Raises TypeError for one that has none.
 *
 * | JavaScript | Python |
 * | --- | --- |
 * | `null`, `undefined` | `None` |
 * | `boolean` | `bool` |
 * | `number` | `int` where it is a safe integer, else `float` |
 * | `bigint` | `int` |
 * | `string` | `str` |
 * | `Uint8Array`, `ArrayBuffer` | `bytes` (a copy) |
 * | `Array` | `list` |
 * | `Map`, plain object | `dict` |
 * | `Set` | `set` |
 * | function | a callable |
 * | {@link PythonObject} | the object itself |
 */
export function toPython(bridge: Bridge, ts: ThreadState, v: unknown): Result<Value> {
  switch (typeof v) {
    case "undefined":
      return None;
    case "boolean":
      return v;
    case "number":
      return Number.isSafeInteger(v) && !Object.is(v, -0) ? v : new PyFloat(v);
    case "bigint":
      return v <= BigInt(Number.MAX_SAFE_INTEGER) && v >= -BigInt(Number.MAX_SAFE_INTEGER) ? Number(v) : v;
    case "string":
      return strFromJs(v);
    case "function":
      return new PyHostFunction(bridge, v as (...args: unknown[]) => unknown);
    case "symbol":
      return raise(ts, TypeErrorType, "a JavaScript symbol has no Python value");
  }
  if (v === null) return None;
  if (v instanceof PythonObject) {
    return v.bridge === bridge
      ? v.value
      : raise(ts, TypeErrorType, "the object belongs to another interpreter");
  }
  if (v instanceof Uint8Array) return new PyBytes(v.slice());
  if (v instanceof ArrayBuffer) return new PyBytes(new Uint8Array(v.slice(0)));
  if (Array.isArray(v)) {
    const items: Value[] = [];
    for (const item of v) {
      const made = toPython(bridge, ts, item);
      if (made === null) return null;
      items.push(made);
    }
    return new PyList(items);
  }
  if (v instanceof Set) {
    const set = new PySet();
    for (const item of v) {
      const made = toPython(bridge, ts, item);
      if (made === null || set.add(ts, made) === null) return null;
    }
    return set;
  }
  const prototype = Object.getPrototypeOf(v);
  if (v instanceof Map || prototype === Object.prototype || prototype === null) {
    const dict = new PyDict();
    for (const [key, value] of v instanceof Map ? v : Object.entries(v as object)) {
      const k = toPython(bridge, ts, key);
      const made = k === null ? null : toPython(bridge, ts, value);
      if (k === null || made === null || dict.set(ts, k, made) === null) return null;
    }
    return dict;
  }
  return raise(
    ts,
    TypeErrorType,
    `a JavaScript ${(v as object).constructor?.name ?? "object"} has no Python value`,
  );
}
