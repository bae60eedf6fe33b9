import { raise } from "../../core/errors.js";
import { fitSize } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";
import { toInt } from "../int/to-int.js";

/** The `tp_iter` of iterators. */
export function selfIter(_ts: ThreadState, self: Value): Value {
  return self;
}

/** The index given to `__setstate__` of an iterator (CPython `PyLong_AsSsize_t`). */
export function stateIndex(ts: ThreadState, state: Value): Result<number> {
  const n = toInt(state);
  if (n === undefined) return raise(ts, TypeErrorType, "an integer is required");
  return fitSize(ts, n);
}

/** `__class_getitem__` of generic built-in classes: `list[int]`. */
export function classGetItem(_ts: ThreadState, cls: Value, item: Value): Value {
  return new PyGenericAlias(cls, item);
}
