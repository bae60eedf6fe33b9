import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lexer, tokenize } from "./index.js";
import { T } from "./tokens.js";

function kinds(source: string): number[] {
  const lexer = new Lexer(source);
  lexer.run();
  return [...lexer.tokens.kind.subarray(0, lexer.tokens.length)];
}

describe("Lexer", () => {
  it("gives reserved words kinds of their own", () => {
    expect(kinds("if matched: pass\n")).toEqual([T.IF, T.NAME, T.COLON, T.PASS, T.NEWLINE, T.ENDMARKER]);
  });
  it("interns names", () => {
    const lexer = new Lexer("spam = spam + eggs\n");
    lexer.run();
    const { name } = lexer.tokens;
    expect(name[0]).toBe(name[2]);
    expect(lexer.names.names[name[4]]).toBe("eggs");
  });
  it("keeps thousands of different names apart", () => {
    const all = Array.from({ length: 5000 }, (_, i) => `name_${i * 7919}`);
    const lexer = new Lexer(`${all.join(" ")} ${all.join(" ")}\n`);
    lexer.run();
    const { name } = lexer.tokens;
    for (let i = 0; i < all.length; i++) {
      expect(name[i]).toBe(name[i + all.length]);
      expect(lexer.names.names[name[i]]).toBe(all[i]);
    }
  });
  it("indents and dedents", () => {
    expect(kinds("a\n b\n\n # c\nd\n")).toEqual([
      T.NAME,
      T.NEWLINE,
      T.INDENT,
      T.NAME,
      T.NEWLINE,
      T.DEDENT,
      T.NAME,
      T.NEWLINE,
      T.ENDMARKER,
    ]);
  });
  it("stops with an ERRORTOKEN and says why", () => {
    const lexer = new Lexer("a = 'b\n");
    expect(lexer.run()).toBe(false);
    expect(lexer.tokens.kind[lexer.tokens.length - 1]).toBe(T.ERRORTOKEN);
    expect(lexer.error?.message).toBe("unterminated string literal (detected at line 1)");
  });
  it("ends on any input", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."f'\"{}()[]\\\n \t#ax0.:!=é𝒳b\f") }), (source) => {
        const list = kinds(source);
        return [T.ENDMARKER, T.ERRORTOKEN].includes(list[list.length - 1]);
      }),
      { numRuns: 2000, seed: Number(process.env.PROPERTY_SEED ?? 1) },
    );
  });
});

describe("tokenize", () => {
  it("loses nothing", () => {
    const source =
      "def f(a, *, b):  # c\r\n\tx = f'{a!r:>{b}}' \\\r\n + '''\r\n'''\r\n\r\n  \r\n\treturn (\r\n x)\r\n";
    const lines = source.split(/(?<=\n)/);
    let text = "";
    let [row, column] = [1, 0];
    for (const { start, end, string } of tokenize(source)) {
      while (row < start[0]) {
        text += lines[row - 1]?.slice(column) ?? "";
        row++;
        column = 0;
      }
      text += (lines[row - 1] ?? "").slice(column, start[1]) + string;
      [row, column] = end;
    }
    expect(text).toBe(source);
  });
});
