import {
  BoolType,
  ByteArrayType,
  BytesType,
  ClassMethodType,
  ComplexType,
  DictType,
  Ellipsis,
  EnumerateType,
  FilterType,
  FloatType,
  FrozenSetType,
  IntType,
  ListType,
  MapType,
  MemoryViewType,
  type MethodRow,
  None,
  NotImplemented,
  nativeDef,
  ObjectType,
  OSErrorType,
  PropertyType,
  PyBuiltinFunction,
  PyModule,
  type PyType,
  RangeType,
  ReversedType,
  SetType,
  SliceType,
  StaticMethodType,
  StrType,
  SuperType,
  type ThreadState,
  TupleType,
  TypeType,
  ZipType,
} from "@adder/objects";
import { attributeFunctions } from "./attributes.js";
import { buildClassRow } from "./build-class.js";
import { compilingFunctions } from "./compiling.js";
import { builtinExceptions } from "./exceptions.js";
import { importRow } from "./importing.js";
import { iterationFunctions } from "./iteration.js";
import { numberFunctions } from "./numbers.js";
import { systemFunctions } from "./system.js";
import { textFunctions } from "./text.js";

/** Order of CPython's `dir`-less listing: `__build_class__`, `__import__`, then by name. */
const functions: readonly MethodRow[] = [
  buildClassRow,
  importRow,
  ...[
    ...attributeFunctions,
    ...compilingFunctions,
    ...iterationFunctions,
    ...numberFunctions,
    ...systemFunctions,
    ...textFunctions,
  ].sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1)),
];

/** `aiter` and `anext` stand behind `iter` and `next`. */
function sortName(row: MethodRow): string {
  return row[0] === "aiter" || row[0] === "anext" ? `${row[0].slice(1)}+` : row[0];
}

const types: readonly PyType[] = [
  BoolType,
  MemoryViewType,
  ByteArrayType,
  BytesType,
  ClassMethodType,
  ComplexType,
  DictType,
  EnumerateType,
  FilterType,
  FloatType,
  FrozenSetType,
  PropertyType,
  IntType,
  ListType,
  MapType,
  ObjectType,
  RangeType,
  ReversedType,
  SetType,
  SliceType,
  StaticMethodType,
  StrType,
  SuperType,
  TupleType,
  TypeType,
  ZipType,
];

const doc = `Built-in functions, types, exceptions, and other objects.

All that a program can name without importing anything; builtins.len, for example,
is the full name of the function len().`;

/** Fills the interpreter's built-ins and puts the module `builtins` into `sys.modules`. */
export function initBuiltins(ts: ThreadState): PyModule {
  const dict = ts.interp.builtins;
  dict.setStr("__name__", "builtins");
  dict.setStr("__doc__", doc);
  dict.setStr("__package__", "");
  dict.setStr("__loader__", None);
  dict.setStr("__spec__", None);
  const module = new PyModule(dict);
  for (const row of functions) {
    dict.setStr(row[0], new PyBuiltinFunction(nativeDef(row), module, "builtins"));
  }
  dict.setStr("None", None);
  dict.setStr("Ellipsis", Ellipsis);
  dict.setStr("NotImplemented", NotImplemented);
  dict.setStr("False", false);
  dict.setStr("True", true);
  for (const type of types) dict.setStr(type.name, type);
  dict.setStr("__debug__", true);
  for (const type of builtinExceptions) dict.setStr(type.name, type);
  dict.setStr("EnvironmentError", OSErrorType);
  dict.setStr("IOError", OSErrorType);
  ts.interp.modules.setStr("builtins", module);
  return module;
}
