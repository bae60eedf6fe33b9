export { buildSymbolTable, type SymbolTableOptions } from "./build-symbol-table.js";
export { type CompileOptions, compileModule } from "./compile-module.js";
export { CompileError, type CompileWarning, type WarningSink } from "./errors.js";
export { PYCF_MASK, PyCF } from "./future.js";
export { type PreprocessModuleOptions, preprocessModule } from "./preprocess-module.js";
export { SymbolTableEntry } from "./symtable/entry.js";
export * as symbolFlags from "./symtable/flags.js";
export { mangle } from "./symtable/mangle.js";
export type { SymbolTable } from "./symtable/symbol-table.js";
