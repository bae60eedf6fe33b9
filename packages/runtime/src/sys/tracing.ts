import {
  call,
  type MethodRow,
  None,
  type PyTuple,
  type Result,
  raise,
  type ThreadState,
  TupleType,
  TypeErrorType,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { setProfile, setTrace } from "../monitoring/legacy.js";
import { audit } from "./functions.js";

/** A function that sets a trace or profile function, which None takes away. */
const setter = (
  name: string,
  event: string,
  set: (ts: ThreadState, fn: Value | null) => void,
  doc: string,
): MethodRow => [
  name,
  "($module, function, /)",
  (ts, _m, fn: Value) => {
    if (audit(ts, event, []) === null) return null;
    set(ts, fn === None ? null : fn);
    return None;
  },
  doc,
];

/** `sys.call_tracing(func, args)`: what a trace function calls in this way is traced itself. */
function callTracing(ts: ThreadState, _m: Value, fn: Value, args: Value): Result<Value> {
  if (!typeOf(args).mro.includes(TupleType)) {
    return raise(ts, TypeErrorType, `call_tracing() argument 2 must be tuple, not ${typeName(args)}`);
  }
  const { tracing } = ts;
  ts.tracing = 0;
  try {
    return call(ts, fn, (args as PyTuple).items.slice());
  } finally {
    ts.tracing = tracing;
  }
}

/** Functions of `sys` that trace (CPython `Python/sysmodule.c`). */
export const tracingFunctions: readonly MethodRow[] = [
  setter("settrace", "sys.settrace", setTrace, "Sets the function that is told of lines and calls."),
  setter("setprofile", "sys.setprofile", setProfile, "Sets the function that is told of calls."),
  setter("_settraceallthreads", "sys.settrace", setTrace, "settrace() for all threads."),
  setter("_setprofileallthreads", "sys.setprofile", setProfile, "setprofile() for all threads."),
  ["gettrace", "($module, /)", (ts) => ts.traceFunction ?? None, "The tracing function."],
  ["getprofile", "($module, /)", (ts) => ts.profileFunction ?? None, "The profiling function."],
  [
    "call_tracing",
    "($module, func, args, /)",
    callTracing,
    "Calls a function with tracing switched on again.",
  ],
];
