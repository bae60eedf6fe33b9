import { type CodeObject, lineRanges } from "@adder/bytecode";
import { type Frame, Owner, type PyFrame } from "@adder/frames";
import {
  AttributeErrorType,
  IntType,
  None,
  type PyBaseException,
  RuntimeWarningType,
  raise,
  type Status,
  SystemErrorType,
  type ThreadState,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { dropIterator } from "../generators/dropped.js";
import { GeneratorState, type PyGenerator } from "../generators/py-generator.js";
import { Event } from "../monitoring/events.js";
import { drop, isCompatible, Kind, type Kinds, stackKinds, TOO_DEEP } from "./stack-kinds.js";

/** May `f_lineno` be set while the callback of an event runs? Raises ValueError if not. */
function checkEvent(ts: ThreadState): Status {
  switch (ts.event) {
    case -1:
      return raise(ts, ValueErrorType, "f_lineno can only be set in a trace function");
    case Event.PY_RESUME:
    case Event.JUMP:
    case Event.BRANCH_LEFT:
    case Event.BRANCH_RIGHT:
    case Event.LINE:
    case Event.PY_YIELD:
      return true;
    case Event.PY_START:
      return raise(ts, ValueErrorType, "can't jump from the 'call' trace event of a new frame");
    case Event.CALL:
    case Event.C_RETURN:
      return raise(ts, ValueErrorType, "can't jump during a call");
    case Event.STOP_ITERATION:
    case Event.RERAISE:
      return raise(ts, SystemErrorType, "unexpected event type");
  }
  return raise(ts, ValueErrorType, "can only jump from a 'line' trace event");
}

/** Code units where the first line that is not before `wanted` begins; `undefined` when there is none. */
function unitsOf(code: CodeObject, wanted: number): number[] | undefined {
  const starts: { readonly line: number; readonly start: number }[] = [];
  let last = -1;
  for (const { start, line } of lineRanges(code)) {
    if (line === last || line < 0) continue;
    starts.push({ line, start });
    last = line;
  }
  const lines = starts.map(({ line }) => line).filter((line) => line >= wanted);
  if (lines.length === 0) return undefined;
  const found = Math.min(...lines);
  return starts.filter(({ line }) => line === found).map(({ start }) => start);
}

/** Why no way leads to a stack. */
function explain(to: Kinds): string {
  if (to === TOO_DEEP) return "stack is too deep to analyze";
  if (to === null) return "can't jump into an exception handler, or code may be unreachable";
  switch (to.at(-1)) {
    case Kind.EXCEPTION:
      return "can't jump into an 'except' block as there's no exception";
    case Kind.LASTI:
      return "can't jump into a re-raising block as there's no location";
    case Kind.ITERATOR:
      return "can't jump into the body of a for loop";
  }
  return "incompatible stacks";
}

/** Is a stack to be preferred as a target: does more of what is there stay? */
const isBetter = (stack: string, than: string): boolean =>
  stack.length > than.length || (stack.length === than.length && stack > than);

/** The best of some places to go on from a stack; raises ValueError where none is possible. */
function choose(
  ts: ThreadState,
  stacks: readonly Kinds[],
  from: Kinds,
  units: readonly number[],
): { readonly unit: number; readonly stack: string } | null {
  let best: { readonly unit: number; readonly stack: string } | null = null;
  let message: string | null = null;
  for (const unit of units) {
    const stack = stacks[unit];
    if (!isCompatible(from, stack)) message ??= explain(stack);
    else if (best === null || isBetter(stack as string, best.stack)) best = { unit, stack: stack as string };
  }
  if (best !== null) return best;
  if (from === TOO_DEEP) message = "stack to deep to analyze";
  else if (from === null) message = "can't jump from unreachable code";
  return raise(ts, ValueErrorType, message ?? "cannot find bytecode for specified line");
}

/** Binds None to unbound variables, since the compiler may have relied on their being bound. Warns of it. */
function bindUnbound(ts: ThreadState, frame: Frame): Status {
  const end = frame.base + frame.code.code.nlocalsplus;
  const { stack } = frame;
  let unbound = 0;
  for (let i = frame.base; i < end; i++) if (stack[i] === undefined) unbound++;
  if (unbound === 0) return true;
  const message = `assigning None to ${unbound} unbound local${unbound === 1 ? "" : "s"}`;
  if (ts.interp.evaluator.warn(ts, RuntimeWarningType, message, 1) === null) return null;
  for (let i = frame.base; i < end; i++) if (stack[i] === undefined) stack[i] = None;
  return true;
}

/** Takes values from a frame's stack until `to` is left. Exceptions that are left behind are no longer handled. */
function unstack(ts: ThreadState, frame: Frame, from: string, to: string): void {
  for (let stack = from; stack.length > to.length; stack = drop(stack, 1)) {
    const popped = frame.stack[--frame.sp];
    frame.stack[frame.sp] = undefined;
    if (stack.at(-1) === Kind.EXCEPTION) {
      ts.excInfo.value = popped === None ? null : (popped as PyBaseException);
    } else dropIterator(ts, popped);
  }
}

/**
 * Sets `frame.f_lineno`: the frame goes on at another line, as far as what is on its stack allows (CPython
 * `frame_setlineno`). Raises ValueError, with CPython's reasons.
 */
export function setLine(ts: ThreadState, object: PyFrame, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, AttributeErrorType, "cannot delete attribute");
  if (typeOf(value) !== IntType) return raise(ts, ValueErrorType, "lineno must be an integer");
  if (checkEvent(ts) === null) return null;
  if (typeof value !== "number" || value !== (value | 0)) {
    return raise(ts, ValueErrorType, "lineno out of range");
  }
  const { frame } = object;
  const { code } = frame.code;
  if (value < code.firstlineno) {
    return raise(ts, ValueErrorType, `line ${value} comes before the current code block`);
  }
  const units = unitsOf(code, value);
  if (units === undefined) {
    return raise(ts, ValueErrorType, `line ${value} comes after the current code block`);
  }
  const stacks = stackKinds(code);
  const from = stacks[Math.max(0, frame.pc - 1)];
  const target = choose(ts, stacks, from, units);
  if (target === null || bindUnbound(ts, frame) === null) return null;
  const suspended =
    frame.owner === Owner.GENERATOR && (frame.generator as PyGenerator).state !== GeneratorState.EXECUTING;
  // What `yield` has taken is not on the stack any more.
  unstack(ts, frame, suspended ? drop(from as string, 1) : (from as string), target.stack);
  // A frame that executes is at the instruction that tools were told of; see `hasJumped` of monitoring.
  frame.pc = suspended ? target.unit : target.unit + 1;
  return true;
}
