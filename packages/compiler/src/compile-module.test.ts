import { build, type expr, type mod, type stmt } from "@adder/ast";
import { CodeFlags, CodeObject } from "@adder/bytecode";
import { describe, expect, test } from "vitest";
import { buildSymbolTable } from "./build-symbol-table.js";
import { type CompileOptions, compileModule } from "./compile-module.js";
import { CompileError, type CompileWarning } from "./errors.js";

const at = [1, 0, 1, 1] as const;
const name = (id: string) => build.Name(id, "Load", ...at);
const statement = (value: expr) => build.Expr(value, ...at);
const module = (...body: stmt[]) => build.Module(body, []);

function compile(tree: mod, options: Partial<CompileOptions> = {}) {
  return compileModule(tree, { filename: "s.py", mode: "exec", optimize: 0, flags: 0, ...options });
}

function errorOf(run: () => unknown): CompileError {
  try {
    run();
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  throw new TypeError("nothing was thrown");
}

describe("errors", () => {
  const broken = () => module(build.Return(null, 2, 3, 2, 9));

  test("say what is wrong and where, columns in bytes from 1", () => {
    const { type, message, filename, lineno, offset, endLineno, endOffset } = errorOf(() =>
      compile(broken()),
    );
    expect({ type, message, filename, lineno, offset, endLineno, endOffset }).toEqual({
      type: "SyntaxError",
      message: "'return' outside function",
      filename: "s.py",
      lineno: 2,
      offset: 4,
      endLineno: 2,
      endOffset: 10,
    });
  });

  test("show the line where the source is known", () => {
    expect(errorOf(() => compile(broken())).text).toBeNull();
    expect(errorOf(() => compile(broken(), { source: "x\n   return\ny" })).text).toBe("   return\n");
    expect(errorOf(() => compile(broken(), { source: "x\r\n   return" })).text).toBe("   return");
  });

  test.each([
    ["calls", (inner: expr) => build.Call(inner, [], [], ...at)],
    ["operators to the right", (inner: expr) => build.BinOp(name("x"), "Pow", inner, ...at)],
    ["lists", (inner: expr) => build.List([inner], "Load", ...at)],
  ])("tell of %s that are nested too deeply", (_what, wrap) => {
    let node: expr = name("x");
    for (let i = 0; i < 100_000; i++) node = wrap(node);
    const { type, message, lineno } = errorOf(() => compile(module(statement(node))));
    expect(errorOf(() => buildSymbolTable(module(statement(node)), { filename: "s.py" })).type).toBe(type);
    expect({ type, message, lineno }).toEqual({
      type: "RecursionError",
      message: "maximum recursion depth exceeded during compilation",
      lineno: null,
    });
  });
});

describe("warnings", () => {
  const suspicious = () =>
    module(statement(build.Compare(name("x"), ["Is"], [build.Constant(1, null, ...at)], 3, 4, 3, 10)));

  test("go to the sink", () => {
    const warnings: CompileWarning[] = [];
    compile(suspicious(), {
      onWarning(warning) {
        warnings.push(warning);
        return false;
      },
    });
    expect(warnings).toEqual([
      {
        type: "SyntaxWarning",
        message: `"is" with 'int' literal. Did you mean "=="?`,
        filename: "s.py",
        lineno: 3,
        offset: 5,
        endLineno: 3,
        endOffset: 11,
      },
    ]);
  });

  test("become errors where the sink says so", () => {
    const error = errorOf(() => compile(suspicious(), { onWarning: () => true }));
    expect([error.type, error.message, error.lineno]).toEqual([
      "SyntaxError",
      `"is" with 'int' literal. Did you mean "=="?`,
      3,
    ]);
  });
});

describe("flags", () => {
  const awaiting = () => module(statement(build.Await(name("x"), ...at)));

  test("await may stand at the top where that is allowed, and makes a coroutine of the module", () => {
    expect(errorOf(() => compile(awaiting())).message).toBe("'await' outside function");
    expect(compile(awaiting(), { flags: 0x2000 }).flags).toBe(CodeFlags.COROUTINE);
  });

  test("future features are inherited from the caller", () => {
    expect(compile(module(), { flags: CodeFlags.FUTURE_ANNOTATIONS }).flags).toBe(
      CodeFlags.FUTURE_ANNOTATIONS,
    );
  });
});

test("optimize 2 leaves no docstring", () => {
  const docstring = () => module(statement(build.Constant("doc", null, ...at)));
  expect(compile(docstring()).names).toEqual(["__doc__"]);
  expect(compile(docstring(), { optimize: 2 }).names).toEqual([]);
});

test("optimize 1 leaves no assertion", () => {
  const assertion = () => module(build.Assert(name("x"), null, ...at));
  expect(compile(assertion()).names).toEqual(["x"]);
  expect(compile(assertion(), { optimize: 1 }).names).toEqual([]);
});

test("code that can't be assembled because the stack ends can be assembled later", () => {
  const arg = (n: string) => build.arg(n, null, null, ...at);
  const argumentsOf = (...args: string[]) => build.arguments([], args.map(arg), null, [], [], null, []);
  const sum = (n: number): expr =>
    n === 0 ? name("a") : build.BinOp(sum(n - 1), "Add", build.Constant(n, null, ...at), ...at);
  const source = () =>
    module(
      ...Array.from({ length: 300 }, (_, i) =>
        build.FunctionDef(
          `f${i}`,
          argumentsOf("a", "b"),
          [
            build.If(
              build.Compare(name("a"), ["Lt"], [name("b")], ...at),
              [statement(sum(i % 7))],
              [],
              ...at,
            ),
            build.Return(sum(3), ...at),
          ],
          [],
          null,
          null,
          [],
          ...at,
        ),
      ),
    );
  const functionsOf = (code: CodeObject) => code.consts.filter((each) => each instanceof CodeObject);
  const expected = functionsOf(compile(source()));
  const functions = functionsOf(compile(source()));
  const failed = new Set<CodeObject>();
  let next = 0;
  const descend = (): void => {
    try {
      descend();
    } catch {
      // The stack has ended: each call on the way back has a little more of it.
    }
    if (next === functions.length) return;
    const code = functions[next];
    try {
      expect(code.code.length).toBeGreaterThan(0);
      next++;
    } catch {
      failed.add(code);
      if (failed.size < 40 && next + 1 < functions.length) next++;
    }
  };
  descend();
  expect(failed.size).toBeGreaterThan(20);
  for (const [i, code] of functions.entries()) {
    expect([...code.code]).toEqual([...expected[i].code]);
    expect([...code.linetable]).toEqual([...expected[i].linetable]);
  }
});
