import {
  asDouble,
  asStr,
  BuiltinFunctionType,
  bindKeywords,
  call,
  callMethod,
  clearPending,
  defineStructSequence,
  defineType,
  getAttr,
  importName,
  isTrue,
  lookup,
  MethodDescriptorType,
  type ModuleSpec,
  None,
  newStructSequence,
  type PyBuiltinFunction,
  PyFloat,
  type PyInstance,
  PyList,
  PyPlainObject,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  repr,
  type Status,
  strFromJs,
  type ThreadState,
  TypeFlags,
  toJs,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { type CallRecord, type Entry, Recording } from "./recording.js";

const subentryFields = [
  ["code", "code object or built-in function name"],
  ["callcount", "how many times this is called"],
  ["reccallcount", "how many times this is called recursively"],
  ["totaltime", "total time in this call"],
  ["inlinetime", "inline time in this call (not in further calls)"],
] as const;

const EntryType = defineStructSequence({
  name: "_lsprof.profiler_entry",
  doc: "The calls of a function.",
  fields: [...subentryFields, ["calls", "details of the calls"]],
});
const SubentryType = defineStructSequence({
  name: "_lsprof.profiler_subentry",
  doc: "The calls that one function makes of another.",
  fields: subentryFields,
});

class PyProfiler extends PyPlainObject {
  attrs: PyInstance | null = null;
  readonly recording = new Recording<unknown>();
  /** Tells the time; `null` for the clock. */
  timer: Value | null = null;
  /** Seconds of a unit of the timer; 0 for a timer of seconds. */
  unit = 0;
  subcalls = true;
  builtins = true;
  enabled = false;
  /** Whether the timer is being asked: it may neither disable nor clear its profiler. */
  inTimer = false;
  /** `sys.monitoring.MISSING`. */
  missing: Value = None;
}

/** The tool of `sys.monitoring` that profilers are. */
const TOOL = 2;

/** Methods that are called for events. */
const callbacks = [
  ["PY_START", "_pystart_callback"],
  ["PY_RESUME", "_pystart_callback"],
  ["PY_THROW", "_pystart_callback"],
  ["PY_RETURN", "_pyreturn_callback"],
  ["PY_YIELD", "_pyreturn_callback"],
  ["PY_UNWIND", "_pyreturn_callback"],
  ["CALL", "_ccall_callback"],
  ["C_RETURN", "_creturn_callback"],
  ["C_RAISE", "_creturn_callback"],
] as const;

/** The time in seconds; 0 when the timer fails, which is reported. */
function timeOf(ts: ThreadState, self: PyProfiler): number {
  if (self.timer === null) return Number(ts.interp.host.monotonic()) / 1e9;
  self.inTimer = true;
  const told = call(ts, self.timer, []);
  self.inTimer = false;
  const time = told === null ? null : asDouble(ts, told);
  if (time !== null) return self.unit > 0 ? time * self.unit : time;
  ts.interp.evaluator.unraisable(ts, self.timer);
  return 0;
}

/** What is shown of a native function: for a method the repr of its descriptor. */
function shownFunction(ts: ThreadState, fn: PyBuiltinFunction): Value {
  const name = fn.def.name;
  const method = lookup(typeOf(fn.self), name);
  if (method !== undefined) {
    const text = repr(ts, method);
    if (text !== null) return text;
    clearPending(ts);
  }
  const owner = asStr(fn.module);
  return strFromJs(`<built-in method ${owner === undefined ? "" : `${toJs(owner)}.`}${name}>`);
}

/** The native function that is called, where it is one that is counted. */
function nativeFunction(
  ts: ThreadState,
  self: PyProfiler,
  [, , callee, first]: readonly Value[],
): Result<PyBuiltinFunction | undefined> {
  const type = typeOf(callee);
  if (type === BuiltinFunctionType) return callee as PyBuiltinFunction;
  if (type !== MethodDescriptorType || first === self.missing) return undefined;
  const bound = type.tp_descr_get?.(ts, callee, first, typeOf(first)) ?? null;
  if (bound === null) return null;
  return typeOf(bound) === BuiltinFunctionType ? (bound as PyBuiltinFunction) : undefined;
}

/* Callbacks get the code object, an offset, and what else the event says. */

const started = (ts: ThreadState, self: PyProfiler, args: Value[]): Value => {
  const [code] = args;
  self.recording.enter(
    code,
    () => code,
    self.subcalls,
    () => timeOf(ts, self),
  );
  return None;
};

const returned = (ts: ThreadState, self: PyProfiler, args: Value[]): Value => {
  self.recording.leave(args[0], self.subcalls, timeOf(ts, self));
  return None;
};

function nativeStarted(ts: ThreadState, self: PyProfiler, args: Value[]): Result<Value> {
  if (!self.builtins) return None;
  const fn = nativeFunction(ts, self, args);
  if (fn === null) return null;
  if (fn !== undefined) {
    self.recording.enter(
      fn.def,
      () => shownFunction(ts, fn),
      self.subcalls,
      () => timeOf(ts, self),
    );
  }
  return None;
}

function nativeReturned(ts: ThreadState, self: PyProfiler, args: Value[]): Result<Value> {
  if (!self.builtins) return None;
  const fn = nativeFunction(ts, self, args);
  if (fn === null) return null;
  if (fn !== undefined) self.recording.leave(fn.def, self.subcalls, timeOf(ts, self));
  return None;
}

/** Registers the callbacks, or takes them back; answers the events. */
function register(ts: ThreadState, monitoring: Value, self: PyProfiler | null): Result<number> {
  const events = getAttr(ts, monitoring, "events");
  if (events === null) return null;
  let all = 0;
  for (const [name, method] of callbacks) {
    const event = getAttr(ts, events, name);
    const callback = self === null ? None : getAttr(ts, self, method);
    if (event === null || callback === null) return null;
    if (callMethod(ts, monitoring, "register_callback", [TOOL, event, callback]) === null) return null;
    all |= event as number;
  }
  return self === null ? 0 : all;
}

/** A flag given as an argument; `undefined` leaves it as it is. */
function flag(ts: ThreadState, v: Value | undefined, before: boolean): Result<boolean> {
  return v === undefined ? before : isTrue(ts, v);
}

function enable(
  ts: ThreadState,
  self: PyProfiler,
  subcallsValue: Value | undefined,
  builtinsValue: Value | undefined,
): Result<Value> {
  const subcalls = flag(ts, subcallsValue, true);
  const builtins = subcalls === null ? null : flag(ts, builtinsValue, true);
  const monitoring = builtins === null ? null : importName(ts, "sys", "monitoring");
  if (subcalls === null || builtins === null || monitoring === null) return null;
  if (callMethod(ts, monitoring, "use_tool_id", [TOOL, "cProfile"]) === null) {
    clearPending(ts);
    return raise(ts, ValueErrorType, "Another profiling tool is already active");
  }
  const missing = getAttr(ts, monitoring, "MISSING");
  const events = missing === null ? null : register(ts, monitoring, self);
  if (
    missing === null ||
    events === null ||
    callMethod(ts, monitoring, "set_events", [TOOL, events]) === null
  )
    return null;
  self.subcalls = subcalls;
  self.builtins = builtins;
  self.missing = missing;
  self.enabled = true;
  return None;
}

function clear(ts: ThreadState, self: PyProfiler): Result<Value> {
  if (self.inTimer) return raise(ts, RuntimeErrorType, "cannot clear profiler in external timer");
  self.recording.clear();
  return None;
}

function disable(ts: ThreadState, self: PyProfiler): Result<Value> {
  if (self.inTimer) return raise(ts, RuntimeErrorType, "cannot disable profiler in external timer");
  if (!self.enabled) return None;
  const monitoring = importName(ts, "sys", "monitoring");
  if (monitoring === null) return null;
  if (callMethod(ts, monitoring, "set_events", [TOOL, 0]) === null) return null;
  if (register(ts, monitoring, null) === null) return null;
  if (callMethod(ts, monitoring, "free_tool_id", [TOOL]) === null) return null;
  self.enabled = false;
  self.recording.endAll(self.subcalls, () => timeOf(ts, self));
  return None;
}

const countsOf = (shown: unknown, record: CallRecord): Value[] => [
  shown as Value,
  record.callCount,
  record.recursiveCallCount,
  new PyFloat(record.totalTime),
  new PyFloat(record.inlineTime),
];

function statsOf(entry: Entry): Value {
  const calls: Value[] = [];
  for (const [called, record] of entry.calls) {
    if (record.callCount > 0) calls.push(newStructSequence(SubentryType, countsOf(called.shown, record)));
  }
  return newStructSequence(EntryType, [
    ...countsOf(entry.shown, entry),
    calls.length === 0 ? None : new PyList(calls),
  ]);
}

function init(ts: ThreadState, self: PyProfiler, args: Value[], kwnames: readonly string[] | null): Status {
  const names = ["timer", "timeunit", "subcalls", "builtins"];
  const bound = bindKeywords(ts, "Profiler", args, kwnames, names, 0);
  if (bound === null) return null;
  const [timer, unitValue, subcallsValue, builtinsValue] = bound;
  const unit = unitValue === undefined ? 0 : asDouble(ts, unitValue);
  const subcalls = unit === null ? null : flag(ts, subcallsValue, true);
  const builtins = subcalls === null ? null : flag(ts, builtinsValue, true);
  if (unit === null || subcalls === null || builtins === null) return null;
  self.timer = timer === undefined || timer === None ? null : timer;
  self.unit = unit;
  self.subcalls = subcalls;
  self.builtins = builtins;
  return true;
}

const ProfilerType: PyType = defineType({
  name: "_lsprof.Profiler",
  flags: TypeFlags.BASETYPE,
  doc: "Adds up how often functions are called and how long that takes.",
  signature: "(timer=None, timeunit=0.0, subcalls=True, builtins=True)",
  slots: { tp_new: (_ts, cls) => new PyProfiler(cls), tp_init: init },
  methods: [
    ["enable", "($self, /, subcalls=True, builtins=True)", enable, "Starts collecting."],
    ["disable", "($self, /)", disable, "Stops collecting."],
    ["clear", "($self, /)", clear, "Forgets what was collected."],
    [
      "getstats",
      "($self, /)",
      (_ts, self: PyProfiler) =>
        new PyList([...self.recording.entries.values()].filter((e) => e.callCount > 0).map(statsOf)),
      "What was collected: a profiler_entry for each function.",
    ],
    ["_pystart_callback", "($self, code, instruction_offset, /)", started, null, { raw: true }],
    ["_pyreturn_callback", "($self, code, instruction_offset, retval, /)", returned, null, { raw: true }],
    [
      "_ccall_callback",
      "($self, code, instruction_offset, callable, self_arg, /)",
      nativeStarted,
      null,
      { raw: true },
    ],
    [
      "_creturn_callback",
      "($self, code, instruction_offset, callable, self_arg, /)",
      nativeReturned,
      null,
      { raw: true },
    ],
  ],
});

/** `_lsprof` (CPython `Modules/_lsprof.c`): a profiler on top of `sys.monitoring`, for `cProfile`. */
export const lsprofModule: ModuleSpec = {
  name: "_lsprof",
  doc: "Fast profiler.",
  types: [ProfilerType],
  attributes: { profiler_entry: EntryType, profiler_subentry: SubentryType },
};
