import type { ImportFrom, mod, stmt } from "@adder/ast";
import { CodeFlags } from "@adder/bytecode";
import type { Diagnostics, SourceRange } from "./errors.js";

/** Compiler flags (`PyCF_*`, CPython `Include/cpython/compile.h`); the future flags are those of code objects. */
export const PyCF = {
  FUTURE_ANNOTATIONS: CodeFlags.FUTURE_ANNOTATIONS,
  FUTURE_BARRY_AS_BDFL: CodeFlags.FUTURE_BARRY_AS_BDFL,
  ALLOW_TOP_LEVEL_AWAIT: 0x2000,
} as const;

/** Bits of the flags that a code object inherits from its module (CPython's `PyCF_MASK`). */
export const PYCF_MASK =
  CodeFlags.FUTURE_DIVISION |
  CodeFlags.FUTURE_ABSOLUTE_IMPORT |
  CodeFlags.FUTURE_WITH_STATEMENT |
  CodeFlags.FUTURE_PRINT_FUNCTION |
  CodeFlags.FUTURE_UNICODE_LITERALS |
  CodeFlags.FUTURE_BARRY_AS_BDFL |
  CodeFlags.FUTURE_GENERATOR_STOP |
  CodeFlags.FUTURE_ANNOTATIONS;

/** The `from __future__` imports of a module together with the flags that the caller gave. */
export interface Future {
  readonly features: number;
  /** The last `from __future__` import of the head of the file; one that comes later is an error. */
  readonly last: SourceRange;
}

/** Features that are known; all but two are always on, and change nothing. */
const FEATURES: Readonly<Record<string, number>> = {
  nested_scopes: 0,
  generators: 0,
  division: 0,
  absolute_import: 0,
  with_statement: 0,
  print_function: 0,
  unicode_literals: 0,
  barry_as_FLUFL: CodeFlags.FUTURE_BARRY_AS_BDFL,
  generator_stop: 0,
  annotations: CodeFlags.FUTURE_ANNOTATIONS,
};

function featuresOf(node: ImportFrom, diagnostics: Diagnostics): number {
  let features = 0;
  for (const alias of node.names) {
    if (alias.name === "braces") throw diagnostics.earlyError("not a chance", alias);
    if (!Object.hasOwn(FEATURES, alias.name)) {
      throw diagnostics.earlyError(`future feature ${alias.name} is not defined`, alias);
    }
    features |= FEATURES[alias.name];
  }
  return features;
}

function isDocstring(node: stmt): boolean {
  if (node.nodeType !== "Expr" || node.value.nodeType !== "Constant") return false;
  const value = node.value.value;
  return typeof value === "string" || (typeof value === "object" && value !== null && value.type === "str");
}

/**
 * Reads the `from __future__` imports at the head of a module, behind at most a docstring.
 * Follows `_PyFuture_FromAST` (`Python/future.c`). Throws SyntaxError for a feature that does not exist.
 */
export function readFuture(module: mod, flags: number, diagnostics: Diagnostics): Future {
  let features = flags;
  let last: SourceRange = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };
  if (module.nodeType === "Module" || module.nodeType === "Interactive") {
    const body = module.body;
    const first = body.length > 0 && isDocstring(body[0]) ? 1 : 0;
    for (let i = first; i < body.length; i++) {
      const node = body[i];
      if (node.nodeType !== "ImportFrom" || node.module !== "__future__" || node.level) break;
      features |= featuresOf(node, diagnostics);
      last = node;
    }
  }
  return { features, last };
}
