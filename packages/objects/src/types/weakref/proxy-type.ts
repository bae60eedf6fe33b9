import { getAttr, setAttr } from "../../core/attributes.js";
import { call, callMethod } from "../../core/call.js";
import { compare, isTrue } from "../../core/compare.js";
import { address } from "../../core/default-repr.js";
import { raise, typeName } from "../../core/errors.js";
import type { MethodRow, TypeSpec } from "../../core/native.js";
import {
  absolute,
  BinaryOp,
  binaryOp,
  divmod,
  invert,
  negative,
  positive,
  power,
} from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { contains, getItem, getIter, iterNext, length, setItem, str } from "../../core/protocols.js";
import type { BinaryFunc, CompareOp, KwNames, Slots, UnaryFunc } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { ReferenceErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { strFromJs } from "../str/py-str.js";
import { CallableProxyType, ProxyType, PyWeakRef } from "./py-weak-ref.js";

function referent(ts: ThreadState, proxy: PyWeakRef): Result<PyObject> {
  return proxy.target.deref() ?? raise(ts, ReferenceErrorType, "weakly-referenced object no longer exists");
}

/** An operand with a proxy replaced by what it stands for. */
function unwrap(ts: ThreadState, v: Value): Result<Value> {
  if (v instanceof PyWeakRef && (v.cls === ProxyType || v.cls === CallableProxyType)) return referent(ts, v);
  return v;
}

function unary(fn: UnaryFunc): UnaryFunc {
  return (ts, self) => {
    const object = referent(ts, self);
    return object === null ? null : fn(ts, object);
  };
}

function binary(fn: BinaryFunc): BinaryFunc {
  return (ts, a, b) => {
    const left = unwrap(ts, a);
    const right = left === null ? null : unwrap(ts, b);
    return left === null || right === null ? null : fn(ts, left, right);
  };
}

const operator = (op: number): BinaryFunc => binary((ts, a, b) => binaryOp(ts, op, a, b));

/** `__int__`, `__float__` and `__index__` of the referent. */
function conversion(slot: "nb_int" | "nb_float" | "nb_index", what: string): UnaryFunc {
  return unary((ts, object: Value) => {
    const fn = typeOf(object)[slot];
    if (fn !== null) return fn(ts, object);
    return raise(ts, TypeErrorType, `'${typeName(object)}' object cannot be interpreted as ${what}`);
  });
}

const INPLACE = BinaryOp.INPLACE;

const slots: Partial<Slots> = {
  tp_repr: (ts, proxy: PyWeakRef) => {
    const object = proxy.target.deref();
    const what = object === undefined ? "dead" : `to '${typeName(object)}' at ${address(ts, object)}`;
    return strFromJs(`<weakproxy at ${address(ts, proxy)}; ${what}>`);
  },
  tp_str: unary(str),
  tp_getattro: (ts, proxy: PyWeakRef, name) => {
    const object = referent(ts, proxy);
    return object === null ? null : getAttr(ts, object, name);
  },
  tp_setattro: (ts, proxy: PyWeakRef, name, value) => {
    const object = referent(ts, proxy);
    return object === null ? null : setAttr(ts, object, name, value);
  },
  tp_richcompare: (ts, a: Value, b: Value, op: CompareOp) => {
    const left = unwrap(ts, a);
    const right = left === null ? null : unwrap(ts, b);
    return left === null || right === null ? null : compare(ts, left, right, op);
  },
  tp_iter: unary(getIter),
  tp_iternext: (ts, proxy: PyWeakRef) => {
    const object = referent(ts, proxy);
    if (object === null) return null;
    if (typeOf(object).tp_iternext !== null) return iterNext(ts, object);
    return raise(ts, TypeErrorType, `Weakref proxy referenced a non-iterator '${typeName(object)}' object`);
  },
  nb_bool: (ts, proxy: PyWeakRef) => {
    const object = referent(ts, proxy);
    return object === null ? null : isTrue(ts, object);
  },
  nb_add: operator(BinaryOp.ADD),
  nb_subtract: operator(BinaryOp.SUBTRACT),
  nb_multiply: operator(BinaryOp.MULTIPLY),
  nb_remainder: operator(BinaryOp.REMAINDER),
  nb_divmod: binary(divmod),
  nb_power: (ts, a: Value, b: Value, mod: Value) => {
    const left = unwrap(ts, a);
    const right = left === null ? null : unwrap(ts, b);
    const third = right === null ? null : unwrap(ts, mod);
    return left === null || right === null || third === null ? null : power(ts, left, right, third);
  },
  nb_negative: unary(negative),
  nb_positive: unary(positive),
  nb_absolute: unary(absolute),
  nb_invert: unary(invert),
  nb_lshift: operator(BinaryOp.LSHIFT),
  nb_rshift: operator(BinaryOp.RSHIFT),
  nb_and: operator(BinaryOp.AND),
  nb_xor: operator(BinaryOp.XOR),
  nb_or: operator(BinaryOp.OR),
  nb_int: conversion("nb_int", "an integer"),
  nb_float: conversion("nb_float", "a float"),
  nb_index: conversion("nb_index", "an integer"),
  nb_inplace_add: operator(INPLACE + BinaryOp.ADD),
  nb_inplace_subtract: operator(INPLACE + BinaryOp.SUBTRACT),
  nb_inplace_multiply: operator(INPLACE + BinaryOp.MULTIPLY),
  nb_inplace_remainder: operator(INPLACE + BinaryOp.REMAINDER),
  nb_inplace_power: (ts, a: Value, b: Value) => operator(INPLACE + BinaryOp.POWER)(ts, a, b),
  nb_inplace_lshift: operator(INPLACE + BinaryOp.LSHIFT),
  nb_inplace_rshift: operator(INPLACE + BinaryOp.RSHIFT),
  nb_inplace_and: operator(INPLACE + BinaryOp.AND),
  nb_inplace_xor: operator(INPLACE + BinaryOp.XOR),
  nb_inplace_or: operator(INPLACE + BinaryOp.OR),
  nb_floor_divide: operator(BinaryOp.FLOOR_DIVIDE),
  nb_true_divide: operator(BinaryOp.TRUE_DIVIDE),
  nb_inplace_floor_divide: operator(INPLACE + BinaryOp.FLOOR_DIVIDE),
  nb_inplace_true_divide: operator(INPLACE + BinaryOp.TRUE_DIVIDE),
  nb_matrix_multiply: operator(BinaryOp.MATRIX_MULTIPLY),
  nb_inplace_matrix_multiply: operator(INPLACE + BinaryOp.MATRIX_MULTIPLY),
  mp_length: (ts, proxy: PyWeakRef) => {
    const object = referent(ts, proxy);
    return object === null ? null : length(ts, object);
  },
  mp_subscript: binary(getItem),
  mp_ass_subscript: (ts, proxy: PyWeakRef, key: Value, value) => {
    const object = referent(ts, proxy);
    return object === null ? null : setItem(ts, object, key, value);
  },
  sq_contains: (ts, proxy: PyWeakRef, item: Value) => {
    const object = referent(ts, proxy);
    return object === null ? null : contains(ts, object, item);
  },
};

const through = (name: string): MethodRow => [
  name,
  "($self, /)",
  (ts, proxy: PyWeakRef) => {
    const object = referent(ts, proxy);
    return object === null ? null : callMethod(ts, object, name, []);
  },
];

/** The specification of `weakref.ProxyType`: whatever is done to a proxy is done to its referent. */
export const proxySpec: TypeSpec = {
  name: "weakref.ProxyType",
  slots,
  methods: [through("__bytes__"), through("__reversed__")],
};

/** The specification of `weakref.CallableProxyType`. */
export const callableProxySpec: TypeSpec = {
  name: "weakref.CallableProxyType",
  slots: {
    ...slots,
    tp_call: (ts, proxy: PyWeakRef, args: Value[], kwnames: KwNames) => {
      const object = referent(ts, proxy);
      return object === null ? null : call(ts, object, args, kwnames);
    },
  },
  methods: [through("__bytes__"), through("__reversed__")],
};
