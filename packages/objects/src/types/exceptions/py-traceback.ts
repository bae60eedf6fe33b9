import { TracebackType } from "../../core/builtin-types.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A traceback entry: where an exception passed through a frame. */
export class PyTraceback implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  next: PyTraceback | null;
  /** The frame object (`tb_frame`), a Python value. */
  readonly frame: PyObject;
  /** Index of the instruction in bytes, as `tb_lasti` counts. */
  readonly lasti: number;
  readonly lineno: number;

  constructor(next: PyTraceback | null, frame: PyObject, lasti: number, lineno: number) {
    this.cls = TracebackType;
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.lineno = lineno;
  }
}
