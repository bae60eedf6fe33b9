import { call } from "../../core/call.js";
import { clearPending, pendingMatches } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { equals } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { StopIterationType } from "../exceptions/exception-types.js";
import { builtin } from "../function/builtins-of.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { selfIter } from "./common.js";
import { CallableIteratorType } from "./iterator-types.js";

/** What `iter(callable, sentinel)` makes: calls until the result equals the sentinel. */
export class PyCallableIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  callable: Value | null;
  readonly sentinel: Value;

  constructor(callable: Value, sentinel: Value) {
    this.cls = CallableIteratorType;
    this.callable = callable;
    this.sentinel = sentinel;
  }
}

function next(ts: ThreadState, self: PyCallableIterator): Result<Value | undefined> {
  if (self.callable === null) return undefined;
  const result = call(ts, self.callable, []);
  if (result === null) {
    if (!pendingMatches(ts, StopIterationType)) return null;
    clearPending(ts);
    self.callable = null;
    return undefined;
  }
  // The call may have exhausted this very iterator.
  if (self.callable === null) return undefined;
  const last = equals(ts, self.sentinel, result);
  if (last === null) return null;
  if (!last) return result;
  self.callable = null;
  return undefined;
}

function reduce(ts: ThreadState, self: PyCallableIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  const args = self.callable === null ? [emptyTuple] : [self.callable, self.sentinel];
  return new PyTuple([iter, new PyTuple(args)]);
}

/** `callable_iterator` (CPython `Objects/iterobject.c`). */
export const callableIteratorSpec: TypeSpec = {
  name: "callable_iterator",
  slots: { tp_iter: selfIter, tp_iternext: next },
  methods: [["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."]],
};
