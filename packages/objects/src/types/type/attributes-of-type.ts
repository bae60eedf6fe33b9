import { TypeType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { isTrue } from "../../core/compare.js";
import { raise, raiseNoAttribute, typeName } from "../../core/errors.js";
import { moduleNameOf } from "../../core/full-type-name.js";
import type { GetSetRow } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { isCallable } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { namespaceOf, typeModified } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyMappingProxy } from "../mappingproxy/py-mapping-proxy.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { strFromKey, strKey } from "../str/py-str.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { setBases } from "./bases.js";
import { checkTypeName } from "./check-name.js";
import { setClassVariable } from "./set-attribute.js";

/** Refuses changes of static types and deletions (CPython `check_set_special_type_attr`). */
function mayAssign(ts: ThreadState, type: PyType, name: string, value: Value | undefined): value is Value {
  if ((type.flags & TypeFlags.IMMUTABLE) !== 0) {
    raise(ts, TypeErrorType, `cannot set '${name}' attribute of immutable type '${type.tpName}'`);
    return false;
  }
  if (value === undefined) {
    // The word "immutable" is CPython's, for classes of every kind.
    raise(ts, TypeErrorType, `cannot delete '${name}' attribute of immutable type '${type.tpName}'`);
    return false;
  }
  return true;
}

function isHeap(type: PyType): boolean {
  return (type.flags & TypeFlags.HEAP) !== 0;
}

function assignName(ts: ThreadState, type: PyType, name: string, value: Value | undefined): Result<string> {
  if (!mayAssign(ts, type, name, value)) return null;
  const text = asStr(value);
  if (text === undefined) {
    const message = `can only assign string to ${type.name}.${name}, not '${typeName(value)}'`;
    return raise(ts, TypeErrorType, message);
  }
  return strKey(text);
}

function setName(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  const name = assignName(ts, type, "__name__", value);
  if (name === null) return null;
  if (checkTypeName(ts, name) === null) return null;
  type.name = name;
  type.tpName = name;
  return true;
}

function setQualname(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  const name = assignName(ts, type, "__qualname__", value);
  if (name === null) return null;
  type.qualname = name;
  return true;
}

function getModule(ts: ThreadState, type: PyType): Result<Value> {
  if (!isHeap(type)) return moduleNameOf(type) as string;
  return namespaceOf(type).get("__module__") ?? raiseNoAttribute(ts, "__module__", type, "__module__");
}

function setModule(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  if (!mayAssign(ts, type, "__module__", value)) return null;
  setClassVariable(ts, type, "__firstlineno__", undefined);
  setClassVariable(ts, type, "__module__", value);
  return true;
}

function getDoc(ts: ThreadState, type: PyType): Result<Value> {
  if (!isHeap(type)) return type.doc ?? None;
  return boundOwn(ts, type, "__doc__") ?? None;
}

function setDoc(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  if (!mayAssign(ts, type, "__doc__", value)) return null;
  setClassVariable(ts, type, "__doc__", value);
  return true;
}

function getAbstractMethods(ts: ThreadState, type: PyType): Result<Value> {
  const found = type === TypeType ? undefined : namespaceOf(type).get("__abstractmethods__");
  return found ?? raiseNoAttribute(ts, "__abstractmethods__", type, "__abstractmethods__");
}

function setAbstractMethods(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  const abstract = value === undefined ? false : isTrue(ts, value);
  if (abstract === null) return null;
  if (value === undefined && !namespaceOf(type).has("__abstractmethods__")) {
    return raiseNoAttribute(ts, "__abstractmethods__", type, "__abstractmethods__");
  }
  setClassVariable(ts, type, "__abstractmethods__", value);
  if (abstract) type.flags |= TypeFlags.IS_ABSTRACT;
  else type.flags &= ~TypeFlags.IS_ABSTRACT;
  typeModified(ts, type);
  return true;
}

function noAnnotations(ts: ThreadState, type: PyType, name: string): null {
  return raiseNoAttribute(ts, `type object '${type.tpName}' has no attribute '${name}'`, type, name);
}

