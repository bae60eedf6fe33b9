import { raise } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { AttributeErrorType, OverflowErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";
import { toInt } from "../int/to-int.js";

/** The `tp_iter` of iterators. */
export function selfIter(_ts: ThreadState, self: Value): Value {
  return self;
}

/** The built-in function or class of this name, as `__reduce__` of iterators refers to it (CPython `_PyEval_GetBuiltin`). */
export function builtin(ts: ThreadState, name: string): Result<Value> {
  const found = ts.interp.builtins.get(ts, name);
  return found === undefined ? raise(ts, AttributeErrorType, name) : found;
}

/** The index given to `__setstate__` of an iterator (CPython `PyLong_AsSsize_t`). */
export function stateIndex(ts: ThreadState, state: Value): Result<number> {
  const n = toInt(state);
  if (n === undefined) return raise(ts, TypeErrorType, "an integer is required");
  return fitSize(ts, n);
}

/** An int argument that C declares as `Py_ssize_t`; beyond the safe integers it is cut, beyond 64 bits OverflowError. */
export function sizeArgument(ts: ThreadState, v: Value): Result<number> {
  if (typeof v === "number") return v;
  const n = toIndex(ts, v);
  return n === null ? null : fitSize(ts, n);
}

function fitSize(ts: ThreadState, n: number | bigint): Result<number> {
  if (typeof n === "number") return n;
  if (BigInt.asIntN(64, n) !== n) {
    return raise(ts, OverflowErrorType, "Python int too large to convert to C ssize_t");
  }
  return n < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** `__class_getitem__` of generic built-in classes: `list[int]`. */
export function classGetItem(_ts: ThreadState, cls: Value, item: Value): Value {
  return new PyGenericAlias(cls, item);
}
