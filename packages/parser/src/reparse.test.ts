import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { parseTolerant, reparse, type TolerantResult } from "./index.js";
import { Lexer } from "./lexer.js";

const real = `import os; x = 1\n\n@cache\ndef f(a, b):\n    """doc\nstring"""\n    if a:\n        for x in b:\n            y = [a,\n  b]\n        else:\n            pass;\n    elif b: return\n    return [a,\n  b]\n# note\nif f:\n    x = f"{f!r:>{3}}" 'a'\nelse:\n    x = (1)\nx = 1; \\\ny = 2\nclass é:\n    y = 'z'\n\n    @property\n    def m(self):\n        match self:\n            case 1:\n                return 1\n            case [a, *b] if a:\n                x = 1\n        return 2\n    async def n(self): pass\n    def o(self):\n        # note\n        try:\n            a = 1\n        except E as e:\n            raise\n        finally:\n            del a\n(\n  a)\nlast = 1`;

it("equals a fresh parse after any edits", () => {
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.nat(4),
    text: fc.constantFrom(
      ...[
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
        "    ",
        ";",
      ],
      ...["def g():\n", "    if x:\n", "        w = = 2\n", "match x:\n", "case 2:\n", "try:\n", "@d\n"],
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let result = parseTolerant(real);
      for (const { at, remove, text } of edits) {
        const start = at % (result.source.length + 1);
        result = reparse(result, { start, end: Math.min(result.source.length, start + remove), text });
        const expected = parseTolerant(result.source);
        if (!isDeepStrictEqual(result, expected)) expect(result).toEqual(expected);
      }
    }),
    { numRuns: 200, seed: Number(process.env.PROPERTY_SEED ?? 1) },
  );
});

it("equals a fresh parse when the first line of a block goes on in the next one", () => {
  const source = 'def f(a, b):\n    """doc\nstring"""\n    if a:\n        y = 1\n    return 2\n';
  for (const start of [13, 14, 15, 16, 17]) {
    const result = reparse(parseTolerant(source), { start, end: start, text: "\\\n" });
    expect(result).toEqual(parseTolerant(result.source));
  }
});

it.each([
  ["what begins a line can't be scanned", "x = 1\n¦y = 2\n", "}"],
  ["a line begins with a number that is none", "x = 1\n0¦a = 2\n", "a"],
  ["an empty line stands behind an error", "  a b\n¦c\n", "\n"],
  ["a line is indented more", "x = 1\n¦y = 2\n", "  "],
  ["a bracket is opened", "def f():\n    x = 1\n    y = ¦2\n    z = 3\nif f:\n    pass\n", "("],
  ["a string is opened", 'def f():\n    y = ¦2\n    z = 3\nif f:\n    """"""\n', '"""'],
  ["empty lines stand between blocks", "if x:\n    if y:\n        a = ¦1\n\n    else:\n        b = 1\n", "="],
  ["an empty line stands in front of a block", "if x:\n\n    ¦a = 1\n    b = 2\n", "}"],
  ["a block stands on the first line", "def f[¦a](): pass\n", "@d\n"],
  ["a decorator is put above a function", "x = 1\n¦\ndef f():\n    pass\n", "@d"],
  ["an error moves to another line", "x = 1\n¦y y\n", "\n"],
  ["the first statement of a block goes on with the line above", "try:\n    a\n¦except b:\n    c\n", "    "],
  ["a block ends with a semicolon", "if x:\n    a = ¦1;\nelse:\n    b;\n", "2"],
])("equals a fresh parse when %s", (_, marked, text) => {
  const start = marked.indexOf("¦");
  let result = parseTolerant(marked.replace("¦", ""));
  for (const edit of [
    { start, end: start, text },
    { start, end: start + text.length, text: "" },
  ]) {
    result = reparse(result, edit);
    expect(result).toEqual(parseTolerant(result.source));
  }
});

