import { getAttr, getOptionalAttr } from "../../core/attributes.js";
import { ObjectType } from "../../core/builtin-types.js";
import { call, callMethod, lookupSpecial } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import { getIter } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { lookup, namespaceOf } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { strKey } from "../str/py-str.js";
import { PyTuple } from "../tuple/py-tuple.js";

/** An attribute of `copyreg`, imported when needed. */
function fromCopyreg(ts: ThreadState, name: string): Result<Value> {
  const copyreg = ts.interp.evaluator.importModule(ts, "copyreg");
  return copyreg === null ? null : getAttr(ts, copyreg, name);
}

/** `object.__reduce_ex__(protocol)`: a `__reduce__` of one's own wins. */
export function objectReduceEx(ts: ThreadState, self: Value, protocol: number): Result<Value> {
  const reduce = lookup(typeOf(self), "__reduce__");
  if (reduce !== undefined && reduce !== lookup(ObjectType, "__reduce__")) {
    return callMethod(ts, self, "__reduce__", []);
  }
  return objectReduce(ts, self, protocol);
}

/** What pickle and copy need to make an object again (CPython `_common_reduce`). */
export function objectReduce(ts: ThreadState, self: Value, protocol: number): Result<Value> {
  if (protocol >= 2) return reduceNewObject(ts, self);
  const reduceEx = fromCopyreg(ts, "_reduce_ex");
  return reduceEx === null ? null : call(ts, reduceEx, [self, protocol]);
}

function reduceNewObject(ts: ThreadState, self: Value): Result<Value> {
  const cls = typeOf(self);
  if (cls.tp_new === null) return cannotPickle(ts, self);
  const constructor = newArguments(ts, self);
  if (constructor === null) return null;
  const { args, kwargs } = constructor;
  let maker: Result<Value>;
  let makerArgs: PyTuple;
  if (kwargs === null || kwargs.size === 0) {
    maker = fromCopyreg(ts, "__newobj__");
    makerArgs = new PyTuple([cls, ...(args ?? [])]);
  } else {
    maker = fromCopyreg(ts, "__newobj_ex__");
    makerArgs = new PyTuple([cls, new PyTuple(args ?? []), kwargs]);
  }
  if (maker === null) return null;
  const isList = (cls.flags & TypeFlags.LIST_SUBCLASS) !== 0;
  const isDict = (cls.flags & TypeFlags.DICT_SUBCLASS) !== 0;
  const required = args === null && !isList && !isDict;
  const state = getState(ts, self, required);
  if (state === null) return null;
  const listItems = isList ? getIter(ts, self) : None;
  if (listItems === null) return null;
  let dictItems: Value = None;
  if (isDict) {
    const items = callMethod(ts, self, "items", []);
    const it = items === null ? null : getIter(ts, items);
    if (it === null) return null;
    dictItems = it;
  }
  return new PyTuple([maker, makerArgs, state, listItems, dictItems]);
}

/** Arguments for `__new__`: from `__getnewargs_ex__` or `__getnewargs__`; `args` is `null` when there is neither. */
function newArguments(
  ts: ThreadState,
  self: Value,
): Result<{ args: readonly Value[] | null; kwargs: PyDict | null }> {
  const extended = lookupSpecial(ts, self, "__getnewargs_ex__");
  if (extended === null) return null;
  if (extended !== undefined) {
    const result = call(ts, extended, []);
    if (result === null) return null;
    if (!(result instanceof PyTuple)) {
      const message = `__getnewargs_ex__ should return a tuple, not '${typeName(result)}'`;
      return raise(ts, TypeErrorType, message);
    }
    if (result.items.length !== 2) {
      const message = `__getnewargs_ex__ should return a tuple of length 2, not ${result.items.length}`;
      return raise(ts, ValueErrorType, message);
    }
    const [args, kwargs] = result.items;
    if (!(args instanceof PyTuple)) {
      const message = "first item of the tuple returned by __getnewargs_ex__ must be a tuple";
      return raise(ts, TypeErrorType, `${message}, not '${typeName(args)}'`);
    }
    if (!(kwargs instanceof PyDict)) {
      const message = "second item of the tuple returned by __getnewargs_ex__ must be a dict";
      return raise(ts, TypeErrorType, `${message}, not '${typeName(kwargs)}'`);
    }
    return { args: args.items, kwargs };
  }
  const plain = lookupSpecial(ts, self, "__getnewargs__");
  if (plain === null) return null;
  if (plain === undefined) return { args: null, kwargs: null };
  const result = call(ts, plain, []);
  if (result === null) return null;
  if (!(result instanceof PyTuple)) {
    return raise(ts, TypeErrorType, `__getnewargs__ should return a tuple, not '${typeName(result)}'`);
  }
  return { args: result.items, kwargs: null };
}

function getState(ts: ThreadState, self: Value, required: boolean): Result<Value> {
  const method = lookup(typeOf(self), "__getstate__");
  if (method !== undefined && method === lookup(ObjectType, "__getstate__")) {
    return defaultState(ts, self, required);
  }
  return callMethod(ts, self, "__getstate__", []);
}

/**
 * `object.__getstate__`: the `__dict__`, with the values of slots as second item of a pair if there
 * are any, or None.
 *
 * @param required refuse objects with native state that nobody would save
 */
export function defaultState(ts: ThreadState, self: Value, required: boolean): Result<Value> {
  const cls = typeOf(self);
  if (required && (cls.flags & TypeFlags.INLINE_FIELDS) === 0 && cls !== ObjectType && hasNativeState(cls)) {
    return (cls.flags & TypeFlags.VAR_SIZED) === 0
      ? cannotPickle(ts, self)
      : raise(ts, TypeErrorType, `cannot pickle ${typeName(self)} objects`);
  }
  const dict = getOptionalAttr(ts, self, "__dict__");
  if (dict === null) return null;
  const state = dict === undefined || (dict instanceof PyDict && dict.size === 0) ? None : dict;
  const slots = slotValues(ts, self, cls);
  if (slots === null) return null;
  return slots === undefined ? state : new PyTuple([state, slots]);
}

function hasNativeState(cls: PyType): boolean {
  let native: PyType | null = cls;
  while (native !== null && (native.flags & TypeFlags.HEAP) !== 0) native = native.base;
  return native !== ObjectType;
}

function slotValues(ts: ThreadState, self: Value, cls: PyType): Result<PyDict | undefined> {
  const names = slotNamesOf(ts, cls);
  if (names === null) return null;
  if (!(names instanceof PyList)) return undefined;
  const values = new PyDict();
  for (const name of names.items.slice()) {
    const text = asStr(name);
    if (text === undefined) continue;
    const value = getOptionalAttr(ts, self, strKey(text));
    if (value === null) return null;
    if (value !== undefined) values.setStr(strKey(text), value);
  }
  return values.size === 0 ? undefined : values;
}

/** Names of the slots of a class, inherited ones included; copyreg remembers them in the class. */
function slotNamesOf(ts: ThreadState, cls: PyType): Result<Value> {
  const known = namespaceOf(cls).get("__slotnames__");
  if (known !== undefined) return known;
  if (cls.reservedFields === 0) return None;
  const slotnames = fromCopyreg(ts, "_slotnames");
  return slotnames === null ? null : call(ts, slotnames, [cls]);
}

function cannotPickle(ts: ThreadState, self: Value): null {
  return raise(ts, TypeErrorType, `cannot pickle '${typeName(self)}' object`);
}
