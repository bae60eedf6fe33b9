import { TupleType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A 64-bit hash as two int32. */
export interface HashHalves {
  readonly low: number;
  readonly high: number;
}

/** A tuple. `items` never changes once the tuple can be seen by a program. */
export class PyTuple implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly items: readonly Value[];
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;
  /** The hash, kept when items have hashes that Python code may compute: it is asked for once. */
  hash: HashHalves | null = null;

  constructor(items: readonly Value[], cls: PyType = TupleType) {
    this.cls = cls;
    this.items = items;
  }
}

/** `()`. */
export const emptyTuple = new PyTuple([]);
