import { CodeFlags } from "@adder/bytecode";
import type { Frame } from "@adder/frames";
import {
  AsyncGeneratorType,
  CoroutineType,
  ExcInfo,
  GeneratorType,
  type PyCode,
  type PyFunction,
  type PyObject,
  type PyType,
  type Str,
  type Value,
} from "@adder/objects";

/** Where a generator stands (CPython `_framestate`). From `COMPLETED` on it has no frame any more. */
export const enum GeneratorState {
  CREATED = 0,
  SUSPENDED = 1,
  /** Suspended inside `yield from` or `await`: the iterator delegated to is on top of the frame's stack. */
  SUSPENDED_YIELD_FROM = 2,
  EXECUTING = 3,
  COMPLETED = 4,
}

/** What outlives a generator that has to be finalised: the frame of its body, until that is over. */
export interface Estate {
  frame: Frame | null;
}

/** A generator, coroutine or asynchronous generator, by its class (CPython `PyGenObject`, `Objects/genobject.c`). */
export class PyGenerator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly code: PyCode;
  /** The body's activation; `null` when it is over. */
  frame: Frame | null;
  state: GeneratorState = GeneratorState.CREATED;
  /** The exceptions that the body handles while it is suspended. */
  readonly excInfo: ExcInfo;
  name: Str;
  qualname: Str;
  /** Is it known to nothing but the loop over it? */
  temporary = false;
  /** What is finalised when it has gone; `null` if nothing is. */
  estate: Estate | null = null;
  /** `cr_origin`; `null` for None. */
  origin: Value | null = null;

  constructor(cls: PyType, frame: Frame, name: Str, qualname: Str, excInfo = new ExcInfo(null)) {
    this.cls = cls;
    this.code = frame.code;
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
    this.excInfo = excInfo;
  }
}

/** An asynchronous generator. */
export class PyAsyncGenerator extends PyGenerator {
  /** The hook that finalises it, as it was when iteration began; `null` for none. */
  finalizer: Value | null = null;
  /** Have the hooks of the thread been called for it? */
  hooksInited = false;
  /** Was `aclose` awaited, or has it run to its end? */
  closed = false;
  /** Is one of `asend`, `athrow`, `aclose` being awaited? */
  runningAsync = false;
}

/** What calling a code object with these flags makes. */
export function newGenerator(flags: number, frame: Frame, fn: PyFunction): PyGenerator {
  if ((flags & CodeFlags.ASYNC_GENERATOR) !== 0) {
    return new PyAsyncGenerator(AsyncGeneratorType, frame, fn.name, fn.qualname);
  }
  const cls = (flags & CodeFlags.COROUTINE) !== 0 ? CoroutineType : GeneratorType;
  return new PyGenerator(cls, frame, fn.name, fn.qualname);
}

/** What messages call it: "generator", "coroutine", "async generator". */
export function kindOf(gen: PyGenerator): string {
  if (gen.cls === CoroutineType) return "coroutine";
  return gen.cls === AsyncGeneratorType ? "async generator" : "generator";
}

/** The iterator that a suspended generator delegates to by `yield from` or `await`; `null` for none (`_PyGen_yf`). */
export function delegate(gen: PyGenerator): Value | null {
  const { frame } = gen;
  if (gen.state !== GeneratorState.SUSPENDED_YIELD_FROM || frame === null) return null;
  return frame.stack[frame.sp - 1] as Value;
}
