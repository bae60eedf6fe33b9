import { PyWrapperDescriptor } from "../types/descriptors/py-descriptors.js";
import {
  AttributeErrorType,
  OverflowErrorType,
  StopIterationType,
  TypeErrorType,
  ValueErrorType,
} from "../types/exceptions/exception-types.js";
import type { PyFunction } from "../types/function/py-function.js";
import { toInt } from "../types/int/to-int.js";
import { PySequenceIterator } from "../types/iterators/py-sequence-iterator.js";
import { findModuleAttr, moduleGetAttr } from "../types/module/module-attributes.js";
import { None, NotImplemented } from "../types/none/singletons.js";
import { strFromKey } from "../types/str/py-str.js";
import { findTypeAttr, typeGetAttr } from "../types/type/type-attributes.js";
import { findAttr, genericGetAttr } from "./attributes.js";
import { bufferGlue } from "./buffer-glue.js";
import { FunctionType, IntType } from "./builtin-types.js";
import { call, callUnbound } from "./call.js";
import { isTrue, unhashable } from "./compare.js";
import { defaultRepr } from "./default-repr.js";
import { clearPending, InternalError, pendingMatches, raise, raiseNoAttribute, typeName } from "./errors.js";
import { toIndex, toSize } from "./numbers.js";
import type { Result, Status, Value } from "./object.js";
import { searchItems } from "./protocols.js";
import { type SlotDef, slotDefsBySlot } from "./slot-table.js";
import type * as S from "./slots.js";
import type { SlotName } from "./slots.js";
import type { ThreadState } from "./thread-state.js";
import { isSubtype, type PyType, TypeFlags } from "./type.js";
import { lookup } from "./type-lookup.js";
import { typeOf } from "./type-of.js";

/*
 * Glue from slots to dunder methods that are written in Python: one function per slot, made once per
 * slot *shape* (CPython's `slot_*` functions, `Objects/typeobject.c`). A heap class whose MRO has such
 * a method holds the glue in its slot.
 */

// biome-ignore lint/suspicious/noExplicitAny: each slot has a signature of its own
type AnySlot = (...args: any[]) => unknown;

/** The slots of a type as a record. */
export function slotsOf(type: PyType): Record<SlotName, AnySlot | null> {
  return type as unknown as Record<SlotName, AnySlot | null>;
}

const GET_COMPARISON = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"] as const;

/** Calls the method `name` of the type of `self`; AttributeError when it has gone. */
function callDunder(ts: ThreadState, self: Value, name: string, args: Value[]): Result<Value> {
  const method = lookup(typeOf(self), name);
  if (method === undefined) return raiseNoAttribute(ts, name, self, name);
  return callUnbound(ts, method, self, args);
}

/** As {@link callDunder}; `NotImplemented` when there is no such method. */
function callMaybe(ts: ThreadState, self: Value, name: string, args: Value[]): Result<Value> {
  const method = lookup(typeOf(self), name);
  return method === undefined ? NotImplemented : callUnbound(ts, method, self, args);
}

function unaryGlue(name: string): S.UnaryFunc {
  return (ts, self) => callDunder(ts, self, name, []);
}

/** Binary operators with a reflected method (CPython `SLOT1BINFULL`); `extra` is the modulus of `pow`. */
function binaryGlue(slot: SlotName, name: string, reflected: string): AnySlot {
  const glue = (ts: ThreadState, a: Value, b: Value, modulus?: Value): Result<Value> => {
    const ta = typeOf(a);
    const tb = typeOf(b);
    const extra = modulus === undefined || modulus === None ? [] : [modulus];
    let tryRight = ta !== tb && slotsOf(tb)[slot] === glue;
    if (slotsOf(ta)[slot] === glue) {
      if (tryRight && isSubtype(tb, ta)) {
        const theirs = lookup(tb, reflected);
        if (theirs !== undefined && theirs !== lookup(ta, reflected)) {
          const result = callMaybe(ts, b, reflected, [a, ...extra]);
          if (result !== NotImplemented) return result;
          tryRight = false;
        }
      }
      const result = callMaybe(ts, a, name, [b, ...extra]);
      if (result !== NotImplemented || ta === tb) return result;
    }
    return tryRight ? callMaybe(ts, b, reflected, [a, ...extra]) : NotImplemented;
  };
  return glue;
}

