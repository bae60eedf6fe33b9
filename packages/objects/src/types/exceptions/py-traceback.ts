import { TracebackType } from "../../core/builtin-types.js";
import type { PyObject } from "../../core/object.js";
import type { ActivationView } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";

/** A traceback entry: where an exception passed through a frame. */
export class PyTraceback implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  next: PyTraceback | null;
  /** What is known of the frame, also when that has been left. */
  readonly activation: ActivationView;
  /** Index of the instruction in bytes, as `tb_lasti` counts. */
  readonly lasti: number;
  readonly lineno: number;

  constructor(next: PyTraceback | null, activation: ActivationView, lasti: number, lineno: number) {
    this.cls = TracebackType;
    this.next = next;
    this.activation = activation;
    this.lasti = lasti;
    this.lineno = lineno;
  }
}
