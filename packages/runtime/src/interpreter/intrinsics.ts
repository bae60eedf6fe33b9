import { CodeFlags } from "@adder/bytecode";
import type { Frame } from "@adder/frames";
import {
  asStr,
  call,
  getOptionalAttr,
  InternalError,
  isInstance,
  None,
  newException,
  type PyBaseException,
  type PyFunction,
  type PyList,
  PyTuple,
  positive,
  type Result,
  RuntimeErrorType,
  raise,
  StopAsyncIterationType,
  StopIterationType,
  type Str,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { prepareReraiseStar } from "../exceptions/groups.js";
import { PyAsyncGenWrappedValue } from "../generators/async-values.js";
import { typingOf } from "../ports/typing.js";
import { importStar } from "./import-star.js";

/** CALL_INTRINSIC_1; `which` is an index into the instruction table's `intrinsics1`. */
export function intrinsic1(ts: ThreadState, frame: Frame, which: number, value: Value): Result<Value> {
  switch (which) {
    case 1:
      return display(ts, value);
    case 2:
      return importStar(ts, frame, value);
    case 3:
      return stopIterationError(frame, value);
    case 4:
      return new PyAsyncGenWrappedValue(value);
    case 5:
      return positive(ts, value);
    case 6:
      return new PyTuple((value as PyList).items.slice());
    case 7:
      return typingOf(ts).typeVar(ts, asStr(value) as Str, null, null);
    case 8:
      return typingOf(ts).paramSpec(ts, asStr(value) as Str);
    case 9:
      return typingOf(ts).typeVarTuple(ts, asStr(value) as Str);
    case 10:
      return typingOf(ts).subscriptGeneric(ts, value as PyTuple);
    case 11: {
      const [name, parameters, compute] = (value as PyTuple).items;
      return typingOf(ts).typeAlias(ts, asStr(name) as Str, parameters, compute);
    }
    default:
      throw new InternalError(`no intrinsic ${which} of one argument`);
  }
}

/** CALL_INTRINSIC_2; `which` is an index into the instruction table's `intrinsics2`. */
export function intrinsic2(ts: ThreadState, which: number, first: Value, second: Value): Result<Value> {
  switch (which) {
    case 1:
      return prepareReraiseStar(ts, first, second);
    case 2:
      return typingOf(ts).typeVar(ts, asStr(first) as Str, second, null);
    case 3:
      return typingOf(ts).typeVar(ts, asStr(first) as Str, null, second);
    case 4:
      (first as PyFunction).typeParams = second;
      return first;
    case 5:
      return typingOf(ts).setDefault(ts, first, second);
    default:
      throw new InternalError(`no intrinsic ${which} of two arguments`);
  }
}

/** An expression statement at the interactive prompt: `sys.displayhook(value)`. */
function display(ts: ThreadState, value: Value): Result<Value> {
  const sys = ts.interp.modules.getStr("sys");
  const hook = sys === undefined ? undefined : getOptionalAttr(ts, sys, "displayhook");
  if (hook === null) return null;
  if (hook === undefined) return raise(ts, RuntimeErrorType, "lost sys.displayhook");
  return call(ts, hook, [value]) === null ? null : None;
}

/**
 * What an exception becomes that leaves the body of a generator: RuntimeError in place of StopIteration (PEP 479), and
 * of StopAsyncIteration where the generator is asynchronous.
 */
function stopIterationError(frame: Frame, value: Value): Value {
  const { flags } = frame.code.code;
  let message: string | null = null;
  if (isInstance(value, StopIterationType)) {
    if ((flags & CodeFlags.ASYNC_GENERATOR) !== 0) message = "async generator raised StopIteration";
    else if ((flags & CodeFlags.COROUTINE) !== 0) message = "coroutine raised StopIteration";
    else message = "generator raised StopIteration";
  } else if ((flags & CodeFlags.ASYNC_GENERATOR) !== 0 && isInstance(value, StopAsyncIterationType)) {
    message = "async generator raised StopAsyncIteration";
  }
  if (message === null) return value;
  const error = newException(RuntimeErrorType, [message]);
  error.cause = error.context = value as PyBaseException;
  error.suppressContext = true;
  return error;
}
