import type { mod } from "@adder/ast";
import { Diagnostics } from "./errors.js";
import { readFuture } from "./future.js";
import { preprocess } from "./preprocess/preprocess.js";
import { guardStack } from "./stack-guard.js";

/** Options of {@link preprocessModule}. */
export interface PreprocessModuleOptions {
  filename: string;
  /** 0; 1: `__debug__` is false; 2: no docstrings either. */
  optimize: 0 | 1 | 2;
  /** `PyCF_*` and future flags. */
  flags: number;
  /** Whether expressions are optimised too (`PyCF_OPTIMIZED_AST`). */
  optimizeExpressions: boolean;
  /** The source, for the text of errors. */
  source?: string;
}

/**
 * Does to a tree, in place, what `ast.parse` and `compile` with `PyCF_ONLY_AST` or `PyCF_OPTIMIZED_AST` do before they
 * return it; they never warn. `compileModule` does it by itself.
 * Follows `_PyCompile_AstPreprocess` (`Python/compile.c`). Throws `CompileError`: SyntaxError for a bad
 * `from __future__` import, RecursionError for a tree that is nested too deeply.
 */
export function preprocessModule(module: mod, options: PreprocessModuleOptions): void {
  const diagnostics = new Diagnostics(options.filename, options.source);
  const { features } = readFuture(module, options.flags, diagnostics);
  const keepExpressions = !options.optimizeExpressions;
  const settings = { optimize: options.optimize, features, keepExpressions };
  guardStack(options.filename, () => preprocess(module, diagnostics, settings));
}
