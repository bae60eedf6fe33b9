import type { mod } from "@adder/ast";
import { Diagnostics } from "./errors.js";
import { readFuture } from "./future.js";
import { guardStack } from "./stack-guard.js";
import { makeSymbolTable, type SymbolTable } from "./symtable/symbol-table.js";

/** Options of {@link buildSymbolTable}. */
export interface SymbolTableOptions {
  filename: string;
  /** `PyCF_*` and future flags; 0 by default. */
  flags?: number;
  /** The source, for the text of errors. */
  source?: string;
}

/**
 * Builds the symbol table of a syntax tree, without touching it: what the `symtable` module shows.
 * Follows `_Py_SymtableStringObjectFlags` (`Python/symtable.c`). Throws `CompileError`: SyntaxError or RecursionError.
 */
export function buildSymbolTable(module: mod, options: SymbolTableOptions): SymbolTable {
  const diagnostics = new Diagnostics(options.filename, options.source);
  const future = readFuture(module, options.flags ?? 0, diagnostics);
  return guardStack(options.filename, () => makeSymbolTable(module, diagnostics, future));
}
