import { UnionType } from "../../core/builtin-types.js";
import { PyObject } from "../../core/object.js";
import type { PyTuple } from "../tuple/py-tuple.js";

/** A union of types: `int | None` (PEP 604). */
export class PyUnion extends PyObject {
  /** `__parameters__` once asked for. */
  parameters: PyTuple | null = null;

  constructor(
    /** `__args__`, without duplicates. */
    readonly args: PyTuple,
  ) {
    super();
    this.cls = UnionType;
  }
}
