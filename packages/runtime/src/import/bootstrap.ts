import {
  call,
  createModule,
  getAttr,
  ImportErrorType,
  None,
  PyCode,
  PyDict,
  PyList,
  PyModule,
  type Result,
  raise,
  type Status,
  strFromJs,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { SysState } from "../sys/state.js";
import { checkCachedCode } from "./cached-code.js";
import { frozenCode, frozenOrigin } from "./frozen.js";
import { impModule } from "./imp-module.js";
import { NativeModules } from "./native-modules.js";
import { zipHook } from "./zip-hook.js";

/** How far the import system of an interpreter has come. */
class ImportState {
  /** `importlib._bootstrap`, once it is there. */
  importlib: PyModule | null = null;
  starting = false;

  static of(ts: ThreadState): ImportState {
    return ts.interp.state(ImportState, () => new ImportState());
  }
}

/** Is `importlib` in charge of imports already? */
export function isBootstrapped(ts: ThreadState): boolean {
  return ImportState.of(ts).importlib !== null;
}

const SPEC = ["__spec__", "__loader__"];

/**
 * Puts off what the import system says about a module that is there before it, until somebody asks: its
 * `__spec__` and `__loader__`, and of `sys` the lists that imports go through.
 */
export function deferSpec(module: PyModule, ...more: string[]): void {
  module.deferred = {
    names: new Set([...SPEC, ...more]),
    make: (ts) => (ImportState.of(ts).starting || importlib(ts) !== null ? true : null),
  };
}

/** A native module straight from its definition, put into `sys.modules`; `undefined` when there is none of that name. */
export function importNative(ts: ThreadState, name: string): Result<PyModule | undefined> {
  const source = NativeModules.of(ts).sources.get(name);
  if (source === undefined) return undefined;
  const module = createModule(ts, source());
  if (module === null) return null;
  deferSpec(module);
  ts.interp.modules.setStr(name, module);
  return module;
}

/**
 * `importlib._bootstrap`, started on first use: a program that imports nothing but native modules never
 * pays for it. It takes over `sys.meta_path` and `sys.path_hooks` as CPython does at start.
 */
export function importlib(ts: ThreadState): Result<PyModule> {
  const state = ImportState.of(ts);
  if (state.importlib !== null) return state.importlib;
  if (state.starting) return raise(ts, ImportErrorType, "the import system is being started");
  state.starting = true;
  // What is being handled while the import system starts is none of its business.
  const module = start(ts);
  state.starting = false;
  state.importlib = module;
  return module;
}

function start(ts: ThreadState): Result<PyModule> {
  const { modules } = ts.interp;
  const bootstrap = executeFrozen(ts, "_frozen_importlib");
  if (bootstrap === null) return null;
  const sys = modules.getStr("sys") as Value;
  const imp = createModule(ts, impModule);
  if (imp === null) return null;
  modules.setStr("_imp", imp);
  if (callIn(ts, bootstrap, "_install", [sys, imp]) === null) return null;
  // From here on imports go through importlib, the ones of its own second half too.
  ImportState.of(ts).importlib = bootstrap;
  if (callIn(ts, bootstrap, "_install_external_importers", []) === null) return null;
  if (checkCachedCode(ts, modules.getStr("_frozen_importlib_external") as PyModule) === null) return null;
  const hooks = (sys as PyModule).dict.getStr("path_hooks");
  if (hooks instanceof PyList) hooks.items.unshift(zipHook());
  const { importStarted } = SysState.of(ts);
  return importStarted !== null && importStarted(ts) === null ? null : bootstrap;
}

function callIn(ts: ThreadState, module: PyModule, name: string, args: Value[]): Status {
  const fn = getAttr(ts, module, name);
  return fn === null || call(ts, fn, args) === null ? null : true;
}

function executeFrozen(ts: ThreadState, name: string): Result<PyModule> {
  const code = frozenCode(ts, name);
  if (code === undefined) return raise(ts, ImportErrorType, `No such frozen object named '${name}'`);
  const dict = new PyDict();
  dict.setStr("__name__", strFromJs(name));
  dict.setStr("__doc__", None);
  dict.setStr("__package__", "");
  dict.setStr("__loader__", None);
  dict.setStr("__spec__", None);
  dict.setStr("__origname__", strFromJs(frozenOrigin(name) as string));
  dict.setStr("__builtins__", ts.interp.modules.getStr("builtins") ?? None);
  const module = new PyModule(dict);
  ts.interp.modules.setStr(name, module);
  return ts.interp.evaluator.runCode(ts, new PyCode(ts, code), dict, dict) === null ? null : module;
}
