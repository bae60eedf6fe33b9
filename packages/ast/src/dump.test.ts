import { describe, expect, it } from "vitest";
import { build, dump, type Node } from "./index.js";

const at = [1, 0, 1, 5] as const;
const call = build.Call(
  build.Name("f", "Load", ...at),
  [build.Constant("a'b", null, ...at), build.Starred(build.Name("c", "Load", ...at), "Load", ...at)],
  [],
  ...at,
);

// Expected texts are those of CPython 3.14's ast.dump.
describe("dump", () => {
  it("leaves out empty lists and absent fields", () => {
    expect(dump(call)).toBe(
      `Call(func=Name(id='f', ctx=Load()), args=[Constant(value="a'b"), Starred(value=Name(id='c', ctx=Load()), ctx=Load())])`,
    );
  });
  it("shows them when asked", () => {
    expect(dump(build.Call(build.Name("f", "Load", ...at), [], [], ...at), { showEmpty: true })).toBe(
      "Call(func=Name(id='f', ctx=Load()), args=[], keywords=[])",
    );
  });
  it("writes positions", () => {
    expect(dump(build.Pass(...at), { includeAttributes: true })).toBe(
      "Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=5)",
    );
  });
  it("indents", () => {
    expect(dump(build.Module([build.Expr(call, ...at)], []), { indent: 2 })).toBe(
      [
        "Module(",
        "  body=[",
        "    Expr(",
        "      value=Call(",
        "        func=Name(id='f', ctx=Load()),",
        "        args=[",
        `          Constant(value="a'b"),`,
        "          Starred(",
        "            value=Name(id='c', ctx=Load()),",
        "            ctx=Load())]))])",
      ].join("\n"),
    );
  });
  it("leaves out names of fields as long as the order tells them", () => {
    expect(dump(call, { annotateFields: false })).toBe(
      `Call(Name('f', Load()), [Constant("a'b"), Starred(Name('c', Load()), Load())])`,
    );
    expect(dump(build.Return(null, ...at), { annotateFields: false })).toBe("Return()");
    const raise = build.Raise(null, build.Name("x", "Load", ...at), ...at);
    expect(dump(raise, { annotateFields: false })).toBe("Raise(cause=Name('x', Load()))");
  });
  it("knows the None of a mapping's key from an absent field", () => {
    const dict: Node = build.Dict([null], [build.Name("a", "Load", ...at)], ...at);
    expect(dump(dict)).toBe("Dict(keys=[None], values=[Name(id='a', ctx=Load())])");
    expect(dump(build.Constant(null, null, ...at))).toBe("Constant(value=None)");
  });
});
