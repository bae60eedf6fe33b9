import { FrameType, type PyDict, type PyObject, type PyType, type Value } from "@adder/objects";
import type { Activation } from "./activation.js";
import type { Frame } from "./frame.js";

/** An activation as a Python object (`sys._getframe()`, `tb_frame`). */
export class PyFrame implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly activation: Activation;
  /** `f_trace`, `null` for none. */
  trace: Value | null = null;
  /** `f_trace_lines`. */
  traceLines = true;
  /** `f_trace_opcodes`. */
  traceOpcodes = false;
  /** Names that were set through `f_locals` and are no variables of the code. */
  extraLocals: PyDict | null = null;
  /** Has `frame.clear()` emptied it? */
  cleared = false;

  constructor(activation: Activation) {
    this.cls = FrameType;
    this.activation = activation;
  }

  /** The activation's record while it lasts, and a copy of it afterwards. */
  get frame(): Frame {
    return this.activation.frame;
  }
}
