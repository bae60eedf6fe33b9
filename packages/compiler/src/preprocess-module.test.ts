import { build, dump, type expr } from "@adder/ast";
import { expect, test } from "vitest";
import { preprocessModule } from "./preprocess-module.js";

const at = [1, 0, 1, 1] as const;

/** `"doc"`, then `__debug__`, as `ast.parse` shows them. */
function preprocessed(optimize: 0 | 1 | 2, optimizeExpressions: boolean): string {
  const values: expr[] = [build.Constant("doc", null, ...at), build.Name("__debug__", "Load", ...at)];
  const module = build.Module(
    values.map((value) => build.Expr(value, ...at)),
    [],
  );
  preprocessModule(module, { filename: "s.py", optimize, flags: 0, optimizeExpressions });
  return module.body.map((node) => dump(node)).join(" ");
}

const docstring = "Expr(value=Constant(value='doc'))";

test("compile(..., PyCF_ONLY_AST, optimize=2) only drops docstrings", () => {
  expect(preprocessed(2, false)).toBe("Expr(value=Name(id='__debug__', ctx=Load()))");
});

test("compile(..., PyCF_OPTIMIZED_AST, optimize=1) replaces __debug__", () => {
  expect(preprocessed(1, true)).toBe(`${docstring} Expr(value=Constant(value=False))`);
});

test("ast.parse changes nothing", () => {
  expect(preprocessed(0, false)).toBe(`${docstring} Expr(value=Name(id='__debug__', ctx=Load()))`);
});
