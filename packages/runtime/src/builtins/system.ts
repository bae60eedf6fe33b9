import {
  call,
  getAttr,
  isCallable,
  type KwNames,
  length,
  type MethodRow,
  raise,
  type Result,
  RuntimeErrorType,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** `breakpoint()`: `sys.breakpointhook` with the same arguments. */
function breakpoint(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const sys = ts.interp.modules.getStr("sys");
  const hook = sys === undefined ? null : getAttr(ts, sys, "breakpointhook");
  if (hook === null) {
    ts.pending = null;
    return raise(ts, RuntimeErrorType, "lost sys.breakpointhook");
  }
  return call(ts, hook, args, kwnames);
}

/** `len`, `callable`, `breakpoint`, `open`. */
export const systemFunctions: readonly MethodRow[] = [
  ["breakpoint", "($module, /, *args, **kws)", breakpoint, "Enters the debugger, by calling sys.breakpointhook()."],
  ["callable", "($module, obj, /)", (_ts, _m, obj: Value) => isCallable(obj), "Whether an object can be called."],
  ["len", "($module, obj, /)", (ts, _m, obj: Value) => length(ts, obj), "The number of items of a container."],
];
