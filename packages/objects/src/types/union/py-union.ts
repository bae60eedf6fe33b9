import { UnionType } from "../../core/builtin-types.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import type { PyTuple } from "../tuple/py-tuple.js";

/** A union of types: `int | None` (PEP 604). */
export class PyUnion implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `__parameters__` once asked for. */
  parameters: PyTuple | null = null;

  constructor(
    /** `__args__`, without duplicates. */
    readonly args: PyTuple,
  ) {
    this.cls = UnionType;
  }
}
