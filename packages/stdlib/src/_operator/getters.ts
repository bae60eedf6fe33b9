import {
  asStr,
  call,
  callMethod,
  checkPositional,
  defineType,
  getAttr,
  getItem,
  importName,
  joinStr,
  type KwNames,
  noKeywords,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  repr,
  reprItems,
  type Str,
  strFromJs,
  strFromKey,
  strKey,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toJs,
  type Value,
  wrapStr,
} from "@adder/objects";

/** The only argument of a call of a getter. */
function onlyArgument(ts: ThreadState, name: string, args: Value[], kwnames: KwNames): Result<Value> {
  if (kwnames !== null && noKeywords(ts, name, kwnames) === null) return null;
  return checkPositional(ts, name, args.length, 1, 1) === null ? null : args[0];
}

/** `name(a, b)` for what a getter was made from. */
function getterRepr(ts: ThreadState, self: PyObject, items: readonly Value[]): Result<Str> {
  if (ts.reprStack.includes(self)) return strFromJs(`${self.cls.tpName}(...)`);
  ts.reprStack.push(self);
  const text = reprItems(ts, { items }, `${self.cls.tpName}(`, ")");
  ts.reprStack.pop();
  return text;
}

/** Gets items: `itemgetter(2)(r)` is `r[2]`. */
class PyItemGetter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly items: readonly Value[];
  /** The only item if that is an index, else -1. */
  readonly index: number;

  constructor(cls: PyType, items: readonly Value[]) {
    this.cls = cls;
    this.items = items;
    this.index = items.length === 1 && typeof items[0] === "number" && items[0] >= 0 ? items[0] : -1;
  }
}

function itemCall(ts: ThreadState, self: PyItemGetter, args: Value[], kwnames: KwNames): Result<Value> {
  const object =
    args.length === 1 && kwnames === null ? args[0] : onlyArgument(ts, "itemgetter", args, kwnames);
  if (object === null) return null;
  if (self.index >= 0 && typeof object === "object" && object.cls === TupleType) {
    const { items } = object as PyTuple;
    if (self.index < items.length) return items[self.index];
  }
  const { items } = self;
  if (items.length === 1) return getItem(ts, object, items[0]);
  const result: Value[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = getItem(ts, object, items[i]);
    if (item === null) return null;
    result.push(item);
  }
  return new PyTuple(result);
}

/** `operator.itemgetter` (CPython `Modules/_operator.c`). */
export const ItemGetterType = defineType({
  name: "operator.itemgetter",
  doc: "A callable that gets the given items of its argument.",
  signature: "(item, /, *items)",
  slots: {
    tp_new(ts, cls, args, kwnames) {
      if (noKeywords(ts, "itemgetter", kwnames) === null) return null;
      if (args.length === 0) return raise(ts, TypeErrorType, "itemgetter expected 1 argument, got 0");
      return new PyItemGetter(cls, args.slice());
    },
    tp_call: itemCall,
    tp_repr: (ts, self: PyItemGetter) => getterRepr(ts, self, self.items),
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyItemGetter) => new PyTuple([self.cls, new PyTuple(self.items)]),
      "Return state information for pickling",
    ],
  ],
  getset: [["__text_signature__", () => "(obj, /)"]],
});

/** Gets attributes: `attrgetter("a.b")(r)` is `r.a.b`. */
class PyAttrGetter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    cls: PyType,
    readonly names: readonly Str[],
    /** For each name the attribute names on the way, as Map keys. */
    readonly paths: readonly (readonly string[])[],
  ) {
    this.cls = cls;
  }
}

function attrNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "attrgetter", kwnames) === null) return null;
  if (args.length === 0) return raise(ts, TypeErrorType, "attrgetter expected 1 argument, got 0");
  const names: Str[] = [];
  for (const arg of args) {
    const name = asStr(arg);
    if (name === undefined) return raise(ts, TypeErrorType, "attribute name must be a string");
    names.push(name);
  }
  const paths = names.map((name) =>
    typeof name === "string"
      ? name.split(".")
      : toJs(name)
          .split(".")
          .map((part) => strKey(strFromJs(part))),
  );
  return new PyAttrGetter(cls, names, paths);
}

function follow(ts: ThreadState, object: Value, path: readonly string[]): Result<Value> {
  let value: Result<Value> = object;
  for (let i = 0; i < path.length && value !== null; i++) value = getAttr(ts, value, path[i]);
  return value;
}

