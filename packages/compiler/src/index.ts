export { buildSymbolTable, type SymbolTableOptions } from "./build-symbol-table.js";
export { type CompileOptions, compileModule } from "./compile-module.js";
export { CompileError, type CompileWarning, type WarningSink } from "./errors.js";
export { SymbolTableEntry } from "./symtable/entry.js";
export { BlockType } from "./symtable/flags.js";
export type { SymbolTable } from "./symtable/symbol-table.js";
