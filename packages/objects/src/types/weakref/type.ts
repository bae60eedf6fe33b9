import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { lookupSpecial } from "../../core/call.js";
import { compare, hash } from "../../core/compare.js";
import { address } from "../../core/default-repr.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";
import { None, NotImplemented } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { strFromJs, strKey } from "../str/py-str.js";
import { PyWeakRef } from "./py-weak-ref.js";
import { newWeakRef } from "./registry.js";

function refNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  // Keywords may be meant for the `__init__` of a subclass.
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, "__new__", given, 1, 2) === null) return null;
  if (cls.tp_init === refInit && noKeywords(ts, "ref", kwnames) === null) return null;
  return newWeakRef(ts, args[0], given > 1 ? args[1] : None, cls);
}

function refInit(ts: ThreadState, _self: PyWeakRef, args: Value[], kwnames: KwNames): Status {
  if (noKeywords(ts, "ref", kwnames) === null) return null;
  return checkPositional(ts, "__init__", args.length, 1, 2);
}

function refCall(ts: ThreadState, self: PyWeakRef, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "weakref", kwnames) === null) return null;
  if (checkPositional(ts, "weakref", args.length, 0, 0) === null) return null;
  return self.target.deref() ?? None;
}

function refRepr(ts: ThreadState, self: PyWeakRef): Result<Value> {
  const object = self.target.deref();
  if (object === undefined) return strFromJs(`<weakref at ${address(ts, self)}; dead>`);
  const name = lookupSpecial(ts, object, "__name__");
  if (name === null) return null;
  const text = name === undefined ? undefined : asStr(name);
  const called = text === undefined ? "" : ` (${strKey(text)})`;
  const what = `'${typeName(object)}' at ${address(ts, object)}${called}`;
  return strFromJs(`<weakref at ${address(ts, self)}; to ${what}>`);
}

function refHash(ts: ThreadState, self: PyWeakRef): Result<number | bigint> {
  if (self.hash !== null) return self.hash;
  const object = self.target.deref();
  if (object === undefined) return raise(ts, TypeErrorType, "weak object has gone away");
  self.hash = hash(ts, object);
  return self.hash;
}

/** References are equal when their referents are; dead ones when they are the same. */
function refCompare(ts: ThreadState, a: PyWeakRef, b: Value, op: CompareOp): Result<Value> {
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(b instanceof PyWeakRef)) return NotImplemented;
  const left = a.target.deref();
  const right = b.target.deref();
  if (left === undefined || right === undefined) return (a === b) === (op === CompareOp.EQ);
  return compare(ts, left, right, op);
}

/** The specification of `weakref.ReferenceType` (CPython `Objects/weakrefobject.c`). */
export const referenceSpec: TypeSpec = {
  name: "weakref.ReferenceType",
  doc: "A reference that does not keep its referent alive.",
  flags: TypeFlags.BASETYPE,
  slots: {
    tp_new: refNew,
    tp_init: refInit,
    tp_call: refCall,
    tp_repr: refRepr,
    tp_hash: refHash,
    tp_richcompare: refCompare,
  },
  methods: [
    [
      "__class_getitem__",
      "($type, object, /)",
      (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
      "See PEP 585",
      { binding: "class" },
    ],
  ],
  getset: [["__callback__", (_ts, self: PyWeakRef) => self.callback ?? None, null, null, "member"]],
};
