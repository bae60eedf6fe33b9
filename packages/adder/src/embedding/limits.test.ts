import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { Interpreter, type InterruptBuffer, PythonError, StepLimitError } from "../index.js";

const library = fileURLToPath(new URL("../../../stdlib/dist/lib", import.meta.url));

describe("the step limit", () => {
  const python = new Interpreter({ library, stepLimit: 100_000 });
  python.run("import itertools, re, collections, functools");

  const endless = {
    "a loop": "while True: pass",
    "a comprehension": "[0 for x in iter(int, 1)]",
    "recursion that goes on elsewhere":
      "def f():\n  while True:\n    try: f()\n    except RecursionError: pass\nf()",
    "a generator": "def g():\n  while True: yield\nfor x in g(): pass",
    "calls from native code": "list(map(lambda x: x, itertools.count()))",
    "short calls from native code":
      "sorted(range(100_000), key=lambda x: -x) and 0; sorted(range(200_000), key=abs)\nmax(map(lambda x: 0, itertools.count()))",
    "native code alone": "sum(itertools.count())",
    "a native iterator over a native function": "list(iter(int, 1))",
    "a search in an iterator": "-1 in itertools.count()",
    "any()": "any(itertools.repeat(0))",
    "a deque of an endless iterator": "collections.deque(itertools.count(), maxlen=0)",
    "reduce()": "functools.reduce(max, itertools.count())",
    "an iterator that skips": "next(itertools.filterfalse(lambda x: True, itertools.repeat(1)))",
    unpacking: "[*itertools.count()]",
    "a regular expression": "re.match(r'(a+)+$', 'a' * 40 + 'b')",
    "a long power": "for i in range(10**9): pow(3, 2**3000, 10**50 + 9)",
  };
  for (const [what, source] of Object.entries(endless)) {
    test(`ends ${what}`, () => {
      expect(() => python.run(source)).toThrow(StepLimitError);
      expect(python.evaluate("1 + 1")).toBe(2);
    });
  }

  test("cannot be caught, and nothing is executed on the way out", () => {
    python.run("seen = []");
    const source = `
import contextlib
@contextlib.contextmanager
def watched():
    try: yield
    finally: seen.append("with")
def generate():
    try:
        while True: yield
    except BaseException: seen.append("generator")
try:
    with watched():
        for x in generate():
            pass
except BaseException:
    seen.append("except")
finally:
    seen.append("finally")
`;
    expect(() => python.run(source)).toThrow(StepLimitError);
    expect(python.get("seen")).toEqual([]);
  });

  test("leaves nothing of the program behind", () => {
    const handling = "try: 1/0\nexcept ZeroDivisionError:\n  while True: pass";
    expect(() => python.run(handling)).toThrow(StepLimitError);
    python.run("import sys; left = (sys.exception(), sys._getframe().f_back)");
    expect(python.get("left")).toEqual([null, null]);
  });

  test("tells where the program was", () => {
    try {
      python.run("x = 1\nwhile True:\n    pass\n", "endless.py");
    } catch (error) {
      expect(error).toBeInstanceOf(StepLimitError);
      expect(error).toMatchObject({ limit: 100_000, place: { filename: "endless.py" } });
      expect((error as Error).message).toMatch(/^the program has taken more than 100000 steps, at line [23]/);
      return;
    }
    expect.unreachable();
  });

  test("is counted anew for each call from outside, but not for calls on the way", () => {
    python.run("def work():\n  for i in range(60_000): pass");
    for (let i = 0; i < 4; i++) python.call("work");
    python.set("again", () => python.call("work"));
    expect(() => python.run("for i in range(10): again()")).toThrow(StepLimitError);
  });

  test("is not there unless asked for", () => {
    const free = new Interpreter({ library });
    free.run("for i in range(300_000): pass");
  });
});

/** Sets the flag from another thread after some milliseconds. */
function interruptLater(buffer: InterruptBuffer, after: number): Promise<number> {
  const code = `
const { workerData } = require("node:worker_threads");
setTimeout(() => Atomics.store(new Int32Array(workerData.buffer), 0, 1), workerData.after);
`;
  const worker = new Worker(code, { eval: true, workerData: { buffer, after } });
  return new Promise((resolve) => worker.on("exit", resolve));
}

describe("an interrupt", () => {
  const interrupted = async (source: string): Promise<Interpreter> => {
    const python = new Interpreter({ library });
    const done = interruptLater(python.interruptBuffer, 100);
    let caught: unknown;
    try {
      python.run(source);
    } catch (error) {
      caught = error;
    }
    await done;
    expect(caught).toBeInstanceOf(PythonError);
    expect((caught as PythonError).type).toBe("KeyboardInterrupt");
    return python;
  };

  test("from another thread ends a loop", async () => {
    const python = await interrupted("while True: pass");
    expect(python.evaluate("1 + 1")).toBe(2);
  });

  test("ends native loops, too", async () => {
    await interrupted("import itertools\nsum(itertools.count())");
  });

  test("ends a sleep", async () => {
    await interrupted("import time\ntime.sleep(60)");
  });

  test("can be caught, and finally blocks are executed", async () => {
    const python = new Interpreter({ library });
    const done = interruptLater(python.interruptBuffer, 50);
    python.run(`
seen = []
try:
    while True: pass
except KeyboardInterrupt:
    seen.append("caught")
finally:
    seen.append("finally")
`);
    await done;
    expect(python.get("seen")).toEqual(["caught", "finally"]);
  });

  test("calls the handler of SIGINT that the program has set", () => {
    const python = new Interpreter({ library });
    python.set("stop", () => python.interrupt());
    python.run(`
import signal
seen = []
signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
stop()
for i in range(1000): pass
`);
    expect(python.get("seen")).toEqual([2]);
  });

  test("reaches all interpreters that look at the same memory only once", () => {
    const first = new Interpreter({ library });
    const second = new Interpreter({ library, interruptBuffer: first.interruptBuffer });
    first.interrupt();
    expect(() => second.run("while True: pass")).toThrow("KeyboardInterrupt");
    first.run("for i in range(10_000): pass");
  });
});

test("what a program has printed before it fails is not held back", () => {
  const lines: string[] = [];
  const python = new Interpreter({ library, stepLimit: 10_000, stdout: (text) => lines.push(text) });
  expect(() => python.run("print('one', end='')\n1/0")).toThrow(PythonError);
  expect(() => python.run("print('two', end='')\nwhile True: pass")).toThrow(StepLimitError);
  expect(lines.join(" ")).toBe("one two");
});
