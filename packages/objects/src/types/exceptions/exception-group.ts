import { attributesOf, getInstanceAttr, setAttr } from "../../core/attributes.js";
import { noKeywords } from "../../core/bind-arguments.js";
import { call, callMethod, enterNative, leaveNative } from "../../core/call.js";
import { isTrue } from "../../core/compare.js";
import { argumentTypeName, matches, raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { isCallable, isSequence, toArray } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, PyType, TypeFlags } from "../../core/type.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { concat } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { exceptionInit, exceptionNew, positional } from "./base-exception.js";
import {
  BaseExceptionGroupType,
  BaseExceptionType,
  ExceptionGroupType,
  ExceptionType,
  TypeErrorType,
  ValueErrorType,
} from "./exception-types.js";
import { getExceptionField, setExceptionField } from "./fields.js";
import { PyBaseException } from "./py-base-exception.js";

function groupNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const given = positional(args, kwnames);
  if (given.length !== 2) {
    const message = `BaseExceptionGroup.__new__() takes exactly 2 arguments (${given.length} given)`;
    return raise(ts, TypeErrorType, message);
  }
  const [message, sequence] = given;
  if (asStr(message) === undefined) {
    const what = `must be str, not ${argumentTypeName(message)}`;
    return raise(ts, TypeErrorType, `BaseExceptionGroup.__new__() argument 1 ${what}`);
  }
  if (!isSequence(sequence)) {
    return raise(ts, TypeErrorType, "second argument (exceptions) must be a sequence");
  }
  const exceptions = toArray(ts, sequence);
  if (exceptions === null) return null;
  if (exceptions.length === 0) {
    return raise(ts, ValueErrorType, "second argument (exceptions) must be a non-empty sequence");
  }
  let nestsBase = false;
  for (let i = 0; i < exceptions.length; i++) {
    const exc = exceptions[i];
    if (!(exc instanceof PyBaseException)) {
      return raise(ts, ValueErrorType, `Item ${i} of second argument (exceptions) is not an exception`);
    }
    if (!matches(ts, exc, ExceptionType)) nestsBase = true;
  }
  let type = cls;
  if (cls === BaseExceptionGroupType) {
    // A group of nothing but Exceptions is an Exception itself.
    if (!nestsBase) type = ExceptionGroupType;
  } else if (nestsBase && isSubtype(cls, ExceptionType)) {
    const what = cls === ExceptionGroupType ? "an ExceptionGroup" : `'${cls.tpName}'`;
    return raise(ts, TypeErrorType, `Cannot nest BaseExceptions in ${what}`);
  }
  const self = exceptionNew(ts, type, args, kwnames) as PyBaseException;
  setExceptionField(self, "message", message);
  setExceptionField(self, "exceptions", new PyTuple(exceptions));
  return self;
}

function groupInit(ts: ThreadState, self: PyBaseException, args: Value[], kwnames: KwNames): Status {
  if (noKeywords(ts, self.cls.tpName, kwnames) === null) return null;
  return exceptionInit(ts, self, args, kwnames);
}

/** The exceptions in a group. */
export function groupExceptions(group: PyBaseException): readonly PyBaseException[] {
  const exceptions = getExceptionField(group, "exceptions");
  return exceptions instanceof PyTuple ? (exceptions.items as readonly PyBaseException[]) : [];
}

/** Is this an exception group? */
export function isGroup(exc: PyBaseException): boolean {
  return isSubtype(exc.cls, BaseExceptionGroupType);
}

function groupStr(_ts: ThreadState, self: PyBaseException): Str {
  const n = groupExceptions(self).length;
  const message = asStr(getExceptionField(self, "message") ?? None) ?? "";
  return concat(message, strFromJs(` (${n} sub-exception${n === 1 ? "" : "s"})`));
}

type Matcher = (exc: PyBaseException) => Result<boolean>;

/** What `split` and `subgroup` take: exception types, or a predicate. */
function matcherOf(ts: ThreadState, condition: Value): Result<Matcher> {
  const isException = (v: Value): v is PyType => v instanceof PyType && isSubtype(v, BaseExceptionType);
  if (isException(condition)) return (exc) => matches(ts, exc, condition);
  if (condition instanceof PyTuple && condition.items.every(isException)) {
    const types = condition.items as readonly PyType[];
    return (exc) => types.some((type) => matches(ts, exc, type));
  }
  if (isCallable(condition) && !(condition instanceof PyType)) {
    return (exc) => {
      const result = call(ts, condition, [exc]);
      return result === null ? null : isTrue(ts, result);
    };
  }
  const message =
    "expected an exception type, a tuple of exception types, or a callable (other than a class)";
  return raise(ts, TypeErrorType, message);
}

