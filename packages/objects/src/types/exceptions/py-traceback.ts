import { TracebackType } from "../../core/builtin-types.js";
import { PyObject } from "../../core/object.js";

/** A traceback entry: where an exception passed through a frame. */
export class PyTraceback extends PyObject {
  next: PyTraceback | null;
  /** The frame object (`tb_frame`), a Python value. */
  readonly frame: PyObject;
  /** Index of the instruction in bytes, as `tb_lasti` counts. */
  readonly lasti: number;
  readonly lineno: number;

  constructor(next: PyTraceback | null, frame: PyObject, lasti: number, lineno: number) {
    super();
    this.cls = TracebackType;
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.lineno = lineno;
  }
}
