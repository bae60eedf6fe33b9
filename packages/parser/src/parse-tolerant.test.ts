import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PythonSyntaxError, parseModule, parseTolerant } from "./index.js";

const valid = readFileSync(new URL("../fixtures/valid.txt", import.meta.url), "utf8").slice(0, 3000);
const real = `import os\n\n@cache\ndef f(a, b):\n    """doc\nstring"""\n    return [a,\n  b]\n\nif f:\n    x = f"{f!r:>{3}}"\nelse:\n    x = (1)\nclass é:\n    y = 'z'\n`;

const kinds = (source: string) => parseTolerant(source).module.body.map((node) => node.nodeType);

describe("parseTolerant", () => {
  it("keeps the statements around a broken one", () => {
    const { module, diagnostics } = parseTolerant("a = 1\nb = = 2\nc = 3\n");
    expect(module.body.map((node) => node.nodeType)).toEqual(["Assign", "ErrorStatement", "Assign"]);
    expect(module.body[1]).toMatchObject({ lineno: 2, col_offset: 0, end_lineno: 2, end_col_offset: 7 });
    expect(module.body[2]).toMatchObject({ lineno: 3 });
    expect(diagnostics.map(({ lineno, offset, message }) => [lineno, offset, message])).toEqual([
      [2, 5, "invalid syntax"],
    ]);
  });
  it("goes on behind open brackets and strings", () => {
    expect(kinds("x = (1,\ny = 2\nz = 3\n")).toEqual(["ErrorStatement", "Assign", "Assign"]);
    expect(kinds("x = 'a\ny = 2\n")).toEqual(["ErrorStatement", "Assign"]);
    expect(kinds("a = 1\nb = 1 $ 2\nc = 3\n")).toEqual(["Assign", "ErrorStatement", "Assign"]);
  });
  it("makes the strict parser's tree of a source that is right, and an error of every other", () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(20),
      insert: fc.constantFrom("", "(", ")", '"""', "'", "\n", " ", ":", "\0", "\\", "def ", "é", "\t", 'f"{'),
    });
    fc.assert(
      fc.property(fc.constantFrom(real, valid), fc.array(edit, { maxLength: 5 }), (base, edits) => {
        let source = base;
        for (const { at, remove, insert } of edits) {
          const from = at % (source.length + 1);
          source = source.slice(0, from) + insert + source.slice(from + remove);
        }
        const { module, diagnostics } = parseTolerant(source);
        let last = 0;
        for (const node of module.body) {
          expect(node.lineno).toBeGreaterThanOrEqual(last);
          last = node.end_lineno!;
        }
        try {
          expect(module).toEqual(parseModule(source));
          expect(diagnostics).toEqual([]);
        } catch (reason) {
          if (!(reason instanceof PythonSyntaxError)) throw reason;
          expect(diagnostics.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