/** A class of many methods, and where the text `at` stands in its middle one. */
function longSource(): { source: string; middle: number } {
  const method = (i: number) =>
    `    def m${i}(self, a):\n        if a:\n            return self.b + ${i}\n        return a\n\n`;
  const source = `class A:\n${Array.from({ length: 60 }, (_, i) => method(i)).join("")}`;
  return { source, middle: source.indexOf("self.b + 30") };
}

const methods = ({ module }: TolerantResult) => [...(module.body[0] as { body: readonly object[] }).body];

/** What stands where the first statement in the `if` of the middle method was. */
const returned = (result: TolerantResult) =>
  (methods(result)[30] as { body: readonly { body: readonly object[] }[] }).body[0].body[0];

it("takes over what an edit inside a block does not touch, also while the source is broken", () => {
  const { source, middle } = longSource();
  let result = parseTolerant(source);
  for (const text of ["x", "= = ", "(", "y"]) {
    const before = methods(result);
    const old = returned(result);
    result = reparse(result, { start: middle, end: middle, text });
    const after = methods(result);
    expect(after[0]).toBe(before[0]);
    expect(after[29]).toBe(before[29]);
    expect(after.at(-1)).toBe(before.at(-1));
    expect(returned(result)).not.toBe(old);
  }
  expect(result.diagnostics.length).toBeGreaterThan(0);
  expect(result).toEqual(parseTolerant(result.source));
});

it.each(['"""', "'''", 'R"""'])("takes over what stands around a string that %s has opened", (quotes) => {
  const { source, middle } = longSource();
  let result = reparse(parseTolerant(source), { start: middle, end: middle, text: quotes });
  for (const [i, text] of ["a", " b", "\\n", "#", "(", "'", '"'].entries()) {
    const before = methods(result);
    const start = middle + quotes.length + i;
    result = reparse(result, { start, end: start, text });
    expect(methods(result)[29]).toBe(before[29]);
    expect(methods(result).at(-1)).toBe(before.at(-1));
    expect(result).toEqual(parseTolerant(result.source));
  }
});

it.each([
  ["the string is closed", '"""'],
  ["its quotes change", "'''"],
])("parses everything once %s", (_, text) => {
  const source =
    'def f():\n    a = ¦1\n    b = """c"""\n\n\ndef g():\n    """d"""\n    e = \'\'\'f\'\'\'\n    return e\n';
  const start = source.indexOf("¦");
  let result = reparse(parseTolerant(source.replace("¦", "")), { start, end: start, text: '"""' });
  result = reparse(result, { start: start + 3, end: start + 3, text: " " });
  result = reparse(
    result,
    text === '"""' ? { start: start + 4, end: start + 4, text } : { start, end: start + 3, text },
  );
  expect(result).toEqual(parseTolerant(result.source));
});

it("scans a line at most once for each block around it while a string is open", () => {
  const depth = 12;
  const indent = "    ".repeat(depth);
  const heads = Array.from({ length: depth }, (_, i) => `${"    ".repeat(i)}if a:\n`).join("");
  const statements = `${indent}x = f(a, 1)\n`.repeat(50);
  const source = `${heads}${statements}${indent}\n${statements}`;
  const start = heads.length + statements.length + indent.length;
  let scanned = 0;
  const run = Lexer.prototype.run;
  const spy = vi.spyOn(Lexer.prototype, "run").mockImplementation(function (this: Lexer) {
    const complete = run.call(this);
    scanned += this.tokens.length;
    return complete;
  });
  try {
    let result = parseTolerant(source);
    const all = scanned;
    const text = '"""spam"""';
    for (let i = 0; i < text.length; i++) {
      scanned = 0;
      result = reparse(result, { start: start + i, end: start + i, text: text[i] });
      expect(scanned).toBeLessThanOrEqual(depth * all);
    }
  } finally {
    spy.mockRestore();
  }
});
