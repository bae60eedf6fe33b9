import { expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

test.each([
  ["None", "", 0],
  ["3", "", 3],
  ["257", "", 1],
  ["-1", "", 255],
  ["-2**70", "", 255],
  ["'message'", "message\n", 1],
  ["(1, 2)", "(1, 2)\n", 1],
  ["object", "<class 'object'>\n", 1],
])("sys.exit(%s)", async (argument, stderr, code) => {
  const source = `import sys; print('x', end=''); sys.exit(${argument})`;
  expect(await runAdder(["-c", source])).toEqual({ stdout: "x", stderr, code });
});

test("KeyboardInterrupt is 130", async () => {
  expect(await runAdder(["-c", "raise KeyboardInterrupt"])).toEqual({
    stdout: "",
    stderr:
      'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n    raise KeyboardInterrupt\n' +
      "KeyboardInterrupt\n",
    code: 130,
  });
});

test("os._exit ends at once: nothing is flushed", async () => {
  const { stdout, code } = await runAdder(["-c", "import os; print('lost'); os._exit(7)"]);
  expect([stdout, code]).toEqual(["", 7]);
});

test("exit functions run in reverse, after the traceback", async () => {
  const { stdout, code } = await runAdder([
    "-c",
    "import atexit\natexit.register(print, 1)\natexit.register(print, 2)\nprint(0)\n1/0",
  ]);
  expect([stdout, code]).toEqual(["0\n2\n1\n", 1]);
});

test("an excepthook that fails shows both exceptions", async () => {
  const { stderr, code } = await runAdder(["-c", "import sys\nsys.excepthook = None\n1/0"]);
  expect(stderr).toBe(
    "Error in sys.excepthook:\nTypeError: 'NoneType' object is not callable\n\n" +
      "Original exception was:\nTraceback (most recent call last):\n" +
      '  File "<string>", line 3, in <module>\n    1/0\n    ~^~\nZeroDivisionError: division by zero\n',
  );
  expect(code).toBe(1);
});

test("the attribute code of a subclass of SystemExit counts", async () => {
  const { stderr, code } = await runAdder(["-c", "class E(SystemExit): code = 9\nraise E"]);
  expect([stderr, code]).toEqual(["", 9]);
});

test("finalisers that run at the end know that it is the end", async () => {
  const source =
    "import atexit, sys\nclass C:\n  def __del__(self, show=print, asked=sys.is_finalizing): show(asked())\n" +
    "c = C()\natexit.register(lambda: print(sys.is_finalizing()))";
  expect((await runAdder(["-c", source])).stdout).toBe("False\nTrue\n");
});
