import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import type { PyTuple } from "../tuple/py-tuple.js";
import type { PyTraceback } from "./py-traceback.js";

/** An instance of BaseException or a subclass of it. Further fields of built-in exceptions live in `fields`. */
export class PyBaseException implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  args: PyTuple;
  traceback: PyTraceback | null = null;
  cause: PyBaseException | null = null;
  context: PyBaseException | null = null;
  suppressContext = false;
  /** Attributes (`__dict__`), `__notes__` among them. */
  attrs: PyInstance | null = null;
  /** Fields of particular exceptions by name: `value` (StopIteration), `errno`, `filename` (OSError), `msg`, `lineno` (SyntaxError), `name`, `obj` (AttributeError) ...; `null` when there are none. */
  fields: Map<string, Value> | null = null;

  constructor(cls: PyType, args: PyTuple) {
    this.cls = cls;
    this.args = args;
  }
}

/**
 * The one carrier in which a Python exception travels as a JavaScript `throw`: out of leaf native
 * functions that may use it, to the native-call boundary, which makes it pending again.
 */
export class PyRaise extends Error {
  override readonly name = "PyRaise";
  constructor(readonly exception: PyBaseException) {
    super();
  }
}
