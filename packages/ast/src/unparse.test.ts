import { describe, expect, it } from "vitest";
import { build, type expr, unparse } from "./index.js";

const at = [1, 0, 1, 0] as const;
const name = (id: string) => build.Name(id, "Load", ...at);
const constant = (value: Parameters<typeof build.Constant>[0]) => build.Constant(value, null, ...at);
const field = (value: expr, spec: expr | null = null) => build.FormattedValue(value, -1, spec, ...at);

// Expected texts are those of CPython 3.14's ast.unparse.
describe("unparse", () => {
  it("adds only the parentheses that are needed", () => {
    const sum = build.BinOp(name("a"), "Add", name("b"), ...at);
    expect(unparse(build.BinOp(sum, "Mult", name("c"), ...at))).toBe("(a + b) * c");
    expect(unparse(build.BinOp(name("c"), "Add", sum, ...at))).toBe("c + (a + b)");
    expect(unparse(build.BinOp(sum, "Add", name("c"), ...at))).toBe("a + b + c");
    const power = build.BinOp(name("a"), "Pow", name("b"), ...at);
    expect(unparse(build.BinOp(power, "Pow", power, ...at))).toBe("(a ** b) ** a ** b");
    expect(unparse(build.UnaryOp("Not", build.UnaryOp("USub", power, ...at), ...at))).toBe("not -a ** b");
  });
  it("keeps integers apart from their attributes", () => {
    expect(unparse(build.Attribute(constant(3), "real", "Load", ...at))).toBe("3 .real");
    expect(unparse(build.Attribute(constant({ type: "float", value: 3 }), "real", "Load", ...at))).toBe(
      "3.0.real",
    );
  });
  it("writes infinities as literals that overflow", () => {
    expect(unparse(constant({ type: "float", value: Infinity }))).toBe("1e309");
    expect(unparse(constant({ type: "complex", real: 0, imag: Infinity }))).toBe("1e309j");
  });
  it("chooses the quotes of f-strings by what they contain", () => {
    expect(unparse(build.JoinedStr([constant("a"), field(name("x"))], ...at))).toBe("f'a{x}'");
    expect(unparse(build.JoinedStr([constant("it's "), field(constant("y"))], ...at))).toBe(
      "f\"it's {'y'}\"",
    );
    expect(unparse(build.JoinedStr([constant("{\n"), field(build.Dict([], [], ...at))], ...at))).toBe(
      "f'{{\\n{ {}}'",
    );
  });
  it("writes docstrings in triple quotes", () => {
    const body = [build.Expr(constant('a "b"\nc\\'), ...at), build.Pass(...at)];
    expect(unparse(build.Module(body, []))).toBe('"""a "b"\nc\\\\"""\npass');
  });
  it("turns nested ifs into elifs", () => {
    const inner = build.If(name("b"), [build.Pass(...at)], [build.Break(...at)], ...at);
    expect(unparse(build.If(name("a"), [build.Pass(...at)], [inner], ...at))).toBe(
      "if a:\n    pass\nelif b:\n    pass\nelse:\n    break",
    );
  });
  it("separates interactive statements by semicolons", () => {
    expect(unparse(build.Interactive([build.Pass(...at), build.Break(...at)]))).toBe("pass; break");
  });
});
