import { PyDict } from "../types/dict/py-dict.js";
import { AttributeErrorType, TypeErrorType } from "../types/exceptions/exception-types.js";
import type { PyBaseException } from "../types/exceptions/py-base-exception.js";
import { findModuleAttr, moduleGetAttr } from "../types/module/module-attributes.js";
import type { PyModule } from "../types/module/py-module.js";
import { strFromKey } from "../types/str/py-str.js";
import { findTypeAttr, typeGetAttr } from "../types/type/type-attributes.js";
import {
  clearPending,
  pendingMatches,
  raise,
  raiseAttributeError,
  raiseNoAttribute,
  typeName,
} from "./errors.js";
import { getField, PyInstance, Shape, setField } from "./fields.js";
import type { PyObject, Result, Status, Value } from "./object.js";
import { standInFor } from "./stand-in.js";
import type { ThreadState } from "./thread-state.js";
import { type PyType, TypeFlags } from "./type.js";
import { lookup, namespaceOf } from "./type-lookup.js";
import { typeOf } from "./type-of.js";

/** Attribute names beyond which an instance keeps its attributes in a dict. */
export const MAX_FIELDS = 64;

/**
 * Where the attributes of an object are: the object itself when its class derives from `object`
 * alone, else its `attrs`; `null` when it has none (yet, see {@link ensureAttributes}).
 */
export function attributesOf(o: Value): PyInstance | null {
  if (typeof o !== "object") return null;
  if ((o.cls.flags & TypeFlags.INLINE_FIELDS) !== 0) return o as PyInstance;
  return (o as PyObject & { attrs?: PyInstance | null }).attrs ?? null;
}

/** As {@link attributesOf}, made when missing. The class must have a `__dict__` or slots. */
export function ensureAttributes(o: PyObject): PyInstance {
  if ((o.cls.flags & TypeFlags.INLINE_FIELDS) !== 0) return o as PyInstance;
  const holder = o as PyObject & { attrs: PyInstance | null };
  holder.attrs ??= new PyInstance(o.cls, rootShapeOf(o.cls));
  return holder.attrs;
}

/** A new instance of a class that derives from `object` alone, without attributes. */
export function newInstance(ts: ThreadState, cls: PyType): PyInstance {
  ts.interp.counters.instances++;
  const made = new PyInstance(cls, rootShapeOf(cls));
  return cls.tp_finalize === null ? made : standInFor(ts, made);
}

/** The shape of an instance of `type` that has no attributes. */
export function rootShapeOf(type: PyType): Shape {
  type.rootShape ??= Shape.root(type, type.reservedFields);
  return type.rootShape;
}

/** The shape of an instance of `type` whose attributes are in a dict: only reserved fields, as in the root. */
export function dictShapeOf(type: PyType): Shape {
  type.dictShape ??= Shape.root(type, type.reservedFields);
  return type.dictShape;
}

/** An attribute of an instance itself, not of its class; `undefined` when unset. */
export function getInstanceAttr(inst: PyInstance, name: string): Value | undefined {
  if (inst.dict !== null) return inst.dict.getStr(name);
  const i = inst.shape.index.get(name);
  return i === undefined ? undefined : getField(inst, i);
}

/** Sets an attribute of an instance itself. */
export function setInstanceAttr(ts: ThreadState, inst: PyInstance, name: string, value: Value): void {
  if (inst.dict === null) {
    const { shape } = inst;
    const i = shape.index.get(name);
    if (i !== undefined) {
      setField(inst, i, value);
      return;
    }
    if (shape.names.length < MAX_FIELDS) {
      setField(inst, shape.names.length, value);
      inst.shape = shape.add(name);
      return;
    }
  }
  materialise(ts, inst).setStr(name, value);
}

