import { Op } from "@adder/bytecode";
import type { Frame } from "@adder/frames";
import {
  call,
  FunctionType,
  getAttr,
  type KwNames,
  MethodType,
  type PyBaseException,
  type PyMethod,
  type PyTuple,
  type Result,
  type Str,
  strKey,
  type ThreadState,
  typeOf,
  type Value,
} from "@adder/objects";
import { callWith } from "../interpreter/calls.js";
import { Outcome } from "../interpreter/outcome.js";
import { spreadArguments } from "../interpreter/spread.js";
import type { CodeMonitoring } from "./code-monitoring.js";
import { Event } from "./events.js";
import { fire, fireAt } from "./fire.js";
import { MISSING } from "./state.js";

/** A call that is about to be made. */
interface Call {
  readonly callee: Value;
  readonly args: Value[];
  readonly kwnames: KwNames;
}

/** Operands of CALL or CALL_KW; a bound method is taken apart into its function and its instance. */
function positionalCall(frame: Frame, place: number, end: number, kwnames: KwNames): Call {
  const { stack } = frame;
  let callee = stack[place] as Value;
  const args = stack.slice(place + 2, end) as Value[];
  const self = stack[place + 1];
  if (self !== undefined) args.unshift(self);
  else if (typeOf(callee) === MethodType) {
    args.unshift((callee as PyMethod).self);
    callee = (callee as PyMethod).func;
  }
  return { callee, args, kwnames };
}

/** Operands of CALL_FUNCTION_EX. */
function spreadCall(ts: ThreadState, frame: Frame, place: number): Result<Call> {
  const { stack } = frame;
  const callee = stack[place] as Value;
  const spread = spreadArguments(ts, callee, stack[place + 2] as Value, stack[place + 3]);
  if (spread === null) return null;
  const self = stack[place + 1];
  return { callee, args: self === undefined ? spread.args : [self, ...spread.args], kwnames: spread.kwnames };
}

/** Where the operands of a call begin on the stack, which is where its result belongs. */
function placeOf(opcode: number, oparg: number, sp: number): number {
  if (opcode === Op.CALL) return sp - oparg - 2;
  return opcode === Op.CALL_KW ? sp - oparg - 3 : sp - 4;
}

function operandsOf(ts: ThreadState, frame: Frame, opcode: number, place: number): Result<Call> {
  const { sp } = frame;
  if (opcode === Op.CALL) return positionalCall(frame, place, sp, null);
  if (opcode === Op.CALL_FUNCTION_EX) return spreadCall(ts, frame, place);
  const names = (frame.stack[sp - 1] as PyTuple).items.map((name) => strKey(name as Str));
  return positionalCall(frame, place, sp - 1, names);
}

/** A call of which tools hear: CALL before it, C_RETURN or C_RAISE behind it unless a Python function was called. */
export function executeCall(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  opcode: number,
  oparg: number,
): Outcome {
  if (opcode === Op.LOAD_SUPER_ATTR) return executeSuper(ts, frame, data, at, oparg);
  const place = placeOf(opcode, oparg, frame.sp);
  const made = operandsOf(ts, frame, opcode, place);
  if (made === null) return Outcome.ERROR;
  const { callee, args, kwnames } = made;
  const first = args.length > (kwnames?.length ?? 0) || opcode !== Op.CALL_FUNCTION_EX ? args[0] : undefined;
  if (fireAt(ts, data, data.tools, at, Event.CALL, [frame.code, 2 * at, callee, first ?? MISSING]) === null) {
    return Outcome.ERROR;
  }
  const type = typeOf(callee);
  // Behind the cache words.
  const behind = opcode === Op.CALL_FUNCTION_EX ? 0 : 3;
  if (type === FunctionType || type === MethodType) {
    frame.sp = place;
    const next = callWith(ts, frame, callee, args, kwnames, place);
    if (next === null) return Outcome.ERROR;
    if (next !== frame) {
      frame.returnOffset = behind;
      ts.frame = next;
      return Outcome.ENTER;
    }
  } else {
    frame.sp = place;
    const result = told(ts, frame, data, at, callee, first, call(ts, callee, args, kwnames));
    if (result === null) return Outcome.ERROR;
    frame.stack[place] = result;
  }
  frame.sp = place + 1;
  frame.pc += behind;
  return Outcome.NEXT;
}

/** Tells tools how a native call has ended; `null` when one of them has raised, or the call. */
function told(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  callee: Value,
  first: Value | undefined,
  result: Result<Value>,
): Result<Value> {
  const tools = data.tools[at];
  if (tools === 0 || ts.tracing > 0) return result;
  const exc: PyBaseException | null = ts.pending;
  ts.pending = null;
  const event = result === null ? Event.C_RAISE : Event.C_RETURN;
  if (fire(ts, tools, event, [frame.code, 2 * at, callee, first ?? MISSING]) === null) return null;
  ts.pending = exc;
  return result;
}

/** LOAD_SUPER_ATTR: the call of `super` is one of which tools hear. */
function executeSuper(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  oparg: number,
): Outcome {
  const { stack, sp } = frame;
  const callee = stack[sp - 3] as Value;
  const args = (oparg & 2) === 0 ? [] : [stack[sp - 2] as Value, stack[sp - 1] as Value];
  const first = args[0] ?? MISSING;
  if (fireAt(ts, data, data.tools, at, Event.CALL, [frame.code, 2 * at, callee, first]) === null) {
    return Outcome.ERROR;
  }
  const proxy = told(ts, frame, data, at, callee, args[0], call(ts, callee, args));
  const attr = proxy === null ? null : getAttr(ts, proxy, frame.code.names[oparg >> 2]);
  if (attr === null) return Outcome.ERROR;
  stack[sp - 3] = attr;
  stack[sp - 2] = undefined;
  frame.sp = sp - 2 + (oparg & 1);
  frame.pc++;
  return Outcome.NEXT;
}