/** A value from the namespace, bound as a class attribute is. */
function boundOwn(ts: ThreadState, type: PyType, name: string): Result<Value | undefined> {
  const value = namespaceOf(type).get(name);
  if (value === undefined) return undefined;
  const get = typeOf(value).tp_descr_get;
  return get === null ? value : get(ts, value, undefined, type);
}

/** `cls.__annotate__`: the function that computes the annotations, or None (PEP 649). */
function getAnnotate(ts: ThreadState, type: PyType): Result<Value> {
  if (!isHeap(type)) return noAnnotations(ts, type, "__annotate__");
  const found = boundOwn(ts, type, "__annotate_func__");
  if (found !== undefined) return found;
  const plain = boundOwn(ts, type, "__annotate__");
  if (plain !== undefined) return plain;
  setClassVariable(ts, type, "__annotate_func__", None);
  return None;
}

function setAnnotate(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "cannot delete __annotate__ attribute");
  if (!mayAssign(ts, type, "__annotate__", value)) return null;
  if (value !== None && !isCallable(value)) {
    return raise(ts, TypeErrorType, "__annotate__ must be callable or None");
  }
  setClassVariable(ts, type, "__annotate_func__", value);
  if (value !== None) setClassVariable(ts, type, "__annotations_cache__", undefined);
  return true;
}

function getAnnotations(ts: ThreadState, type: PyType): Result<Value> {
  if (!isHeap(type)) return noAnnotations(ts, type, "__annotations__");
  const set = boundOwn(ts, type, "__annotations__");
  if (set !== undefined) return set;
  const cached = boundOwn(ts, type, "__annotations_cache__");
  if (cached !== undefined) return cached;
  const annotate = getAnnotate(ts, type);
  if (annotate === null) return null;
  let annotations: Result<Value>;
  if (isCallable(annotate)) {
    annotations = call(ts, annotate, [1]);
    if (annotations === null) return null;
    if (!(annotations instanceof PyDict)) {
      const message = `__annotate__ returned non-dict of type '${typeName(annotations)}'`;
      return raise(ts, TypeErrorType, message);
    }
  } else annotations = new PyDict();
  setClassVariable(ts, type, "__annotations_cache__", annotations);
  return annotations;
}

function setAnnotations(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  if ((type.flags & TypeFlags.IMMUTABLE) !== 0) {
    const message = `cannot set '__annotations__' attribute of immutable type '${type.tpName}'`;
    return raise(ts, TypeErrorType, message);
  }
  const own = namespaceOf(type);
  if (value === undefined) {
    const had = own.has("__annotations__") || own.has("__annotations_cache__");
    if (!had) return raiseNoAttribute(ts, "__annotations__", type, "__annotations__");
    setClassVariable(ts, type, "__annotations__", undefined);
  } else if (own.has("__annotations__")) {
    setClassVariable(ts, type, "__annotations__", value);
    setClassVariable(ts, type, "__annotate_func__", undefined);
    setClassVariable(ts, type, "__annotate__", undefined);
    return true;
  }
  setClassVariable(ts, type, "__annotations_cache__", value);
  setClassVariable(ts, type, "__annotate_func__", None);
  setClassVariable(ts, type, "__annotate__", undefined);
  return true;
}

function setTypeParams(ts: ThreadState, type: PyType, value: Value | undefined): Status {
  if (!mayAssign(ts, type, "__type_params__", value)) return null;
  setClassVariable(ts, type, "__type_params__", value);
  return true;
}

function getTypeParams(ts: ThreadState, type: PyType): Result<Value> {
  return isHeap(type) ? (boundOwn(ts, type, "__type_params__") ?? emptyTuple) : emptyTuple;
}

