import type { Frame, Slot } from "@adder/frames";
import {
  BaseExceptionGroupType,
  callMethod,
  isInstance,
  isSubtype,
  isTuple,
  None,
  type PyBaseException,
  PyTuple,
  type PyType,
  type Result,
  raise,
  type Status,
  type ThreadState,
  TypeErrorType,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { callWith } from "../interpreter/calls.js";
import { newExceptionGroup } from "./groups.js";
import { isExceptionClass } from "./raising.js";
import { addTraceback } from "./unwind.js";

function checkTypes(ts: ThreadState, types: Value): Status {
  for (const type of isTuple(types) ? types.items : [types]) {
    if (isExceptionClass(type)) continue;
    const message = "catching classes that do not inherit from BaseException is not allowed";
    return raise(ts, TypeErrorType, message);
  }
  return true;
}

/** Does an exception match a class or one of a tuple of classes, which may be nested (CPython `PyErr_GivenExceptionMatches`)? */
export function exceptionMatches(exc: Value, types: Value): boolean {
  if (isTuple(types)) return types.items.some((type) => exceptionMatches(exc, type));
  return isExceptionClass(types) && isSubtype(typeOf(exc), types);
}

/** CHECK_EXC_MATCH. Raises TypeError for what `except` cannot catch. */
export function checkExceptionMatch(ts: ThreadState, exc: Value, types: Value): Result<boolean> {
  if (isExceptionClass(types)) return isSubtype(typeOf(exc), types);
  if (checkTypes(ts, types) === null) return null;
  return exceptionMatches(exc, types);
}

/** CHECK_EG_MATCH: replaces exception and types by what `except*` leaves and what it handles, None for nothing. */
export function checkGroupMatch(
  ts: ThreadState,
  frame: Frame,
  stack: Slot[],
  sp: number,
  exc: Value,
  types: Value,
): Status {
  if (checkTypes(ts, types) === null) return null;
  for (const type of isTuple(types) ? types.items : [types]) {
    if (!isSubtype(type as PyType, BaseExceptionGroupType)) continue;
    const message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
    return raise(ts, TypeErrorType, message);
  }
  let match: Value = None;
  let rest: Value = None;
  if (exc === None) {
    // Nothing is left to handle.
  } else if (exceptionMatches(exc, types)) {
    if (isInstance(exc, BaseExceptionGroupType)) match = exc;
    else {
      const group = newExceptionGroup(ts, "", new PyTuple([exc]));
      if (group === null) return null;
      addTraceback(group, frame);
      match = group;
    }
  } else if (isInstance(exc, BaseExceptionGroupType)) {
    const pair = callMethod(ts, exc, "split", [types]);
    if (pair === null) return null;
    const cls = typeName(exc);
    if (!isTuple(pair)) {
      return raise(ts, TypeErrorType, `${cls}.split must return a tuple, not ${typeName(pair)}`);
    }
    const { items } = pair;
    if (items.length < 2) {
      const got = `tuple of size ${items.length}`;
      return raise(ts, TypeErrorType, `${cls}.split must return a 2-tuple, got ${got}`);
    }
    match = items[0];
    rest = items[1];
  } else {
    rest = exc;
  }
  if (match !== None) ts.excInfo.value = match as PyBaseException;
  stack[sp - 2] = rest;
  stack[sp - 1] = match;
  return true;
}

/**
 * WITH_EXCEPT_START: calls `__exit__` with the exception that is on top of the stack. Answers the frame to go on with: that
 * of a Python function, or `frame` itself with the result on its stack.
 */
export function withExceptStart(
  ts: ThreadState,
  frame: Frame,
  sp: number,
  exit: Value,
  self: Slot,
  exc: Value,
): Frame | null {
  const { traceback } = exc as PyBaseException;
  const args = [typeOf(exc), exc, traceback ?? None];
  if (self !== undefined) args.unshift(self);
  frame.sp = sp;
  return callWith(ts, frame, exit, args, null, sp);
}
