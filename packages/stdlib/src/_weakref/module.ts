import {
  CallableProxyType,
  type ModuleSpec,
  None,
  newWeakProxy,
  ProxyType,
  PyDict,
  PyList,
  ReferenceType,
  type Value,
  weakRefsOf,
} from "@adder/objects";

/** `_weakref`. */
export const weakrefModule: ModuleSpec = {
  name: "_weakref",
  doc: "Weak references.",
  attributes: { ref: ReferenceType, ReferenceType, ProxyType, CallableProxyType },
  functions: [
    [
      "getweakrefcount",
      "($module, object, /)",
      (ts, _m, v: Value) => weakRefsOf(ts, v).length,
      "Number of weak references.",
    ],
    [
      "getweakrefs",
      "($module, object, /)",
      (ts, _m, v: Value) => new PyList([...weakRefsOf(ts, v)]),
      "All weak references.",
    ],
    [
      "proxy",
      "($module, object, callback=None, /)",
      (ts, _m, v: Value, callback: Value | undefined) => newWeakProxy(ts, v, callback ?? None),
      "A weak reference that acts as its object.",
    ],
    [
      "_remove_dead_weakref",
      "($module, dct, key, /)",
      (ts, _m, dict: Value, key: Value) => {
        if (dict instanceof PyDict && dict.delete(ts, key) === null) return null;
        return None;
      },
    ],
  ],
};
