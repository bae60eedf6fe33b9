import { attributesOf, getInstanceDict, setInstanceDict } from "../../core/attributes.js";
import type { GetSetRow } from "../../core/native.js";
import type { PyObject } from "../../core/object.js";
import { None } from "../none/singletons.js";
import { weakRefsOf } from "../weakref/registry.js";

/** `__dict__` of the instances of a class that adds one. */
export const dictRow: GetSetRow = [
  "__dict__",
  (ts, self: PyObject) => getInstanceDict(ts, self),
  (ts, self: PyObject, value) => {
    if (value !== undefined) return setInstanceDict(ts, self, value);
    // Deleting the dict leaves an empty one.
    const inst = attributesOf(self);
    if (inst === null) return true;
    const fresh = getInstanceDict(ts, self);
    if (fresh === null) return null;
    inst.dict = null;
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
