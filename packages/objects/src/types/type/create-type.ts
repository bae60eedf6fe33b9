import { FunctionType, ObjectType } from "../../core/builtin-types.js";
import { call, callUnbound } from "../../core/call.js";
import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { Result, Status, Value } from "../../core/object.js";
import { INHERITED_FLAGS } from "../../core/ready.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyType, TypeFlags } from "../../core/type.js";
import { lookup } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";
import { fillSlots } from "../../core/update-slots.js";
import { freshVersion } from "../../core/versions.js";
import { PyGetSetDescriptor } from "../builtin-function/py-builtin-function.js";
import { PyCell } from "../cell/py-cell.js";
import { PyClassMethod, PyStaticMethod } from "../classmethod/py-class-method.js";
import { utf8Encode } from "../codecs/utf8.js";
import { PyMemberDescriptor } from "../descriptors/py-descriptors.js";
import { PyDict } from "../dict/py-dict.js";
import { RuntimeWarningType, TypeErrorType } from "../exceptions/exception-types.js";
import { addNote } from "../exceptions/notes.js";
import { PyMappingProxy } from "../mappingproxy/py-mapping-proxy.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { PyWideStr, strFromKey, strKey } from "../str/py-str.js";
import { superGetAttr } from "../super/super-lookup.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { checkTypeName } from "./check-name.js";
import { dictRow, weakrefRow } from "./instance-rows.js";
import { bestBase } from "./layout.js";
import { calculateMetaclass } from "./metaclass.js";
import { computeMro } from "./mro.js";
import { readSlots, type SlotsDeclaration } from "./slots-declaration.js";

/** `type.__new__(metatype, name, bases, namespace, **kwargs)` (CPython `type_new`). */
export function typeNew(ts: ThreadState, metatype: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given !== 3) {
    return raise(ts, TypeErrorType, `type.__new__() takes exactly 3 arguments (${given} given)`);
  }
  const [nameArg, basesArg, namespace] = args;
  const wrong = (i: number, what: string): null =>
    raise(
      ts,
      TypeErrorType,
      `type.__new__() argument ${i} must be ${what}, not ${argumentTypeName(args[i - 1])}`,
    );
  const name = asStr(nameArg);
  if (name === undefined) return wrong(1, "str");
  if (!(basesArg instanceof PyTuple)) return wrong(2, "tuple");
  if (!(namespace instanceof PyDict)) return wrong(3, "dict");
  const bases = checkBases(ts, basesArg.items);
  if (bases === null) return null;
  const winner = calculateMetaclass(ts, metatype, bases);
  if (winner === null) return null;
  if (winner !== metatype && winner.tp_new !== null && winner.tp_new !== typeNew) {
    return winner.tp_new(ts, winner, args, kwnames);
  }
  const classes: PyType[] = [];
  for (const base of bases) {
    if (!(base instanceof PyType)) return raise(ts, TypeErrorType, "bases must be types");
    classes.push(base);
  }
  const type = createType(ts, winner, strKey(name), classes, namespace);
  if (type === null) return null;
  if (callSetNames(ts, type) === null) return null;
  return callInitSubclass(ts, type, args.slice(3), kwnames) === null ? null : type;
}

function checkBases(ts: ThreadState, bases: readonly Value[]): Result<readonly Value[]> {
  if (bases.length === 0) return [ObjectType];
  for (const base of bases) {
    if (!(base instanceof PyType) && lookup(typeOf(base), "__mro_entries__") !== undefined) {
      const message = "type() doesn't support MRO entry resolution; use types.new_class()";
      return raise(ts, TypeErrorType, message);
    }
  }
  return bases;
}

/** Makes a heap class without running any hooks except a metaclass's `mro`. */
function createType(
  ts: ThreadState,
  metatype: PyType,
  name: string,
  bases: readonly PyType[],
  body: PyDict,
): Result<PyType> {
  const base = bestBase(ts, bases);
  if (base === null) return null;
  if (checkTypeName(ts, name) === null) return null;
  const slots = readSlots(ts, name, base, body);
  if (slots === null) return null;
  const type = new PyType(metatype, name);
  type.base = base;
  type.bases = bases;
  type.flags = heapFlags(base, bases, slots);
  type.slotNames = slots.names;
  type.reservedFields = base.reservedFields + slots.names.length;
  if (fillBody(ts, type, body, slots) === null) return null;
  const mro = computeMro(ts, type);
  if (mro === null) return null;
  type.mro = mro;
  type.version = freshVersion();
  type.lookupCache.clear();
  const { namespace } = type;
  if (namespace.has("__eq__") && !namespace.has("__hash__")) namespace.set("__hash__", None);
  const doc = namespace.get("__doc__");
  if (doc === undefined) namespace.set("__doc__", None);
  // CPython keeps its text as UTF-8 as well.
  else if (doc instanceof PyWideStr && utf8Encode(ts, doc, "strict") === null) return null;
  fillSlots(type);
  for (const b of bases) addSubclass(ts, b, type);
  return type;
}

function heapFlags(base: PyType, bases: readonly PyType[], slots: SlotsDeclaration): number {
  const collections = TypeFlags.SEQUENCE | TypeFlags.MAPPING;
  let flags = TypeFlags.HEAP | TypeFlags.BASETYPE | (base.flags & INHERITED_FLAGS & ~collections);
  if (base === ObjectType) flags |= TypeFlags.INLINE_FIELDS;
  if (slots.addsDict) flags |= TypeFlags.HAS_DICT;
  if (slots.addsWeakref) flags |= TypeFlags.HAS_WEAKREFS;
  // What patterns take instances for: the first base decides.
  for (const b of bases) {
    flags |= b.flags & (TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS);
    if ((flags & collections) === 0) flags |= b.flags & collections;
  }
  return flags;
}

