import { cacheWords, makeWord, Op, widenInstructions } from "@adder/bytecode";
import { activations, executableOf, type Frame } from "@adder/frames";
import type { PyCode, ThreadState } from "@adder/objects";
import { type CodeMonitoring, codeMonitoringOf } from "./code-monitoring.js";
import { Event, LOCAL_EVENTS } from "./events.js";
import { LineSite, RESUMED } from "./line-sites.js";
import { type Monitoring, monitoringOf, TOOLS } from "./state.js";

/** Instrumented forms that CPython has of generic instructions. */
const instrumentedForms: ReadonlyMap<number, number> = new Map<number, number>([
  [Op.END_FOR, Op.INSTRUMENTED_END_FOR],
  [Op.POP_ITER, Op.INSTRUMENTED_POP_ITER],
  [Op.END_SEND, Op.INSTRUMENTED_END_SEND],
  [Op.FOR_ITER, Op.INSTRUMENTED_FOR_ITER],
  [Op.JUMP_FORWARD, Op.INSTRUMENTED_JUMP_FORWARD],
  [Op.NOT_TAKEN, Op.INSTRUMENTED_NOT_TAKEN],
  [Op.POP_JUMP_IF_TRUE, Op.INSTRUMENTED_POP_JUMP_IF_TRUE],
  [Op.POP_JUMP_IF_FALSE, Op.INSTRUMENTED_POP_JUMP_IF_FALSE],
  [Op.POP_JUMP_IF_NONE, Op.INSTRUMENTED_POP_JUMP_IF_NONE],
  [Op.POP_JUMP_IF_NOT_NONE, Op.INSTRUMENTED_POP_JUMP_IF_NOT_NONE],
  [Op.RESUME, Op.INSTRUMENTED_RESUME],
  [Op.RETURN_VALUE, Op.INSTRUMENTED_RETURN_VALUE],
  [Op.YIELD_VALUE, Op.INSTRUMENTED_YIELD_VALUE],
  [Op.END_ASYNC_FOR, Op.INSTRUMENTED_END_ASYNC_FOR],
  [Op.LOAD_SUPER_ATTR, Op.INSTRUMENTED_LOAD_SUPER_ATTR],
  [Op.CALL, Op.INSTRUMENTED_CALL],
  [Op.CALL_KW, Op.INSTRUMENTED_CALL_KW],
  [Op.CALL_FUNCTION_EX, Op.INSTRUMENTED_CALL_FUNCTION_EX],
  [Op.JUMP_BACKWARD, Op.INSTRUMENTED_JUMP_BACKWARD],
]);

const NO_CACHES: unknown[] = [];

/** Does a set of tools by event contain any? */
const any = (tools: Uint8Array): boolean => tools.some((t) => t !== 0);

/** Is any event of the code wanted, so that its instructions are not the plain ones? */
const isInstrumented = (data: CodeMonitoring): boolean => data.watchesStops || any(data.active);

/** Calls `visit` for each instruction that tools may hear of. */
function eachInstruction(data: CodeMonitoring, visit: (at: number, opcode: number) => void): void {
  const { opcodes, first } = data;
  if (first < 0) return;
  for (let i = first; i < opcodes.length; i += 1 + cacheWords[opcodes[i]]) visit(i, opcodes[i]);
}

/** The opcode of what the interpreter executes for the instruction `at`. */
function formAt(data: CodeMonitoring, at: number): number {
  const opcode = data.opcodes[at];
  if (data.active[Event.LINE] !== 0 && opcode !== Op.RESUME && data.lineSites[at] !== LineSite.NONE) {
    return Op.INSTRUMENTED_LINE;
  }
  if (data.instructionTools[at] !== 0) return Op.INSTRUMENTED_INSTRUCTION;
  // RESUME looks whether the instrumentation is up to date; neither may warm the code up.
  const always = opcode === Op.RESUME || opcode === Op.JUMP_BACKWARD;
  const stops = data.watchesStops && opcode === Op.FOR_ITER;
  return data.tools[at] !== 0 || always || stops ? (instrumentedForms.get(opcode) ?? opcode) : opcode;
}