/** Deletes an attribute of an instance itself. @returns whether it was there */
export function deleteInstanceAttr(inst: PyInstance, name: string): boolean {
  if (inst.dict !== null) return inst.dict.deleteStr(name);
  const field = inst.shape.index.get(name);
  if (field === undefined) return false;
  // The other attributes stay in fields, in their order: those behind it move down.
  const { names } = inst.shape;
  let shape = rootShapeOf(inst.shape.cls);
  for (let i = shape.names.length; i < names.length; i++) {
    if (i !== field) shape = shape.add(names[i] as string);
    if (i > field) setField(inst, i - 1, getField(inst, i));
  }
  setField(inst, names.length - 1, undefined);
  inst.shape = shape;
  return true;
}

/** Moves the attributes out of the fields into a dict, where they stay. Slots keep their fields. */
export function materialise(ts: ThreadState, inst: PyInstance): PyDict {
  if (inst.dict !== null) return inst.dict;
  // Other objects (functions, say) are not counted when they are made, either.
  if ((inst.cls.flags & TypeFlags.INLINE_FIELDS) !== 0) ts.interp.counters.instanceDicts++;
  const dict = new PyDict();
  const { names } = inst.shape;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (name === null) continue;
    const value = getField(inst, i);
    if (value !== undefined) dict.setStr(name, value);
    setField(inst, i, undefined);
  }
  inst.shape = dictShapeOf(inst.shape.cls);
  inst.dict = dict;
  return dict;
}

/** The `__dict__` of an instance, made now if need be. Raises AttributeError when its class has none. */
export function getInstanceDict(ts: ThreadState, o: Value): Result<PyDict> {
  if (typeof o !== "object" || (o.cls.flags & TypeFlags.HAS_DICT) === 0) {
    return raiseAttributeError(ts, o, "__dict__");
  }
  return materialise(ts, ensureAttributes(o));
}