/** In-place operators and `__getitem__`. */
function plainBinaryGlue(name: string): S.BinaryFunc {
  return (ts, self, other) => callDunder(ts, self, name, [other]);
}

/** `tp_repr` of a class with a `__repr__` written in Python. */
export function reprGlue(ts: ThreadState, self: Value): Result<Value> {
  const method = lookup(typeOf(self), "__repr__");
  return method === undefined ? defaultRepr(ts, self) : callUnbound(ts, method, self, []);
}

const lengthGlue: S.LenFunc = (ts, self) => {
  const result = callDunder(ts, self, "__len__", []);
  if (result === null) return null;
  const n = toIndex(ts, result);
  if (n === null) return null;
  if (n < 0) return raise(ts, ValueErrorType, "__len__() should return >= 0");
  return toSize(ts, n, OverflowErrorType);
};

const boolGlue: S.InquiryFunc = (ts, self) => {
  const method = lookup(typeOf(self), "__bool__");
  if (method === undefined) {
    if (lookup(typeOf(self), "__len__") === undefined) return true;
    const n = lengthGlue(ts, self);
    return n === null ? null : n !== 0;
  }
  if (method === None) {
    return raise(ts, TypeErrorType, `'${typeName(self)}' cannot be interpreted as a boolean`);
  }
  const result = callUnbound(ts, method, self, []);
  if (typeof result === "boolean" || result === null) return result;
  return raise(ts, TypeErrorType, `__bool__ should return bool, returned ${typeName(result)}`);
};

const hashGlue: S.HashFunc = (ts, self) => {
  const method = lookup(typeOf(self), "__hash__");
  if (method === undefined || method === None) return unhashable(ts, self);
  const result = callUnbound(ts, method, self, []);
  if (result === null) return null;
  const n = toInt(result);
  if (n === undefined) return raise(ts, TypeErrorType, "__hash__ method should return an integer");
  // What does not fit is reduced by the hash of int itself, as CPython does.
  if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n) return (IntType.tp_hash as S.HashFunc)(ts, n);
  return n === -1 ? -2 : n;
};

const iterGlue: S.UnaryFunc = (ts, self) => {
  const method = lookup(typeOf(self), "__iter__");
  if (method === None || (method === undefined && lookup(typeOf(self), "__getitem__") === undefined)) {
    return raise(ts, TypeErrorType, `'${typeName(self)}' object is not iterable`);
  }
  return method === undefined ? new PySequenceIterator(self) : callUnbound(ts, method, self, []);
};

const nextGlue: S.IterNextFunc = (ts, self) => {
  const result = callDunder(ts, self, "__next__", []);
  if (result === null && pendingMatches(ts, StopIterationType)) {
    clearPending(ts);
    return undefined;
  }
  return result;
};

/** `tp_call` of a class with a `__call__` written in Python. */
export function callGlue(ts: ThreadState, self: Value, args: Value[], kwnames: S.KwNames): Result<Value> {
  const method = lookup(typeOf(self), "__call__");
  if (method === undefined) return raise(ts, TypeErrorType, `'${typeName(self)}' object is not callable`);
  return callBound(ts, method, self, args, kwnames);
}

/** Calls an attribute of a class with an instance and any arguments. */
function callBound(
  ts: ThreadState,
  method: Value,
  self: Value,
  args: Value[],
  kwnames: S.KwNames,
): Result<Value> {
  if (typeof method === "object" && method.cls === FunctionType) {
    args.unshift(self);
    return ts.interp.evaluator.callFunction(ts, method as PyFunction, args, kwnames);
  }
  const get = typeOf(method).tp_descr_get;
  const bound = get === null ? method : get(ts, method, self, typeOf(self));
  return bound === null ? null : call(ts, bound, args, kwnames);
}

