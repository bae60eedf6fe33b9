import { makeWord, Op } from "@adder/bytecode";
import type { Frame } from "@adder/frames";
import {
  CoroutineType,
  GeneratorType,
  None,
  newException,
  pendingMatches,
  type Result,
  StopIterationType,
  step,
  stopIteration,
  type ThreadState,
  typeOf,
  type Value,
} from "@adder/objects";
import { executeGeneric } from "../generated/generic.js";
import { resume } from "../generators/drive.js";
import { GeneratorState, type PyGenerator } from "../generators/py-generator.js";
import { nextOrStop } from "../generators/switch.js";
import { Outcome } from "../interpreter/outcome.js";
import { executeCall } from "./calls.js";
import type { CodeMonitoring } from "./code-monitoring.js";
import { Event } from "./events.js";
import { monitorException } from "./exceptions.js";
import { fireAt } from "./fire.js";
import { bringUpToDate } from "./instrument.js";
import { LineSite, RESUMED } from "./line-sites.js";
import { monitoringOf } from "./state.js";

/**
 * Executes an instrumented instruction: tells tools what they want to hear, then does what the plain instruction does.
 * The loop comes here by way of `executeRare`, whatever the instrumented form is called.
 *
 * @param oparg the complete argument; `frame.pc` is the code unit behind the instruction
 */
export function executeInstrumented(ts: ThreadState, frame: Frame, oparg: number): Outcome {
  const data = frame.code.monitoring as CodeMonitoring;
  const at = frame.pc - 1;
  const opcode = data.opcodes[at];
  if (opcode === Op.RESUME) return executeResume(ts, frame, data, at);
  if (data.active[Event.LINE] !== 0) {
    const line = data.lines[at];
    const starts = data.lineSites[at] === LineSite.START && frame.lineMark !== line;
    frame.lineMark = line;
    if (starts && data.lineTools[at] !== 0 && ts.tracing === 0) {
      const told = fireAt(ts, data, data.lineTools, at, Event.LINE, [frame.code, line]);
      if (told === null) return Outcome.ERROR;
      if (hasJumped(frame, at)) return goOn(frame, data);
    }
  }
  if (data.instructionTools[at] !== 0 && ts.tracing === 0) {
    const args = [frame.code, 2 * at];
    if (fireAt(ts, data, data.instructionTools, at, Event.INSTRUCTION, args) === null) return Outcome.ERROR;
  }
  if (opcode === Op.JUMP_BACKWARD) return executeBackEdge(ts, frame, data, at, oparg);
  if (opcode === Op.FOR_ITER && data.watchesStops) return executeForIter(ts, frame, data, at, oparg);
  return data.tools[at] === 0 || ts.tracing > 0
    ? executeGeneric(ts, frame, makeWord(opcode, oparg))
    : executeWithEvent(ts, frame, data, at, opcode, oparg);
}

/** Has a callback set `f_lineno`? */
const hasJumped = (frame: Frame, at: number): boolean => frame.pc !== at + 1;

/** Goes on where `f_lineno` was set to, without an event for that line. */
function goOn(frame: Frame, data: CodeMonitoring): Outcome {
  frame.pc--;
  frame.lineMark = data.lines[frame.pc];
  return Outcome.NEXT;
}

/** RESUME: the code is instrumented anew if something has changed since, then PY_START or PY_RESUME. */
function executeResume(ts: ThreadState, frame: Frame, data: CodeMonitoring, at: number): Outcome {
  bringUpToDate(monitoringOf(ts), frame.code);
  frame.lineMark = RESUMED;
  if (step(ts) === null) return Outcome.ERROR;
  if (data.tools[at] === 0 || ts.tracing > 0) return Outcome.NEXT;
  const args = [frame.code, 2 * at];
  if (fireAt(ts, data, data.tools, at, data.events[at], args) === null) return Outcome.ERROR;
  return hasJumped(frame, at) ? goOn(frame, data) : Outcome.NEXT;
}

/** Tells tools of a jump from `from` to `to` before it happens. Unless a callback has jumped elsewhere, the jump is made. */
function jump(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  from: number,
  to: number,
): Outcome {
  if (data.tools[at] !== 0 && ts.tracing === 0) {
    const args = [frame.code, 2 * from, 2 * to];
    if (fireAt(ts, data, data.tools, at, data.events[at], args) === null) return Outcome.ERROR;
    if (hasJumped(frame, at)) return goOn(frame, data);
  }
  frame.pc = to;
  return Outcome.NEXT;
}

function executeBackEdge(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  oparg: number,
): Outcome {
  if (step(ts) === null) return Outcome.ERROR;
  return jump(ts, frame, data, at, at, at + 2 - oparg);
}

/**
 * FOR_ITER where tools hear of StopIteration, or of the loop going on. A generator is resumed as the plain instruction
 * does it, unless somebody wants to hear of each round.
 */
