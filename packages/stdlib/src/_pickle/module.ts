import type { ModuleSpec } from "@adder/objects";
import { PickleErrorType, PicklingErrorType, UnpicklingErrorType } from "./errors.js";
import { loadLibrary } from "./library.js";
import { PickleBufferType } from "./pickle-buffer.js";
import { dump, dumps } from "./pickler-type.js";
import { PicklerType } from "./py-pickler.js";
import { UnpicklerType } from "./py-unpickler.js";
import { loadFunction, loads } from "./unpickler-type.js";

/** `_pickle` (CPython `Modules/_pickle.c`): objects as bytes, and back. */
export const pickleModule: ModuleSpec = {
  name: "_pickle",
  doc: "Objects as bytes, and back.",
  types: [
    PickleErrorType,
    PicklingErrorType,
    UnpicklingErrorType,
    PicklerType,
    UnpicklerType,
    PickleBufferType,
  ],
  functions: [
    [
      "dump",
      "($module, /, obj, file, protocol=None, *, fix_imports=True,\n     buffer_callback=None)",
      dump,
      "Writes an object to a file.",
      { raw: true },
    ],
    [
      "dumps",
      "($module, /, obj, protocol=None, *, fix_imports=True,\n      buffer_callback=None)",
      dumps,
      "An object as bytes.",
      { raw: true },
    ],
    [
      "load",
      "($module, /, file, *, fix_imports=True, encoding='ASCII',\n     errors='strict', buffers=())",
      loadFunction,
      "Reads an object from a file.",
      { raw: true },
    ],
    [
      "loads",
      "($module, data, /, *, fix_imports=True, encoding='ASCII',\n      errors='strict', buffers=())",
      loads,
      "The object that bytes say.",
      { raw: true },
    ],
  ],
  exec: (ts) => loadLibrary(ts),
};
