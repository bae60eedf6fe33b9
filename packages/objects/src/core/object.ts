import type { PyType } from "./type.js";

/**
 * Base of everything that is not a JavaScript primitive. The class pointer is the first field, and
 * the first thing that a guard reads.
 *
 * It has no constructor: each subclass sets `cls` first thing in its own. V8 makes such objects in place, while a
 * constructor that all classes share sees too many kinds of objects to be fast (3 times the time to make a float).
 */
export abstract class PyObject {
  /** `type(self)`. Changes only by assignment to `__class__`. */
  cls!: PyType;
}

/** An object that has nothing, or nothing before other fields, but its class. */
export class PyPlainObject extends PyObject {
  constructor(cls: PyType) {
    super();
    this.cls = cls;
  }
}

/**
 * Any Python value.
 *
 * - `number`: an int that is a safe integer (never a float, never -0); `bigint`: any other int
 * - `string`: a str without surrogate code units; every other str is a `PyWideStr`
 * - `boolean`: a bool
 * - everything else, None and floats included, is a {@link PyObject}
 */
export type Value = number | bigint | string | boolean | PyObject;

/** Result of a fallible operation: `null` means that an exception is pending in the thread state. */
export type Result<T> = T | null;

/** Result of a fallible operation that yields nothing: `true`, or `null` with an exception pending. */
export type Status = true | null;
