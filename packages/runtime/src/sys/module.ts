import {
  call,
  createModule,
  FrozenSetType,
  type ModuleSpec,
  None,
  PyDict,
  PyList,
  PySet,
  PyTuple,
  type Result,
  SimpleNamespaceType,
  strFromJs,
  strFromKey,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { NativeModules } from "../import/native-modules.js";
import { frameFunctions } from "./frames.js";
import { sysFunctions } from "./functions.js";
import { hookFunctions } from "./hooks.js";
import { monitoringModule } from "./monitoring.js";
import { SysState } from "./state.js";
import { statsFunctions } from "./stats.js";
import { stdlibModuleNames } from "./stdlib-names.js";
import {
  flagsOf,
  floatInfo,
  hashInfo,
  intInfo,
  threadInfo,
  UnraisableArgsType,
  versionInfo,
} from "./structs.js";
import { tracingFunctions } from "./tracing.js";
import { ADDER_VERSION, CACHE_TAG, HEX_VERSION, PYTHON_VERSION, VERSION_TEXT } from "./version.js";

const texts = (items: readonly string[]): Value[] => items.map(strFromJs);

function optionDict(options: ReadonlyMap<string, string | true>): PyDict {
  const dict = new PyDict();
  for (const [name, value] of options) dict.setStr(name, value === true ? true : strFromJs(value));
  return dict;
}

/** A frozenset of names, in any order. */
function nameSet(ts: ThreadState, names: readonly string[]): Result<PySet> {
  const set = new PySet(FrozenSetType);
  for (const name of names) if (set.add(ts, name) === null) return null;
  return set;
}

/** `sys` (CPython `Python/sysmodule.c`). */
export const sysModule: ModuleSpec = {
  name: "sys",
  doc: "Parameters and functions of the interpreter.",
  functions: [...sysFunctions, ...frameFunctions, ...hookFunctions, ...tracingFunctions, ...statsFunctions],
  attributes: {
    version: VERSION_TEXT,
    hexversion: HEX_VERSION,
    api_version: 1013,
    copyright: "Copyright (c) the Adder contributors.",
    maxsize: 2n ** 63n - 1n,
    maxunicode: 0x10ffff,
    byteorder: "little",
    float_repr_style: "short",
    platlibdir: "lib",
    abiflags: "",
    float_info: floatInfo,
    int_info: intInfo,
    hash_info: hashInfo,
    thread_info: threadInfo,
    _framework: "",
    _git: new PyTuple(["Adder", "", ""]),
    _home: None,
    UnraisableHookArgs: UnraisableArgsType,
  },
  exec(ts, set, get) {
    const { config } = SysState.of(ts);
    const { interp } = ts;
    const version = versionInfo(PYTHON_VERSION);
    set("version_info", version);
    const implementation = call(
      ts,
      SimpleNamespaceType,
      ["adder", CACHE_TAG, versionInfo(ADDER_VERSION), 0x000100a0, true],
      ["name", "cache_tag", "version", "hexversion", "supports_isolated_interpreters"],
    );
    if (implementation === null) return null;
    set("implementation", implementation);
    for (const name of ["displayhook", "excepthook", "unraisablehook", "breakpointhook"]) {
      set(`__${name}__`, get(name));
    }
    const monitoring = createModule(ts, monitoringModule);
    if (monitoring === null) return null;
    set("monitoring", monitoring);
    set("platform", strFromJs(interp.host.platform));
    set("modules", interp.modules);
    set("flags", flagsOf(config));
    set("argv", new PyList(texts(config.argv)));
    set("orig_argv", new PyList(texts(config.origArgv)));
    set("executable", strFromJs(config.executable));
    set("_base_executable", strFromJs(config.executable));
    for (const name of ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"]) {
      set(name, strFromJs(config.prefix));
    }
    set("_stdlib_dir", strFromJs(config.stdlibDir));
    set("path", new PyList(texts(config.path)));
    set("path_hooks", new PyList([]));
    set("path_importer_cache", new PyDict());
    set("meta_path", new PyList([]));
    set("warnoptions", new PyList(texts(config.warnoptions)));
    set("_xoptions", optionDict(config.xoptions));
    set("dont_write_bytecode", config.dontWriteBytecode);
    set("pycache_prefix", config.pycachePrefix === null ? None : strFromJs(config.pycachePrefix));
    const native = [...NativeModules.of(ts).sources.keys(), "sys", "builtins", "_imp"].sort();
    set("builtin_module_names", new PyTuple(native.map(strFromKey)));
    const names = nameSet(ts, stdlibModuleNames);
    if (names === null) return null;
    set("stdlib_module_names", names);
    return true;
  },
};
