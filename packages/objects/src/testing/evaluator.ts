import { InternalError, raise } from "../core/errors.js";
import type { Evaluator, Frontend } from "../ports/evaluator.js";
import { ModuleNotFoundErrorType } from "../types/exceptions/exception-types.js";

/** An evaluator for programs without Python code: everything that would run some is an {@link InternalError}. */
export function nullEvaluator(): Evaluator {
  return {
    callFunction() {
      throw new InternalError("the null evaluator runs no Python functions");
    },
    runCode() {
      throw new InternalError("the null evaluator runs no code");
    },
    importModule(ts, name) {
      return (
        ts.interp.modules.getStr(name) ?? raise(ts, ModuleNotFoundErrorType, `No module named '${name}'`)
      );
    },
    warn: () => true,
    unraisable(ts) {
      ts.pending = null;
    },
  };
}

/** A front end that understands nothing. */
export function nullFrontend(): Frontend {
  return {
    parse() {
      throw new InternalError("the null front end parses nothing");
    },
    preprocess() {
      throw new InternalError("the null front end has no trees");
    },
    compile() {
      throw new InternalError("the null front end compiles nothing");
    },
  };
}