const getattributeGlue: S.GetAttrFunc = (ts, self, name) =>
  callDunder(ts, self, "__getattribute__", [strFromKey(name)]);

/** With a `__getattr__`: no AttributeError is made where the attribute is looked up in a way that we know. */
export const getattrGlue: S.GetAttrFunc = (ts, self, name) => {
  const type = typeOf(self);
  const hook = lookup(type, "__getattr__");
  const getter = lookup(type, "__getattribute__");
  const native = getter instanceof PyWrapperDescriptor ? getter.fn : null;
  let value: Result<Value | undefined>;
  if (native === genericGetAttr) value = findAttr(ts, self, name);
  else if (native === typeGetAttr) value = findTypeAttr(ts, self, name);
  else if (native === moduleGetAttr) value = findModuleAttr(ts, self, name);
  else value = getattributeGlue(ts, self, name);
  if (value === null && pendingMatches(ts, AttributeErrorType)) {
    if (hook === undefined) return null;
    clearPending(ts);
    value = undefined;
  }
  if (value !== undefined) return value;
  if (hook === undefined) return (native as S.GetAttrFunc)(ts, self, name);
  return callUnbound(ts, hook, self, [strFromKey(name)]);
};

const setattrGlue: S.SetAttrFunc = (ts, self, name, value) => {
  const result =
    value === undefined
      ? callDunder(ts, self, "__delattr__", [strFromKey(name)])
      : callDunder(ts, self, "__setattr__", [strFromKey(name), value]);
  return result === null ? null : true;
};

/** `tp_richcompare` of a class with a comparison method written in Python. */
export function compareGlue(ts: ThreadState, self: Value, other: Value, op: S.CompareOp): Result<Value> {
  const method = lookup(typeOf(self), GET_COMPARISON[op]);
  if (method === undefined) return NotImplemented;
  const bound = bindQuietly(ts, method, self);
  if (bound === undefined) return NotImplemented;
  return bound === null ? callUnbound(ts, method, self, [other]) : call(ts, bound, [other]);
}

/**
 * Binds a method whose failure to bind means that there is none, as some slots have it; `undefined` then.
 * `null`: the method needs no binding first.
 */
function bindQuietly(ts: ThreadState, method: Value, self: Value): Value | null | undefined {
  if (typeof method !== "object" || (method.cls.flags & TypeFlags.METHOD_DESCRIPTOR) !== 0) return null;
  const get = method.cls.tp_descr_get;
  if (get === null) return method;
  const bound = get(ts, method, self, typeOf(self));
  if (bound !== null) return bound;
  clearPending(ts);
  return undefined;
}

const getGlue: S.DescrGetFunc = (ts, self, instance, owner) => {
  const method = lookup(typeOf(self), "__get__");
  return method === undefined ? self : callUnbound(ts, method, self, [instance ?? None, owner]);
};

const setGlue: S.DescrSetFunc = (ts, self, instance, value) => {
  const result =
    value === undefined
      ? callDunder(ts, self, "__delete__", [instance])
      : callDunder(ts, self, "__set__", [instance, value]);
  return result === null ? null : true;
};

/** `tp_init` of a class with an `__init__` written in Python. */
export function initGlue(ts: ThreadState, self: Value, args: Value[], kwnames: S.KwNames): Status {
  const method = lookup(typeOf(self), "__init__");
  if (method === undefined) return raiseNoAttribute(ts, "__init__", self, "__init__");
  const result = callBound(ts, method, self, args, kwnames);
  if (result === None) return true;
  if (result === null) return null;
  return raise(ts, TypeErrorType, `__init__() should return None, not '${typeName(result)}'`);
}

