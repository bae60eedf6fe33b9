import {
  AttributeErrorType,
  asStr,
  clearPending,
  encode,
  getAttr,
  getOptionalAttr,
  ImportErrorType,
  importName,
  isDict,
  KeyErrorType,
  None,
  namespaceOf,
  PyBuiltinFunction,
  type PyBytes,
  type PyDict,
  PyTuple,
  PyType,
  pendingMatches,
  type Result,
  RuntimeErrorType,
  raise,
  repr,
  type Status,
  type Str,
  str,
  strFromKey,
  strKey,
  type ThreadState,
  TypeFlags,
  takePending,
  toInt,
  toJs,
  UnicodeEncodeErrorType,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { cannotPickle, PicklingErrorType, raiseAfter } from "./errors.js";
import { attributeAt, libraryOf, moduleOf, translate } from "./library.js";
import { Op } from "./opcodes.js";
import type { PyPickler } from "./py-pickler.js";
import { save } from "./save.js";
import { saveUnshared } from "./save-atoms.js";

/** Raises PicklingError about an object: `Can't pickle <it>: <why>`, with the pending exception as context if there is one. */
function refuse(ts: ThreadState, obj: Value, why: string): null {
  const cause = ts.pending;
  ts.pending = null;
  const shown = repr(ts, obj);
  if (shown === null) return null;
  return raiseAfter(ts, cause, PicklingErrorType, `Can't pickle ${toJs(shown)}${why}`);
}

/** Is an object what a module has under a path of names? */
function isAt(ts: ThreadState, module: Value, path: readonly string[], obj: Value): Result<boolean> {
  const found = attributeAt(ts, module, path);
  if (found !== null) return found === obj;
  if (!pendingMatches(ts, AttributeErrorType)) return null;
  clearPending(ts);
  return false;
}

/** The module that an object says it is from, else one in which it is found. */
function whichModule(ts: ThreadState, obj: Value, path: readonly string[]): Result<Str> {
  const said = getOptionalAttr(ts, obj, "__module__");
  if (said === null) return null;
  if (said !== undefined && said !== None) {
    return asStr(said) ?? refuse(ts, obj, ": __module__ is not a string");
  }
  const modules = importName(ts, "sys", "modules");
  if (modules === null) return null;
  if (isDict(modules)) {
    const copy = (modules as PyDict).copy();
    for (let entry = copy.nextIndex(0); entry >= 0; entry = copy.nextIndex(entry + 1)) {
      const name = asStr(copy.keys[entry] as Value);
      const module = copy.values[entry] as Value;
      if (name === undefined || module === None || name === "__main__" || name === "__mp_main__") continue;
      const here = isAt(ts, module, path, obj);
      if (here === null) return null;
      if (here) return name;
    }
  }
  return "__main__";
}

/** Writes an object by its module and its name there, which it must be found by. Raises PicklingError. */
export function saveGlobal(ts: ThreadState, p: PyPickler, obj: Value, given?: Str): Status {
  let name = given;
  if (name === undefined) {
    const qualified = getOptionalAttr(ts, obj, "__qualname__");
    const own = qualified === undefined ? getAttr(ts, obj, "__name__") : qualified;
    if (own === null) return null;
    name = asStr(own);
    if (name === undefined) return refuse(ts, obj, ": its name is not a string");
  }
  const path = strKey(name).split(".");
  if (path.includes("<locals>")) {
    const shown = repr(ts, obj);
    return shown === null ? null : cannotPickle(ts, `Can't pickle local object ${toJs(shown)}`);
  }
  const moduleName = whichModule(ts, obj, path);
  if (moduleName === null || verify(ts, obj, moduleName, name, path) === null) return null;
  if (p.protocol >= 2) {
    const written = saveExtension(ts, p, obj, moduleName, name);
    if (written !== false) return written;
  }
  if (p.protocol >= 4) {
    if (saveNames(ts, p, obj, moduleName, name, given === undefined) === null) return null;
    p.out.byte(Op.STACK_GLOBAL);
  } else if (saveByPath(ts, p, moduleName, path) === null) return null;
  p.memoize(obj);
  return true;
}

/**
 * Writes the names of an object's module and its own. CPython makes those of what is written in C when they are asked
 * for, or holds them apart from other strs, so they are written again although a str of the pickle says the same.
 *
 * @param own is the name that of the object itself, not one that its reduction says?
 */
function saveNames(ts: ThreadState, p: PyPickler, obj: Value, module: Str, name: Str, own: boolean): Status {
  const isFunction = obj instanceof PyBuiltinFunction;
  const isType = obj instanceof PyType && (obj.flags & TypeFlags.HEAP) === 0;
  if (!(isFunction || (isType && own)) || p.persistentId !== null) {
    return save(ts, p, module) === null ? null : save(ts, p, name);
  }
  const apart = new PyTuple([]);
  let saved: Status;
  // Functions have the name that their module has; a type that C makes at run time holds one.
  if (isFunction) saved = saveUnshared(ts, p, module, p.moduleName(strKey(module)));
  else if (typeof namespaceOf(obj).get("__module__") === "string")
    saved = saveUnshared(ts, p, module, new PyTuple([]));
  else saved = save(ts, p, module);
  return saved === null ? null : saveUnshared(ts, p, name, apart);
}

/** Raises PicklingError unless the module has the object under the name. */
function verify(ts: ThreadState, obj: Value, moduleName: Str, name: Str, path: readonly string[]): Status {
  const module = moduleOf(ts, strKey(moduleName));
  if (module === null) {
    const expected = [ImportErrorType, ValueErrorType, KeyErrorType].some((type) => pendingMatches(ts, type));
    if (!expected) return null;
    const cause = takePending(ts);
    const text = str(ts, cause);
    if (text === null) return null;
    ts.pending = cause;
    return refuse(ts, obj, `: ${toJs(text)}`);
  }
  const found = attributeAt(ts, module, path);
  if (found === obj) return true;
  const where = `${toJs(moduleName)}.${toJs(name)}`;
  if (found !== null) return refuse(ts, obj, `: it's not the same object as ${where}`);
  return pendingMatches(ts, AttributeErrorType) ? refuse(ts, obj, `: it's not found as ${where}`) : null;
}

/** Writes an object by its code in the extension registry; `false` if it has none. */
function saveExtension(
  ts: ThreadState,
  p: PyPickler,
  obj: Value,
  module: Str,
  name: Str,
): true | false | null {
  const registered = libraryOf(ts).extensionRegistry.get(ts, new PyTuple([module, name]));
  if (registered === null) return null;
  if (registered === undefined) return false;
  const code = toInt(registered);
  if (typeof code !== "number") return refuse(ts, obj, ": extension code isn't an integer");
  if (code <= 0 || code > 0x7fffffff) {
    return raise(ts, RuntimeErrorType, `extension code ${code} is out of range`);
  }
  if (code <= 0xff) p.out.opByte(Op.EXT1, code);
  else if (code <= 0xffff) p.out.opUint16(Op.EXT2, code);
  else p.out.opInt32(Op.EXT4, code);
  return true;
}

/** Writes `module.a.b` as `getattr(module.a, "b")`, for protocols that know names without dots only. */
function saveByPath(ts: ThreadState, p: PyPickler, module: Str, path: readonly string[]): Status {
  const [first, ...attributes] = path;
  for (let i = 0; i < attributes.length; i++) {
    if (save(ts, p, libraryOf(ts).getattr) === null) return null;
    if (p.protocol < 2) p.out.byte(Op.MARK);
  }
  if (saveTopLevel(ts, p, strKey(module), first) === null) return null;
  for (const name of attributes) {
    if (save(ts, p, strFromKey(name)) === null) return null;
    p.out.byte(p.protocol < 2 ? Op.TUPLE : Op.TUPLE2);
    p.out.byte(Op.REDUCE);
  }
  return true;
}

function saveTopLevel(ts: ThreadState, p: PyPickler, module: string, name: string): Status {
  let names: readonly [module: string, name: string] = [module, name];
  if (p.protocol < 3 && p.fixImports) {
    const { reverseNameMapping, reverseImportMapping } = libraryOf(ts);
    const old = translate(ts, reverseNameMapping, reverseImportMapping, module, name);
    if (old === null) return null;
    names = old;
  }
  p.out.byte(Op.GLOBAL);
  if (saveIdentifier(ts, p, names[0], "module") === null) return null;
  return saveIdentifier(ts, p, names[1], "global");
}

/** A name on a line of its own; other characters than those of ASCII are known from protocol 3 on. */
function saveIdentifier(ts: ThreadState, p: PyPickler, name: string, what: string): Status {
  const text = strFromKey(name);
  const encoded = encode(ts, text, p.protocol >= 3 ? "utf-8" : "ascii", "strict");
  if (encoded === null) {
    if (!pendingMatches(ts, UnicodeEncodeErrorType)) return null;
    const cause = takePending(ts);
    const shown = repr(ts, text);
    if (shown === null) return null;
    const protocol = `using pickle protocol ${p.protocol}`;
    return raiseAfter(
      ts,
      cause,
      PicklingErrorType,
      `can't pickle ${what} identifier ${toJs(shown)} ${protocol}`,
    );
  }
  p.out.raw((encoded as PyBytes).value);
  p.out.byte(0x0a);
  return true;
}
