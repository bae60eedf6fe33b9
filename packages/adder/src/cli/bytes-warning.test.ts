import { expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

/** Expressions, and what CPython warns of under `-b`. */
const warned: readonly (readonly [string, string])[] = [
  ['b"a" == ""', "Comparison between bytes and string"],
  ['"a" != b"a"', "Comparison between bytes and string"],
  ['b"a" == 97', "Comparison between bytes and int"],
  ['bytearray() == ""', "Comparison between bytearray and string"],
  ['b"a" in ["a"]', "Comparison between bytes and string"],
  ['str(b"a")', "str() on a bytes instance"],
  ["f\"{b'a'}\"", "str() on a bytes instance"],
  ['"%s" % bytearray(b"a")', "str() on a bytearray instance"],
  ['"{}".format(b"a")', "str() on a bytes instance"],
];
const silent = [
  'b"a" == b"a"',
  "bytearray() == 1",
  'repr(b"a")',
  'str(b"a", "ascii")',
  'str(memoryview(b"a"))',
];

/** A program that evaluates everything, each expression in a line of its own, and goes on after errors. */
const program = [...warned.map(([expression]) => expression), ...silent]
  .map((expression) => `try: ${expression}\nexcept BytesWarning as e: print(e)\n`)
  .join("");

test("-b warns where bytes meet text", async () => {
  const { stdout, stderr } = await runAdder(["-b", "-c", program]);
  expect(stdout).toBe("");
  expect(stderr).toBe(warned.map(([, text], i) => `<string>:${2 * i + 1}: BytesWarning: ${text}\n`).join(""));
});

test("-bb makes errors of it", async () => {
  const { stdout, stderr } = await runAdder(["-bb", "-c", program]);
  expect(stderr).toBe("");
  expect(stdout).toBe(warned.map(([, text]) => `${text}\n`).join(""));
});

test("without -b there is nothing to see", async () => {
  expect(await runAdder(["-c", program])).toEqual({ stdout: "", stderr: "", code: 0 });
});
