import {
  asStr,
  call,
  getAttr,
  importName,
  isDict,
  isTuple,
  type PyDict,
  PyTuple,
  type Result,
  RuntimeErrorType,
  raise,
  type Status,
  strFromKey,
  strKey,
  type ThreadState,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** What pickle takes from the Python part of the library, once for each interpreter (CPython's `PickleState`). */
export interface Library {
  /** `copyreg.dispatch_table`. */
  readonly dispatchTable: PyDict;
  /** `copyreg._extension_registry`: codes by module and name. */
  readonly extensionRegistry: PyDict;
  /** `copyreg._inverted_registry`: module and name by code. */
  readonly invertedRegistry: PyDict;
  /** `copyreg._extension_cache`: objects by code. */
  readonly extensionCache: PyDict;
  /** `_compat_pickle`: names of Python 2 and 3 for each other, by module and name, and by module. */
  readonly nameMapping: PyDict;
  readonly importMapping: PyDict;
  readonly reverseNameMapping: PyDict;
  readonly reverseImportMapping: PyDict;
  /** `codecs.encode`, `functools.partial` and `getattr`. */
  readonly encode: Value;
  readonly partial: Value;
  readonly getattr: Value;
  readonly audit: Value;
}

const key = {};

class Holder {
  library: Library | null = null;
}

const sources: Readonly<Record<keyof Library, readonly [module: string, name: string]>> = {
  dispatchTable: ["copyreg", "dispatch_table"],
  extensionRegistry: ["copyreg", "_extension_registry"],
  invertedRegistry: ["copyreg", "_inverted_registry"],
  extensionCache: ["copyreg", "_extension_cache"],
  nameMapping: ["_compat_pickle", "NAME_MAPPING"],
  importMapping: ["_compat_pickle", "IMPORT_MAPPING"],
  reverseNameMapping: ["_compat_pickle", "REVERSE_NAME_MAPPING"],
  reverseImportMapping: ["_compat_pickle", "REVERSE_IMPORT_MAPPING"],
  encode: ["codecs", "encode"],
  partial: ["functools", "partial"],
  getattr: ["builtins", "getattr"],
  audit: ["sys", "audit"],
};

/** Loads what pickle needs of the library. Raises what importing raises, and RuntimeError for a table that is no dict. */
export function loadLibrary(ts: ThreadState): Status {
  const made: Partial<Record<keyof Library, Value>> = {};
  for (const [field, [module, name]] of Object.entries(sources)) {
    const value = importName(ts, module, name);
    if (value === null) return null;
    const isTable = module === "_compat_pickle" || (module === "copyreg" && name !== "encode");
    if (isTable && !isDict(value)) {
      return raise(ts, RuntimeErrorType, `${module}.${name} should be a dict, not ${typeName(value)}`);
    }
    made[field as keyof Library] = value;
  }
  ts.interp.state(key, () => new Holder()).library = made as unknown as Library;
  return true;
}

/** What {@link loadLibrary} has loaded. */
export const libraryOf = (ts: ThreadState): Library =>
  ts.interp.state(key, () => new Holder()).library as Library;

/** The names that another version of Python has for a module and a name in it. */
export function translate(
  ts: ThreadState,
  names: PyDict,
  modules: PyDict,
  module: string,
  name: string,
): Result<readonly [module: string, name: string]> {
  const pair = names.get(ts, new PyTuple([strFromKey(module), strFromKey(name)]));
  if (pair === null) return null;
  if (pair !== undefined && isTuple(pair) && pair.items.length === 2) {
    const [m, n] = pair.items.map(asStr);
    if (m !== undefined && n !== undefined) return [strKey(m), strKey(n)];
  }
  const other = modules.getStr(module);
  const text = other === undefined ? undefined : asStr(other);
  return [text === undefined ? module : strKey(text), name];
}

/** `sys.modules[name]`, imported if need be. Raises what importing raises. */
export function moduleOf(ts: ThreadState, name: string): Result<Value> {
  if (name === "") return raise(ts, ValueErrorType, "Empty module name");
  return ts.interp.evaluator.importModule(ts, name);
}

/** An attribute of an attribute, along a path of names. */
export function attributeAt(ts: ThreadState, obj: Value, path: readonly string[]): Result<Value> {
  let found: Value = obj;
  for (const name of path) {
    const next = getAttr(ts, found, name);
    if (next === null) return null;
    found = next;
  }
  return found;
}

/** `sys.audit`. */
export const audit = (ts: ThreadState, event: string, args: Value[]): Status =>
  call(ts, libraryOf(ts).audit, [event, ...args]) === null ? null : true;
