import type { ModuleSpec } from "@adder/objects";
import { AstClasses } from "./classes.js";

/** `_ast` (CPython Python/Python-ast.c): the classes of syntax trees. */
export const astModule: ModuleSpec = {
  name: "_ast",
  attributes: {
    PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000,
    PyCF_ONLY_AST: 0x400,
    PyCF_TYPE_COMMENTS: 0x1000,
    PyCF_OPTIMIZED_AST: 0x8400,
  },
  exec(ts, set) {
    for (const [name, cls] of AstClasses.of(ts).entries()) set(name, cls);
    return true;
  },
};