/** Fills the namespace from the class body, with what `type.__new__` changes and adds. */
function fillBody(ts: ThreadState, type: PyType, body: PyDict, slots: SlotsDeclaration): Status {
  const { namespace } = type;
  const { keys, values } = body;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === undefined) continue;
    const name = asStr(key);
    if (name !== undefined) namespace.set(strKey(name), values[i] as Value);
    else if (warnAboutKey(ts, type) === null) return null;
  }
  if (!namespace.has("__module__")) {
    const module = ts.frame?.globals.getStr("__name__");
    if (module !== undefined) namespace.set("__module__", module);
  }
  const qualname = namespace.get("__qualname__");
  if (qualname !== undefined) {
    const text = asStr(qualname);
    if (text === undefined) {
      return raise(ts, TypeErrorType, `type __qualname__ must be a str, not ${typeName(qualname)}`);
    }
    type.qualname = strKey(text);
    namespace.delete("__qualname__");
  }
  const make = namespace.get("__new__");
  if (isFunction(make)) namespace.set("__new__", new PyStaticMethod(make));
  for (const name of ["__init_subclass__", "__class_getitem__"]) {
    const hook = namespace.get(name);
    if (isFunction(hook)) namespace.set(name, new PyClassMethod(hook));
  }
  if (fillClassCells(ts, type) === null) return null;
  const firstField = type.reservedFields - slots.names.length;
  slots.names.forEach((name, i) => {
    namespace.set(name, new PyMemberDescriptor(type, name, firstField + i, null));
  });
  // What a class defines itself comes before what its instances have.
  if (slots.addsDict && !namespace.has("__dict__"))
    namespace.set("__dict__", new PyGetSetDescriptor(type, dictRow));
  if (slots.addsWeakref && !namespace.has("__weakref__"))
    namespace.set("__weakref__", new PyGetSetDescriptor(type, weakrefRow));
  return true;
}

/** Keys that are no strs are dropped: no attribute has such a name. */
function warnAboutKey(ts: ThreadState, type: PyType): Status {
  const message = `non-string key in the __dict__ of class ${type.name}`;
  return ts.interp.evaluator.warn(ts, RuntimeWarningType, message, 1);
}

function isFunction(v: Value | undefined): v is Value {
  return typeof v === "object" && v.cls === FunctionType;
}

/** Puts the class and its namespace where the compiler's `__class__` and `__classdict__` cells expect them. */
function fillClassCells(ts: ThreadState, type: PyType): Status {
  const { namespace } = type;
  const cell = namespace.get("__classcell__");
  if (cell !== undefined) {
    if (!(cell instanceof PyCell)) {
      const what = `<class '${typeName(cell)}'>`;
      return raise(ts, TypeErrorType, `__classcell__ must be a nonlocal cell, not ${what}`);
    }
    cell.value = type;
    namespace.delete("__classcell__");
  }
  const dictCell = namespace.get("__classdictcell__");
  if (dictCell !== undefined) {
    if (!(dictCell instanceof PyCell)) {
      const what = `<class '${typeName(dictCell)}'>`;
      return raise(ts, TypeErrorType, `__classdictcell__ must be a nonlocal cell, not ${what}`);
    }
    dictCell.value = new PyMappingProxy(type, true);
    namespace.delete("__classdictcell__");
  }
  return true;
}

/** Remembers a subclass for `__subclasses__` and for invalidation. */
export function addSubclass(ts: ThreadState, base: PyType, type: PyType): void {
  const ref = new WeakRef(type);
  if ((base.flags & TypeFlags.HEAP) !== 0) {
    (base.subclasses ??= new Set()).add(ref);
    return;
  }
  const { staticSubclasses } = ts.interp;
  let known = staticSubclasses.get(base);
  if (known === undefined) {
    known = new Set();
    staticSubclasses.set(base, known);
  }
  known.add(ref);
}

/** Forgets a subclass. */
export function removeSubclass(ts: ThreadState, base: PyType, type: PyType): void {
  const known = base.subclasses ?? ts.interp.staticSubclasses.get(base);
  for (const ref of known ?? []) if (ref.deref() === type) known?.delete(ref);
}

function callSetNames(ts: ThreadState, type: PyType): Status {
  // The hooks may change the class: collect them first.
  const hooks: [name: string, value: Value, method: Value][] = [];
  for (const [name, value] of type.namespace) {
    const method = lookup(typeOf(value), "__set_name__");
    if (method !== undefined) hooks.push([name, value, method]);
  }
  for (const [name, value, method] of hooks) {
    if (callUnbound(ts, method, value, [type, strFromKey(name)]) !== null) continue;
    if (ts.pending !== null) {
      const where = `'${typeName(value)}' instance '${name}' in '${type.name}'`;
      void addNote(ts, ts.pending, `Error calling __set_name__ on ${where}`);
    }
    return null;
  }
  return true;
}

/** `super(type, type).__init_subclass__(**kwargs)`. */
function callInitSubclass(ts: ThreadState, type: PyType, values: Value[], kwnames: KwNames): Status {
  const bound = superGetAttr(ts, type, type, "__init_subclass__", null);
  if (bound === null) return null;
  return call(ts, bound, values, kwnames) === null ? null : true;
}
