import {
  asStr,
  call,
  type ModuleSpec,
  None,
  PyCode,
  PyDict,
  type Result,
  raise,
  SimpleNamespaceType,
  type Status,
  type ThreadState,
  TypeErrorType,
  toSize,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { branchCallback } from "../monitoring/branch-callback.js";
import { Event, eventNames, LOCAL_EVENTS, UNGROUPED_EVENTS } from "../monitoring/events.js";
import {
  clearTool,
  localEventsOf,
  restartEvents,
  setEvents,
  setLocalEvents,
} from "../monitoring/set-events.js";
import {
  type Callback,
  DISABLE,
  MISSING,
  monitoringOf,
  NativeCallback,
  USER_TOOLS,
} from "../monitoring/state.js";
import { audit } from "./functions.js";

function toolId(ts: ThreadState, v: Value): Result<number> {
  const id = toSize(ts, v);
  if (id === null) return null;
  if (id >= 0 && id < USER_TOOLS) return id;
  return raise(ts, ValueErrorType, `invalid tool ${id} (must be between 0 and ${USER_TOOLS - 1})`);
}

/** Raises ValueError unless a tool is in use. */
function checkUsed(ts: ThreadState, id: number): Status {
  if (monitoringOf(ts).names[id] !== null) return true;
  return raise(ts, ValueErrorType, `tool ${id} is not in use`);
}

/** How native calls end. */
const C_EVENTS = (1 << Event.C_RETURN) | (1 << Event.C_RAISE);
/** What must be set together for these. */
const CALL_EVENTS = C_EVENTS | (1 << Event.CALL);

/**
 * A set of events as it is kept: what comes with CALL is not set by itself, and BRANCH means both ways.
 *
 * @param local is it for one code object?
 */
function eventSet(ts: ThreadState, v: Value, local: boolean): Result<number> {
  let events = toSize(ts, v);
  if (events === null) return null;
  const given = events;
  const limit = 1 << eventNames.length;
  const invalid = (): null => {
    const kind = local ? "local event set" : "event set";
    return raise(ts, ValueErrorType, `invalid ${kind} 0x${((events as number) >>> 0).toString(16)}`);
  };
  if (!local && (given < 0 || given >= limit)) return invalid();
  if ((events & C_EVENTS) !== 0 && (events & CALL_EVENTS) !== CALL_EVENTS) {
    return raise(ts, ValueErrorType, "cannot set C_RETURN or C_RAISE events independently");
  }
  events &= ~C_EVENTS;
  if ((events & (1 << Event.BRANCH)) !== 0) {
    events = (events & ~(1 << Event.BRANCH)) | (1 << Event.BRANCH_LEFT) | (1 << Event.BRANCH_RIGHT);
  }
  return local && (events < 0 || events >= 1 << LOCAL_EVENTS) ? invalid() : events;
}

function useToolId(ts: ThreadState, _m: Value, idValue: Value, name: Value): Result<Value> {
  const id = toolId(ts, idValue);
  if (id === null) return null;
  if (asStr(name) === undefined) return raise(ts, ValueErrorType, "tool name must be a str");
  const { names } = monitoringOf(ts);
  if (names[id] !== null) return raise(ts, ValueErrorType, `tool ${id} is already in use`);
  names[id] = name;
  return None;
}

/** Clears a tool's callbacks and events, and forgets the tool itself if `whole`. */
function forget(ts: ThreadState, idValue: Value, whole: boolean): Result<Value> {
  const id = toolId(ts, idValue);
  if (id === null) return null;
  const { names } = monitoringOf(ts);
  if (names[id] !== null) clearTool(ts, id);
  if (whole) names[id] = null;
  return None;
}

/** What Python sees of a callback. */
const shown = (callback: Callback | null): Value =>
  (callback instanceof NativeCallback ? callback.wrapped : callback) ?? None;

function registerCallback(
  ts: ThreadState,
  _m: Value,
  idValue: Value,
  eventValue: Value,
  fn: Value,
): Result<Value> {
  const id = toolId(ts, idValue);
  const bits = id === null ? null : toSize(ts, eventValue);
  if (id === null || bits === null) return null;
  if (bits <= 0 || (bits & (bits - 1)) !== 0) {
    return raise(ts, ValueErrorType, "The callback can only be set for one event at a time");
  }
  const event = Math.log2(bits);
  if (event >= eventNames.length) return raise(ts, ValueErrorType, `invalid event ${bits}`);
  if (audit(ts, "sys.monitoring.register_callback", [fn]) === null) return null;
  const callbacks = monitoringOf(ts).callbacks[id];
  if (event === Event.BRANCH) {
    const before = callbacks[Event.BRANCH_LEFT];
    callbacks[Event.BRANCH_LEFT] = fn === None ? null : branchCallback(id, fn, false);
    callbacks[Event.BRANCH_RIGHT] = fn === None ? null : branchCallback(id, fn, true);
    return shown(before);
  }
  const before = callbacks[event];
  callbacks[event] = fn === None ? null : fn;
  return shown(before);
}

function getEvents(ts: ThreadState, _m: Value, idValue: Value): Result<Value> {
  const id = toolId(ts, idValue);
  if (id === null) return null;
  return monitoringOf(ts).tools.reduce((set, tools, event) => set | (((tools >> id) & 1) << event), 0);
}

function setEventsOf(ts: ThreadState, _m: Value, idValue: Value, value: Value): Result<Value> {
  const id = toolId(ts, idValue);
  if (id === null) return null;
  const events = eventSet(ts, value, false);
  if (events === null || checkUsed(ts, id) === null) return null;
  setEvents(ts, id, events);
  return None;
}

function toCode(ts: ThreadState, v: Value): Result<PyCode> {
  return v instanceof PyCode ? v : raise(ts, TypeErrorType, "code must be a code object");
}

function getLocalEvents(ts: ThreadState, _m: Value, idValue: Value, value: Value): Result<Value> {
  const code = toCode(ts, value);
  const id = code === null ? null : toolId(ts, idValue);
  return code === null || id === null ? null : localEventsOf(code, id);
}

function setLocalEventsOf(
  ts: ThreadState,
  _m: Value,
  idValue: Value,
  codeValue: Value,
  value: Value,
): Result<Value> {
  const code = toCode(ts, codeValue);
  const id = code === null ? null : toolId(ts, idValue);
  if (code === null || id === null) return null;
  const events = eventSet(ts, value, true);
  if (events === null || checkUsed(ts, id) === null) return null;
  setLocalEvents(ts, id, code, events);
  return None;
}

function allEvents(ts: ThreadState): Value {
  const dict = new PyDict();
  const { tools } = monitoringOf(ts);
  for (let event = 0; event < UNGROUPED_EVENTS; event++) {
    if (tools[event] !== 0) dict.setStr(eventNames[event], tools[event]);
  }
  return dict;
}

/** `sys.monitoring` (PEP 669, CPython `Python/instrumentation.c`). */
export const monitoringModule: ModuleSpec = {
  name: "sys.monitoring",
  functions: [
    ["use_tool_id", "($module, tool_id, name, /)", useToolId, "Registers a tool."],
    [
      "clear_tool_id",
      "($module, tool_id, /)",
      (ts, _m, id: Value) => forget(ts, id, false),
      "Takes events and callbacks from a tool.",
    ],
    ["free_tool_id", "($module, tool_id, /)", (ts, _m, id: Value) => forget(ts, id, true), "Forgets a tool."],
    [
      "get_tool",
      "($module, tool_id, /)",
      (ts, _m, idValue: Value) => {
        const id = toolId(ts, idValue);
        return id === null ? null : (monitoringOf(ts).names[id] ?? None);
      },
      "The name of a tool.",
    ],
    [
      "register_callback",
      "($module, tool_id, event, func, /)",
      registerCallback,
      "Sets what an event calls.",
    ],
    ["get_events", "($module, tool_id, /)", getEvents, "The events of a tool."],
    ["set_events", "($module, tool_id, event_set, /)", setEventsOf, "Sets the events of a tool."],
    [
      "get_local_events",
      "($module, tool_id, code, /)",
      getLocalEvents,
      "The events of a tool in a code object.",
    ],
    [
      "set_local_events",
      "($module, tool_id, code, event_set, /)",
      setLocalEventsOf,
      "Sets the events of a tool in a code object.",
    ],
    [
      "restart_events",
      "($module, /)",
      (ts) => {
        restartEvents(ts);
        return None;
      },
      "Makes disabled events happen again.",
    ],
    ["_all_events", "($module, /)", allEvents, "The tools that want each event, as bits."],
  ],
  attributes: { DEBUGGER_ID: 0, COVERAGE_ID: 1, PROFILER_ID: 2, OPTIMIZER_ID: 5, DISABLE, MISSING },
  exec(ts, set) {
    const bits = eventNames.map((_, i) => 1 << i);
    const events = call(ts, SimpleNamespaceType, [...bits, 0], [...eventNames, "NO_EVENTS"]);
    if (events === null) return null;
    set("events", events);
    return true;
  },
};
