import type { Frame } from "@adder/frames";
import {
  argumentTypeName,
  asDouble,
  asStr,
  call,
  clearPending,
  handledException,
  intArgument,
  isCallable,
  type KwNames,
  lookupSpecial,
  type MethodRow,
  None,
  newException,
  PyFloat,
  PyTuple,
  PyType,
  pendingMatches,
  RecursionErrorType,
  type Result,
  raise,
  raiseValue,
  SystemExitType,
  setClassVariable,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toInt,
  toSize,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { displayHook } from "./output.js";
import { SysState } from "./state.js";
import { asyncgenHooks } from "./structs.js";

/** Smallest limit that `sys.set_int_max_str_digits` takes. */
const DIGITS_THRESHOLD = 640;

function exit(ts: ThreadState, _module: Value, status: Value | undefined): null {
  const args =
    status === undefined || status === None ? [] : status instanceof PyTuple ? status.items : [status];
  return raiseValue(ts, newException(SystemExitType, args));
}

/** What `dataclasses` does to a class before it makes one with slots in its place. */
function clearTypeDescriptors(ts: ThreadState, _module: Value, type: Value): Result<Value> {
  if (!(type instanceof PyType)) {
    const message = `_clear_type_descriptors() argument must be type, not ${typeName(type)}`;
    return raise(ts, TypeErrorType, message);
  }
  if ((type.flags & TypeFlags.IMMUTABLE) !== 0) return raise(ts, TypeErrorType, "argument is immutable");
  for (const name of ["__dict__", "__weakref__"]) setClassVariable(ts, type, name, undefined);
  return None;
}

function excInfo(ts: ThreadState): Value {
  const exc = handledException(ts);
  return new PyTuple(exc === null ? [None, None, None] : [exc.cls, exc, exc.traceback ?? None]);
}

function setRecursionLimit(ts: ThreadState, _module: Value, limitValue: Value): Result<Value> {
  const limit = intArgument(ts, limitValue);
  if (limit === null) return null;
  if (limit < 1) return raise(ts, ValueErrorType, "recursion limit must be greater or equal than 1");
  const depth = ts.frame === null ? 0 : (ts.frame as Frame).depth;
  if (depth >= limit) {
    return raise(
      ts,
      RecursionErrorType,
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    );
  }
  ts.interp.recursionLimit = limit;
  return None;
}

function setMaxDigits(ts: ThreadState, _module: Value, digitsValue: Value): Result<Value> {
  const digits = intArgument(ts, digitsValue);
  if (digits === null) return null;
  if (digits !== 0 && digits < DIGITS_THRESHOLD) {
    return raise(ts, ValueErrorType, `maxdigits must be >= ${DIGITS_THRESHOLD} or 0 for unlimited`);
  }
  ts.interp.intMaxStrDigits = digits;
  return None;
}

function intern(ts: ThreadState, _module: Value, text: Value): Result<Value> {
  // Equal strs are one object here already: identity follows the value.
  if (asStr(text) === undefined) {
    return raise(ts, TypeErrorType, `intern() argument must be str, not ${typeName(text)}`);
  }
  return typeof text === "string" || asStr(text) === text
    ? text
    : raise(ts, TypeErrorType, `can't intern ${typeName(text)}`);
}

function getSizeOf(
  ts: ThreadState,
  _module: Value,
  object: Value,
  fallback: Value | undefined,
): Result<Value> {
  const method = lookupSpecial(ts, object, "__sizeof__");
  const size = method === null || method === undefined ? null : call(ts, method, []);
  if (size === null) {
    if (method === undefined)
      return fallback ?? raise(ts, TypeErrorType, `Type ${typeName(object)} doesn't define __sizeof__`);
    if (fallback === undefined || !pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
    return fallback;
  }
  const n = toInt(size);
  if (n === undefined)
    return raise(ts, TypeErrorType, `'${typeName(size)}' object cannot be interpreted as an integer`);
  return n < 0 ? raise(ts, ValueErrorType, "__sizeof__() should return >= 0") : size;
}

/** Calls the audit hooks (PEP 578). */
export function audit(ts: ThreadState, event: string, args: readonly Value[]): Result<true> {
  const hooks = SysState.of(ts).auditHooks;
  if (hooks === null) return true;
  const tuple = new PyTuple(args);
  for (const hook of hooks) if (call(ts, hook, [event, tuple]) === null) return null;
  return true;
}

function auditFunction(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (kwnames !== null && kwnames.length > 0)
    return raise(ts, TypeErrorType, "sys.audit() takes no keyword arguments");
  if (args.length === 0) return raise(ts, TypeErrorType, "audit expected at least 1 argument, got 0");
  const event = asStr(args[0]);
  if (event === undefined)
    return raise(ts, TypeErrorType, `audit() argument 1 must be str, not ${typeName(args[0])}`);
  return audit(ts, event as string, args.slice(1)) === null ? null : None;
}

function setAsyncgenHooks(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const names = ["firstiter", "finalizer"];
  const given = new Map<string, Value>();
  const positional = args.length - (kwnames?.length ?? 0);
  for (let i = 0; i < args.length; i++)
    given.set(i < positional ? names[i] : (kwnames as readonly string[])[i - positional], args[i]);
  for (const name of names) {
    const hook = given.get(name);
    if (hook !== undefined && hook !== None && !isCallable(hook)) {
      return raise(ts, TypeErrorType, `callable ${name} expected, got ${typeName(hook)}`);
    }
  }
  const state = SysState.of(ts);
  state.asyncgenFirstIter = given.get("firstiter") ?? state.asyncgenFirstIter;
  state.asyncgenFinalizer = given.get("finalizer") ?? state.asyncgenFinalizer;
  return None;
}

/** Functions of `sys` that need no frames. */
export const sysFunctions: readonly MethodRow[] = [
  ["exit", "($module, status=None, /)", exit, "Raises SystemExit."],
  ["exc_info", "($module, /)", excInfo, "Type, value and traceback of the exception that is being handled."],
  [
    "exception",
    "($module, /)",
    (ts) => handledException(ts) ?? None,
    "The exception that is being handled, or None.",
  ],
  [
    "displayhook",
    "($module, object, /)",
    (ts, _m, value: Value) => displayHook(ts, value),
    "Shows a value at the prompt.",
  ],
  ["getrecursionlimit", "($module, /)", (ts) => ts.interp.recursionLimit, "The recursion limit."],
  ["setrecursionlimit", "($module, limit, /)", setRecursionLimit, "Sets the recursion limit."],
  [
    "get_int_max_str_digits",
    "($module, /)",
    (ts) => ts.interp.intMaxStrDigits,
    "Limit of int to str conversion.",
  ],
  [
    "set_int_max_str_digits",
    "($module, /, maxdigits)",
    setMaxDigits,
    "Sets the limit of int to str conversion.",
  ],
  ["getdefaultencoding", "($module, /)", () => "utf-8", "Always 'utf-8'."],
  ["getfilesystemencoding", "($module, /)", () => "utf-8", "Encoding of file names."],
  ["getfilesystemencodeerrors", "($module, /)", () => "surrogateescape", "Error handler for file names."],
  ["intern", "($module, string, /)", intern, "Interns a str."],
  [
    "_is_interned",
    "($module, string, /)",
    (ts, _m, v: Value) =>
      asStr(v) === undefined
        ? raise(ts, TypeErrorType, `_is_interned() argument must be str, not ${argumentTypeName(v)}`)
        : true,
    "Is a str interned?",
  ],
  ["_is_gil_enabled", "($module, /)", () => true, "There is a single thread of execution at a time."],
  [
    "is_finalizing",
    "($module, /)",
    (ts) => SysState.of(ts).finalizing,
    "Is the interpreter being shut down?",
  ],
  [
    "getsizeof",
    "($module, object, default=<unrepresentable>, /)",
    getSizeOf,
    "Size of an object in bytes.",
    { hidden: true },
  ],
  ["getrefcount", "($module, object, /)", () => 2, "A number that says nothing: references are not counted."],
  ["getallocatedblocks", "($module, /)", () => 0, "0: memory belongs to the host."],
  [
    "getunicodeinternedsize",
    "($module, /, *, _only_immortal=False)",
    () => 0,
    "0: interning belongs to the host.",
  ],
  [
    "getswitchinterval",
    "($module, /)",
    (ts) => new PyFloat(SysState.of(ts).switchInterval),
    "The interval at which threads are switched, in seconds.",
  ],
  [
    "setswitchinterval",
    "($module, interval, /)",
    (ts, _m, interval: Value) => {
      const seconds = asDouble(ts, interval);
      if (seconds === null) return null;
      if (!(seconds > 0)) return raise(ts, ValueErrorType, "switch interval must be strictly positive");
      SysState.of(ts).switchInterval = seconds;
      return None;
    },
    "Sets the interval at which threads are switched.",
  ],
  ["getdlopenflags", "($module, /)", (ts) => SysState.of(ts).dlopenFlags, "Flags for dlopen."],
  [
    "get_coroutine_origin_tracking_depth",
    "($module, /)",
    (ts) => SysState.of(ts).originTrackingDepth,
    "Frames that are remembered of a coroutine's making.",
  ],
  [
    "set_coroutine_origin_tracking_depth",
    "($module, /, depth)",
    (ts, _m, depthValue: Value) => {
      const depth = toSize(ts, depthValue);
      if (depth === null) return null;
      if (depth < 0) return raise(ts, ValueErrorType, "depth must be >= 0");
      SysState.of(ts).originTrackingDepth = depth;
      return None;
    },
    "Sets how many frames are remembered of a coroutine's making.",
  ],
  [
    "get_asyncgen_hooks",
    "($module, /)",
    (ts) => asyncgenHooks(SysState.of(ts).asyncgenFirstIter, SysState.of(ts).asyncgenFinalizer),
    "Hooks of asynchronous generators.",
  ],
  [
    "set_asyncgen_hooks",
    "($module, *args, **kwargs)",
    setAsyncgenHooks,
    "Sets hooks of asynchronous generators.",
    { hidden: true },
  ],
  ["audit", "($module, event, /, *args)", auditFunction, "Tells the audit hooks of an event."],
  [
    "addaudithook",
    "($module, /, hook)",
    (ts, _m, hook: Value) => {
      if (audit(ts, "sys.addaudithook", []) === null) return null;
      (SysState.of(ts).auditHooks ??= []).push(hook);
      return None;
    },
    "Adds an audit hook, for good.",
  ],
  ["_clear_type_cache", "($module, /)", () => None, "Nothing to be cleared by hand."],
  ["_clear_internal_caches", "($module, /)", () => None, "Nothing to be cleared by hand."],
  [
    "_clear_type_descriptors",
    "($module, type, /)",
    clearTypeDescriptors,
    "Removes __dict__ and __weakref__ of a class.",
  ],
  ["is_stack_trampoline_active", "($module, /)", () => false, "There is no perf trampoline."],
  ["is_remote_debug_enabled", "($module, /)", () => false, "There is no remote debugging."],
  ["_get_cpu_count_config", "($module, /)", (ts) => SysState.of(ts).config.cpuCount, "-1: not configured."],
];
