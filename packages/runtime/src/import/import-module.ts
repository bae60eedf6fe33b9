import {
  asStr,
  call,
  callMethod,
  getAttr,
  getOptionalAttr,
  ImportErrorType,
  isTrue,
  KeyErrorType,
  ModuleNotFoundErrorType,
  None,
  newException,
  type PyBaseException,
  PyDict,
  PyModule,
  type Result,
  raise,
  raiseValue,
  type Status,
  setExceptionField,
  strFromJs,
  strFromKey,
  strKey,
  strLength,
  type ThreadState,
  TypeErrorType,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { importlib, importNative, isBootstrapped } from "./bootstrap.js";
import { trimImportFrames } from "./trim-frames.js";
import { imported } from "./when-imported.js";

/** Name of the package that a relative import starts from (CPython `resolve_name`). */
function resolveName(
  ts: ThreadState,
  name: string,
  globals: Value | undefined,
  level: number,
): Result<string> {
  if (globals === undefined || globals === None) return raise(ts, KeyErrorType, "'__name__' not in globals");
  if (!(globals instanceof PyDict)) return raise(ts, TypeErrorType, "globals must be a dict");
  const packageValue = globals.getStr("__package__");
  const spec = globals.getStr("__spec__");
  let package_: string;
  if (packageValue !== undefined && packageValue !== None) {
    const text = asStr(packageValue);
    if (text === undefined) return raise(ts, TypeErrorType, "package must be a string");
    package_ = strKey(text);
  } else if (spec !== undefined && spec !== None) {
    const parent = getAttr(ts, spec, "parent");
    if (parent === null) return null;
    const text = asStr(parent);
    if (text === undefined) return raise(ts, TypeErrorType, "__spec__.parent must be a string");
    package_ = strKey(text);
  } else {
    const warned = ts.interp.evaluator.warn(
      ts,
      ts.interp.builtins.getStr("ImportWarning") as never,
      "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
      1,
    );
    if (warned === null) return null;
    const nameValue = globals.getStr("__name__");
    if (nameValue === undefined) return raise(ts, KeyErrorType, "'__name__' not in globals");
    const text = asStr(nameValue);
    if (text === undefined) return raise(ts, TypeErrorType, "__name__ must be a string");
    package_ = strKey(text);
    if (globals.getStr("__path__") === undefined) {
      const dot = package_.lastIndexOf(".");
      if (dot < 0) return noParent(ts);
      package_ = package_.slice(0, dot);
    }
  }
  if (package_ === "") return noParent(ts);
  let base = package_;
  for (let up = 1; up < level; up++) {
    const dot = base.lastIndexOf(".");
    if (dot < 0) return raise(ts, ImportErrorType, "attempted relative import beyond top-level package");
    base = base.slice(0, dot);
  }
  return name === "" ? base : `${base}.${name}`;
}

function noParent(ts: ThreadState): null {
  return raise(ts, ImportErrorType, "attempted relative import with no known parent package");
}

/** The module of an absolute name, imported when it is not in `sys.modules` yet. */
export function importAbsolute(ts: ThreadState, name: string): Result<Value> {
  const { modules } = ts.interp;
  const found = modules.getStr(name);
  if (found === None) {
    const message = strFromJs(`import of ${name} halted; None in sys.modules`);
    const exc = newException(ModuleNotFoundErrorType, [message]);
    setExceptionField(exc, "name", strFromKey(name));
    return raiseValue(ts, exc);
  }
  if (found !== undefined)
    return isBootstrapped(ts) && waitUntilInitialised(ts, found, name) === null ? null : found;
  if (!isBootstrapped(ts)) {
    const native = importNative(ts, name);
    if (native !== undefined) return native;
  }
  const machinery = importlib(ts);
  if (machinery === null) return null;
  const findAndLoad = getAttr(ts, machinery, "_find_and_load");
  if (findAndLoad === null) return null;
  const module = call(ts, findAndLoad, [strFromKey(name), getImport(ts)]);
  if (module === null) trimImportFrames(ts.pending as PyBaseException);
  else imported(ts, name, module);
  return module;
}

function getImport(ts: ThreadState): Value {
  return ts.interp.builtins.getStr("__import__") ?? None;
}

/** Another thread may be initialising the module: importlib's lock waits for it. */
function waitUntilInitialised(ts: ThreadState, module: Value, name: string): Status {
  if (!(module instanceof PyModule)) return true;
  const spec = module.dict.getStr("__spec__");
  if (spec === undefined || spec === None) return true;
  const initializing = getOptionalAttr(ts, spec, "_initializing");
  if (initializing === null) return null;
  if (initializing === undefined || initializing === false) return true;
  const truth = isTrue(ts, initializing);
  if (truth === null) return null;
  if (!truth) return true;
  const machinery = importlib(ts);
  return machinery === null || callMethod(ts, machinery, "_lock_unlock_module", [strFromKey(name)]) === null
    ? null
    : true;
}

/**
 * `__import__(name, globals, locals, fromlist, level)` (CPython `PyImport_ImportModuleLevelObject`).
 * Without a fromlist the answer is the first package of an absolute name.
 */
export function importModuleLevel(
  ts: ThreadState,
  nameValue: Value,
  globals: Value | undefined,
  fromlist: Value | undefined,
  level: number,
): Result<Value> {
  const text = asStr(nameValue);
  if (text === undefined) return raise(ts, TypeErrorType, "module name must be a string");
  if (level < 0) return raise(ts, ValueErrorType, "level must be >= 0");
  const name = strKey(text);
  let absolute: string | null = name;
  if (level > 0) absolute = resolveName(ts, name, globals, level);
  else if (strLength(text) === 0) return raise(ts, ValueErrorType, "Empty module name");
  if (absolute === null) return null;
  const module = importAbsolute(ts, absolute);
  if (module === null) return null;
  let hasFrom = false;
  if (fromlist !== undefined && fromlist !== None) {
    const truth = isTrue(ts, fromlist);
    if (truth === null) return null;
    hasFrom = truth;
  }
  if (!hasFrom) return topPackage(ts, module, name, absolute, level);
  const path = getOptionalAttr(ts, module, "__path__");
  if (path === null) return null;
  if (path === undefined) return module;
  const machinery = importlib(ts);
  if (machinery === null) return null;
  const handled = callMethod(ts, machinery, "_handle_fromlist", [module, fromlist as Value, getImport(ts)]);
  if (handled === null) trimImportFrames(ts.pending as PyBaseException);
  return handled;
}

/** What `import a.b.c` binds: the module `a`. */
function topPackage(
  ts: ThreadState,
  module: Value,
  name: string,
  absolute: string,
  level: number,
): Result<Value> {
  if (level > 0 && name === "") return module;
  const dot = name.indexOf(".");
  if (dot < 0) return module;
  if (level === 0) return importAbsolute(ts, name.slice(0, dot));
  const front = absolute.slice(0, absolute.length - (name.length - dot));
  const found = ts.interp.modules.getStr(front);
  return found ?? raise(ts, KeyErrorType, `'${front}' not in sys.modules as expected`);
}