/**
 * Writes the words that the interpreter executes. They are changed in place, since some frame may just execute them:
 * each instruction stays where it is. Code that is instrumented consists of generic instructions, so that what tools
 * hear does not depend on how code is specialised; code that no longer is warms up again.
 */
function writeWords(data: CodeMonitoring): void {
  const { code } = data;
  const words = code.instructions;
  words.set(widenInstructions(code.code.code));
  code.caches = NO_CACHES;
  code.entry = 0;
  code.warmth = 0;
  code.compiled = null;
  activations.epoch++;
  if (isInstrumented(data))
    eachInstruction(data, (at) => (words[at] = makeWord(formAt(data, at), data.opargs[at])));
}

/** After the tools of the instruction `at` have changed. */
export function rewrite(data: CodeMonitoring, at: number): void {
  data.code.instructions[at] = makeWord(formAt(data, at), data.opargs[at]);
}

/** Forgets local events that were set before their tool was cleared. */
function dropOutdated(monitoring: Monitoring, data: CodeMonitoring): void {
  for (let tool = 0; tool < TOOLS; tool++) {
    if (data.toolVersions[tool] === monitoring.toolVersions[tool]) continue;
    for (let event = 0; event < LOCAL_EVENTS; event++) data.local[event] &= ~(1 << tool);
  }
}

/** Instruments a code object for what is wanted now, whether it is up to date or not (CPython `force_instrument`). */
export function instrument(monitoring: Monitoring, code: PyCode): void {
  executableOf(code);
  const data = codeMonitoringOf(code);
  const restarted = monitoring.restarted > data.version;
  dropOutdated(monitoring, data);
  const before = data.active;
  const active = data.local.map((tools, event) => tools | monitoring.tools[event]);
  const wasInstrumented = isInstrumented(data);
  const watchesStops = monitoring.tools[Event.RAISE] !== 0;
  const same = watchesStops === data.watchesStops && active.every((tools, event) => tools === before[event]);
  data.version = monitoring.version;
  data.active = active;
  data.watchesStops = watchesStops;
  if (same && !restarted) return;
  /** What a place's tools become: the new ones are added, and those stay disabled that were. */
  const changed = (tools: number, event: number): number =>
    restarted ? active[event] : (tools & active[event]) | (active[event] & ~before[event]);
  eachInstruction(data, (at, opcode) => {
    const event = data.events[at];
    if (event >= 0) data.tools[at] = changed(data.tools[at], event);
    if (opcode !== Op.RESUME && opcode !== Op.END_FOR) {
      data.instructionTools[at] = changed(data.instructionTools[at], Event.INSTRUCTION);
    }
    data.lineTools[at] = changed(data.lineTools[at], Event.LINE);
  });
  if (wasInstrumented || isInstrumented(data)) writeWords(data);
}

/** Instruments a code object if it is not up to date. */
export function bringUpToDate(monitoring: Monitoring, code: PyCode): void {
  const data = code.monitoring as CodeMonitoring | null;
  if (data === null || data.version !== monitoring.version) instrument(monitoring, code);
}

/** The `lineMark` of a frame whose code has just been instrumented. */
export function lineMarkOf(frame: Frame): number {
  const data = codeMonitoringOf(frame.code);
  const at = frame.pc - 1;
  return at < 0 || data.opcodes[at] === Op.RESUME ? RESUMED : data.lines[at];
}

/** Instruments the code that is being executed, in all frames of the thread: of `only`, or whatever is not up to date. */
export function instrumentFrames(ts: ThreadState, only: PyCode | null): void {
  const monitoring = monitoringOf(ts);
  if (only !== null) instrument(monitoring, only);
  for (let frame = ts.frame as Frame | null; frame !== null; frame = frame.previous) {
    if (only !== null && frame.code !== only) continue;
    bringUpToDate(monitoring, frame.code);
    if ((frame.code.monitoring as CodeMonitoring).active[Event.LINE] !== 0)
      frame.lineMark = lineMarkOf(frame);
  }
}
