import {
  BaseExceptionGroupType,
  call,
  isGroup,
  None,
  type PyBaseException,
  PyList,
  type PyTuple,
  projectGroup,
  type Result,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** `ExceptionGroup(message, exceptions)`, a BaseExceptionGroup where a member asks for it. */
export function newExceptionGroup(
  ts: ThreadState,
  message: string,
  exceptions: PyList | PyTuple,
): Result<PyBaseException> {
  return call(ts, BaseExceptionGroupType, [message, exceptions]) as Result<PyBaseException>;
}

/** Are two exceptions parts of one group as far as traceback, cause and context tell? */
function sameMetadata(a: PyBaseException, b: PyBaseException): boolean {
  return a.traceback === b.traceback && a.cause === b.cause && a.context === b.context;
}

/**
 * What an `except*` statement raises at its end (CPython `_PyExc_PrepReraiseStar`): the parts of `orig` that nobody
 * handled or that were raised again, together with what handlers raised; None for nothing.
 */
export function prepareReraiseStar(ts: ThreadState, orig: Value, excs: Value): Result<Value> {
  const found = (excs as PyList).items.filter((e) => e !== None) as PyBaseException[];
  if ((excs as PyList).items.length === 0) return None;
  if (!isGroup(orig as PyBaseException)) return (excs as PyList).items[0];
  const group = orig as PyBaseException;
  const raised = found.filter((e) => !sameMetadata(e, group));
  const reraised = found.filter((e) => sameMetadata(e, group));
  const projection = projectGroup(ts, group, reraised);
  if (projection === null) return null;
  if (raised.length === 0) return projection ?? None;
  if (projection !== undefined) raised.push(projection);
  return raised.length > 1 ? newExceptionGroup(ts, "", new PyList(raised)) : raised[0];
}
