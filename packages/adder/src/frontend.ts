import type { mod } from "@adder/ast";
import type { CodeObject } from "@adder/bytecode";
import { compileModule } from "@adder/compiler";
import type { CompileOptions, Frontend } from "@adder/objects";
import { PythonSyntaxError, parseModule } from "@adder/parser";

/** `PyCF_*` flags of `compile()` that the parser obeys (CPython `Include/cpython/compile.h`). */
const DONT_IMPLY_DEDENT = 0x200;
const TYPE_COMMENTS = 0x1000;
const ALLOW_INCOMPLETE_INPUT = 0x4000;

/** Parser and compiler behind the runtime's port. */
export const frontend: Frontend = {
  parse(source: string | Uint8Array, options: CompileOptions): mod {
    const { filename, mode, flags, onWarning } = options;
    return parseModule(source, {
      filename,
      mode,
      typeComments: (flags & TYPE_COMMENTS) !== 0,
      dontImplyDedent: (flags & DONT_IMPLY_DEDENT) !== 0,
      allowIncomplete: (flags & ALLOW_INCOMPLETE_INPUT) !== 0,
      ...(onWarning && {
        onWarning(warning) {
          if (!onWarning(warning)) return;
          throw new PythonSyntaxError("SyntaxError", warning.message, filename, {
            lineno: warning.lineno,
            offset: warning.offset,
            endLineno: warning.lineno,
            endOffset: warning.offset,
            text: null,
          });
        },
      }),
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
