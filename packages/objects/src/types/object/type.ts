import { attributesOf, genericGetAttr, genericSetAttr, getOptionalAttr } from "../../core/attributes.js";
import { isTrue } from "../../core/compare.js";
import { defaultRepr } from "../../core/default-repr.js";
import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { str } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyType, TypeFlags } from "../../core/type.js";
import { namespaceOf } from "../../core/type-lookup.js";
import { identityHash, sameObject, typeOf } from "../../core/type-of.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { None, NotImplemented } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromKey, strKey } from "../str/py-str.js";
import { assignClass } from "./assign-class.js";
import { objectInit, objectNew } from "./object-new.js";
import { defaultState, objectReduce, objectReduceEx } from "./reduce.js";

function objectStr(ts: ThreadState, self: Value): Result<Value> {
  const slot = typeOf(self).tp_repr;
  return slot === null ? defaultRepr(ts, self) : slot(ts, self);
}

/** `object.__eq__` and `object.__ne__`; the other comparisons are not implemented. */
export function objectCompare(ts: ThreadState, self: Value, other: Value, op: CompareOp): Result<Value> {
  if (op === CompareOp.EQ) return sameObject(self, other) ? true : NotImplemented;
  if (op !== CompareOp.NE) return NotImplemented;
  const slot = typeOf(self).tp_richcompare;
  if (slot === null) return NotImplemented;
  const equal = slot(ts, self, other, CompareOp.EQ);
  if (equal === null || equal === NotImplemented) return equal;
  const truth = isTrue(ts, equal);
  return truth === null ? null : !truth;
}

function reduceEx(ts: ThreadState, self: Value, protocol: Value): Result<Value> {
  const p = toIndex(ts, protocol);
  return p === null ? null : objectReduceEx(ts, self, Number(p));
}

function formatObject(ts: ThreadState, self: Value, spec: Value): Result<Str> {
  const text = asStr(spec);
  if (text === undefined) {
    return raise(ts, TypeErrorType, `__format__() argument must be str, not ${argumentTypeName(spec)}`);
  }
  if (text === "") return str(ts, self);
  return raise(ts, TypeErrorType, `unsupported format string passed to ${typeName(self)}.__format__`);
}

/** `object.__dir__`: names in the `__dict__` and in the class and its bases. */
function dirOfObject(ts: ThreadState, self: Value): Result<Value> {
  const names = new Set<string>();
  const dict = getOptionalAttr(ts, self, "__dict__");
  if (dict === null) return null;
  if (dict instanceof PyDict) {
    for (const key of dict.keysArray()) {
      const text = asStr(key);
      if (text !== undefined) names.add(strKey(text));
    }
  }
  const cls = getOptionalAttr(ts, self, "__class__");
  if (cls === null) return null;
  if (cls instanceof PyType) {
    for (const type of cls.mro) for (const name of namespaceOf(type).keys()) names.add(name);
  }
  return new PyList([...names].map(strFromKey));
}

function sizeOfObject(_ts: ThreadState, self: Value): number {
  const inst = attributesOf(self);
  return inst === null ? 16 : 16 + 8 * inst.shape.names.length;
}

/** The specification of `object` (CPython `PyBaseObject_Type`). */
export const objectSpec: TypeSpec = {
  name: "object",
  doc: "The base class of the class hierarchy.",
  signature: "()",
  flags: TypeFlags.BASETYPE,
  slots: {
    tp_repr: defaultRepr,
    tp_str: objectStr,
    tp_hash: identityHash,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
    tp_richcompare: objectCompare,
    tp_new: objectNew,
    tp_init: objectInit,
  },
  methods: [
    ["__reduce_ex__", "($self, protocol, /)", reduceEx, "Helper for pickle."],
    ["__reduce__", "($self, /)", (ts, self) => objectReduce(ts, self, 0), "Helper for pickle."],
    ["__getstate__", "($self, /)", (ts, self) => defaultState(ts, self, false), "Helper for pickle."],
    [
      "__subclasshook__",
      "($type, object, /)",
      () => NotImplemented,
      "ABCs override this.",
      { binding: "class" },
    ],
    [
      "__init_subclass__",
      "($type, /)",
      () => None,
      "Called when a class is subclassed.",
      { binding: "class" },
    ],
    ["__format__", "($self, format_spec, /)", formatObject, "Default object formatter."],
    ["__sizeof__", "($self, /)", sizeOfObject, "Size of object in memory, in bytes."],
    ["__dir__", "($self, /)", dirOfObject, "Default dir() implementation."],
  ],
  getset: [["__class__", (_ts, self: Value) => typeOf(self), assignClass, "the object's class"]],
};
