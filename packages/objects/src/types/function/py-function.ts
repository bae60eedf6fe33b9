import { FunctionType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import type { PyCell } from "../cell/py-cell.js";
import type { PyCode } from "../code/py-code.js";
import type { PyDict } from "../dict/py-dict.js";
import type { Str } from "../str/py-str.js";

/** A Python function. */
export class PyFunction implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  code: PyCode;
  readonly globals: PyDict;
  readonly builtins: PyDict;
  name: Str;
  qualname: Str;
  doc: Value;
  /** `__module__`. */
  module: Value;
  /** Values of the last positional parameters. */
  defaults: readonly Value[] | null = null;
  /** Values of keyword-only parameters by name. */
  kwdefaults: PyDict | null = null;
  /** Cells for `co_freevars`, in their order. */
  closure: readonly PyCell[] | null = null;
  /** `__annotations__` once made. */
  annotations: Value | null = null;
  /** `__annotate__`: a callable or None. */
  annotate: Value | null = null;
  /** `__type_params__`. */
  typeParams: Value | null = null;
  attrs: PyInstance | null = null;
  /** Changes when code, defaults or keyword defaults are replaced; what call-site caches guard on. */
  version = 0;

  constructor(
    code: PyCode,
    globals: PyDict,
    builtins: PyDict,
    name: Str,
    qualname: Str,
    doc: Value,
    module: Value,
  ) {
    this.cls = FunctionType;
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.name = name;
    this.qualname = qualname;
    this.doc = doc;
    this.module = module;
  }
}
