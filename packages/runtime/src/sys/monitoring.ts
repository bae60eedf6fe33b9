import {
  asStr,
  call,
  type ModuleSpec,
  None,
  NotImplementedErrorType,
  ObjectType,
  PyCode,
  PyDict,
  PyPlainObject,
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

/** Events by bit. */
const EVENTS = [
  "PY_START",
  "PY_RESUME",
  "PY_RETURN",
  "PY_YIELD",
  "CALL",
  "LINE",
  "INSTRUCTION",
  "JUMP",
  "BRANCH_LEFT",
  "BRANCH_RIGHT",
  "STOP_ITERATION",
  "RAISE",
  "EXCEPTION_HANDLED",
  "PY_UNWIND",
  "PY_THROW",
  "RERAISE",
  "C_RETURN",
  "C_RAISE",
  "BRANCH",
] as const;

const TOOLS = 6;

interface Tool {
  readonly name: Value;
  readonly callbacks: Map<number, Value>;
}

/** Tools that have registered themselves. */
class Monitoring {
  readonly tools: (Tool | null)[] = new Array<Tool | null>(TOOLS).fill(null);
}

const toolsOf = (ts: ThreadState): (Tool | null)[] =>
  ts.interp.state(Monitoring, () => new Monitoring()).tools;

function toolId(ts: ThreadState, v: Value): Result<number> {
  const id = toSize(ts, v);
  if (id === null) return null;
  if (id >= 0 && id < TOOLS) return id;
  return raise(ts, ValueErrorType, `invalid tool ${id} (must be between 0 and ${TOOLS - 1})`);
}

/** The number of a tool that is in use. */
function usedTool(ts: ThreadState, v: Value): Result<number> {
  const id = toolId(ts, v);
  if (id === null || toolsOf(ts)[id] !== null) return id;
  return raise(ts, ValueErrorType, `tool ${id} is not in use`);
}

/** Checks a set of events. Only the empty one can be had. */
function checkEvents(ts: ThreadState, v: Value): Status {
  const events = toSize(ts, v);
  if (events === null) return null;
  if (events < 0 || events >= 1 << EVENTS.length) {
    return raise(ts, ValueErrorType, `invalid event set 0x${events.toString(16)}`);
  }
  if (events === 0) return true;
  return raise(ts, NotImplementedErrorType, "events are not supported by this version");
}

function useToolId(ts: ThreadState, _m: Value, idValue: Value, name: Value): Result<Value> {
  const id = toolId(ts, idValue);
  if (id === null) return null;
  if (asStr(name) === undefined) return raise(ts, ValueErrorType, "tool name must be a str");
  const tools = toolsOf(ts);
  if (tools[id] !== null) return raise(ts, ValueErrorType, `tool ${id} is already in use`);
  tools[id] = { name, callbacks: new Map() };
  return None;
}

function registerCallback(
  ts: ThreadState,
  _m: Value,
  idValue: Value,
  eventValue: Value,
  callback: Value,
): Result<Value> {
  const id = toolId(ts, idValue);
  const event = id === null ? null : toSize(ts, eventValue);
  if (id === null || event === null) return null;
  if (event <= 0 || (event & (event - 1)) !== 0) {
    return raise(ts, ValueErrorType, "The callback can only be set for one event at a time");
  }
  if (event >= 1 << EVENTS.length) return raise(ts, ValueErrorType, `invalid event ${event}`);
  const tool = toolsOf(ts)[id];
  const old = tool?.callbacks.get(event) ?? None;
  tool?.callbacks.set(event, callback);
  return old;
}

function localEvents(ts: ThreadState, idValue: Value, code: Value, events: Value): Result<Value> {
  const id = usedTool(ts, idValue);
  if (id === null) return null;
  if (!(code instanceof PyCode)) return raise(ts, TypeErrorType, "code must be a code object");
  return checkEvents(ts, events) === null ? null : None;
}

/** Forgets the callbacks of a tool, or the tool itself. */
function forget(ts: ThreadState, idValue: Value, whole: boolean): Result<Value> {
  const id = toolId(ts, idValue);
  if (id === null) return null;
  const tools = toolsOf(ts);
  if (whole) tools[id] = null;
  else tools[id]?.callbacks.clear();
  return None;
}

/** `sys.monitoring` (PEP 669, CPython `Python/instrumentation.c`): tools can register, but there are no events yet. */
export const monitoringModule: ModuleSpec = {
  name: "sys.monitoring",
  functions: [
    ["use_tool_id", "($module, tool_id, name, /)", useToolId, "Registers a tool."],
    ["clear_tool_id", "($module, tool_id, /)", (ts, _m, id: Value) => forget(ts, id, false)],
    ["free_tool_id", "($module, tool_id, /)", (ts, _m, id: Value) => forget(ts, id, true)],
    [
      "get_tool",
      "($module, tool_id, /)",
      (ts, _m, idValue: Value) => {
        const id = toolId(ts, idValue);
        return id === null ? null : (toolsOf(ts)[id]?.name ?? None);
      },
      "The name of a tool.",
    ],
    [
      "register_callback",
      "($module, tool_id, event, func, /)",
      registerCallback,
      "Sets what an event calls.",
    ],
    [
      "get_events",
      "($module, tool_id, /)",
      (ts, _m, id: Value) => (toolId(ts, id) === null ? null : 0),
      "The events of a tool.",
    ],
    [
      "set_events",
      "($module, tool_id, event_set, /)",
      (ts, _m, idValue: Value, events: Value) => {
        const id = toolId(ts, idValue);
        if (id === null || checkEvents(ts, events) === null) return null;
        return usedTool(ts, id) === null ? null : None;
      },
      "Sets the events of a tool.",
    ],
    [
      "get_local_events",
      "($module, tool_id, code, /)",
      (ts, _m, id: Value, code: Value) => (localEvents(ts, id, code, 0) === null ? null : 0),
      "The events of a tool in a code object.",
    ],
    [
      "set_local_events",
      "($module, tool_id, code, event_set, /)",
      (ts, _m, id: Value, code: Value, events: Value) => localEvents(ts, id, code, events),
      "Sets the events of a tool in a code object.",
    ],
    ["restart_events", "($module, /)", () => None],
    ["_all_events", "($module, /)", () => new PyDict()],
  ],
  attributes: { DEBUGGER_ID: 0, COVERAGE_ID: 1, PROFILER_ID: 2, OPTIMIZER_ID: 5 },
  exec(ts, set) {
    set("DISABLE", new PyPlainObject(ObjectType));
    set("MISSING", new PyPlainObject(ObjectType));
    const bits = EVENTS.map((_, i) => 1 << i);
    const events = call(ts, SimpleNamespaceType, [...bits, 0], [...EVENTS, "NO_EVENTS"]);
    if (events === null) return null;
    set("events", events);
    return true;
  },
};
