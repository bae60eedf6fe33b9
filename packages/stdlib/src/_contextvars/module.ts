import type { ModuleSpec } from "@adder/objects";
import { currentContext } from "./context.js";
import { ContextType } from "./context-type.js";
import { ContextVarType, TokenType } from "./context-var.js";

/** `_contextvars` (PEP 567, CPython `Python/context.c`). */
export const contextvarsModule: ModuleSpec = {
  name: "_contextvars",
  doc: "Context Variables",
  types: [ContextType, ContextVarType, TokenType],
  functions: [
    ["copy_context", "($module, /)", (ts) => currentContext(ts).copy(), "A copy of the current context."],
  ],
};
