import {
  AssertionErrorType,
  asStr,
  callMethod,
  FrozenSetType,
  getAttr,
  getOptionalAttr,
  isList,
  isSubclass,
  isTrue,
  iterate,
  type ModuleSpec,
  None,
  NotImplemented,
  namespaceOf,
  type PyObject,
  PySet,
  PyTuple,
  PyType,
  type Result,
  RuntimeErrorType,
  raise,
  type Status,
  setAttr,
  strFromKey,
  strKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { PyAbcData } from "./abc-data.js";

/** Number of registrations so far; results that say "no" hold only as long as it stays the same. */
class Registrations {
  count = 0;
}

const registrations = (ts: ThreadState): Registrations =>
  ts.interp.state(Registrations, () => new Registrations());

function dataOf(ts: ThreadState, self: Value): Result<PyAbcData> {
  const data = getAttr(ts, self, "_abc_impl");
  if (data === null) return null;
  return data instanceof PyAbcData ? data : raise(ts, TypeErrorType, "_abc_impl is set to a wrong type");
}

function isAbstract(ts: ThreadState, v: Value): Result<boolean> {
  const flag = getOptionalAttr(ts, v, "__isabstractmethod__");
  return flag === undefined ? false : flag === null ? null : isTrue(ts, flag);
}

/** Sets `__abstractmethods__`: those of the class itself, and those of its bases that it does not implement. */
function computeAbstractMethods(ts: ThreadState, cls: PyType): Status {
  const abstract = new PySet(FrozenSetType);
  for (const [name, value] of [...namespaceOf(cls)]) {
    const yes = isAbstract(ts, value);
    if (yes === null || (yes && abstract.add(ts, strFromKey(name)) === null)) return null;
  }
  for (const base of cls.bases) {
    const inherited = getOptionalAttr(ts, base, "__abstractmethods__");
    if (inherited === null) return null;
    if (inherited === undefined) continue;
    const done = iterate(ts, inherited, (key) => {
      const name = asStr(key);
      if (name === undefined) {
        return raise(ts, TypeErrorType, `attribute name must be string, not '${typeName(key)}'`);
      }
      const value = getOptionalAttr(ts, cls, strKey(name));
      const yes = value === undefined ? false : value === null ? null : isAbstract(ts, value);
      return yes === null || (yes && abstract.add(ts, key) === null) ? null : true;
    });
    if (done === null) return null;
  }
  return setAttr(ts, cls, "__abstractmethods__", abstract);
}

const COLLECTION = TypeFlags.SEQUENCE | TypeFlags.MAPPING;
/** What `__abc_tpflags__` of `collections.abc` says, in CPython's bits. */
const SEQUENCE_BIT = 1 << 5;
const MAPPING_BIT = 1 << 6;

function init(ts: ThreadState, _m: Value, cls: Value): Result<Value> {
  if (!(cls instanceof PyType)) return raise(ts, TypeErrorType, "_abc_init() argument must be a class");
  if (computeAbstractMethods(ts, cls) === null) return null;
  const data = new PyAbcData(registrations(ts).count);
  if (setAttr(ts, cls, "_abc_impl", data) === null) return null;
  const own = namespaceOf(cls).get("__abc_tpflags__");
  if (typeof own === "number") {
    const bits = own & (SEQUENCE_BIT | MAPPING_BIT);
    if (bits === (SEQUENCE_BIT | MAPPING_BIT)) {
      const message = "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING";
      return raise(ts, TypeErrorType, message);
    }
    cls.flags |= bits === SEQUENCE_BIT ? TypeFlags.SEQUENCE : bits === MAPPING_BIT ? TypeFlags.MAPPING : 0;
    if (setAttr(ts, cls, "__abc_tpflags__", undefined) === null) return null;
  }
  return None;
}

/** `match` must know virtual subclasses of Sequence and Mapping too, and classes derived from them. */
function setCollectionFlag(cls: PyType, flag: number): void {
  if ((cls.flags & TypeFlags.IMMUTABLE) !== 0 || (cls.flags & COLLECTION) === flag) return;
  cls.flags = (cls.flags & ~COLLECTION) | flag;
  for (const ref of cls.subclasses ?? []) {
    const sub = ref.deref();
    if (sub !== undefined) setCollectionFlag(sub, flag);
  }
}

function register(ts: ThreadState, _m: Value, self: Value, subclass: Value): Result<Value> {
  if (!(subclass instanceof PyType)) return raise(ts, TypeErrorType, "Can only register classes");
  const known = isSubclass(ts, subclass, self);
  if (known === null) return null;
  if (known) return subclass;
  const cycle = isSubclass(ts, self, subclass);
  if (cycle === null) return null;
  if (cycle) return raise(ts, RuntimeErrorType, "Refusing to create an inheritance cycle");
  const data = dataOf(ts, self);
  if (data === null) return null;
  data.registry.add(subclass);
  registrations(ts).count++;
  if (self instanceof PyType && (self.flags & COLLECTION) !== 0) {
    setCollectionFlag(subclass, self.flags & COLLECTION);
  }
  return subclass;
}

function instanceCheck(ts: ThreadState, _m: Value, self: Value, instance: Value): Result<Value> {
  const data = dataOf(ts, self);
  const claimed = data === null ? null : getAttr(ts, instance, "__class__");
  if (data === null || claimed === null) return null;
  if (data.cache.has(claimed)) return true;
  const real = typeOf(instance);
  if (real === claimed) {
    if (data.negativeVersion === registrations(ts).count && data.negativeCache.has(claimed)) return false;
    return callMethod(ts, self, "__subclasscheck__", [claimed]);
  }
  const result = callMethod(ts, self, "__subclasscheck__", [claimed]);
  const yes = result === null ? null : isTrue(ts, result);
  if (yes === null || yes) return result;
  return callMethod(ts, self, "__subclasscheck__", [real]);
}

function subclassCheck(ts: ThreadState, _m: Value, self: Value, subclass: Value): Result<Value> {
  if (!(subclass instanceof PyType)) {
    return raise(ts, TypeErrorType, "issubclass() arg 1 must be a class");
  }
  const data = dataOf(ts, self);
  if (data === null) return null;
  if (data.cache.has(subclass)) return true;
  const { count } = registrations(ts);
  if (data.negativeVersion < count) {
    data.negativeCache.clear();
    data.negativeVersion = count;
  } else if (data.negativeCache.has(subclass)) return false;

  const answer = decide(ts, data, self, subclass);
  if (answer === null) return null;
  (answer ? data.cache : data.negativeCache).add(subclass);
  return answer;
}

/** Is it a subclass? The hook is asked first, then bases, registered classes and subclasses of `self`. */
function decide(ts: ThreadState, data: PyAbcData, self: Value, subclass: PyType): Result<boolean> {
  const hook = callMethod(ts, self, "__subclasshook__", [subclass]);
  if (hook === null) return null;
  if (typeof hook === "boolean") return hook;
  if (hook !== NotImplemented) {
    const message = "__subclasshook__ must return either False, True, or NotImplemented";
    return raise(ts, AssertionErrorType, message);
  }
  if (subclass.mro.includes(self as PyType)) return true;
  if (data.registry.has(subclass)) return true;
  for (const registered of data.registry.living()) {
    const yes = isSubclass(ts, subclass, registered);
    if (yes !== false) return yes;
  }
  const subclasses = callMethod(ts, self, "__subclasses__", []);
  if (subclasses === null) return null;
  if (!isList(subclasses)) return raise(ts, TypeErrorType, "__subclasses__() must return a list");
  for (let i = 0; i < subclasses.items.length; i++) {
    const yes = isSubclass(ts, subclass, subclasses.items[i]);
    if (yes !== false) return yes;
  }
  return false;
}

function reset(ts: ThreadState, self: Value, clear: (data: PyAbcData) => void): Result<Value> {
  const data = dataOf(ts, self);
  if (data === null) return null;
  clear(data);
  return None;
}

function dump(ts: ThreadState, _m: Value, self: Value): Result<Value> {
  const data = dataOf(ts, self);
  if (data === null) return null;
  const sets: PyObject[] = [];
  for (const classes of [data.registry, data.cache, data.negativeCache]) {
    const set = classes.toPython(ts);
    if (set === null) return null;
    sets.push(set);
  }
  return new PyTuple([...sets, data.negativeVersion]);
}

/** `_abc` (CPython `Modules/_abc.c`). */
export const abcModule: ModuleSpec = {
  name: "_abc",
  doc: "What abc.ABCMeta is made of.",
  functions: [
    [
      "get_cache_token",
      "($module, /)",
      (ts) => registrations(ts).count,
      "A token that changes with every registration of a virtual subclass.",
    ],
    ["_abc_init", "($module, self, /)", init, "Prepares a class that ABCMeta makes."],
    [
      "_reset_registry",
      "($module, self, /)",
      (ts, _m, self: Value) => reset(ts, self, (data) => data.registry.clear()),
      "Forgets the registered classes.",
    ],
    [
      "_reset_caches",
      "($module, self, /)",
      (ts, _m, self: Value) =>
        reset(ts, self, (data) => {
          data.cache.clear();
          data.negativeCache.clear();
        }),
      "Forgets the answers given so far.",
    ],
    ["_get_dump", "($module, self, /)", dump, "Registry, cache, negative cache and its version."],
    ["_abc_register", "($module, self, subclass, /)", register, "Registers a virtual subclass."],
    ["_abc_instancecheck", "($module, self, instance, /)", instanceCheck, "ABCMeta.__instancecheck__."],
    ["_abc_subclasscheck", "($module, self, subclass, /)", subclassCheck, "ABCMeta.__subclasscheck__."],
  ],
};
