import type { Frame } from "@adder/frames";
import {
  asStr,
  call,
  callMethod,
  checkPositional,
  getAttr,
  getOptionalAttr,
  hasAttr,
  isInstanceOf,
  isSubclass,
  lookupSpecial,
  type MethodRow,
  None,
  noKeywords,
  PyList,
  type Result,
  raise,
  type Status,
  setAttr,
  sortList,
  strKey,
  type ThreadState,
  TypeErrorType,
  toArray,
  typeName,
  type Value,
} from "@adder/objects";
import { currentLocals } from "../frame/current-locals.js";

/** The attribute name that an argument is. Raises TypeError. */
function attributeName(ts: ThreadState, name: Value): Result<string> {
  const text = asStr(name);
  if (text !== undefined) return strKey(text);
  return raise(ts, TypeErrorType, `attribute name must be string, not '${typeName(name)}'`);
}

function getattr(
  ts: ThreadState,
  _module: Value,
  args: Value[],
  kwnames: readonly string[] | null,
): Result<Value> {
  if (noKeywords(ts, "getattr", kwnames) === null) return null;
  if (checkPositional(ts, "getattr", args.length, 2, 3) === null) return null;
  const name = attributeName(ts, args[1]);
  if (name === null) return null;
  if (args.length === 2) return getAttr(ts, args[0], name);
  const value = getOptionalAttr(ts, args[0], name);
  return value === undefined ? args[2] : value;
}

function hasattr(ts: ThreadState, _module: Value, obj: Value, name: Value): Result<Value> {
  const key = attributeName(ts, name);
  return key === null ? null : hasAttr(ts, obj, key);
}

function assign(ts: ThreadState, obj: Value, name: Value, value: Value | undefined): Result<Value> {
  const key = attributeName(ts, name);
  if (key === null) return null;
  const done: Status = setAttr(ts, obj, key, value);
  return done === null ? null : None;
}

function vars(
  ts: ThreadState,
  _module: Value,
  args: Value[],
  kwnames: readonly string[] | null,
): Result<Value> {
  if (noKeywords(ts, "vars", kwnames) === null) return null;
  if (checkPositional(ts, "vars", args.length, 0, 1) === null) return null;
  if (args.length === 0) return currentLocals(ts);
  const dict = getOptionalAttr(ts, args[0], "__dict__");
  return dict === undefined ? raise(ts, TypeErrorType, "vars() argument must have __dict__ attribute") : dict;
}

/** `dir()`: sorted names. Raises TypeError. */
export function dir(ts: ThreadState, args: readonly Value[]): Result<Value> {
  let names: Result<Value>;
  if (args.length === 0) {
    const locals = currentLocals(ts);
    names = locals === null ? null : callMethod(ts, locals, "keys", []);
  } else {
    const method = lookupSpecial(ts, args[0], "__dir__");
    if (method === null) return null;
    if (method === undefined) return raise(ts, TypeErrorType, "object does not provide __dir__");
    names = call(ts, method, []);
  }
  const items = names === null ? null : toArray(ts, names);
  if (items === null) return null;
  const list = new PyList(items);
  return sortList(ts, list, undefined, false) === null ? null : list;
}

/** `locals`, `globals` and what reads, sets and checks attributes and classes. */
export const attributeFunctions: readonly MethodRow[] = [
  [
    "delattr",
    "($module, obj, name, /)",
    (ts, _module, obj: Value, name: Value) => assign(ts, obj, name, undefined),
    "Deletes the attribute of an object that has this name.",
  ],
  [
    "dir",
    "($module, *args)",
    (ts, _module, args: Value[], kwnames: readonly string[] | null) =>
      noKeywords(ts, "dir", kwnames) === null || checkPositional(ts, "dir", args.length, 0, 1) === null
        ? null
        : dir(ts, args),
    "dir([object]) -> list of strings\n\nNames of the attributes of an object; without argument, of the local scope.",
    { hidden: true },
  ],
  [
    "getattr",
    "($module, *args)",
    getattr,
    "getattr(object, name[, default]) -> value\n\nThe attribute of an object that has this name.",
    { hidden: true },
  ],
  ["globals", "($module, /)", (ts) => (ts.frame as Frame).globals, "The dictionary of the global variables."],
  ["hasattr", "($module, obj, name, /)", hasattr, "Whether an object has an attribute of this name."],
  [
    "isinstance",
    "($module, obj, class_or_tuple, /)",
    (ts, _module, obj: Value, classes: Value) => isInstanceOf(ts, obj, classes),
    "Whether an object is an instance of a class, or of one of several.",
  ],
  [
    "issubclass",
    "($module, cls, class_or_tuple, /)",
    (ts, _module, cls: Value, classes: Value) => isSubclass(ts, cls, classes),
    "Whether a class is derived from another, or from one of several.",
  ],
  ["locals", "($module, /)", (ts) => currentLocals(ts), "A dictionary of the local variables."],
  [
    "setattr",
    "($module, obj, name, value, /)",
    (ts, _module, obj: Value, name: Value, value: Value) => assign(ts, obj, name, value),
    "Sets the attribute of an object that has this name.",
  ],
  [
    "vars",
    "($module, *args)",
    vars,
    "vars([object]) -> dictionary\n\nWithout argument, what locals() says; with one, its __dict__.",
    { hidden: true },
  ],
];
