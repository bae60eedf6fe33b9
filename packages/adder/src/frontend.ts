import type { mod } from "@adder/ast";
import type { CodeObject } from "@adder/bytecode";
import { compileModule, preprocessModule } from "@adder/compiler";
import type { CompileOptions, Frontend } from "@adder/objects";
import { PythonSyntaxError, parseModule } from "@adder/parser";
import { withoutColumns } from "./without-columns.js";

/** `PyCF_*` flags of `compile()` that the parser obeys (CPython `Include/cpython/compile.h`). */
const DONT_IMPLY_DEDENT = 0x200;
const TYPE_COMMENTS = 0x1000;
const ALLOW_INCOMPLETE_INPUT = 0x4000;
const OPTIMIZED_AST = 0x8400;

/** Parser and compiler behind the runtime's port. */
export const frontend: Frontend = {
  parse(source: string | Uint8Array, options: CompileOptions): mod {
    const { filename, mode, flags, onWarning, featureVersion, maxIntDigits, characterNames, decoder } =
      options;
    return parseModule(source, {
      filename,
      mode,
      typeComments: (flags & TYPE_COMMENTS) !== 0,
      dontImplyDedent: (flags & DONT_IMPLY_DEDENT) !== 0,
      allowIncomplete: (flags & ALLOW_INCOMPLETE_INPUT) !== 0,
      ...(featureVersion !== undefined && { featureVersion }),
      ...(maxIntDigits !== undefined && { maxIntDigits }),
      ...(characterNames && { characterNames }),
      ...(decoder && { decoder }),
      ...(onWarning && {
        onWarning(warning) {
          if (!onWarning(warning)) return;
          const { error, lineno } = warning;
          throw new PythonSyntaxError("SyntaxError", error.message, filename, {
            lineno,
            offset: error.offset,
            endLineno: lineno,
            endOffset: error.endOffset,
            text: error.text,
          });
        },
      }),
    });
  },
  preprocess(module: mod, options: CompileOptions, source: string | null): void {
    const { filename, optimize, flags } = options;
    preprocessModule(module, {
      filename,
      optimize,
      flags,
      optimizeExpressions: (flags & OPTIMIZED_AST) === OPTIMIZED_AST,
      ...(source !== null && { source }),
    });
  },
  compile(module: mod, options: CompileOptions, source: string | null): CodeObject {
    const { filename, mode, optimize, flags, onWarning } = options;
    return compileModule(module, {
      filename,
      mode: mode === "func_type" ? "eval" : mode,
      optimize,
      flags,
      ...(source !== null && { source }),
      ...(onWarning && {
        onWarning: (warning) =>
          onWarning({
            category: "SyntaxWarning",
            message: warning.message,
            filename: warning.filename,
            lineno: warning.lineno,
          }),
      }),
    });
  },
};

/** The same for `-X no_debug_ranges`. */
export const frontendWithoutColumns: Frontend = {
  ...frontend,
  compile: (module, options, source) => withoutColumns(frontend.compile(module, options, source)),
};
