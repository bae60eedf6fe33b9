import { attributesOf, getInstanceDict, rootShapeOf, setInstanceDict } from "../../core/attributes.js";
import type { GetSetRow } from "../../core/native.js";
import type { PyObject, Value } from "../../core/object.js";
import { TypeFlags } from "../../core/type.js";
import { lookup } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";
import { None } from "../none/singletons.js";
import { weakRefsOf } from "../weakref/registry.js";
import { nativeBase } from "./layout.js";

/** The `__dict__` descriptor of the native class that an object is made by: that of classes and modules is its own matter. */
function nativeDescriptor(self: PyObject): Value | undefined {
  const base = nativeBase(self.cls);
  return (base.flags & TypeFlags.HAS_DICT) === 0 ? undefined : lookup(base, "__dict__");
}

/** `__dict__` of the instances of a class that adds one. */
export const dictRow: GetSetRow = [
  "__dict__",
  (ts, self: PyObject) => {
    const descriptor = nativeDescriptor(self);
    const get = descriptor === undefined ? null : typeOf(descriptor).tp_descr_get;
    return get === null ? getInstanceDict(ts, self) : get(ts, descriptor, self, self.cls);
  },
  (ts, self: PyObject, value) => {
    const descriptor = nativeDescriptor(self);
    const set = descriptor === undefined ? null : typeOf(descriptor).tp_descr_set;
    if (set !== null) return set(ts, descriptor, self, value);
    if (value !== undefined) return setInstanceDict(ts, self, value);
    // Deleting the dict leaves an empty one.
    const inst = attributesOf(self);
    if (inst === null) return true;
    const fresh = getInstanceDict(ts, self);
    if (fresh === null) return null;
    inst.dict = null;
    inst.shape = rootShapeOf(inst.shape.cls);
    return true;
  },
  "dictionary for instance variables",
];

/** `__weakref__` of the instances of a class that adds it. */
export const weakrefRow: GetSetRow = [
  "__weakref__",
  (ts, self: PyObject) => weakRefsOf(ts, self)[0] ?? None,
  null,
  "list of weak references to the object",
];
