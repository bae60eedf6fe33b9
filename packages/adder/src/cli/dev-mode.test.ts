import { expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

/** What names encodings or error handlers that do not exist, and otherwise needs none of them. */
const unchecked = [
  'str(b"", "nonsense")',
  'b"text".decode(errors="nonsense")',
  '"".encode("nonsense")',
  '"text".encode("latin-1", "nonsense")',
  'bytes("text", "ascii", "nonsense")',
  'bytearray("", "utf-8", errors="nonsense")',
];
const program = unchecked
  .map((expression) => `try: ${expression}\nexcept LookupError as e: print(e)\nelse: print("fine")\n`)
  .join("");

test("-X dev looks up the names of encodings and error handlers", async () => {
  const { stdout } = await runAdder(["-X", "dev", "-c", program]);
  expect(stdout.split("\n")).toEqual([
    "unknown encoding: nonsense",
    "unknown error handler name 'nonsense'",
    "unknown encoding: nonsense",
    ...Array(3).fill("unknown error handler name 'nonsense'"),
    "",
  ]);
});

test("without it they are looked up when they are needed", async () => {
  const { stdout } = await runAdder(["-c", program]);
  expect(stdout).toBe(`${"fine\n".repeat(2)}unknown encoding: nonsense\n${"fine\n".repeat(3)}`);
});