/** CPython's `Py_TPFLAGS_*` for our own flags. */
const PUBLIC_FLAGS: readonly (readonly [ours: number, theirs: number])[] = [
  [TypeFlags.SEQUENCE, 1 << 5],
  [TypeFlags.MAPPING, 1 << 6],
  [TypeFlags.DISALLOW_INSTANTIATION, 1 << 7],
  [TypeFlags.IMMUTABLE, 1 << 8],
  [TypeFlags.HEAP, 1 << 9],
  [TypeFlags.BASETYPE, 1 << 10],
  [TypeFlags.METHOD_DESCRIPTOR, 1 << 17],
  [TypeFlags.IS_ABSTRACT, 1 << 20],
  [TypeFlags.INT_SUBCLASS, 1 << 24],
  [TypeFlags.LIST_SUBCLASS, 1 << 25],
  [TypeFlags.TUPLE_SUBCLASS, 1 << 26],
  [TypeFlags.BYTES_SUBCLASS, 1 << 27],
  [TypeFlags.STR_SUBCLASS, 1 << 28],
  [TypeFlags.DICT_SUBCLASS, 1 << 29],
  [TypeFlags.EXC_SUBCLASS, 1 << 30],
];
/** `Py_TPFLAGS_READY`, `_HAVE_GC` and `_DEFAULT`. */
const ALWAYS = (1 << 12) | (1 << 14) | (1 << 18);

/** `Py_TPFLAGS_HEAPTYPE`. */
const HEAP_TYPE = 1 << 9;

function publicFlags(type: PyType): number {
  let flags = ALWAYS;
  // A native class without native state is passed over when `copyreg` looks for what an instance is based on.
  if ((type.flags & (TypeFlags.INLINE_FIELDS | TypeFlags.OWN_LAYOUT)) === TypeFlags.INLINE_FIELDS)
    flags |= HEAP_TYPE;
  for (const [ours, theirs] of PUBLIC_FLAGS) if ((type.flags & ours) !== 0) flags |= theirs;
  return (type.flags & TypeFlags.TYPE_SUBCLASS) !== 0 ? flags + 2 ** 31 : flags;
}

/** `__basicsize__`: the size that an instance has in CPython on a 64-bit machine, give or take native state. */
function basicSize(type: PyType): number {
  return 16 + 8 * type.reservedFields;
}

/** Computed attributes of classes. */
export const typeGetSet: readonly GetSetRow[] = [
  ["__basicsize__", (_ts, type: PyType) => basicSize(type), null, null, "member"],
  [
    "__itemsize__",
    (_ts, type: PyType) => ((type.flags & TypeFlags.VAR_SIZED) !== 0 ? 8 : 0),
    null,
    null,
    "member",
  ],
  ["__flags__", (_ts, type: PyType) => publicFlags(type), null, null, "member"],
  [
    "__weakrefoffset__",
    (_ts, type: PyType) => ((type.flags & TypeFlags.HAS_WEAKREFS) !== 0 ? -32 : 0),
    null,
    null,
    "member",
  ],
  ["__base__", (_ts, type: PyType) => type.base ?? None, null, null, "member"],
  [
    "__dictoffset__",
    (_ts, type: PyType) => ((type.flags & TypeFlags.HAS_DICT) !== 0 ? -1 : 0),
    null,
    null,
    "member",
  ],
  ["__name__", (_ts, type: PyType) => strFromKey(type.name), setName],
  ["__qualname__", (_ts, type: PyType) => strFromKey(type.qualname), setQualname],
  [
    "__bases__",
    (_ts, type: PyType) => new PyTuple(type.bases),
    (ts, type: PyType, value) => (mayAssign(ts, type, "__bases__", value) ? setBases(ts, type, value) : null),
  ],
  // None while the class's MRO is being computed for the first time.
  ["__mro__", (_ts, type: PyType) => (type.mro.length === 0 ? None : new PyTuple(type.mro))],
  ["__module__", getModule, setModule],
  ["__abstractmethods__", getAbstractMethods, setAbstractMethods],
  ["__dict__", (_ts, type: PyType) => new PyMappingProxy(type, true)],
  ["__doc__", getDoc, setDoc],
  ["__text_signature__", (_ts, type: PyType) => type.signature ?? None],
  ["__annotations__", getAnnotations, setAnnotations],
  ["__annotate__", getAnnotate, setAnnotate],
  ["__type_params__", getTypeParams, setTypeParams],
];
