import { Op } from "@adder/bytecode";

/** Events of `sys.monitoring` by number; Python sees them as bits (PEP 669, CPython `Include/cpython/monitoring.h`). */
export const enum Event {
  PY_START = 0,
  PY_RESUME = 1,
  PY_RETURN = 2,
  PY_YIELD = 3,
  CALL = 4,
  LINE = 5,
  INSTRUCTION = 6,
  JUMP = 7,
  BRANCH_LEFT = 8,
  BRANCH_RIGHT = 9,
  STOP_ITERATION = 10,
  RAISE = 11,
  EXCEPTION_HANDLED = 12,
  PY_UNWIND = 13,
  PY_THROW = 14,
  RERAISE = 15,
  C_RETURN = 16,
  C_RAISE = 17,
  BRANCH = 18,
}

/** Names of the events in the order of their numbers. */
export const eventNames =
  "PY_START PY_RESUME PY_RETURN PY_YIELD CALL LINE INSTRUCTION JUMP BRANCH_LEFT BRANCH_RIGHT STOP_ITERATION RAISE EXCEPTION_HANDLED PY_UNWIND PY_THROW RERAISE C_RETURN C_RAISE BRANCH".split(
    " ",
  );

/** How many events belong to instructions: these can be had for single code objects, and be disabled. */
export const LOCAL_EVENTS = 11;
/** How many events can be set by themselves; the rest are part of others. */
export const UNGROUPED_EVENTS = 16;

/** Event that an instruction is about, besides those that any instruction can cause. */
const eventByOpcode: ReadonlyMap<number, number> = new Map<number, number>([
  [Op.RETURN_VALUE, Event.PY_RETURN],
  [Op.YIELD_VALUE, Event.PY_YIELD],
  [Op.CALL, Event.CALL],
  [Op.CALL_KW, Event.CALL],
  [Op.CALL_FUNCTION_EX, Event.CALL],
  [Op.LOAD_SUPER_ATTR, Event.CALL],
  [Op.JUMP_FORWARD, Event.JUMP],
  [Op.JUMP_BACKWARD, Event.JUMP],
  [Op.POP_JUMP_IF_FALSE, Event.BRANCH_RIGHT],
  [Op.POP_JUMP_IF_TRUE, Event.BRANCH_RIGHT],
  [Op.POP_JUMP_IF_NONE, Event.BRANCH_RIGHT],
  [Op.POP_JUMP_IF_NOT_NONE, Event.BRANCH_RIGHT],
  [Op.NOT_TAKEN, Event.BRANCH_LEFT],
  [Op.FOR_ITER, Event.BRANCH_LEFT],
  [Op.POP_ITER, Event.BRANCH_RIGHT],
  [Op.END_ASYNC_FOR, Event.BRANCH_RIGHT],
  [Op.END_FOR, Event.STOP_ITERATION],
  [Op.END_SEND, Event.STOP_ITERATION],
]);

/** Number of the event that a generic instruction is about, -1 for none. */
export function eventOf(opcode: number, oparg: number): number {
  if (opcode === Op.RESUME) return oparg === 0 ? Event.PY_START : Event.PY_RESUME;
  return eventByOpcode.get(opcode) ?? -1;
}
