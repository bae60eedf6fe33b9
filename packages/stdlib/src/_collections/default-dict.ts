import {
  call,
  callMethod,
  callUnbound,
  classGetItem,
  DictType,
  defineType,
  emptyTuple,
  getIter,
  isCallable,
  isDict,
  isInstance,
  joinStr,
  type KwNames,
  lookup,
  None,
  NotImplemented,
  PyDict,
  PyTuple,
  type PyType,
  type Result,
  raise,
  raiseKeyError,
  repr,
  type Status,
  type Str,
  setItem,
  strFromKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  updateDict,
  updateFromArguments,
  type Value,
} from "@adder/objects";

/** A dict that makes the values of missing keys. */
export class PyDefaultDict extends PyDict {
  /** `default_factory`; None for none. */
  factory: Value = None;
}

function init(ts: ThreadState, self: PyDefaultDict, args: Value[], kwnames: KwNames): Status {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given === 0) {
    self.factory = None;
    return updateFromArguments(ts, self, "dict", args, kwnames);
  }
  const [factory] = args;
  if (factory !== None && !isCallable(factory)) {
    return raise(ts, TypeErrorType, "first argument must be callable or None");
  }
  self.factory = factory;
  return updateFromArguments(ts, self, "dict", args.slice(1), kwnames);
}

function missing(ts: ThreadState, self: PyDefaultDict, key: Value): Result<Value> {
  const { factory } = self;
  if (factory === None) return raiseKeyError(ts, key);
  const value = call(ts, factory, []);
  if (value === null) return null;
  const status = self.cls === DefaultDictType ? self.set(ts, key, value) : setItem(ts, self, key, value);
  return status === null ? null : value;
}

/** `self[key]`. Subclasses may have a `__missing__` of their own. */
function subscript(ts: ThreadState, self: PyDefaultDict, key: Value): Result<Value> {
  const value = self.get(ts, key);
  if (value !== undefined) return value;
  if (self.cls === DefaultDictType) return missing(ts, self, key);
  const method = lookup(self.cls, "__missing__");
  return method === undefined ? raiseKeyError(ts, key) : callUnbound(ts, method, self, [key]);
}

function defaultDictRepr(ts: ThreadState, self: PyDefaultDict): Result<Str> {
  const base = (DictType.tp_repr as NonNullable<PyType["tp_repr"]>)(ts, self);
  if (base === null) return null;
  const { factory } = self;
  let made: Result<Str> = "...";
  if (!ts.reprStack.includes(factory)) {
    ts.reprStack.push(factory);
    made = repr(ts, factory);
    ts.reprStack.pop();
  }
  return made === null ? null : joinStr([strFromKey(self.cls.name), "(", made, ", ", base as Str, ")"], "");
}

/** `type(self)(self.default_factory, items)`. */
function like(ts: ThreadState, self: PyDefaultDict, items: Value): Result<Value> {
  return call(ts, self.cls, [self.factory, items]);
}

function or(ts: ThreadState, left: Value, right: Value): Result<Value> {
  const leftIsOne = isInstance(left, DefaultDictType);
  const self = (leftIsOne ? left : right) as PyDefaultDict;
  if (!isDict(leftIsOne ? right : left)) return NotImplemented;
  const made = like(ts, self, left);
  if (made === null) return null;
  if (!isDict(made)) return raise(ts, TypeErrorType, `${self.cls.name}() must return a dict`);
  return updateDict(ts, made, right) === null ? null : made;
}

function reduce(ts: ThreadState, self: PyDefaultDict): Result<Value> {
  const items = callMethod(ts, self, "items", []);
  const it = items === null ? null : getIter(ts, items);
  if (it === null) return null;
  const args = self.factory === None ? emptyTuple : new PyTuple([self.factory]);
  return new PyTuple([self.cls, args, None, None, it]);
}

/** `collections.defaultdict` (CPython `Modules/_collectionsmodule.c`). */
export const DefaultDictType: PyType = defineType({
  name: "collections.defaultdict",
  base: DictType,
  doc: "A dict that calls a function without arguments for the value of a missing key, and keeps that value.",
  flags: TypeFlags.BASETYPE | TypeFlags.OWN_LAYOUT,
  slots: {
    tp_new: (_ts, cls) => new PyDefaultDict(cls),
    tp_init: init,
    tp_repr: defaultDictRepr,
    nb_or: or,
    mp_subscript: subscript,
  },
  methods: [
    ["__missing__", "($self, object, /)", missing, "The value of a missing key, made by default_factory."],
    ["copy", "($self, /)", (ts, self: PyDefaultDict) => like(ts, self, self), "A shallow copy."],
    ["__copy__", "($self, /)", (ts, self: PyDefaultDict) => like(ts, self, self), "A shallow copy."],
    ["__reduce__", "($self, /)", reduce, "Return state information for pickling."],
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
  ],
  getset: [
    [
      "default_factory",
      (_ts, self: PyDefaultDict) => self.factory,
      (_ts, self: PyDefaultDict, value) => {
        self.factory = value ?? None;
        return true;
      },
      "Factory for default value called by __missing__().",
      "member",
    ],
  ],
  // `dict.__getitem__` finds `__missing__` too; the slot is only the shorter way.
  attributes: { __getitem__: null },
});
