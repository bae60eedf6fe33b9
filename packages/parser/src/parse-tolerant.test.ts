import { readFileSync } from "node:fs";
import { unparse } from "@adder/ast";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PythonSyntaxError, parseModule, parseTolerant } from "./index.js";

const valid = readFileSync(new URL("../fixtures/valid.txt", import.meta.url), "utf8").slice(0, 3000);
const real = `import os\n\n@cache\ndef f(a, b):\n    """doc\nstring"""\n    return [a,\n  b]\n\nif f:\n    x = f"{f!r:>{3}}"\nelse:\n    x = (1)\nclass é:\n    y = 'z'\n`;

/** Names of the statements, with those of their blocks in brackets. */
function outline(source: string): string {
  const show = (node: Record<string, unknown>): string => {
    const inner = [node.body, node.handlers, node.cases, node.orelse, node.finalbody]
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .map(show);
    return inner.length > 0 ? `${node.nodeType}[${inner.join(" ")}]` : `${node.nodeType}`;
  };
  return parseTolerant(source)
    .module.body.map((node) => show(node as unknown as Record<string, unknown>))
    .join(" ");
}

const found = (source: string) =>
  parseTolerant(source).diagnostics.map(({ lineno, offset, message }) => `${lineno}:${offset} ${message}`);

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
    expect(outline("x = (1,\ny = 2\nz = 3\n")).toBe("Assign Assign Assign");
    expect(outline("x = 'a\ny = 2\n")).toBe("Assign Assign");
    expect(outline("a = 1\nb = 1 $ 2\nc = 3\n")).toBe("Assign ErrorStatement Assign");
  });
  it("goes on inside blocks, however deep", () => {
    const source =
      "class A:\n    def f(self):\n        x = = 1\n        return x\n\n    def g(self):\n        for i in x:\n            print(i\n        y = 2\n";
    expect(outline(source)).toBe(
      "ClassDef[FunctionDef[ErrorStatement Return] FunctionDef[For[Expr] Assign]]",
    );
    expect(found(source)).toEqual(["3:13 invalid syntax", "8:18 '(' was never closed"]);
    const [a] = parseTolerant(source).module.body;
    expect(a).toMatchObject({ lineno: 1, end_lineno: 9, end_col_offset: 13 });
  });
  it("keeps the block below a line that is broken", () => {
    expect(outline("def f(:\n    return 1\nx = 1\n")).toBe("ErrorStatement[Return] Assign");
    expect(outline("def f(a,\n    x = 1\n    return x\ny = 1\n")).toBe(
      "ErrorStatement[Assign Return] Assign",
    );
    expect(found("if x = 1:\n    y = = 2\n")).toEqual([
      "1:4 invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
      "2:9 invalid syntax",
    ]);
  });
  it("knows the blocks of every compound statement", () => {
    expect(outline("try:\n    a b\nexcept E:\n    c\nelse:\n    d e\nfinally:\n    f\n")).toBe(
      "Try[ErrorStatement ExceptHandler[Expr] ErrorStatement Expr]",
    );
    expect(outline("match x:\n    case 1:\n        a b\n    case _:\n        c\n")).toBe(
      "Match[match_case[ErrorStatement] match_case[Expr]]",
    );
    expect(outline("if a:\n    b c\nelif d:\n    e\nelse:\n    f g\n")).toBe(
      "If[ErrorStatement If[Expr ErrorStatement]]",
    );
  });
  it("reports an indentation that fits no block", () => {
    expect(outline("def f():\n        a = 1\n    b = 2\nc = 3\n")).toBe(
      "FunctionDef[Assign ErrorStatement] Assign",
    );
    expect(found("def f():\n        a = 1\n    b = 2\nc = 3\n")).toEqual([
      "3:10 unindent does not match any outer indentation level",
    ]);
  });
  it.each([
    ["foo(1, ", "foo(1, ?)"],
    ["foo(1, a=", "foo(1, a=?)"],
    ["foo(bar(1), x[", "foo(bar(1), x[?])"],
    ["foo(1, 2 3, 4)", "foo(1, 2, ?)"],
    ["foo(a, (b))(c d)", "foo(a, b)(c, ?)"],
    ["x = a +", "x = a + ?"],
    ["x = a + * b", "x = a + ? * b"],
    ["x = [1, 2 3]", "x = [1, 2, ?]"],
    ["x = {1: a, 2", "x = {1: a, 2: ?}"],
    ["x = y.", "x = y."],
    ["return a if b", "return a if b else ?"],
    ["foo(1", "foo(1)"],
    ["while a +:\n    b", "while a + ?:\n    b"],
    ["for x in :\n    foo(b)", "for x in ?:\n    foo(b)"],
    ["foo(c, =)", "foo(c, ?)"],
  ])("keeps the good parts of %j", (source, expected) => {
    const { module, diagnostics } = parseTolerant(source);
    // A name that no source can contain stands for the errors.
    const text = JSON.stringify(module, (_, value) =>
      value?.nodeType === "ErrorExpression" ? { ...value, nodeType: "Name", id: "?", ctx: "Load" } : value,
    );
    expect(unparse(JSON.parse(text))).toBe(expected);
    expect(diagnostics).toHaveLength(1);
  });
  it("puts an error behind what is in front of it, or around what does not belong", () => {
    const { module } = parseTolerant("x = a + \nfoo(1 b c)\n");
    expect(module.body[0]).toMatchObject({
      value: { right: { nodeType: "ErrorExpression", col_offset: 7, end_lineno: 1, end_col_offset: 7 } },
    });
    expect(module.body[1]).toMatchObject({
      value: { args: [{}, { nodeType: "ErrorExpression", lineno: 2, col_offset: 6, end_col_offset: 9 }] },
    });
  });
  it("leaves statements that are broken outside of expressions alone", () => {
    for (const source of [
      "b = = 2",
      "a b",
      "def f(:\n    pass",
      "(",
      "x = 1 $ 2",
      "del ",
      "import 1",
      "+ = 1",
    ])
      expect([source, parseTolerant(source).module.body[0].nodeType]).toEqual([source, "ErrorStatement"]);
  });
  it("takes any text", () => {
    const pieces = fc.constantFrom(
      "if x:\n",
      "    ",
      "(",
      ")",
      '"""',
      "'",
      "\n",
      "\r",
      "\t",
      "\f",
      "\0",
      "\\",
      ":",
      "f'{",
      "é",
      "\ud800",
      "match x:\n",
      " case 1:\n",
      "else:",
      "@",
      "1",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 30 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { module, diagnostics } = parseTolerant(source);
        expect(module.nodeType).toBe("Module");
        expect(Array.isArray(diagnostics)).toBe(true);
      }),
      { numRuns: 300, seed: Number(process.env.PROPERTY_SEED ?? 1) },
    );
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