function attrCall(ts: ThreadState, self: PyAttrGetter, args: Value[], kwnames: KwNames): Result<Value> {
  const object =
    args.length === 1 && kwnames === null ? args[0] : onlyArgument(ts, "attrgetter", args, kwnames);
  if (object === null) return null;
  const { paths } = self;
  if (paths.length === 1) return follow(ts, object, paths[0]);
  const result: Value[] = [];
  for (let i = 0; i < paths.length; i++) {
    const value = follow(ts, object, paths[i]);
    if (value === null) return null;
    result.push(value);
  }
  return new PyTuple(result);
}

/** `operator.attrgetter`. */
export const AttrGetterType = defineType({
  name: "operator.attrgetter",
  doc: "A callable that gets the given attributes, also of attributes, of its argument.",
  signature: "(attr, /, *attrs)",
  slots: {
    tp_new: attrNew,
    tp_call: attrCall,
    tp_repr: (ts, self: PyAttrGetter) => getterRepr(ts, self, self.names),
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyAttrGetter) => new PyTuple([self.cls, new PyTuple(self.names)]),
      "Return state information for pickling",
    ],
  ],
  getset: [["__text_signature__", () => "(obj, /)"]],
});

/** Calls a method: `methodcaller("name", 1)(r)` is `r.name(1)`. */
class PyMethodCaller implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly key: string;

  constructor(
    cls: PyType,
    readonly name: Value,
    text: Str,
    /** Positional arguments, then those by name. */
    readonly args: readonly Value[],
    readonly kwnames: KwNames,
  ) {
    this.cls = cls;
    this.key = strKey(text);
  }
}

function methodNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given === 0) {
    return raise(ts, TypeErrorType, "methodcaller needs at least one argument, the method name");
  }
  const name = asStr(args[0]);
  if (name === undefined) return raise(ts, TypeErrorType, "method name must be a string");
  return new PyMethodCaller(cls, args[0], name, args.slice(1), kwnames);
}

function methodCall(ts: ThreadState, self: PyMethodCaller, args: Value[], kwnames: KwNames): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, "methodcaller", given, 1, 1) === null) return null;
  const object = onlyArgument(ts, "methodcaller", args, kwnames);
  return object === null ? null : callMethod(ts, object, self.key, self.args.slice(), self.kwnames);
}

function methodRepr(ts: ThreadState, self: PyMethodCaller): Result<Str> {
  const { tpName } = self.cls;
  if (ts.reprStack.includes(self)) return strFromJs(`${tpName}(...)`);
  ts.reprStack.push(self);
  const text = methodText(ts, self);
  ts.reprStack.pop();
  return text === null ? null : wrapStr(`${tpName}(`, text, ")");
}

function methodText(ts: ThreadState, self: PyMethodCaller): Result<Str> {
  const name = repr(ts, self.name);
  if (name === null) return null;
  const parts: Str[] = [name];
  const { args, kwnames } = self;
  const positional = args.length - (kwnames === null ? 0 : kwnames.length);
  for (let i = 0; i < args.length; i++) {
    const text = repr(ts, args[i]);
    if (text === null) return null;
    const keyword =
      i < positional ? "" : joinStr([strFromKey((kwnames as string[])[i - positional]), "="], "");
    parts.push(joinStr([keyword, text], ""));
  }
  return joinStr(parts, ", ");
}

function methodReduce(ts: ThreadState, self: PyMethodCaller): Result<Value> {
  const { args, kwnames } = self;
  if (kwnames === null || kwnames.length === 0)
    return new PyTuple([self.cls, new PyTuple([self.name, ...args])]);
  const partial = importName(ts, "functools", "partial");
  if (partial === null) return null;
  const positional = args.length - kwnames.length;
  const made = call(ts, partial, [self.cls, self.name, ...args.slice(positional)], kwnames);
  return made === null ? null : new PyTuple([made, new PyTuple(args.slice(0, positional))]);
}

/** `operator.methodcaller`. */
export const MethodCallerType = defineType({
  name: "operator.methodcaller",
  doc: "A callable that calls the given method of its argument.",
  signature: "(name, /, *args, **kwargs)",
  slots: { tp_new: methodNew, tp_call: methodCall, tp_repr: methodRepr },
  methods: [["__reduce__", "($self, /)", methodReduce, "Return state information for pickling"]],
  getset: [["__text_signature__", () => "(obj, /)"]],
});
