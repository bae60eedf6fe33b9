import { expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

test("linecache knows the lines of -c, and so does inspect", async () => {
  const source = "import inspect\ndef f():\n    return 1\nprint(inspect.getsource(f), end='')";
  const { stdout, code } = await runAdder(["-c", source]);
  expect([stdout, code]).toEqual(["def f():\n    return 1\n", 0]);
});