interface Parts {
  readonly match: PyBaseException | undefined;
  readonly rest: PyBaseException | undefined;
}

/** Splits an exception, or a group recursively, by a condition. */
function splitBy(ts: ThreadState, exc: PyBaseException, matcher: Matcher, wantRest: boolean): Result<Parts> {
  const matched = matcher(exc);
  if (matched === null) return null;
  if (matched) return { match: exc, rest: undefined };
  if (!isGroup(exc)) return { match: undefined, rest: exc };
  const matching: PyBaseException[] = [];
  const others: PyBaseException[] = [];
  for (const inner of groupExceptions(exc)) {
    if (!enterNative(ts)) return null;
    const parts = splitBy(ts, inner, matcher, wantRest);
    leaveNative(ts);
    if (parts === null) return null;
    if (parts.match !== undefined) matching.push(parts.match);
    if (parts.rest !== undefined) others.push(parts.rest);
  }
  const match = subset(ts, exc, matching);
  if (match === null) return null;
  const rest = wantRest ? subset(ts, exc, others) : undefined;
  return rest === null ? null : { match, rest };
}

/** A group of some of the exceptions, with the traceback, cause, context and notes of the original. */
function subset(
  ts: ThreadState,
  original: PyBaseException,
  exceptions: readonly PyBaseException[],
): Result<PyBaseException | undefined> {
  if (exceptions.length === 0) return undefined;
  const group = callMethod(ts, original, "derive", [new PyList([...exceptions])]);
  if (group === null) return null;
  if (!(group instanceof PyBaseException) || !isGroup(group)) {
    return raise(ts, TypeErrorType, "derive must return an instance of BaseExceptionGroup");
  }
  group.traceback = original.traceback;
  group.context = original.context;
  group.cause = original.cause;
  group.suppressContext = true;
  const attributes = attributesOf(original);
  const notes = attributes === null ? undefined : getInstanceAttr(attributes, "__notes__");
  if (notes !== undefined && isSequence(notes)) {
    const copy = toArray(ts, notes);
    if (copy === null || setAttr(ts, group, "__notes__", new PyList(copy)) === null) return null;
  }
  return group;
}

/**
 * Splits an exception that an `except*` clause tests: what matches the types, and what remains, each
 * `undefined` when there is none.
 */
export function splitGroup(ts: ThreadState, exc: PyBaseException, condition: Value): Result<Parts> {
  const matcher = matcherOf(ts, condition);
  return matcher === null ? null : splitBy(ts, exc, matcher, true);
}

/**
 * The part of a group that consists of the exceptions in `parts`, in the structure of the group; `undefined` where that
 * is nothing (CPython `exception_group_projection`).
 */
export function projectGroup(
  ts: ThreadState,
  group: PyBaseException,
  parts: readonly PyBaseException[],
): Result<PyBaseException | undefined> {
  const leaves = new Set<PyBaseException>();
  const collect = (exc: PyBaseException): void => {
    if (isGroup(exc)) groupExceptions(exc).forEach(collect);
    else leaves.add(exc);
  };
  parts.forEach(collect);
  const split = splitBy(ts, group, (exc) => leaves.has(exc), false);
  return split === null ? null : split.match;
}

function split(ts: ThreadState, self: PyBaseException, condition: Value): Result<Value> {
  const parts = splitGroup(ts, self, condition);
  return parts === null ? null : new PyTuple([parts.match ?? None, parts.rest ?? None]);
}

function subgroup(ts: ThreadState, self: PyBaseException, condition: Value): Result<Value> {
  const matcher = matcherOf(ts, condition);
  const parts = matcher === null ? null : splitBy(ts, self, matcher, false);
  return parts === null ? null : (parts.match ?? None);
}

function derive(ts: ThreadState, self: PyBaseException, exceptions: Value): Result<Value> {
  const message = getExceptionField(self, "message") ?? "";
  return call(ts, BaseExceptionGroupType, [message, exceptions]);
}

/** What BaseExceptionGroup adds to BaseException. */
export const groupParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_new: groupNew, tp_init: groupInit, tp_str: groupStr },
  methods: [
    [
      "__class_getitem__",
      "($type, object, /)",
      (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
      "See PEP 585",
      { binding: "class" },
    ],
    ["derive", "($self, excs, /)", derive],
    ["split", "($self, matcher_value, /)", split],
    ["subgroup", "($self, matcher_value, /)", subgroup],
  ],
  getset: [
    [
      "message",
      (_ts, self: PyBaseException) => getExceptionField(self, "message") ?? None,
      null,
      "exception message",
      "member",
    ],
    [
      "exceptions",
      (_ts, self: PyBaseException) => getExceptionField(self, "exceptions") ?? None,
      null,
      "nested exceptions",
      "member",
    ],
  ],
};
