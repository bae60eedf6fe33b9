import { call, raise, type Status, type ThreadState, type Value, ValueErrorType } from "@adder/objects";
import type { CodeMonitoring } from "./code-monitoring.js";
import { eventNames } from "./events.js";
import { rewrite } from "./instrument.js";
import { type Callback, DISABLE, monitoringOf, NativeCallback, TOOLS } from "./state.js";

/** Calls one callback: `true` when it answers DISABLE. */
function callOne(ts: ThreadState, callback: Callback, event: number, args: Value[]): boolean | null {
  const before = ts.event;
  ts.event = event;
  ts.tracing++;
  try {
    const result =
      callback instanceof NativeCallback ? callback.call(ts, args) : call(ts, callback, args.slice());
    return result === null ? null : result === DISABLE;
  } finally {
    // What is thrown through here is an exhausted stack or an exhausted budget.
    ts.tracing--;
    ts.event = before;
  }
}

/**
 * Tells tools of an event of an instruction, in CPython's order. Each may disable the event for this place.
 *
 * @param tools the tools of the event by code unit: `tools`, `lineTools` or `instructionTools` of `data`
 * @param at where these and DISABLE are looked up
 * @param args what callbacks get
 */
export function fireAt(
  ts: ThreadState,
  data: CodeMonitoring,
  tools: Uint8Array,
  at: number,
  event: number,
  args: Value[],
): Status {
  const { callbacks } = monitoringOf(ts);
  const told = tools[at];
  for (let tool = TOOLS - 1; tool >= 0; tool--) {
    if ((told & (1 << tool)) === 0) continue;
    const callback = callbacks[tool][event];
    if (callback === null) continue;
    const disabled = callOne(ts, callback, event, args);
    if (disabled === null) return null;
    if (disabled) {
      tools[at] &= ~(1 << tool);
      rewrite(data, at);
    }
  }
  return true;
}

/**
 * Tells tools of an event that cannot be disabled: exceptions, and how native calls end.
 *
 * @param told the tools, as bits
 */
export function fire(ts: ThreadState, told: number, event: number, args: Value[]): Status {
  const { callbacks } = monitoringOf(ts);
  for (let tool = TOOLS - 1; tool >= 0; tool--) {
    if ((told & (1 << tool)) === 0) continue;
    const callback = callbacks[tool][event];
    if (callback === null) continue;
    const disabled = callOne(ts, callback, event, args);
    if (disabled === null) return null;
    if (disabled) {
      callbacks[tool][event] = null;
      const message = `Cannot disable ${eventNames[event]} events. Callback removed.`;
      return raise(ts, ValueErrorType, message);
    }
  }
  return true;
}
