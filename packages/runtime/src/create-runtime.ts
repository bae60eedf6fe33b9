import type { Specializer, TierCompiler } from "@adder/frames";
import { type Frontend, type Host, Interpreter, PyDict, ThreadState } from "@adder/objects";
import { initBuiltins } from "./builtins/module.js";
import { RuntimeEvaluator } from "./evaluator.js";
import { readBuiltins } from "./interpreter/common-constants.js";
import { type AstPort, useAst } from "./ports/ast.js";
import type { Importer } from "./ports/importer.js";
import { type TypingPort, useTyping } from "./ports/typing.js";
import { readyRuntimeTypes } from "./ready.js";

/** What an interpreter is made of. */
export interface RuntimeOptions {
  readonly host: Host;
  readonly frontend: Frontend;
  readonly importer: Importer;
  /** Who specialises instructions; nobody when absent. */
  readonly specializer?: Specializer;
  /** Who is offered hot code; nobody when absent. */
  readonly compiler?: TierCompiler;
  readonly typing?: TypingPort;
  readonly ast?: AstPort;
}

/** An interpreter and its first thread. */
export interface Runtime {
  readonly interp: Interpreter;
  readonly ts: ThreadState;
}

/**
 * Makes an interpreter: built-ins are there, `sys.modules` holds nothing but `builtins`. The import system brings
 * `sys` and everything else (see `../import`).
 */
export function createRuntime(options: RuntimeOptions): Runtime {
  readyRuntimeTypes();
  const evaluator = new RuntimeEvaluator(options.importer, options.specializer, options.compiler);
  const interp = new Interpreter(options.host, evaluator, options.frontend, new PyDict(), new PyDict());
  const ts = new ThreadState(interp);
  initBuiltins(ts);
  readBuiltins(ts);
  if (options.typing !== undefined) useTyping(interp, options.typing);
  if (options.ast !== undefined) useAst(interp, options.ast);
  return { interp, ts };
}
