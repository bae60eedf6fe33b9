import type { PyFrame } from "@adder/frames";
import {
  type CompareOp,
  callMethod,
  checkPositional,
  compare,
  contains,
  DictType,
  defineType,
  equals,
  FrameType,
  getIter,
  hash,
  isInstance,
  KeyErrorType,
  type MethodRow,
  mergeDict,
  None,
  NotImplemented,
  PyDict,
  PyList,
  type PyObject,
  type PyType,
  type Result,
  raise,
  raiseWith,
  repr,
  type Status,
  type Str,
  StrType,
  strFromJs,
  strFromKey,
  strKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toArray,
  toJs,
  typeName,
  typeOf,
  unhashable,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { localIndex, readLocal, snapshotLocals, writeLocal } from "./fast-locals.js";

/**
 * `frame.f_locals` of a function: a mapping that reads and writes the variables themselves (PEP 667). Names that are
 * no variables are kept beside them. Reading goes over a snapshot, the way CPython's own methods do.
 */
export class PyFrameLocalsProxy implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(readonly frame: PyFrame) {
    this.cls = FrameLocalsProxyType;
  }
}

const snapshot = (ts: ThreadState, proxy: PyFrameLocalsProxy): Result<PyDict> =>
  snapshotLocals(ts, proxy.frame.frame, proxy.frame.extraLocals);

/** Asks the snapshot. */
function ask<T>(
  ts: ThreadState,
  proxy: PyFrameLocalsProxy,
  question: (dict: PyDict) => Result<T>,
): Result<T> {
  const dict = snapshot(ts, proxy);
  return dict === null ? null : question(dict);
}

/** A dict, or the snapshot of another proxy. */
const dictOf = (ts: ThreadState, v: Value): Result<PyDict> =>
  isInstance(v, DictType) ? (v as PyDict) : snapshot(ts, v as PyFrameLocalsProxy);

/**
 * Index of the variable that a key names, -1 for any other key. What is no str may equal one; its hash and comparison
 * decide then. Raises TypeError for what cannot be hashed.
 */
function variable(ts: ThreadState, proxy: PyFrameLocalsProxy, key: Value): Result<number> {
  const { frame } = proxy.frame;
  if (typeOf(key) === StrType) return localIndex(frame, strKey(key as Str));
  const h = hash(ts, key);
  if (h === null) return null;
  const names = frame.code.code.localsplusNames;
  for (let i = 0; i < names.length; i++) {
    const name = strFromKey(names[i]);
    if (localIndex(frame, names[i]) !== i || hash(ts, name) !== h) continue;
    const same = equals(ts, name, key);
    if (same === null) return null;
    if (same) return i;
  }
  return -1;
}

function getItem(ts: ThreadState, proxy: PyFrameLocalsProxy, key: Value): Result<Value> {
  const i = variable(ts, proxy, key);
  if (i === null) return null;
  if (i >= 0) {
    const value = readLocal(proxy.frame.frame, i);
    if (value !== undefined) return value;
  } else if (proxy.frame.extraLocals !== null) {
    const value = proxy.frame.extraLocals.get(ts, key);
    if (value !== undefined) return value;
  }
  const text = repr(ts, key);
  if (text === null) return null;
  return raiseWith(ts, KeyErrorType, [strFromJs(`local variable '${toJs(text)}' is not defined`)]);
}

function setItem(ts: ThreadState, proxy: PyFrameLocalsProxy, key: Value, value: Value | undefined): Status {
  const i = variable(ts, proxy, key);
  if (i === null) return null;
  if (i >= 0) {
    if (value === undefined) return raiseRemove(ts);
    writeLocal(proxy.frame.frame, i, value);
    return true;
  }
  proxy.frame.extraLocals ??= new PyDict();
  const extra = proxy.frame.extraLocals;
  if (value !== undefined) return extra.set(ts, key, value);
  const removed = extra.delete(ts, key);
  return removed === false ? raiseWith(ts, KeyErrorType, [key]) : removed;
}

const raiseRemove = (ts: ThreadState): null =>
  raise(ts, ValueErrorType, "cannot remove local variables from FrameLocalsProxy");

const isMapping = (v: Value): boolean => isInstance(v, DictType) || isInstance(v, FrameLocalsProxyType);

function update(ts: ThreadState, proxy: PyFrameLocalsProxy, other: Value): Status {
  if (!isMapping(other)) {
    const message = "update() argument must be dict or another FrameLocalsProxy";
    return raise(ts, TypeErrorType, message);
  }
  const from = dictOf(ts, other);
  if (from === null) return null;
  for (let i = from.nextIndex(0); i >= 0; i = from.nextIndex(i + 1)) {
    if (setItem(ts, proxy, from.keys[i] as Value, from.values[i] as Value) === null) return null;
  }
  return true;
}

function pop(ts: ThreadState, proxy: PyFrameLocalsProxy, key: Value, otherwise?: Value): Result<Value> {
  const i = variable(ts, proxy, key);
  if (i === null) return null;
  if (i >= 0) return raiseRemove(ts);
  const value = proxy.frame.extraLocals === null ? undefined : proxy.frame.extraLocals.pop(ts, key);
  if (value !== undefined) return value;
  return otherwise ?? raiseWith(ts, KeyErrorType, [key]);
}

function setdefault(
  ts: ThreadState,
  proxy: PyFrameLocalsProxy,
  key: Value,
  otherwise: Value = None,
): Result<Value> {
  const found = ask<Value | undefined>(ts, proxy, (dict) => dict.get(ts, key));
  if (found !== undefined) return found;
  return setItem(ts, proxy, key, otherwise) === null ? null : otherwise;
}

