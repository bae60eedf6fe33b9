import {
  ensureAttributes,
  getAttr,
  getInstanceAttr,
  getInstanceDict,
  getOptionalAttr,
  setInstanceAttr,
  setInstanceDict,
} from "../../core/attributes.js";
import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { call } from "../../core/call.js";
import { isTrue } from "../../core/compare.js";
import { raise } from "../../core/errors.js";
import type { GetSetRow, MethodRow, TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Status, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import type { InitFunc, KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { RuntimeErrorType } from "../exceptions/exception-types.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";
import { PyMethod } from "../method/py-method.js";
import { None } from "../none/singletons.js";
import type { Str } from "../str/py-str.js";
import { joinStr } from "../str/text.js";
import { PyClassMethod, PyStaticMethod } from "./py-class-method.js";

type Wrapper = PyClassMethod | PyStaticMethod;

const COPIED = ["__module__", "__name__", "__qualname__", "__doc__"];

function initOf(fname: string): InitFunc {
  return (ts: ThreadState, self: Wrapper, args: Value[], kwnames: KwNames): Status => {
    if (noKeywords(ts, fname, kwnames) === null) return null;
    if (checkPositional(ts, fname, args.length, 1, 1) === null) return null;
    const [func] = args;
    self.func = func;
    for (const name of COPIED) {
      const value = getOptionalAttr(ts, func, name);
      if (value === null) return null;
      if (value !== undefined) setInstanceAttr(ts, ensureAttributes(self), name, value);
    }
    return true;
  };
}

/** The wrapped object; RuntimeError when `__init__` never ran. */
function wrapped(ts: ThreadState, self: Wrapper, kind: string): Result<Value> {
  return self.func ?? raise(ts, RuntimeErrorType, `uninitialized ${kind} object`);
}

function classMethodGet(
  ts: ThreadState,
  self: PyClassMethod,
  instance: Value | undefined,
  owner: PyType | undefined,
): Result<Value> {
  const func = wrapped(ts, self, "classmethod");
  return func === null ? null : new PyMethod(func, owner ?? typeOf(instance as Value));
}

function staticMethodGet(ts: ThreadState, self: PyStaticMethod): Result<Value> {
  return wrapped(ts, self, "staticmethod");
}

function staticMethodCall(
  ts: ThreadState,
  self: PyStaticMethod,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  const func = wrapped(ts, self, "staticmethod");
  return func === null ? null : call(ts, func, args, kwnames);
}

function reprOf(kind: string): (ts: ThreadState, self: Wrapper) => Result<Str> {
  return (ts, self) => {
    const inside = self.func === undefined ? "<NULL>" : repr(ts, self.func);
    return inside === null ? null : joinStr(["<", kind, "(", inside, ")>"], "");
  };
}

/** An attribute of the wrapped function, read once and then kept in `__dict__`. */
function cachedRow(name: string): GetSetRow {
  return [
    name,
    (ts, self: Wrapper) => {
      const attributes = ensureAttributes(self);
      const own = getInstanceAttr(attributes, name);
      if (own !== undefined) return own;
      const value = getAttr(ts, self.func ?? None, name);
      if (value !== null) setInstanceAttr(ts, attributes, name, value);
      return value;
    },
    (ts, self: Wrapper, value) => {
      setInstanceAttr(ts, ensureAttributes(self), name, value ?? None);
      return true;
    },
  ];
}

const getset: readonly GetSetRow[] = [
  ["__func__", (_ts, self: Wrapper) => self.func ?? None, null, null, "member"],
  ["__wrapped__", (_ts, self: Wrapper) => self.func ?? None, null, null, "member"],
  [
    "__isabstractmethod__",
    (ts, self: Wrapper) => {
      if (self.func === undefined) return false;
      const flag = getOptionalAttr(ts, self.func, "__isabstractmethod__");
      return flag === undefined ? false : flag === null ? null : isTrue(ts, flag);
    },
  ],
  [
    "__dict__",
    (ts, self: PyObject) => getInstanceDict(ts, self),
    (ts, self: PyObject, value) => setInstanceDict(ts, self, value),
  ],
  cachedRow("__annotations__"),
  cachedRow("__annotate__"),
];

const methods: readonly MethodRow[] = [
  [
    "__class_getitem__",
    "($type, object, /)",
    (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
    "See PEP 585",
    { binding: "class" },
  ],
];

/** The specification of `classmethod`. */
export const classMethodSpec: TypeSpec = {
  name: "classmethod",
  doc: "Convert a function to be a class method.",
  signature: "(function, /)",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT,
  slots: {
    tp_new: (_ts: ThreadState, cls: PyType) => new PyClassMethod(undefined, cls),
    tp_init: initOf("classmethod"),
    tp_repr: reprOf("classmethod"),
    tp_descr_get: classMethodGet,
  },
  methods,
  getset,
};

/** The specification of `staticmethod`. */
export const staticMethodSpec: TypeSpec = {
  name: "staticmethod",
  doc: "Convert a function to be a static method.",
  signature: "(function, /)",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT,
  slots: {
    tp_new: (_ts: ThreadState, cls: PyType) => new PyStaticMethod(undefined, cls),
    tp_init: initOf("staticmethod"),
    tp_repr: reprOf("staticmethod"),
    tp_call: staticMethodCall,
    tp_descr_get: staticMethodGet,
  },
  methods,
  getset,
};
