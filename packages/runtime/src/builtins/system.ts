import {
  call,
  callMethod,
  getAttr,
  isCallable,
  type KwNames,
  length,
  type MethodRow,
  PyRange,
  type Result,
  RuntimeErrorType,
  raise,
  rangeLength,
  type ThreadState,
  toIndex,
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

/** `len(obj)`: a range may have more items than a double can count. */
function len(ts: ThreadState, _module: Value, obj: Value): Result<Value> {
  if (obj instanceof PyRange) return rangeLength(ts, obj);
  const n = length(ts, obj);
  if (n !== Number.MAX_SAFE_INTEGER) return n;
  // Only a `__len__` written in Python says so much: it is asked for the number that the slot can't hold.
  const exact = callMethod(ts, obj, "__len__", []);
  return exact === null ? null : toIndex(ts, exact);
}

/** `len`, `callable`, `breakpoint`, `open`. */
export const systemFunctions: readonly MethodRow[] = [
  [
    "breakpoint",
    "($module, /, *args, **kws)",
    breakpoint,
    "Enters the debugger, by calling sys.breakpointhook().",
  ],
  [
    "callable",
    "($module, obj, /)",
    (_ts, _m, obj: Value) => isCallable(obj),
    "Whether an object can be called.",
  ],
  ["len", "($module, obj, /)", len, "The number of items of a container."],
];
