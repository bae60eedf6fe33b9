import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { Interpreter, MemoryHost, PythonError, type PythonObject } from "../index.js";

const library = fileURLToPath(new URL("../../../stdlib/dist/lib", import.meta.url));
let py: Interpreter;

beforeAll(() => {
  py = new Interpreter({ library });
});

test("evaluates an expression", () => {
  expect(py.evaluate("1 + 1")).toBe(2);
  expect(py.evaluate("2 ** 64")).toBe(18446744073709551616n);
  expect(py.evaluate("1.5")).toBe(1.5);
  expect(py.evaluate("None")).toBe(null);
  expect(py.evaluate("'😀'")).toBe("😀");
  expect(py.evaluate("[1, (2, 'a')]")).toEqual([1, [2, "a"]]);
  expect(py.evaluate("{'a': {1, 2}}")).toEqual(new Map([["a", new Set([1, 2])]]));
  expect(py.evaluate("b'ab'")).toEqual(Uint8Array.of(97, 98));
});

test("runs statements and calls functions", () => {
  py.run("def add(a, b=2):\n    return a + b\n");
  expect(py.call("add", 1)).toBe(3);
  const add = py.get("add") as PythonObject;
  expect(add.callWith([1], { b: 5 })).toBe(6);
});

test("passes values into Python", () => {
  py.set("data", { a: [1, 2.5, "x", null, true], f: (x: number) => x * 2 });
  expect(py.evaluate("repr(data['a'])")).toBe("[1, 2.5, 'x', None, True]");
  expect(py.evaluate("data['f'](21)")).toBe(42);
});

test("a Python exception arrives as one typed error", () => {
  let caught: unknown;
  try {
    py.run("def f():\n    raise ValueError('no')\nf()\n");
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(PythonError);
  const error = caught as PythonError;
  expect(error.type).toBe("ValueError");
  expect(error.message).toBe("ValueError: no");
  expect(error.traceback).toContain("  File \"<string>\", line 2, in f\n    raise ValueError('no')\n");
});

test("a host that prints an uncaught error does not print the interpreter", () => {
  expect(() => py.run("1 / 0")).toThrow(
    expect.toSatisfy((error: PythonError) => Object.keys(error).every((key) => key !== "exception")),
  );
});

test("captures output and feeds input", () => {
  let out = "";
  const other = new Interpreter({ library, stdout: (text) => (out += text), stdin: "first\nsecond\n" });
  other.run("print(input().upper(), input())");
  expect(out).toBe("FIRST second\n");
});

test("interpreters share nothing", () => {
  const a = new Interpreter({ library });
  const b = new Interpreter({ library });
  a.run("x = 1\nimport sys\nsys.flag = 1\nclass C: pass\n");
  expect(b.evaluate("'x' in globals()")).toBe(false);
  b.run("import sys");
  expect(b.evaluate("hasattr(sys, 'flag')")).toBe(false);
  expect(b.evaluate("len([c for c in object.__subclasses__() if c.__name__ == 'C'])")).toBe(0);
});

test("a host object gives files in memory", () => {
  const host = new MemoryHost({ files: { "/data/a.txt": "hello\n" } });
  const sandbox = new Interpreter({ host, library: "/lib" });
  sandbox.run("import _io\nwith _io.open('/data/a.txt') as f:\n    text = f.read()\n");
  expect(sandbox.get("text")).toBe("hello\n");
});

test("Python objects can be used from JavaScript", () => {
  py.run(
    "class P:\n    def __init__(self, x):\n        self.x = x\n    def __iter__(self):\n        return iter([self.x])\n",
  );
  const P = py.get("P") as PythonObject;
  const p = P.call(3) as PythonObject;
  expect(p.type).toBe("P");
  expect(p.get("x")).toBe(3);
  p.set("x", 4);
  expect([...p]).toEqual([4]);
});