/** `tp_new` of a class with a `__new__` written in Python. */
export const newGlue: S.NewFunc = (ts, cls, args, kwnames) => {
  const method = typeGetAttr(ts, cls, "__new__");
  if (method === null) return null;
  args.unshift(cls);
  return call(ts, method, args, kwnames);
};

const itemGlue: S.SizeArgFunc = (ts, self, i) => callDunder(ts, self, "__getitem__", [i]);

function setItemGlue(ts: ThreadState, self: Value, key: Value, value: Value | undefined): Status {
  const result =
    value === undefined
      ? callDunder(ts, self, "__delitem__", [key])
      : callDunder(ts, self, "__setitem__", [key, value]);
  return result === null ? null : true;
}

const containsGlue: S.ContainsFunc = (ts, self, item) => {
  const method = lookup(typeOf(self), "__contains__");
  if (method === None) return raise(ts, TypeErrorType, `'${typeName(self)}' object is not a container`);
  if (method !== undefined) {
    const result = callUnbound(ts, method, self, [item]);
    return result === null ? null : isTrue(ts, result);
  }
  return searchItems(ts, self, item);
};

function awaitGlue(name: string, message: (type: string) => string): S.UnaryFunc {
  return (ts, self) => {
    const method = lookup(typeOf(self), name);
    if (method !== undefined) return callUnbound(ts, method, self, []);
    return raise(ts, TypeErrorType, message(typeName(self)));
  };
}

const inplacePowerGlue: S.TernaryFunc = (ts, self, other) => callDunder(ts, self, "__ipow__", [other]);

const glueCache = new Map<SlotName, { plain: AnySlot; hooked: AnySlot }>();

/**
 * The glue of a slot. `hooked` asks for the form that knows `__getattr__`, which only `tp_getattro` has.
 */
export function glueFor(slot: SlotName, hooked: boolean): AnySlot {
  let found = glueCache.get(slot);
  if (found === undefined) {
    const plain = makeGlue(slot);
    found = { plain, hooked: slot === "tp_getattro" ? getattrGlue : plain };
    glueCache.set(slot, found);
  }
  return hooked ? found.hooked : found.plain;
}

function makeGlue(slot: SlotName): AnySlot {
  switch (slot) {
    case "tp_repr":
      return reprGlue;
    case "tp_hash":
      return hashGlue;
    case "tp_call":
      return callGlue;
    case "tp_getattro":
      return getattributeGlue;
    case "tp_setattro":
      return setattrGlue;
    case "tp_richcompare":
      return compareGlue;
    case "tp_iter":
      return iterGlue;
    case "tp_iternext":
      return nextGlue;
    case "tp_descr_get":
      return getGlue;
    case "tp_descr_set":
      return setGlue;
    case "tp_init":
      return initGlue;
    case "tp_new":
      return newGlue;
    case "nb_bool":
      return boolGlue;
    case "nb_inplace_power":
      return inplacePowerGlue;
    case "mp_length":
    case "sq_length":
      return lengthGlue;
    case "mp_ass_subscript":
    case "sq_ass_item":
      return setItemGlue;
    case "sq_item":
      return itemGlue;
    case "sq_contains":
      return containsGlue;
    case "am_await":
      return awaitGlue("__await__", (t) => `object ${t} can't be used in 'await' expression`);
    case "am_aiter":
      return awaitGlue("__aiter__", (t) => `object ${t} does not have __aiter__ method`);
    case "am_anext":
      return awaitGlue("__anext__", (t) => `object ${t} does not have __anext__ method`);
    case "bf_getbuffer":
      return bufferGlue;
  }
  const [first, second] = slotDefsBySlot.get(slot) as readonly SlotDef[];
  if (second?.shape === "binary-reflected" || second?.shape === "power-reflected") {
    return binaryGlue(slot, first.name, second.name);
  }
  if (first.shape === "binary") return plainBinaryGlue(first.name);
  if (first.shape === "unary") return unaryGlue(first.name);
  throw new InternalError(`no glue for ${slot}`);
}
