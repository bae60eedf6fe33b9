import { PyObject, type Value } from "../../core/object.js";
import { SequenceIteratorType } from "./iterator-types.js";

/** Iterator over an object that has `__getitem__` for indices but no `__iter__`. */
export class PySequenceIterator extends PyObject {
  /** `null` once exhausted. */
  sequence: Value | null;
  /** Index of the next item. */
  index = 0;

  constructor(sequence: Value) {
    super();
    this.cls = SequenceIteratorType;
    this.sequence = sequence;
  }
}
