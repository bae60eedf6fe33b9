import { expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

test("without debug ranges, code knows lines only and tracebacks have no marks", async () => {
  const source = "def f():\n  return 1 / 0\nprint({p[2:] for p in f.__code__.co_positions()})\nf()";
  const { stdout, stderr } = await runAdder(["-X", "no_debug_ranges", "-c", source]);
  expect(stdout).toBe("{(None, None)}\n");
  expect(stderr).toBe(
    'Traceback (most recent call last):\n  File "<string>", line 4, in <module>\n    f()\n' +
      '  File "<string>", line 2, in f\n    return 1 / 0\nZeroDivisionError: division by zero\n',
  );
});