function executeForIter(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  oparg: number,
): Outcome {
  const { stack, sp } = frame;
  const iter = stack[sp - 1] as Value;
  if (data.tools[at] === 0 && typeOf(iter) === GeneratorType) {
    return executeGeneric(ts, frame, makeWord(Op.FOR_ITER, oparg));
  }
  const item = nextItem(ts, iter);
  if (item === null) {
    if (!pendingMatches(ts, StopIterationType)) return Outcome.ERROR;
    monitorException(ts, frame, Event.RAISE, at);
    ts.pending = null;
  }
  if (item === null || item === undefined) {
    // At POP_ITER; END_FOR is for generators that are resumed in this loop.
    frame.pc = at + 3 + oparg;
    return Outcome.NEXT;
  }
  stack[sp] = item;
  frame.sp = sp + 1;
  return jump(ts, frame, data, at, at, at + 2);
}

/** The next item; `undefined` at the end, or `null` with StopIteration pending when the end was told by one. */
function nextItem(ts: ThreadState, iter: Value): Result<Value | undefined> {
  if (typeOf(iter) !== GeneratorType) return nextOrStop(ts, iter);
  const gen = iter as PyGenerator;
  const result = resume(ts, gen, None);
  if (result === null || gen.state < GeneratorState.COMPLETED) return result;
  return result === None ? undefined : stopIteration(ts, result);
}

/** Where the instruction stands in front of NOT_TAKEN: the branch, or the end of an `await`. */
function branchBefore(data: CodeMonitoring, at: number): number {
  let before = at - 1;
  while (data.opcodes[before] === Op.CACHE) before--;
  return before;
}

/** The FOR_ITER whose loop ends at the POP_ITER `at`. */
function loopOf(data: CodeMonitoring, at: number): number {
  const { opcodes, opargs } = data;
  for (let i = at; i >= 0; i--) if (opcodes[i] === Op.FOR_ITER && i + 3 + opargs[i] === at) return i;
  return at;
}

/** An instruction whose own event somebody wants to hear. */
function executeWithEvent(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  opcode: number,
  oparg: number,
): Outcome {
  const { stack, sp } = frame;
  const top = stack[sp - 1] as Value;
  switch (opcode) {
    case Op.CALL:
    case Op.CALL_KW:
    case Op.CALL_FUNCTION_EX:
    case Op.LOAD_SUPER_ATTR:
      return executeCall(ts, frame, data, at, opcode, oparg);
    case Op.RETURN_VALUE:
    case Op.YIELD_VALUE: {
      const args = [frame.code, 2 * at, top];
      if (fireAt(ts, data, data.tools, at, data.events[at], args) === null) return Outcome.ERROR;
      if (hasJumped(frame, at)) return goOn(frame, data);
      break;
    }
    case Op.JUMP_FORWARD:
      return jump(ts, frame, data, at, at, at + 1 + oparg);
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
      if (!isTaken(opcode, top)) break;
      frame.sp = sp - 1;
      return jump(ts, frame, data, at, at, at + 2 + oparg);
    case Op.FOR_ITER:
      return executeForIter(ts, frame, data, at, oparg);
    case Op.NOT_TAKEN:
      return jump(ts, frame, data, at, branchBefore(data, at), at + 1);
    case Op.POP_ITER: {
      const args = [frame.code, 2 * loopOf(data, at), 2 * (at + 1)];
      if (fireAt(ts, data, data.tools, at, Event.BRANCH_RIGHT, args) === null) return Outcome.ERROR;
      if (hasJumped(frame, at)) return goOn(frame, data);
      break;
    }
    case Op.END_ASYNC_FOR: {
      const outcome = executeGeneric(ts, frame, makeWord(opcode, oparg));
      if (outcome !== Outcome.NEXT) return outcome;
      return jump(ts, frame, data, at, at + 1 - oparg, at + 1);
    }
    case Op.END_FOR:
    case Op.END_SEND: {
      const ended = typeOf(stack[sp - 2] as Value);
      const counts = ended === GeneratorType || (opcode === Op.END_SEND && ended === CoroutineType);
      if (counts && monitorStop(ts, frame, data, at, top) === null) return Outcome.ERROR;
      break;
    }
  }
  return executeGeneric(ts, frame, makeWord(opcode, oparg));
}

/** Does a conditional jump jump? */
function isTaken(opcode: number, condition: Value): boolean {
  switch (opcode) {
    case Op.POP_JUMP_IF_FALSE:
      return condition === false;
    case Op.POP_JUMP_IF_TRUE:
      return condition === true;
    case Op.POP_JUMP_IF_NONE:
      return condition === None;
    default:
      return condition !== None;
  }
}

/** STOP_ITERATION: a generator has returned to the loop or the `yield from` that resumed it. Nothing was raised. */
function monitorStop(
  ts: ThreadState,
  frame: Frame,
  data: CodeMonitoring,
  at: number,
  value: Value,
): true | null {
  const exc = newException(StopIterationType, value === None ? [] : [value]);
  return fireAt(ts, data, data.tools, at, Event.STOP_ITERATION, [frame.code, 2 * at, exc]);
}