function or(ts: ThreadState, a: Value, b: Value): Result<Value> {
  if (!isMapping(a) || !isMapping(b)) return NotImplemented;
  const left = dictOf(ts, a);
  const right = dictOf(ts, b);
  if (left === null || right === null) return null;
  const result = left.copy();
  return mergeDict(ts, result, right) === null ? null : result;
}

function newProxy(
  ts: ThreadState,
  _cls: PyType,
  args: Value[],
  kwnames: readonly string[] | null,
): Result<Value> {
  const count = args.length - (kwnames?.length ?? 0);
  if (count !== 1) {
    return raise(ts, TypeErrorType, `FrameLocalsProxy expected 1 argument, got ${count}`);
  }
  if (kwnames !== null && kwnames.length > 0) {
    return raise(ts, TypeErrorType, "FrameLocalsProxy takes no keyword arguments");
  }
  if (typeOf(args[0]) !== FrameType) {
    return raise(ts, TypeErrorType, `expect frame, not ${typeName(args[0])}`);
  }
  return new PyFrameLocalsProxy(args[0] as PyFrame);
}

const keys = (ts: ThreadState, proxy: PyFrameLocalsProxy): Result<PyList> =>
  ask(ts, proxy, (dict) => new PyList(dict.keysArray()));

/** A method that says what `dict` says of the snapshot. */
const ofSnapshot = (name: string, signature: string, doc: string): MethodRow => [
  name,
  signature,
  (ts, proxy: PyFrameLocalsProxy, ...args: (Value | undefined)[]) =>
    ask(ts, proxy, (dict) =>
      callMethod(
        ts,
        dict,
        name,
        args.filter((a) => a !== undefined),
      ),
    ),
  doc,
];

/** Class of {@link PyFrameLocalsProxy}. */
export const FrameLocalsProxyType: PyType = defineType({
  name: "FrameLocalsProxy",
  flags: TypeFlags.MAPPING,
  slots: {
    tp_new: newProxy,
    tp_repr: (ts, proxy: PyFrameLocalsProxy) => {
      if (ts.reprStack.includes(proxy)) return "{...}";
      ts.reprStack.push(proxy);
      const text = ask(ts, proxy, (dict) => repr(ts, dict));
      ts.reprStack.pop();
      return text;
    },
    tp_hash: unhashable,
    tp_richcompare: (ts, proxy: PyFrameLocalsProxy, other: Value, op: CompareOp) => {
      if (isInstance(other, FrameLocalsProxyType)) {
        const same = (other as PyFrameLocalsProxy).frame === proxy.frame;
        return op === 2 ? same : op === 3 ? !same : NotImplemented;
      }
      return isInstance(other, DictType)
        ? ask(ts, proxy, (dict) => compare(ts, dict, other, op))
        : NotImplemented;
    },
    tp_iter: (ts, proxy: PyFrameLocalsProxy) => {
      const names = keys(ts, proxy);
      return names === null ? null : getIter(ts, names);
    },
    nb_or: or,
    nb_inplace_or: (ts, proxy: PyFrameLocalsProxy, other: Value) => {
      if (!isMapping(other)) return NotImplemented;
      return update(ts, proxy, other) === null ? null : proxy;
    },
    sq_contains: (ts, proxy: PyFrameLocalsProxy, key: Value) =>
      ask(ts, proxy, (dict) => contains(ts, dict, key)),
    mp_length: (ts, proxy: PyFrameLocalsProxy) => ask(ts, proxy, (dict) => dict.size),
    mp_subscript: getItem,
    mp_ass_subscript: setItem,
  },
  methods: [
    ["keys", "($self, /)", keys, "Names as a list."],
    [
      "values",
      "($self, /)",
      (ts, proxy: PyFrameLocalsProxy) => ask(ts, proxy, (dict) => new PyList(dict.valuesArray())),
      "Values as a list.",
    ],
    [
      "items",
      "($self, /)",
      (ts, proxy: PyFrameLocalsProxy) => {
        const items = ask(ts, proxy, (dict) => callMethod(ts, dict, "items", []));
        const array = items === null ? null : toArray(ts, items);
        return array === null ? null : new PyList(array);
      },
      "Pairs of name and value as a list.",
    ],
    ofSnapshot("get", "($self, key, default=None, /)", "Value of a name, or the default."),
    ofSnapshot("copy", "($self, /)", "A dict of the variables."),
    [
      "__reversed__",
      "($self, /)",
      (ts, proxy: PyFrameLocalsProxy) => ask(ts, proxy, (dict) => new PyList(dict.keysArray().reverse())),
      "Names from the last to the first.",
    ],
    [
      "setdefault",
      "($self, key, default=None, /)",
      setdefault,
      "Value of a name, which is bound if it is not.",
    ],
    ["pop", "($self, key, default=None, /)", pop, "Removes a name that is no variable."],
    [
      "update",
      "($self, *args, **kwargs)",
      (ts, proxy: PyFrameLocalsProxy, args: Value[], kwnames: readonly string[] | null) => {
        if (kwnames !== null && kwnames.length > 0) {
          return raise(ts, TypeErrorType, "FrameLocalsProxy.update() takes no keyword arguments");
        }
        if (checkPositional(ts, "update", args.length, 1, 1) === null) return null;
        return update(ts, proxy, args[0]) === null ? null : None;
      },
      "Binds names to the values of another mapping.",
    ],
  ],
});
