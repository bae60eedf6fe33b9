import fc from "fast-check";
import { expect, it } from "vitest";
import { parseTolerant, reparse } from "./index.js";

const real = `import os; x = 1\n\n@cache\ndef f(a, b):\n    """doc\nstring"""\n    return [a,\n  b]\n# note\nif f:\n    x = f"{f!r:>{3}}" 'a'\nelse:\n    x = (1)\nx = 1; \\\ny = 2\nclass é:\n    y = 'z'\n(\n  a)\nlast = 1`;

it("equals a fresh parse after any edits", () => {
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.nat(4),
    text: fc.constantFrom(
      "",
      "(",
      '"""',
      "\n",
      "\nz = 2\n",
      "z",
      " ",
      ":",
      "\\\n",
      "else:",
      "#",
      "1",
      "\r",
      "\0",
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let result = parseTolerant(real);
      for (const { at, remove, text } of edits) {
        const start = at % (result.source.length + 1);
        result = reparse(result, { start, end: Math.min(result.source.length, start + remove), text });
        expect(result).toEqual(parseTolerant(result.source));
      }
    }),
    { numRuns: 400 },
  );
});
