import { MAGIC_TOKEN } from "@adder/bytecode";
import {
  asStr,
  createModule,
  getAttr,
  ImportErrorType,
  keyedHash,
  type ModuleSpec,
  None,
  PyBytes,
  PyCode,
  PyDict,
  PyList,
  PyModule,
  PyTuple,
  type Result,
  RuntimeErrorType,
  raise,
  strFromJs,
  strKey,
  type ThreadState,
  TypeErrorType,
  toIndex,
  typeName,
  type Value,
} from "@adder/objects";
import { frozenCode, frozenNames, frozenOrigin } from "./frozen.js";
import { NativeModules } from "./native-modules.js";
import { renameFile } from "./rename-file.js";

/** Depth of the import lock. There is one thread, so that it never waits. */
class ImportLock {
  depth = 0;
  static of(ts: ThreadState): ImportLock {
    return ts.interp.state(ImportLock, () => new ImportLock());
  }
}

function nameArgument(ts: ThreadState, fname: string, v: Value): Result<string> {
  const name = asStr(v);
  return name === undefined
    ? raise(ts, TypeErrorType, `${fname}() argument must be str, not ${typeName(v)}`)
    : strKey(name);
}

function noFrozen(ts: ThreadState, name: string): null {
  return raise(ts, ImportErrorType, `No such frozen object named '${name}'`);
}

/** The native module that a spec names: `sys` and `builtins` as they are, others made anew. */
function createBuiltin(ts: ThreadState, _module: Value, spec: Value): Result<Value> {
  const nameValue = getAttr(ts, spec, "name");
  if (nameValue === null) return null;
  const name = nameArgument(ts, "create_builtin", nameValue);
  if (name === null) return null;
  const existing = ts.interp.modules.getStr(name);
  if (existing !== undefined) return existing;
  const source = NativeModules.of(ts).sources.get(name);
  return source === undefined ? None : createModule(ts, source());
}

function isBuiltin(ts: ThreadState, _module: Value, nameValue: Value): Result<Value> {
  const name = nameArgument(ts, "is_builtin", nameValue);
  if (name === null) return null;
  if (name === "sys" || name === "builtins" || name === "_imp") return -1;
  return NativeModules.of(ts).sources.has(name) ? 1 : 0;
}

function getFrozen(ts: ThreadState, name: string): Result<Value> {
  const code = frozenCode(ts, name);
  return code === undefined ? noFrozen(ts, name) : new PyCode(ts, code);
}

/** `_imp` (CPython `Python/import.c`), the part of the import system that importlib asks for. */
export const impModule: ModuleSpec = {
  name: "_imp",
  doc: "What the import system needs of the interpreter.",
  functions: [
    [
      "acquire_lock",
      "($module, /)",
      (ts) => {
        ImportLock.of(ts).depth++;
        return None;
      },
    ],
    [
      "release_lock",
      "($module, /)",
      (ts) => {
        const lock = ImportLock.of(ts);
        if (lock.depth === 0) return raise(ts, RuntimeErrorType, "not holding the import lock");
        lock.depth--;
        return None;
      },
    ],
    ["lock_held", "($module, /)", (ts) => ImportLock.of(ts).depth > 0],
    ["extension_suffixes", "($module, /)", () => new PyList([])],
    ["is_builtin", "($module, name, /)", isBuiltin],
    ["create_builtin", "($module, spec, /)", createBuiltin],
    ["exec_builtin", "($module, mod, /)", () => 0],
    [
      "create_dynamic",
      "($module, spec, file=<unrepresentable>, /)",
      (ts) => raise(ts, ImportErrorType, "extension modules in machine code can't be loaded"),
    ],
    ["exec_dynamic", "($module, mod, /)", () => 0],
    [
      "is_frozen",
      "($module, name, /)",
      (ts, _m, nameValue: Value) => {
        const name = nameArgument(ts, "is_frozen", nameValue);
        return name === null ? null : frozenOrigin(name) !== undefined;
      },
    ],
    [
      "is_frozen_package",
      "($module, name, /)",
      (ts, _m, nameValue: Value) => {
        const name = nameArgument(ts, "is_frozen_package", nameValue);
        if (name === null) return null;
        return frozenOrigin(name) === undefined ? noFrozen(ts, name) : false;
      },
    ],
    [
      "find_frozen",
      "($module, name, /, *, withdata=False)",
      (ts, _m, nameValue: Value) => {
        const name = nameArgument(ts, "find_frozen", nameValue);
        if (name === null) return null;
        const origin = frozenOrigin(name);
        return origin === undefined ? None : new PyTuple([None, false, strFromJs(origin)]);
      },
    ],
    [
      "get_frozen_object",
      "($module, name, data=None, /)",
      (ts, _m, nameValue: Value) => {
        const name = nameArgument(ts, "get_frozen_object", nameValue);
        return name === null ? null : getFrozen(ts, name);
      },
    ],
    [
      "init_frozen",
      "($module, name, /)",
      (ts, _m, nameValue: Value) => {
        const name = nameArgument(ts, "init_frozen", nameValue);
        if (name === null) return null;
        if (frozenOrigin(name) === undefined) return None;
        const code = getFrozen(ts, name);
        if (code === null) return null;
        const dict = new PyDict();
        dict.setStr("__name__", strFromJs(name));
        const module = new PyModule(dict);
        ts.interp.modules.setStr(name, module);
        return ts.interp.evaluator.runCode(ts, code as PyCode, dict, dict) === null ? null : module;
      },
    ],
    ["_frozen_module_names", "($module, /)", () => new PyList(frozenNames.map(strFromJs))],
    ["_override_frozen_modules_for_tests", "($module, override, /)", () => None],
    ["_override_multi_interp_extensions_check", "($module, override, /)", () => 0],
    [
      "_fix_co_filename",
      "($module, code, path, /)",
      (ts, _m, code: Value, path: Value) => {
        const name = asStr(path);
        if (!(code instanceof PyCode) || name === undefined) {
          return raise(
            ts,
            TypeErrorType,
            `_fix_co_filename() argument 1 must be code, not ${typeName(code)}`,
          );
        }
        renameFile(code, strKey(name));
        return None;
      },
    ],
    [
      "source_hash",
      "($module, /, key, source)",
      (ts, _m, keyValue: Value, source: Value) => {
        const key = toIndex(ts, keyValue);
        if (key === null) return null;
        if (!(source instanceof PyBytes)) {
          return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(source)}'`);
        }
        return new PyBytes(keyedHash(BigInt(key), source.value));
      },
    ],
  ],
  attributes: { check_hash_based_pycs: "default", pyc_magic_number_token: MAGIC_TOKEN },
};
