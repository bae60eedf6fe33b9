import { GenericAliasType } from "../../core/builtin-types.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import { PyTuple } from "../tuple/py-tuple.js";

/** A generic class with arguments: `list[int]` (PEP 585). */
export class PyGenericAlias implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `__args__`. */
  readonly args: PyTuple;
  /** `__parameters__` once asked for. */
  parameters: PyTuple | null = null;

  /** @param args a tuple of arguments, or the only one */
  constructor(
    /** `__origin__`. */
    readonly origin: Value,
    args: Value,
    /** `*list[int]`. */
    readonly starred = false,
    cls: PyType = GenericAliasType,
  ) {
    this.cls = cls;
    this.args = args instanceof PyTuple ? args : new PyTuple([args]);
  }
}
