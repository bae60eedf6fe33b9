import { readFileSync } from "node:fs";
import { dump } from "@adder/ast";
import { describe, expect, it } from "vitest";
import { type ParseMode, PythonSyntaxError, parseModule, tokenize } from "./index.js";

interface Entry {
  readonly source: string;
  readonly result: unknown;
  readonly warnings?: readonly (readonly [string, number])[];
}

/** Programs with what CPython 3.14 makes of them (recorded by scripts/record-fixtures.mjs). */
function recorded(name: string): Entry[] {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), "utf8"));
}

function parse({ source }: Entry, mode: ParseMode): Entry {
  const warnings: [string, number][] = [];
  const onWarning = (warning: { message: string; lineno: number }) => {
    warnings.push([warning.message, warning.lineno]);
  };
  let result: unknown;
  try {
    result = dump(parseModule(source, { mode, onWarning }), { includeAttributes: true });
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, lineno, offset, endLineno, endOffset, text } = error;
    result = [type, message, lineno, offset, endLineno, endOffset, text];
  }
  return warnings.length > 0 ? { source, result, warnings } : { source, result };
}

const modes = { valid: "exec", invalid: "exec", eval: "eval", single: "single" } as const;

for (const [name, mode] of Object.entries(modes)) {
  describe(`fixtures/${name}`, () => {
    for (const entry of recorded(name)) {
      it(JSON.stringify(entry.source), () => expect(parse(entry, mode)).toEqual(entry));
    }
  });
}

describe("fixtures/tokens", () => {
  for (const { source, result } of recorded("tokens")) {
    it(JSON.stringify(source), () => {
      const tokens: unknown[] = [];
      try {
        for (const t of tokenize(source))
          tokens.push([t.type, t.exactType, t.string, t.start, t.end, t.line]);
      } catch (error) {
        if (!(error instanceof PythonSyntaxError)) throw error;
        tokens.push([error.message, [error.lineno, error.offset]]);
      }
      expect(tokens).toEqual(result);
    });
  }
});
