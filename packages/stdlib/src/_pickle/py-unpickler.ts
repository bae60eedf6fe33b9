import {
  type PyInstance,
  type PyObject,
  PyType,
  type Result,
  type ThreadState,
  TypeType,
  type Value,
} from "@adder/objects";
import { cannotUnpickle } from "./errors.js";
import type { Input, ReadableFile } from "./input.js";

/** `_pickle.Unpickler`, made ready in unpickler-type.ts. */
export const UnpicklerType = new PyType(TypeType, "_pickle.Unpickler");

/** An unpickler: a machine with a stack and a memo. */
export class PyUnpickler implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;
  /** `null` before `__init__`, and for one that reads from memory. */
  file: ReadableFile | null = null;
  /** `null` before `__init__`. */
  input: Input | null = null;
  /** Protocol of the pickle that is being read. */
  protocol = 0;
  fixImports = true;
  /** How the 8-bit strings of Python 2 become strs. */
  encoding = "ASCII";
  errors = "strict";
  /** Iterator over the buffers that are not in the pickle; `null` for none. */
  buffers: Value | null = null;
  stack: Value[] = [];
  /** Heights of the stack where there are marks. */
  marks: number[] = [];
  /** Height of the stack at the last mark: nothing below is popped. */
  fence = 0;
  memo: (Value | undefined)[] = [];
  /** A `persistent_load` that was set on the instance. */
  ownPersistentLoad: Value | null = null;
  /** What `persistent_load` is during a load; `null` for the one that refuses. */
  persistentLoad: Value | null = null;

  constructor(cls: PyType = UnpicklerType) {
    this.cls = cls;
  }

  /** Where it reads from. It has been initialised. */
  get in(): Input {
    return this.input as Input;
  }

  /** Takes the topmost value. Raises UnpicklingError. */
  pop(ts: ThreadState): Result<Value> {
    if (this.stack.length <= this.fence) return this.underflow(ts);
    return this.stack.pop() as Value;
  }

  /** Raises UnpicklingError: there are too few values. */
  underflow(ts: ThreadState): null {
    const marked = this.marks.length > 0;
    return cannotUnpickle(ts, marked ? "unexpected MARK found" : "unpickling stack underflow");
  }

  /** Takes the last mark. @returns the height of the stack there. Raises UnpicklingError. */
  popMark(ts: ThreadState): Result<number> {
    const mark = this.marks.pop();
    if (mark === undefined) return cannotUnpickle(ts, "could not find MARK");
    const { marks } = this;
    this.fence = marks.length === 0 ? 0 : marks[marks.length - 1];
    return mark;
  }

  /** Takes the values above the last mark. Raises UnpicklingError. */
  popToMark(ts: ThreadState): Result<Value[]> {
    const mark = this.popMark(ts);
    return mark === null ? null : this.stack.splice(mark);
  }
}
