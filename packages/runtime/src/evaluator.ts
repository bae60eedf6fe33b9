import {
  CallShape,
  type Executable,
  executableOf,
  type Frame,
  FrameStack,
  neverCompile,
  neverSpecialize,
  OnReturn,
  type Specializer,
  Statistics,
  type TierCompiler,
} from "@adder/frames";
import {
  builtinsOf,
  type Evaluator,
  enterNative,
  type KwNames,
  None,
  type PyCode,
  type PyDict,
  PyFunction,
  type PyType,
  RecursionErrorType,
  type Result,
  raise,
  type Status,
  type ThreadState,
  type Value,
} from "@adder/objects";
import type { Loop } from "./evaluate.js";
import { isStackOverflow } from "./exceptions/recover.js";
import { dropFrame } from "./exceptions/unwind.js";
import { run } from "./generated/dispatch.js";
import { bindArguments } from "./interpreter/bind.js";
import { evaluateCall } from "./interpreter/compiled.js";
import { admit } from "./monitoring/admit.js";
import type { Importer } from "./ports/importer.js";
import { reportUnraisable } from "./traceback/unraisable.js";
import { warn } from "./warn.js";

/** The frame stacks of an interpreter's threads. */
const stacks = {};

function frameStackOf(ts: ThreadState): FrameStack {
  const known = ts.interp.state(stacks, () => new WeakMap<ThreadState, FrameStack>());
  let stack = known.get(ts);
  if (stack === undefined) {
    stack = new FrameStack(undefined, undefined, Statistics.of(ts));
    known.set(ts, stack);
  }
  return stack;
}

/** Executes Python functions: the interpreter as `objects` and `stdlib` call it. */
export class RuntimeEvaluator implements Evaluator {
  /** What executes instructions: the loop that counts them while the interpreter is watched. */
  loop: Loop = run;
  /** Does that loop count? Then everything is interpreted. */
  watched = false;

  /**
   * @param importer the import system
   * @param specializer who chooses forms of instructions
   * @param compiler who is offered hot code
   */
  constructor(
    readonly importer: Importer,
    readonly specializer: Specializer = neverSpecialize,
    readonly compiler: TierCompiler = neverCompile,
  ) {}

  callFunction(ts: ThreadState, fn: PyFunction, args: Value[], kwnames: KwNames): Result<Value> {
    if (!enterNative(ts)) return null;
    const result = callFromNative(ts, fn, args, kwnames, null);
    ts.nativeDepth--;
    return result;
  }

  runCode(ts: ThreadState, code: PyCode, globals: PyDict, locals: Value): Result<Value> {
    const { name, qualname } = executableOf(code);
    const module = globals.getStr("__name__") ?? None;
    const builtins = builtinsOf(ts, globals);
    const fn = new PyFunction(code, globals, builtins, name, qualname, None, module);
    return this.runFunction(ts, fn, locals);
  }

  /** Executes the body of a function without parameters in a namespace: a class body, or `exec` with a closure. */
  runFunction(ts: ThreadState, fn: PyFunction, locals: Value): Result<Value> {
    if (!enterNative(ts)) return null;
    const result = callFromNative(ts, fn, [], null, locals);
    ts.nativeDepth--;
    return result;
  }

  importModule(ts: ThreadState, name: string): Result<Value> {
    return this.importer.importModule(ts, name);
  }

  warn(ts: ThreadState, category: PyType, message: string, stacklevel: number): Status {
    return warn(ts, category, message, stacklevel);
  }

  unraisable(ts: ThreadState, where: Value | undefined, message?: string): void {
    reportUnraisable(ts, where, message);
  }
}

function callFromNative(
  ts: ThreadState,
  fn: PyFunction,
  args: readonly Value[],
  kwnames: KwNames,
  locals: Value | null,
): Result<Value> {
  const caller = ts.frame as Frame | null;
  const { nativeDepth, compiledDepth, excInfo } = ts;
  const handled = excInfo.value;
  const exec = (fn.code.executable ?? executableOf(fn.code)) as Executable;
  const depth = caller === null ? 1 : caller.depth + 1;
  if (depth > ts.interp.frameLimit && admit(ts, fn.code, depth) === null) return null;
  const frames = caller === null ? frameStackOf(ts) : caller.chunk.owner;
  const frame = frames.pushApart(caller, exec.frameSize);
  const { stack, base } = frame;
  if (kwnames === null && exec.shape === CallShape.SIMPLE && args.length === exec.argcount) {
    for (let i = 0; i < args.length; i++) stack[base + i] = args[i];
  } else if (bindArguments(ts, fn, exec, args, kwnames, stack, base) === null) {
    frames.pop(frame);
    return null;
  }
  frame.code = fn.code;
  frame.func = fn;
  frame.globals = fn.globals;
  frame.builtins = fn.builtins;
  frame.locals = locals ?? exec.ownLocals(fn);
  frame.sp = base + exec.nlocals;
  frame.pc = 0;
  frame.previous = caller;
  frame.onReturn = OnReturn.EXIT;
  frame.depth = depth;
  try {
    return evaluateCall(ts, frame);
  } catch (error) {
    // Nothing in Python deals with it: a limit of the embedder, a bug, a stack too full for the loop to go on.
    while (ts.frame !== caller && ts.frame !== null) dropFrame(ts, ts.frame as Frame);
    ts.frame = caller;
    ts.nativeDepth = nativeDepth;
    ts.compiledDepth = compiledDepth;
    ts.excInfo = excInfo;
    excInfo.value = handled;
    if (!isStackOverflow(error)) throw error;
    return raise(ts, RecursionErrorType, "maximum recursion depth exceeded");
  }
}
