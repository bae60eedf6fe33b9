import { fileURLToPath } from "node:url";
import { JitCompiler } from "@adder/jit";
import { templates } from "@adder/runtime/templates";
import { afterEach, expect, test, vi } from "vitest";
import { Interpreter, StepLimitError } from "../index.js";

const library = fileURLToPath(new URL("../../../stdlib/dist/lib", import.meta.url));

afterEach(() => vi.unstubAllGlobals());

/** Runs a program with hot code compiled early: what it printed, and the functions that were compiled. */
function run(program: string, threshold = 1_000): { lines: string; compiled: string[] } {
  const compiled: string[] = [];
  const compiler = new JitCompiler(templates, {
    threshold,
    onCompile: (code) => compiled.push(code.code.qualname),
  });
  let lines = "";
  const python = new Interpreter({ library, tiers: { compiler }, stdout: (text) => (lines += text) });
  python.run(program);
  return { lines, compiled };
}

test("hot functions, loops and generators are compiled, and others not", () => {
  const { compiled, lines } = run(`
def squares(n):
    for i in range(n):
        yield i * i
def double(x):
    return x + x
def loop(n):
    total = 0
    for i in range(n):
        total += double(i)
    return total
def cold():
    return 1
print(loop(30_000), sum(squares(30_000)), cold())
`);
  expect(lines).toBe("899970000 8999550005000 1\n");
  expect(new Set(compiled)).toEqual(new Set(["squares", "double", "loop"]));
});

test("a variable that is changed from outside is seen behind the call", () => {
  const { compiled, lines } = run(`
import sys
def change(frame, i):
    if i == 15_000:
        frame.f_locals["total"] = -1
def loop(frame_of):
    total = 0
    for i in range(20_000):
        change(frame_of(), i)
        total += 1
    return total
print(loop(sys._getframe))
`);
  expect(compiled).toContain("loop");
  expect(lines).toBe("4999\n");
});

test("Python recurses as deep as its own limit says", () => {
  const { compiled, lines } = run(`
import sys
sys.setrecursionlimit(200_000)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
for _ in range(2_000): depth(20)
print(depth(150_000))
sys.setrecursionlimit(500)
try:
    depth(1_000)
except RecursionError as error:
    print(error)
`);
  expect(compiled).toContain("depth");
  expect(lines).toBe("150000\nmaximum recursion depth exceeded\n");
});

test("exceptions find their handlers, and tracebacks their lines", () => {
  const { compiled, lines } = run(`
import traceback
def check(i):
    if i % 5_000 == 4_999:
        raise ValueError(i)
    return i
def loop():
    caught = []
    for i in range(20_000):
        try:
            check(i)
        except ValueError as error:
            caught.append((error.args[0], [entry.lineno for entry in traceback.extract_tb(error.__traceback__)]))
    return caught
print(loop())
`);
  expect(compiled).toContain("check");
  expect(lines).toBe("[(4999, [11, 5]), (9999, [11, 5]), (14999, [11, 5]), (19999, [11, 5])]\n");
});

test("code that guesses wrong is compiled again on what was learned since", () => {
  const { compiled, lines } = run(`
def add(a, b):
    return a + b
total = 0
for i in range(20_000): total = add(total, 1)
text = ""
for i in range(20_000): text = add(text, "x")
print(total, len(text))
`);
  expect(compiled.filter((name) => name === "add").length).toBeGreaterThan(1);
  expect(lines).toBe("20000 20000\n");
});

test("a loop that is compiled is bounded by the step limit", () => {
  const python = new Interpreter({ library, stepLimit: 3_000_000 });
  expect(() => python.run("i = 0\ndef f():\n    i = 0\n    while True: i += 1\nf()")).toThrow(StepLimitError);
  expect(python.evaluate("i")).toBe(0);
});

test("where code from text is forbidden everything is interpreted", () => {
  const forbid = (): never => {
    throw new EvalError("Code generation from strings disallowed for this context");
  };
  const { Function: real } = globalThis;
  let forbidden = 0;
  vi.stubGlobal(
    "Function",
    new Proxy(real, {
      construct: (target, args) => {
        if (!String(args.at(-1)).includes("$scope")) return new target(...args);
        forbidden++;
        return forbid();
      },
    }),
  );
  const { lines } = run(
    "def f(n):\n    t = 0\n    for i in range(n): t += i\n    return t\nprint(f(30_000))",
  );
  expect(forbidden).toBeGreaterThan(0);
  expect(lines).toBe("449985000\n");
});
