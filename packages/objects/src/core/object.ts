import type { PyType } from "./type.js";

/**
 * What everything has that is not a JavaScript primitive: the class pointer is the first field, and the first thing
 * that a guard reads.
 *
 * It is no base class. A class that extends another makes its objects through a chain of constructors, of which the
 * last one is shared by all classes and sees too many kinds of objects to be fast; a class of its own is made in place
 * (a float in a third of the time).
 */
export interface PyObject {
  /** `type(self)`. Changes only by assignment to `__class__`. */
  cls: PyType;
}

/** An object that has nothing, or nothing before other fields, but its class. */
export class PyPlainObject implements PyObject {
  cls: PyType;

  constructor(cls: PyType) {
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
