import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Interpreter } from "@adder/adder";
import { beforeAll, describe, expect, it, test } from "vitest";
import { casesIn } from "../tools/fuzz-syntax/programs.mjs";

/** Programs and what `compile()` of CPython 3.14 makes of them (recorded by tools/fuzz-syntax/record.mjs). */
const folder = new URL("./syntax/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -4));

/** A checksum of code or the fields of an exception, and the warnings: see tools/fuzz-syntax/outcome.py. */
type Outcome = [number | unknown[], [string, string, number][]];

const recorded = new Map<string, Outcome[]>();
for (const name of names) {
  const lines = read(`${name}.jsonl`).trimEnd().split("\n");
  recorded.set(
    name,
    lines.map((line) => JSON.parse(line)),
  );
}

describe("compile() as CPython 3.14", () => {
  let outcomes: (cases: unknown[]) => Outcome[];
  beforeAll(() => {
    const python = new Interpreter({
      library: fileURLToPath(new URL("../../packages/stdlib/dist/lib", folder)),
    });
    python.run(read("../../tools/fuzz-syntax/outcome.py"));
    outcomes = (cases) => JSON.parse(python.call("outcomes", JSON.stringify(cases)) as string);
  }, 60_000);
  for (const name of names) {
    const cases = casesIn(read(`${name}.txt`));
    const expected = recorded.get(name)!;
    it(`syntax/${name}: every program was recorded`, () => expect(expected.length).toBe(cases.length));
    it.each(cases.map((one, i) => [`syntax/${name} ${i}: ${JSON.stringify(one)}`, one, expected[i]]))(
      "%s",
      (_, one, outcome) => expect(outcomes([one])[0]).toEqual(outcome),
    );
  }
});

describe("docs/internals/syntax-errors.md", () => {
  const listed = [...read("../../docs/internals/syntax-errors.md").matchAll(/^- `(.*)`$/gm)].map((m) => m[1]);
  const patterns = listed.map((message) => {
    const literal = message.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${literal.join("[^]+")}$`);
  });
  const messages = new Set<string>();
  let refused = 0;
  for (const [result, warnings] of [...recorded.values()].flat()) {
    if (Array.isArray(result)) {
      refused++;
      messages.add(String(result[1]));
    }
    for (const [, message] of warnings) messages.add(message);
  }

  test("lists the messages, each once", () => {
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBe(229);
  });
  test("every message is covered by a program", () => {
    expect(listed.filter((_, i) => ![...messages].some((message) => patterns[i].test(message)))).toEqual([]);
  });
  test("every message of a program is listed", () => {
    expect([...messages].filter((message) => !patterns.some((pattern) => pattern.test(message)))).toEqual([]);
  });
  test("more than 600 wrong programs are recorded", () => {
    expect(refused).toBeGreaterThan(600);
  });
});
