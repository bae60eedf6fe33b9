import {
  BaseExceptionGroupType,
  call,
  callMethod,
  getExceptionField,
  getInstanceAttr,
  isInstance,
  None,
  type PyBaseException,
  PyList,
  type PyTuple,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
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

/** The exceptions of a group. */
export function groupMembers(group: PyBaseException): readonly Value[] {
  return (getExceptionField(group, "exceptions") as PyTuple).items;
}

const notesOf = (exc: PyBaseException): Value | undefined =>
  exc.attrs === null ? undefined : getInstanceAttr(exc.attrs, "__notes__");

/** Are two exceptions parts of one group as far as notes, traceback, cause and context tell? */
function sameMetadata(a: PyBaseException, b: PyBaseException): boolean {
  return (
    notesOf(a) === notesOf(b) && a.traceback === b.traceback && a.cause === b.cause && a.context === b.context
  );
}

/**
 * What an `except*` statement raises at its end (CPython `_PyExc_PrepReraiseStar`): the parts of `orig` that nobody
 * handled or that were raised again, together with what handlers raised; None for nothing.
 */
export function prepareReraiseStar(ts: ThreadState, orig: Value, excs: Value): Result<Value> {
  const found = (excs as PyList).items.filter((e) => e !== None) as PyBaseException[];
  if ((excs as PyList).items.length === 0) return None;
  if (!isInstance(orig, BaseExceptionGroupType)) return (excs as PyList).items[0];
  const group = orig as PyBaseException;
  const raised = found.filter((e) => !sameMetadata(e, group));
  const reraised = found.filter((e) => sameMetadata(e, group));
  const projection = project(ts, group, reraised);
  if (projection === null) return null;
  if (raised.length === 0) return projection;
  if (projection !== None) raised.push(projection as PyBaseException);
  return raised.length > 1 ? newExceptionGroup(ts, "", new PyList(raised)) : raised[0];
}

/** The part of `group` that consists of the leaf exceptions in `keep`, in the structure of `group`. */
function project(ts: ThreadState, group: PyBaseException, keep: readonly PyBaseException[]): Result<Value> {
  const leaves = new Set<PyBaseException>();
  const collect = (exc: PyBaseException): void => {
    if (!isInstance(exc, BaseExceptionGroupType)) leaves.add(exc);
    else for (const member of groupMembers(exc)) collect(member as PyBaseException);
  };
  for (const exc of keep) collect(exc);
  return select(ts, group, leaves);
}

function select(ts: ThreadState, exc: PyBaseException, leaves: ReadonlySet<PyBaseException>): Result<Value> {
  if (!isInstance(exc, BaseExceptionGroupType)) return leaves.has(exc) ? exc : None;
  const members = groupMembers(exc);
  const kept: Value[] = [];
  for (const member of members) {
    const part = select(ts, member as PyBaseException, leaves);
    if (part === null) return null;
    if (part !== None) kept.push(part);
  }
  if (kept.length === 0) return None;
  if (kept.length === members.length && kept.every((e, i) => e === members[i])) return exc;
  return deriveGroup(ts, exc, kept);
}

/** A group like `orig` with other members: `orig.derive(members)` with traceback, context, cause and notes copied. */
function deriveGroup(ts: ThreadState, orig: PyBaseException, members: readonly Value[]): Result<Value> {
  const made = callMethod(ts, orig, "derive", [new PyList(members.slice())]);
  if (made === null) return null;
  if (!isInstance(made, BaseExceptionGroupType)) {
    return raise(ts, TypeErrorType, "derive must return an instance of BaseExceptionGroup");
  }
  const group = made as PyBaseException;
  group.traceback = orig.traceback;
  group.context = orig.context;
  group.cause = orig.cause;
  group.suppressContext = orig.suppressContext;
  const notes = notesOf(orig);
  if (notes === undefined) return group;
  return callMethod(ts, group, "__setattr__", ["__notes__", new PyList((notes as PyList).items.slice())]) ===
    null
    ? null
    : group;
}
