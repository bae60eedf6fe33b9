import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import { SequenceIteratorType } from "./iterator-types.js";

/** Iterator over an object that has `__getitem__` for indices but no `__iter__`. */
export class PySequenceIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  sequence: Value | null;
  /** Index of the next item. */
  index = 0;

  constructor(sequence: Value) {
    this.cls = SequenceIteratorType;
    this.sequence = sequence;
  }
}
