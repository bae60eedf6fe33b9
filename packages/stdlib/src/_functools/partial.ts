import {
  classGetItem,
  defineType,
  isCallable,
  isDict,
  isInstance,
  isTuple,
  joinStr,
  type KwNames,
  materialise,
  mergeDict,
  moduleNameOf,
  None,
  PyDict,
  type PyInstance,
  PyMethod,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  repr,
  type Str,
  setInstanceDict,
  str,
  strFromKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  type Value,
} from "@adder/objects";
import { callWithKeywords, dictRow, keywordDict, passCall } from "../keywords.js";
import { Placeholder } from "./placeholder.js";

/** A function with some of its arguments. */
export class PyPartial implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  func: Value;
  /** Positional arguments, `Placeholder` for those that the call is to give. */
  args: PyTuple;
  keywords: PyDict;
  /** How many of `args` are placeholders. */
  placeholders: number;
  attrs: PyInstance | null = null;

  constructor(cls: PyType, func: Value, args: PyTuple, keywords: PyDict) {
    this.cls = cls;
    this.func = func;
    this.args = args;
    this.keywords = keywords;
    this.placeholders = countPlaceholders(args.items);
  }
}

function countPlaceholders(items: readonly Value[]): number {
  let count = 0;
  for (let i = 0; i < items.length; i++) if (items[i] === Placeholder) count++;
  return count;
}

function partialNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given < 1) return raise(ts, TypeErrorType, "type 'partial' takes at least one argument");
  let func = args[0];
  if (!isCallable(func)) return raise(ts, TypeErrorType, "the first argument must be callable");
  let own = args.slice(1, given);
  if (own.at(-1) === Placeholder) return raise(ts, TypeErrorType, "trailing Placeholders are not allowed");
  let keywords = keywordDict(args, kwnames);
  if (args.indexOf(Placeholder, given) >= 0) {
    return raise(ts, TypeErrorType, "Placeholder cannot be passed as a keyword argument");
  }
  // A partial of a partial without attributes of its own becomes one partial.
  if (isInstance(func, PartialType) && (func as PyPartial).attrs === null) {
    const inner = func as PyPartial;
    func = inner.func;
    own = fillPlaces(inner.args.items, own);
    if (inner.keywords.size > 0) {
      const merged = inner.keywords.copy();
      if (mergeDict(ts, merged, keywords) === null) return null;
      keywords = merged;
    }
  }
  return new PyPartial(cls, func, new PyTuple(own), keywords);
}

/** The arguments with placeholders replaced, from the left, by new ones, and the rest of those behind. */
function fillPlaces(args: readonly Value[], more: readonly Value[]): Value[] {
  const filled = args.slice();
  let next = 0;
  for (let i = 0; i < filled.length && next < more.length; i++) {
    if (filled[i] === Placeholder) filled[i] = more[next++];
  }
  for (; next < more.length; next++) filled.push(more[next]);
  return filled;
}

function partialCall(ts: ThreadState, self: PyPartial, args: Value[], kwnames: KwNames): Result<Value> {
  const { placeholders, keywords } = self;
  const own = self.args.items;
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given < placeholders) {
    const message = `expected at least ${placeholders}, got ${given}`;
    return raise(ts, TypeErrorType, `missing positional arguments in 'partial' call; ${message}`);
  }
  let all: Value[];
  if (placeholders > 0) all = fillPlaces(own, args);
  else {
    all = own.slice();
    for (let i = 0; i < args.length; i++) all.push(args[i]);
  }
  if (keywords.size > 0) {
    const merged = keywords.copy();
    if (kwnames !== null) {
      for (let i = 0; i < kwnames.length; i++) merged.setStr(kwnames[i], args[given + i]);
      all.length -= kwnames.length;
    }
    return callWithKeywords(ts, self.func, all, merged);
  }
  return passCall(ts, self.func, all, kwnames);
}

function partialRepr(ts: ThreadState, self: PyPartial): Result<Str> {
  if (ts.reprStack.includes(self)) return "...";
  ts.reprStack.push(self);
  const text = partialText(ts, self);
  ts.reprStack.pop();
  return text;
}

function partialText(ts: ThreadState, self: PyPartial): Result<Str> {
  const func = repr(ts, self.func);
  if (func === null) return null;
  const module = moduleNameOf(self.cls) ?? "builtins";
  const parts: Str[] = [strFromKey(`${module}.${self.cls.qualname}`), "(", func];
  for (const arg of self.args.items) {
    const text = repr(ts, arg);
    if (text === null) return null;
    parts.push(", ", text);
  }
  const { keywords } = self;
  for (let entry = keywords.nextIndex(0); entry >= 0; entry = keywords.nextIndex(entry + 1)) {
    const value = keywords.values[entry] as Value;
    const name = str(ts, keywords.keys[entry] as Value);
    const text = name === null ? null : repr(ts, value);
    if (name === null || text === null) return null;
    parts.push(", ", name, "=", text);
  }
  parts.push(")");
  return joinStr(parts, "");
}

function reduce(ts: ThreadState, self: PyPartial): Value {
  const attributes = self.attrs === null ? None : materialise(ts, self.attrs);
  const state = new PyTuple([self.func, self.args, self.keywords, attributes]);
  return new PyTuple([self.cls, new PyTuple([self.func]), state]);
}

function setState(ts: ThreadState, self: PyPartial, state: Value): Result<Value> {
  const invalid = (): null => raise(ts, TypeErrorType, "invalid partial state");
  if (!isTuple(state) || state.items.length !== 4) return invalid();
  const [func, args, keywords, attributes] = state.items;
  if (!isCallable(func) || !isTuple(args)) return invalid();
  if (keywords !== None && !isDict(keywords)) return invalid();
  if (attributes !== None && !isDict(attributes)) return invalid();
  if (args.items.at(-1) === Placeholder) {
    return raise(ts, TypeErrorType, "trailing Placeholders are not allowed");
  }
  self.func = func;
  self.args = args.cls === self.args.cls ? args : new PyTuple(args.items);
  self.placeholders = countPlaceholders(args.items);
  if (keywords === None) self.keywords = new PyDict();
  else
    self.keywords = keywords.cls === self.keywords.cls ? (keywords as PyDict) : (keywords as PyDict).copy();
  if (attributes === None && self.attrs === null) return None;
  return setInstanceDict(ts, self, attributes === None ? new PyDict() : attributes) === null ? null : None;
}

/** `functools.partial` (CPython `Modules/_functoolsmodule.c`). */
export const PartialType: PyType = defineType({
  name: "functools.partial",
  doc: "A callable that calls a function with arguments given now and those given later.",
  signature: "(func, /, *args, **keywords)",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: partialNew,
    tp_repr: partialRepr,
    tp_call: partialCall,
    tp_descr_get: (_ts, self: PyPartial, instance) =>
      instance === undefined || instance === None ? self : new PyMethod(self, instance),
  },
  methods: [
    ["__reduce__", "($self, /)", reduce],
    ["__setstate__", "($self, object, /)", setState],
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
  ],
  getset: [
    [
      "func",
      (_ts, self: PyPartial) => self.func,
      null,
      "function object to use in future partial calls",
      "member",
    ],
    [
      "args",
      (_ts, self: PyPartial) => self.args,
      null,
      "tuple of arguments to future partial calls",
      "member",
    ],
    [
      "keywords",
      (_ts, self: PyPartial) => self.keywords,
      null,
      "dictionary of keyword arguments to future partial calls",
      "member",
    ],
    dictRow,
  ],
});
