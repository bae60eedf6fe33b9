import {
  call,
  clearPending,
  equals,
  isCallable,
  type KwNames,
  type ModuleSpec,
  None,
  type Result,
  raise,
  repr,
  type ThreadState,
  TypeErrorType,
  toJs,
  type Value,
} from "@adder/objects";

interface Callback {
  readonly func: Value;
  readonly args: readonly Value[];
  readonly kwnames: KwNames;
}

/** Functions to be called when the interpreter ends, in the order of registration. */
class ExitFunctions {
  list: Callback[] = [];
}

const functionsOf = (ts: ThreadState): ExitFunctions =>
  ts.interp.state(ExitFunctions, () => new ExitFunctions());

function register(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length === (kwnames === null ? 0 : kwnames.length)) {
    return raise(ts, TypeErrorType, "register() takes at least 1 argument (0 given)");
  }
  const [func] = args;
  if (!isCallable(func)) return raise(ts, TypeErrorType, "the first argument must be callable");
  functionsOf(ts).list.push({ func, args: args.slice(1), kwnames });
  return func;
}

function unregister(ts: ThreadState, _m: Value, func: Value): Result<Value> {
  const state = functionsOf(ts);
  for (const callback of state.list.slice()) {
    const same = equals(ts, callback.func, func);
    if (same === null) return null;
    if (same) state.list = state.list.filter((other) => other !== callback);
  }
  return None;
}

/** Calls the functions, the last one first; what they raise is reported. */
function runAll(ts: ThreadState): Value {
  const state = functionsOf(ts);
  for (const { func, args, kwnames } of state.list.slice().reverse()) {
    if (call(ts, func, args.slice(), kwnames) !== null) continue;
    const exc = ts.pending;
    clearPending(ts);
    const name = repr(ts, func);
    ts.pending = exc;
    const shown = name === null ? "<object repr() failed>" : toJs(name);
    ts.interp.evaluator.unraisable(ts, undefined, `Exception ignored in atexit callback ${shown}`);
  }
  state.list = [];
  return None;
}

/** `atexit` (CPython `Modules/atexitmodule.c`). */
export const atexitModule: ModuleSpec = {
  name: "atexit",
  doc: "Functions that are called when the interpreter ends.",
  functions: [
    [
      "register",
      "($module, func, /, *args, **kwargs)",
      register,
      "Registers a function, and arguments for it, to be called at the end.",
    ],
    [
      "_clear",
      "($module, /)",
      (ts) => {
        functionsOf(ts).list = [];
        return None;
      },
      "Forgets all registered functions.",
    ],
    ["unregister", "($module, func, /)", unregister, "Forgets a registered function."],
    ["_run_exitfuncs", "($module, /)", (ts) => runAll(ts), "Calls all registered functions."],
    ["_ncallbacks", "($module, /)", (ts) => functionsOf(ts).list.length, "Number of registered functions."],
  ],
};
