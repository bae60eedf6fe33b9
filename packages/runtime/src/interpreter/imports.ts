import type { Frame } from "@adder/frames";
import {
  asStr,
  call,
  getOptionalAttr,
  ImportErrorType,
  None,
  newException,
  type Result,
  raise,
  raiseValue,
  repr,
  type Str,
  strFromJs,
  strFromKey,
  strKey,
  type ThreadState,
  toJs,
  type Value,
} from "@adder/objects";
import { lookUpName } from "./cells.js";

/** IMPORT_NAME: calls `builtins.__import__`. */
export function importName(
  ts: ThreadState,
  frame: Frame,
  name: string,
  fromlist: Value,
  level: Value,
): Result<Value> {
  const importer = lookUpName(ts, frame.builtins, "__import__");
  if (importer === null) return null;
  if (importer === undefined) return raise(ts, ImportErrorType, "__import__ not found");
  const locals = frame.locals ?? None;
  return call(ts, importer, [strFromKey(name), frame.globals, locals, fromlist, level], null);
}

/**
 * IMPORT_FROM: an attribute of a module, or a submodule that `sys.modules` has although its package lacks the
 * attribute yet (circular imports). Raises ImportError (CPython `_PyEval_ImportFrom`).
 */
export function importFrom(ts: ThreadState, module: Value, name: string): Result<Value> {
  const found = getOptionalAttr(ts, module, name);
  if (found !== undefined) return found;
  const moduleName = getOptionalAttr(ts, module, "__name__");
  if (moduleName === null) return null;
  const packageName = moduleName === undefined ? undefined : asStr(moduleName);
  if (packageName !== undefined) {
    const submodule = ts.interp.modules.getStr(`${strKey(packageName)}.${name}`);
    if (submodule !== undefined) return submodule;
  }
  return raiseCannotImport(ts, module, name, packageName);
}

function raiseCannotImport(ts: ThreadState, module: Value, name: string, packageName: Str | undefined): null {
  const shownModule = packageName === undefined ? strFromJs("<unknown module name>") : packageName;
  const moduleRepr = repr(ts, shownModule);
  const nameRepr = repr(ts, strFromKey(name));
  if (moduleRepr === null || nameRepr === null) return null;
  const spec = getOptionalAttr(ts, module, "__spec__");
  if (spec === null) return null;
  const file = getOptionalAttr(ts, module, "__file__");
  if (file === null) return null;
  const path = file === undefined ? undefined : asStr(file);
  let message = `cannot import name ${toJs(nameRepr)} from ${toJs(moduleRepr)}`;
  const initializing = spec === undefined ? undefined : getOptionalAttr(ts, spec, "_initializing");
  if (initializing === null) return null;
  if (initializing === true) {
    message = `cannot import name ${toJs(nameRepr)} from partially initialized module ${toJs(moduleRepr)} (most likely due to a circular import)`;
  }
  message += ` (${path === undefined ? "unknown location" : toJs(path)})`;
  const exc = newException(ImportErrorType, [strFromJs(message)]);
  exc.fields = new Map<string, Value>([
    ["msg", strFromJs(message)],
    ["name", packageName ?? None],
    ["path", path ?? None],
    ["name_from", strFromKey(name)],
  ]);
  return raiseValue(ts, exc);
}
