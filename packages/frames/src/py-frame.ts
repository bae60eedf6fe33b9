import { FrameType, type PyDict, type PyObject, type PyType, type Value } from "@adder/objects";
import type { Frame } from "./frame.js";

/**
 * A frame as a Python object (`sys._getframe()`, `tb_frame`). It refers to the activation's record while that
 * lives, and to a detached copy afterwards.
 */
export class PyFrame implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  frame: Frame;
  /** `f_back` of an activation that is over; `undefined` while the record says it. */
  back: PyFrame | null | undefined = undefined;
  /** The generator whose body this is, while it is suspended. It may go away before the frame does. */
  generator: WeakRef<PyObject> | null = null;
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

  constructor(frame: Frame) {
    this.cls = FrameType;
    this.frame = frame;
  }
}

/** The Python object of an activation, made on first use. */
export function frameObjectOf(frame: Frame): PyFrame {
  if (frame.frameObject !== null) return frame.frameObject;
  frame.chunk.owner.statistics.frameObjects++;
  return (frame.frameObject = new PyFrame(frame));
}

/** `f_back`. */
export function frameBack(object: PyFrame): PyFrame | null {
  if (object.back !== undefined) return object.back;
  const previous = object.frame.previous;
  return previous === null ? null : frameObjectOf(previous);
}
