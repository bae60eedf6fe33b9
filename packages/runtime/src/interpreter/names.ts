import type { Frame } from "@adder/frames";
import {
  clearPending,
  DictType,
  KeyErrorType,
  NameErrorType,
  PyDict,
  pendingMatches,
  type Result,
  raise,
  raiseNameError,
  type Status,
  SystemErrorType,
  setItem,
  strFromKey,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { lookUpName } from "./cells.js";

/** A global or built-in, NameError without one. Subclasses of dict are asked by their `__getitem__`, as CPython does. */
export function loadGlobal(ts: ThreadState, frame: Frame, name: string): Result<Value> {
  for (const mapping of [frame.globals, frame.builtins]) {
    const found = mapping.cls === DictType ? mapping.getStr(name) : lookUpName(ts, mapping, name);
    if (found !== undefined) return found;
  }
  return raiseNameError(ts, name);
}

/** LOAD_NAME: locals of a module or class body, then globals, then built-ins. */
export function loadName(ts: ThreadState, frame: Frame, name: string): Result<Value> {
  const { locals } = frame;
  if (locals === null) return raise(ts, SystemErrorType, "no locals found");
  const found = lookUpName(ts, locals, name);
  return found === undefined ? loadGlobal(ts, frame, name) : found;
}

/** LOAD_FROM_DICT_OR_GLOBALS: a class namespace, then globals, then built-ins. */
export function loadFromDictOrGlobals(
  ts: ThreadState,
  frame: Frame,
  mapping: Value,
  name: string,
): Result<Value> {
  const found = lookUpName(ts, mapping, name);
  return found === undefined ? loadGlobal(ts, frame, name) : found;
}

/** STORE_NAME. */
export function storeName(ts: ThreadState, frame: Frame, name: string, value: Value): Status {
  const { locals } = frame;
  if (locals === null) return raise(ts, SystemErrorType, "no locals found when storing");
  if (typeof locals === "object" && locals.cls === DictType) {
    (locals as PyDict).setStr(name, value);
    return true;
  }
  return setItem(ts, locals, strFromKey(name), value);
}

/** DELETE_NAME. Raises NameError. */
export function deleteName(ts: ThreadState, frame: Frame, name: string): Status {
  const { locals } = frame;
  if (locals === null) return raise(ts, SystemErrorType, "no locals when deleting");
  if (typeof locals === "object" && locals.cls === DictType) {
    return (locals as PyDict).deleteStr(name) ? true : raiseNameError(ts, name);
  }
  const done = setItem(ts, locals, strFromKey(name), undefined);
  if (done === null && pendingMatches(ts, KeyErrorType)) {
    clearPending(ts);
    return raiseNameError(ts, name);
  }
  return done;
}

/** DELETE_GLOBAL. Raises NameError. */
export function deleteGlobal(ts: ThreadState, frame: Frame, name: string): Status {
  return frame.globals.deleteStr(name) ? true : raiseNameError(ts, name);
}

/** LOAD_LOCALS. */
export function loadLocals(ts: ThreadState, frame: Frame): Result<Value> {
  return frame.locals ?? raise(ts, SystemErrorType, "no locals");
}

/** LOAD_BUILD_CLASS. Raises NameError. */
export function loadBuildClass(ts: ThreadState, frame: Frame): Result<Value> {
  const found = lookUpName(ts, frame.builtins, "__build_class__");
  if (found !== undefined) return found;
  return raiseNameError(ts, "__build_class__", "__build_class__ not found", NameErrorType);
}

/** SETUP_ANNOTATIONS: makes `__annotations__` in the locals mapping if it is not there. */
export function setupAnnotations(ts: ThreadState, frame: Frame): Status {
  const { locals } = frame;
  if (locals === null) return raise(ts, SystemErrorType, "no locals found when setting up annotations");
  const found = lookUpName(ts, locals, "__annotations__");
  if (found === null) return null;
  return found === undefined ? storeName(ts, frame, "__annotations__", new PyDict()) : true;
}