/** `o.__dict__ = dict`. */
export function setInstanceDict(ts: ThreadState, o: PyObject, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "cannot delete __dict__");
  if (!(value instanceof PyDict)) {
    return raise(ts, TypeErrorType, `__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
  }
  const inst = ensureAttributes(o);
  materialise(ts, inst);
  inst.dict = value;
  return true;
}

/** `getattr(o, name)`. */
export function getAttr(ts: ThreadState, o: Value, name: string): Result<Value> {
  return (typeOf(o).tp_getattro ?? genericGetAttr)(ts, o, name) ?? sayWhere(ts, o, name);
}

/** Gives a pending AttributeError that says nothing of it `name` and `obj` (CPython `_PyObject_SetAttributeErrorContext`). */
export function sayWhere(ts: ThreadState, o: Value, name: string): null {
  if (!pendingMatches(ts, AttributeErrorType)) return null;
  const exc = ts.pending as PyBaseException;
  if (exc.fields?.has("name") || exc.fields?.has("obj")) return null;
  exc.fields ??= new Map();
  exc.fields.set("name", strFromKey(name)).set("obj", o);
  return null;
}

/** `getattr(o, name, undefined)`: AttributeError is swallowed. */
export function getOptionalAttr(ts: ThreadState, o: Value, name: string): Result<Value | undefined> {
  const get = typeOf(o).tp_getattro;
  let value: Result<Value | undefined>;
  // No AttributeError is made only to be thrown away where the type uses a way that we know.
  if (get === genericGetAttr) value = findAttr(ts, o, name);
  else if (get === typeGetAttr) value = findTypeAttr(ts, o as PyType, name);
  else if (get === moduleGetAttr) value = findModuleAttr(ts, o as PyModule, name);
  else value = (get ?? genericGetAttr)(ts, o, name);
  if (value === null && pendingMatches(ts, AttributeErrorType)) {
    clearPending(ts);
    return undefined;
  }
  return value;
}

/** `hasattr(o, name)`. */
export function hasAttr(ts: ThreadState, o: Value, name: string): Result<boolean> {
  const value = getOptionalAttr(ts, o, name);
  return value === null ? null : value !== undefined;
}

/** `setattr(o, name, value)`, or `delattr(o, name)` when `value` is `undefined`. */
export function setAttr(ts: ThreadState, o: Value, name: string, value: Value | undefined): Status {
  const type = typeOf(o);
  const set = type.tp_setattro;
  if (set !== null) return set(ts, o, name, value);
  const what = value === undefined ? "del" : "assign to";
  const which = type.tp_getattro === null ? "no attributes" : "only read-only attributes";
  return raise(ts, TypeErrorType, `'${type.tpName}' object has ${which} (${what} .${name})`);
}

/** `object.__getattribute__` (CPython `PyObject_GenericGetAttr`). */
export function genericGetAttr(ts: ThreadState, o: Value, name: string): Result<Value> {
  const value = findAttr(ts, o, name);
  return value === undefined ? raiseAttributeError(ts, o, name) : value;
}

/** As {@link genericGetAttr}; `undefined` when there is no such attribute. A descriptor may still raise AttributeError. */
export function findAttr(ts: ThreadState, o: Value, name: string): Result<Value | undefined> {
  const type = typeOf(o);
  const attribute = lookup(type, name);
  if (attribute === undefined) {
    const inst = attributesOf(o);
    return inst === null ? ownClassAttr(type, o, name) : getInstanceAttr(inst, name);
  }
  const descriptorType = typeOf(attribute);
  const get = descriptorType.tp_descr_get;
  if (get !== null && descriptorType.tp_descr_set !== null) return get(ts, attribute, o, type);
  const inst = attributesOf(o);
  if (inst !== null) {
    const value = getInstanceAttr(inst, name);
    if (value !== undefined) return value;
  }
  return get === null ? attribute : get(ts, attribute, o, type);
}

/** `object.__getattribute__(cls, name)`: a class keeps its attributes in its namespace. */
function ownClassAttr(type: PyType, o: Value, name: string): Value | undefined {
  return (type.flags & TypeFlags.TYPE_SUBCLASS) === 0 ? undefined : namespaceOf(o as PyType).get(name);
}

/** `object.__setattr__` and `object.__delattr__` (CPython `PyObject_GenericSetAttr`). */
export function genericSetAttr(ts: ThreadState, o: Value, name: string, value: Value | undefined): Status {
  const type = typeOf(o);
  const attribute = lookup(type, name);
  if (attribute !== undefined) {
    const set = typeOf(attribute).tp_descr_set;
    if (set !== null) return set(ts, attribute, o, value);
  }
  if ((type.flags & TypeFlags.HAS_DICT) === 0) {
    if (attribute !== undefined) {
      return raiseNoAttribute(ts, `'${type.tpName}' object attribute '${name}' is read-only`, o, name);
    }
    // A type with a way of its own to set attributes may have other places for them.
    const why = type.tp_setattro === genericSetAttr ? " and no __dict__ for setting new attributes" : "";
    return raiseNoAttribute(ts, `'${type.tpName}' object has no attribute '${name}'${why}`, o, name);
  }
  const inst = ensureAttributes(o as PyObject);
  if (value !== undefined) setInstanceAttr(ts, inst, name, value);
  else if (!deleteInstanceAttr(inst, name)) return raiseAttributeError(ts, o, name);
  return true;
}

/** Where {@link loadMethod} puts the instance that must become the first argument; `undefined` for none. */
export interface MethodSelf {
  self: Value | undefined;
}

/**
 * Loads an attribute that is going to be called. A plain function or native method is returned
 * unbound, and its instance through `out.self`, which saves making a bound method
 * (CPython `_PyObject_GetMethod`).
 */
export function loadMethod(ts: ThreadState, o: Value, name: string, out: MethodSelf): Result<Value> {
  out.self = undefined;
  const type = typeOf(o);
  const get = type.tp_getattro;
  if (get !== genericGetAttr) return getAttr(ts, o, name);
  const attribute = lookup(type, name);
  if (attribute === undefined || (typeOf(attribute).flags & TypeFlags.METHOD_DESCRIPTOR) === 0) {
    return getAttr(ts, o, name);
  }
  const inst = attributesOf(o);
  if (inst !== null) {
    const value = getInstanceAttr(inst, name);
    if (value !== undefined) return value;
  }
  out.self = o;
  return attribute;
}
