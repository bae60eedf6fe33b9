import { expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

test("a folder without the library is a configuration error", async () => {
  expect(await runAdder(["-c", "0"], { env: { ADDER_LIB: "/nowhere" } })).toEqual({
    stdout: "",
    stderr:
      "Fatal Python error: find_library: no Python library in '/nowhere'\nPython runtime state: preinitialized\n\n",
    code: 1,
  });
});
