import { getAttr, getOptionalAttr } from "../../core/attributes.js";
import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { call } from "../../core/call.js";
import { equals, hash } from "../../core/compare.js";
import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { isCallable, repr } from "../../core/protocols.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { lookup } from "../../core/type-lookup.js";
import { identityHash, sameObject, typeOf } from "../../core/type-of.js";
import { reduceToGetattr } from "../builtin-function/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { None, NotImplemented } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strKey } from "../str/py-str.js";
import { joinStr } from "../str/text.js";
import { PyMethod } from "./py-method.js";

function methodNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "method", kwnames) === null) return null;
  if (checkPositional(ts, "method", args.length, 2, 2) === null) return null;
  const [func, self] = args;
  if (!isCallable(func)) return raise(ts, TypeErrorType, "first argument must be callable");
  if (self === None) return raise(ts, TypeErrorType, "instance must not be None");
  return new PyMethod(func, self);
}

function methodCall(ts: ThreadState, m: PyMethod, args: Value[], kwnames: KwNames): Result<Value> {
  args.unshift(m.self);
  return call(ts, m.func, args, kwnames);
}

/** Attributes of the function can be read through the method. */
function methodGetAttr(ts: ThreadState, m: PyMethod, name: string): Result<Value> {
  const attribute = lookup(m.cls, name);
  if (attribute === undefined) return getAttr(ts, m.func, name);
  const get = typeOf(attribute).tp_descr_get;
  return get === null ? attribute : get(ts, attribute, m, m.cls);
}

function nameOf(ts: ThreadState, m: PyMethod): Result<Str> {
  for (const attribute of ["__qualname__", "__name__"]) {
    const name = getOptionalAttr(ts, m.func, attribute);
    if (name === null) return null;
    if (name !== undefined) return asStr(name) ?? "?";
  }
  return "?";
}

function methodRepr(ts: ThreadState, m: PyMethod): Result<Str> {
  const name = nameOf(ts, m);
  const self = name === null ? null : repr(ts, m.self);
  return name === null || self === null ? null : joinStr(["<bound method ", name, " of ", self, ">"], "");
}

function methodCompare(ts: ThreadState, a: PyMethod, b: Value, op: CompareOp): Result<Value> {
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(b instanceof PyMethod)) return NotImplemented;
  const same = sameObject(a.self, b.self) ? equals(ts, a.func, b.func) : false;
  return same === null ? null : same === (op === CompareOp.EQ);
}

function methodHash(ts: ThreadState, m: PyMethod): Result<number | bigint> {
  const h = hash(ts, m.func);
  if (h === null) return null;
  return Number(BigInt.asIntN(52, BigInt(h) ^ BigInt(identityHash(ts, m.self))));
}

function methodReduce(ts: ThreadState, m: PyMethod): Result<Value> {
  const name = getAttr(ts, m.func, "__name__");
  if (name === null) return null;
  const text = asStr(name);
  return text === undefined ? null : reduceToGetattr(ts, m.self, strKey(text));
}

/** The specification of `method`. */
export const methodSpec: TypeSpec = {
  name: "method",
  doc: "A function with the instance that it is called on.",
  signature: "(function, instance, /)",
  flags: TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: methodNew,
    tp_call: methodCall,
    tp_getattro: methodGetAttr,
    tp_repr: methodRepr,
    tp_richcompare: methodCompare,
    tp_hash: methodHash,
    tp_descr_get: (_ts, m: PyMethod) => m,
  },
  methods: [["__reduce__", "($self, /)", methodReduce]],
  getset: [
    [
      "__func__",
      (_ts, m: PyMethod) => m.func,
      null,
      "the function (or other callable) implementing a method",
      "member",
    ],
    ["__self__", (_ts, m: PyMethod) => m.self, null, "the instance to which a method is bound", "member"],
    ["__doc__", (ts, m: PyMethod) => getAttr(ts, m.func, "__doc__")],
  ],
};
