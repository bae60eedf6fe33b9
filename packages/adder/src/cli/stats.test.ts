import { expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

test("--stats tells on standard error what was specialised", async () => {
  const program = "t = 0\nfor i in range(100): t += i\nprint(t)";
  const { stdout, stderr, code } = await runAdder(["--stats", "-c", program]);
  expect([stdout, code]).toEqual(["4950\n", 0]);
  expect(stderr).toMatch(/^BINARY_OP +100 +98 +98\.0 % +0 +1 +1 +0$/m);
  expect(stderr).toMatch(/^frames pushed +1$/m);
});

test("--stats tells of programs that fail, too", async () => {
  const { stderr, code } = await runAdder(["--stats", "-c", "1/0"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/ZeroDivisionError: division by zero\nSpecialisation\n/);
});
