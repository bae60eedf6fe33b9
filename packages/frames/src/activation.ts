import type { ActivationView, PyCode, PyDict, PyFunction, PyObject, Value } from "@adder/objects";
import { Frame, Owner, type Slot } from "./frame.js";
import type { Chunk } from "./frame-stack.js";
import { PyFrame } from "./py-frame.js";

/**
 * What may outlive an activation: traceback entries refer to it, and so does its Python object, which is made when somebody
 * asks. While the activation lasts, its record says everything; when that is given back, the locals of that moment are kept.
 */
export class Activation implements ActivationView {
  readonly code: PyCode;
  readonly globals: PyDict;
  /** `f_back` of an activation that is over; `undefined` while the record says it. */
  back: Activation | null | undefined = undefined;
  /** The generator whose body this is, while it is suspended. It may go away before the frame does. */
  generator: WeakRef<PyObject> | null = null;
  /** The Python object, once somebody has looked. */
  known: PyFrame | null = null;
  /** The record; `null` when it has been given back and nobody has asked for a copy. */
  private record: Frame | null;
  private readonly chunk: Chunk;
  private func: PyFunction | null = null;
  private builtins: PyDict | null = null;
  private namespace: Value | null = null;
  private locals: Slot[] | null = null;
  private pc = 0;

  constructor(record: Frame) {
    this.code = record.code;
    this.globals = record.globals;
    this.record = record;
    this.chunk = record.chunk;
  }

  /** The record while the activation lasts, and a copy of it afterwards. */
  get frame(): Frame {
    return this.record ?? this.copy();
  }

  /** The Python object (`tb_frame`, `sys._getframe()`), made on first use. */
  object(): PyFrame {
    if (this.known !== null) return this.known;
    this.chunk.owner.statistics.frameObjects++;
    return (this.known = new PyFrame(this));
  }

  /** The activation goes on in another record: a generator's own one. */
  moveTo(record: Frame): void {
    this.record = record;
    record.activation = this;
  }

  /** Keeps what the record says, which is about to be given back. */
  keep(record: Frame): void {
    const { base } = record;
    this.locals = record.stack.slice(base, base + this.code.code.localsplusNames.length);
    this.func = record.func;
    this.builtins = record.builtins;
    this.namespace = record.locals;
    this.pc = record.pc;
    this.record = null;
    this.end(record);
  }

  /** Fixes `f_back`: the activation is over. */
  end(record: Frame): void {
    this.back = record.previous === null ? null : activationOf(record.previous);
  }

  /** A record with values of its own that shows what was kept. */
  private copy(): Frame {
    const locals = this.locals as Slot[];
    const frame = new Frame(this.chunk, locals);
    frame.code = this.code;
    frame.func = this.func;
    frame.globals = this.globals;
    frame.builtins = this.builtins as PyDict;
    frame.locals = this.namespace;
    frame.sp = locals.length;
    frame.pc = this.pc;
    frame.owner = Owner.OBJECT;
    frame.activation = this;
    this.record = frame;
    return frame;
  }
}

/** What outlives the activation of a record, made on first use. */
export function activationOf(frame: Frame): Activation {
  return frame.activation ?? (frame.activation = new Activation(frame));
}

/** The Python object of an activation, made on first use. */
export function frameObjectOf(frame: Frame): PyFrame {
  return activationOf(frame).object();
}

/** `f_back`. */
export function frameBack(object: PyFrame): PyFrame | null {
  const { activation } = object;
  if (activation.back !== undefined) return activation.back === null ? null : activation.back.object();
  const { previous } = activation.frame;
  return previous === null ? null : frameObjectOf(previous);
}
