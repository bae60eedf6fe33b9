import type { mod } from "@adder/ast";
import type { Diagnostics } from "../errors.js";
import type { Future } from "../future.js";
import { analyze } from "./analyze.js";
import { SymbolTableBuilder } from "./builder.js";
import type { SymbolTableEntry } from "./entry.js";
import { visitExpression } from "./expressions.js";
import { hasDocstring } from "./scopes.js";
import { visitStatements } from "./statements.js";

/** The blocks of a module, with the scope of every name in them. */
export interface SymbolTable {
  /** The module's block. */
  readonly top: SymbolTableEntry;
  /** Blocks by what opens them: a definition, lambda or comprehension, `arguments`, list of type parameters, ... */
  readonly blocks: ReadonlyMap<object, SymbolTableEntry>;
  /** Blocks of defaults of type variables, whose bounds are in `blocks`. */
  readonly defaultBlocks: ReadonlyMap<object, SymbolTableEntry>;
}

/**
 * Builds the symbol table of a syntax tree. Follows `_PySymtable_Build` (`Python/symtable.c`).
 * Throws {@link CompileError} with a SyntaxError.
 */
export function makeSymbolTable(module: mod, diagnostics: Diagnostics, future: Future): SymbolTable {
  const builder = new SymbolTableBuilder(module, diagnostics, future);
  switch (module.nodeType) {
    case "Module":
      builder.top.hasDocstring = hasDocstring(module.body);
      visitStatements(builder, module.body);
      break;
    case "Interactive":
      visitStatements(builder, module.body);
      break;
    case "Expression":
      visitExpression(builder, module.body);
      break;
    case "FunctionType":
      throw diagnostics.systemError("this compiler does not handle FunctionTypes");
  }
  analyze(builder.top, diagnostics);
  return builder;
}
