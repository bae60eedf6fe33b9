import type { mod, stmt } from "@adder/ast";
import type { CodeObject } from "@adder/bytecode";
import { body } from "./codegen/body.js";
import { expression } from "./codegen/expressions.js";
import { CodeGenerator } from "./codegen/generator.js";
import { Diagnostics, type WarningSink } from "./errors.js";
import { readFuture } from "./future.js";
import { Op } from "./generated/op.js";
import { InternalError } from "./internal-error.js";
import { addName, Location, locationOf } from "./ir/index.js";
import { preprocess } from "./preprocess/preprocess.js";
import { guardStack } from "./stack-guard.js";
import { makeSymbolTable } from "./symtable/symbol-table.js";

/** Options of {@link compileModule}. */
export interface CompileOptions {
  filename: string;
  mode: "exec" | "eval" | "single";
  /** 0; 1 drops assertions (`-O`); 2 drops docstrings too (`-OO`). */
  optimize: 0 | 1 | 2;
  /** `PyCF_*` and future flags. */
  flags: number;
  /** The source, for the text of errors. */
  source?: string;
  /** Receives SyntaxWarnings; without it they are dropped. */
  onWarning?: WarningSink;
}

/** Where the code of a module's own is, such as that of its annotations: at the first statement. */
function startLocation(nodes: readonly stmt[]): Location {
  return nodes.length > 0 ? locationOf(nodes[0]) : new Location(1, 1, 0, 0);
}

function compileTree(module: mod, options: CompileOptions): CodeObject {
  const diagnostics = new Diagnostics(options.filename, options.source, options.onWarning);
  const future = readFuture(module, options.flags, diagnostics);
  preprocess(module, diagnostics, { optimize: options.optimize, features: future.features });
  const table = makeSymbolTable(module, diagnostics, future);
  const interactive = module.nodeType === "Interactive";
  const c = new CodeGenerator({ diagnostics, future, table, optimize: options.optimize, interactive });
  c.enterScope("<module>", "module", table.top, 1);
  switch (module.nodeType) {
    case "Module":
    case "Interactive": {
      const loc = startLocation(module.body);
      if (table.top.hasConditionalAnnotations) {
        c.op(loc, Op.BUILD_SET, 0);
        c.op(loc, Op.STORE_NAME, addName(c.unit.metadata.names, "__conditional_annotations__"));
      }
      body(c, loc, module.body, interactive);
      return c.finishScope(true).code;
    }
    case "Expression":
      expression(c, module.body);
      return c.finishScope(false).code;
    case "FunctionType":
      throw new InternalError("a function type can't be compiled");
  }
}

/**
 * Compiles a syntax tree, which is changed on the way, to a code object like CPython 3.14's. All that may be wrong with the
 * program is found here; the code of each block is optimised and assembled when its body is first asked for.
 * Follows `_PyAST_Compile` (`Python/compile.c`). Throws `CompileError`: SyntaxError for what the grammar
 * allows but the language does not, RecursionError for code that is nested too deeply.
 */
export function compileModule(module: mod, options: CompileOptions): CodeObject {
  return guardStack(options.filename, () => compileTree(module, options));
}
