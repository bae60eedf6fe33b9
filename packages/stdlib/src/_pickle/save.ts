import {
  asStr,
  BoolType,
  ByteArrayType,
  BytesType,
  call,
  clearPending,
  DictType,
  Ellipsis,
  EllipsisType,
  enterNative,
  FloatType,
  FrozenSetType,
  FunctionType,
  fullTypeName,
  getItem,
  getOptionalAttr,
  IntType,
  isSubtype,
  isTuple,
  KeyErrorType,
  ListType,
  leaveNative,
  None,
  NoneType,
  NotImplemented,
  NotImplementedType,
  type PyByteArray,
  type PyBytes,
  PyDict,
  type PyFloat,
  type PyList,
  type PySet,
  PyTuple,
  type PyType,
  pendingMatches,
  type Result,
  SetType,
  type Status,
  type Str,
  StrType,
  str,
  type ThreadState,
  TupleType,
  TypeType,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import { cannotPickle, whileSaving } from "./errors.js";
import { libraryOf } from "./library.js";
import { Op } from "./opcodes.js";
import { PickleBufferType, type PyPickleBuffer } from "./pickle-buffer.js";
import type { PyPickler } from "./py-pickler.js";
import {
  saveBool,
  saveByteArray,
  saveBytes,
  saveFloat,
  saveInt,
  savePickleBuffer,
  saveStr,
} from "./save-atoms.js";
import { saveDict, saveFrozenSet, saveList, saveSet, saveTuple } from "./save-containers.js";
import { saveGlobal } from "./save-global.js";
import { saveReduce } from "./save-reduce.js";

/** Writes an object. Raises PicklingError and whatever its methods raise. */
export function save(ts: ThreadState, p: PyPickler, obj: Value): Status {
  if (p.out.boundary(ts) === null) return null;
  if (p.persistentId !== null) {
    const saved = savePersistent(ts, p, obj, p.persistentId);
    if (saved !== false) return saved;
  }
  return saveObject(ts, p, obj);
}

/** Writes an object by its persistent id; `false` if it has none. */
function savePersistent(ts: ThreadState, p: PyPickler, obj: Value, persistentId: Value): true | false | null {
  const id = call(ts, persistentId, [obj]);
  if (id === null) return null;
  if (id === None) return false;
  if (p.binary) {
    if (p.out.boundary(ts) === null || saveObject(ts, p, id) === null) return null;
    p.out.byte(Op.BINPERSID);
    return true;
  }
  const text = str(ts, id);
  if (text === null) return null;
  const js = toJs(text);
  if (!/^[\0-\x7f]*$/.test(js)) return cannotPickle(ts, "persistent IDs in protocol 0 must be ASCII strings");
  p.out.latin1(`P${js}\n`);
  return true;
}

function saveObject(ts: ThreadState, p: PyPickler, obj: Value): Status {
  const cls = typeOf(obj);
  switch (cls) {
    case NoneType:
      p.out.byte(Op.NONE);
      return true;
    case BoolType:
      saveBool(p, obj as boolean);
      return true;
    case IntType:
      return saveInt(ts, p, obj as number | bigint);
    case FloatType:
      saveFloat(p, (obj as PyFloat).value);
      return true;
  }
  const known = p.memo.get(obj);
  if (known !== undefined) {
    p.recall(known);
    return true;
  }
  if (cls === BytesType) return saveBytes(ts, p, obj as PyBytes);
  if (cls === StrType) return saveStr(ts, p, asStr(obj) as Str);
  if (!enterNative(ts)) return null;
  const saved = saveCompound(ts, p, obj, cls);
  leaveNative(ts);
  return saved;
}

function saveCompound(ts: ThreadState, p: PyPickler, obj: Value, cls: PyType): Status {
  switch (cls) {
    case DictType:
      return saveDict(ts, p, obj as PyDict);
    case ListType:
      return saveList(ts, p, obj as PyList);
    case TupleType:
      return saveTuple(ts, p, obj as PyTuple);
    case SetType:
      return saveSet(ts, p, obj as PySet);
    case FrozenSetType:
      return saveFrozenSet(ts, p, obj as PySet);
    case ByteArrayType:
      return saveByteArray(ts, p, obj as PyByteArray);
    case PickleBufferType:
      return savePickleBuffer(ts, p, obj as PyPickleBuffer);
  }
  if (p.reducerOverride !== null) {
    const reduced = call(ts, p.reducerOverride, [obj]);
    if (reduced === null) return null;
    if (reduced !== NotImplemented) return saveReduced(ts, p, obj, reduced);
  }
  if (cls === TypeType) return saveType(ts, p, obj as PyType);
  if (cls === FunctionType) return saveGlobal(ts, p, obj);
  const reducer = registered(ts, p, cls);
  if (reducer === null) return null;
  if (reducer === undefined && isSubtype(cls, TypeType)) return saveGlobal(ts, p, obj);
  const reduced = reducer === undefined ? reduce(ts, p, obj) : call(ts, reducer, [obj]);
  return reduced === null ? null : saveReduced(ts, p, obj, reduced);
}

/** What the dispatch table of the pickler, or else that of `copyreg`, has for a class; `undefined` for nothing. */
function registered(ts: ThreadState, p: PyPickler, cls: PyType): Result<Value | undefined> {
  const table = p.dispatchTable;
  if (table === null) return libraryOf(ts).dispatchTable.get(ts, cls);
  if (table instanceof PyDict && table.cls === DictType) return table.get(ts, cls);
  const found = getItem(ts, table, cls);
  if (found !== null || !pendingMatches(ts, KeyErrorType)) return found;
  clearPending(ts);
  return undefined;
}

/** What `__reduce_ex__`, or else `__reduce__`, says. */
function reduce(ts: ThreadState, p: PyPickler, obj: Value): Result<Value> {
  const extended = getOptionalAttr(ts, obj, "__reduce_ex__");
  if (extended === null) return null;
  if (extended !== undefined) return call(ts, extended, [p.protocol]);
  const plain = getOptionalAttr(ts, obj, "__reduce__");
  if (plain === null) return null;
  if (plain !== undefined) return call(ts, plain, []);
  return cannotPickle(ts, `Can't pickle ${fullTypeName(obj)} object`);
}

/** Writes an object as a reduction says: by the name of a global, or how it is made again. */
function saveReduced(ts: ThreadState, p: PyPickler, obj: Value, reduced: Value): Status {
  const name = asStr(reduced);
  if (name !== undefined) return saveGlobal(ts, p, obj, name);
  const saved = isTuple(reduced)
    ? saveReduce(ts, p, reduced.items, obj)
    : cannotPickle(ts, `__reduce__ must return a string or tuple, not ${fullTypeName(reduced)}`);
  return saved === null ? whileSaving(ts, obj, "object") : true;
}

/** Classes are written by name, but the builtins lack three. */
function saveType(ts: ThreadState, p: PyPickler, cls: PyType): Status {
  if (cls === NoneType) return saveReduce(ts, p, [TypeType, new PyTuple([None])], cls);
  if (cls === EllipsisType) return saveReduce(ts, p, [TypeType, new PyTuple([Ellipsis])], cls);
  if (cls === NotImplementedType) return saveReduce(ts, p, [TypeType, new PyTuple([NotImplemented])], cls);
  return saveGlobal(ts, p, cls);
}
