import type { Assign, Constant, Expr, Module, Name } from "@adder/ast";
import { describe, expect, it } from "vitest";
import { type ParseOptions, type ParserWarning, PythonSyntaxError, parseModule } from "./index.js";

function parse(source: string | Uint8Array, options?: ParseOptions): Module {
  return parseModule(source, options) as Module;
}

function failure(source: string | Uint8Array, options?: ParseOptions): PythonSyntaxError {
  try {
    parseModule(source, options);
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
  throw new Error("parsed");
}

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
  );

describe("columns", () => {
  it("count UTF-8 bytes by default", () => {
    const { targets, value } = parse("é𝒳 = ü").body[0] as Assign;
    expect([targets[0].end_col_offset, value.col_offset, value.end_col_offset]).toEqual([6, 9, 11]);
  });
  it("count code points when asked to", () => {
    const { targets, value } = parse("é𝒳 = ü", { columns: "codepoint" }).body[0] as Assign;
    expect([targets[0].end_col_offset, value.col_offset, value.end_col_offset]).toEqual([2, 5, 6]);
  });
});

describe("constants", () => {
  const value = (source: string) => ((parse(source).body[0] as Expr).value as Constant).value;
  it("are numbers up to the safe integers and bigints beyond", () => {
    expect(value("9007199254740991")).toBe(9007199254740991);
    expect(value("9007199254740992")).toBe(9007199254740992n);
    expect(value("0x_ff_ff")).toBe(65535);
  });
  it("keep lone surrogates as code points", () => {
    expect(value('"a\\ud800"')).toEqual({ type: "str", codePoints: [97, 0xd800] });
    expect(value('"\\ud83d\\udc0d"')).toEqual({ type: "str", codePoints: [0xd83d, 0xdc0d] });
    expect(value('"\\U0001f40d"')).toBe("🐍");
  });
  it("know character names from the host only", () => {
    const characterNames = (name: string) => (name === "SNAKE" ? "🐍" : null);
    expect(((parse('"\\N{SNAKE}"', { characterNames }).body[0] as Expr).value as Constant).value).toBe("🐍");
    expect(failure('"\\N{BEAR}"', { characterNames }).message).toBe(
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name",
    );
  });
});

describe("identifiers", () => {
  it("are normalised (NFKC)", () => {
    expect(((parse("ﬁ").body[0] as Expr).value as Name).id).toBe("fi");
  });
  it("are names even when they normalise to a reserved word", () => {
    expect(((parse("ｗｉｔｈ").body[0] as Expr).value as Name).id).toBe("with");
  });
});

describe("encodings", () => {
  const text = (source: Uint8Array, options?: ParseOptions) =>
    ((parse(source, options).body[0] as Assign).value as Constant).value;
  it("default to UTF-8, with or without a mark", () => {
    expect(text(bytes("x = 'é'"))).toBe("é");
    expect(text(bytes([0xef, 0xbb, 0xbf], "x = 'é'"))).toBe("é");
  });
  it("are declared in the first two lines", () => {
    expect(text(bytes("#!\n# -*- coding: latin-1 -*-\nx = '", [0xe9], "'"))).toBe("é");
  });
  it("come from the host where the parser does not know them", () => {
    const decoder = (encoding: string, source: Uint8Array) =>
      encoding === "rot1" ? String.fromCharCode(...source).replace("y", "z") : null;
    expect(text(bytes("# coding: rot1\nx = 'y'"), { decoder })).toBe("z");
    expect(failure(bytes("# coding: rot2\n"), { decoder }).message).toBe("unknown encoding: rot2");
  });
  it("must fit the bytes", () => {
    const error = failure(bytes("a\nx = '", [0xe9], "'"));
    expect(error.message).toBe(
      "Non-UTF-8 code starting with '\\xe9' on line 2, but no encoding declared; " +
        "see https://peps.python.org/pep-0263/ for details",
    );
    expect([error.lineno, error.offset, error.text]).toEqual([2, 6, "x = '\ufffd'"]);
  });
  it("may not contradict a byte order mark", () => {
    const error = failure(bytes([0xef, 0xbb, 0xbf], "# coding: latin-1\n"));
    expect(error.message).toBe("encoding problem: iso-8859-1 with BOM");
  });
  it("have no null bytes", () => {
    const error = failure("x\0");
    expect([error.message, error.lineno]).toEqual(["source code string cannot contain null bytes", null]);
  });
});

describe("line ends", () => {
  it("are one newline, also in strings", () => {
    const [a, b] = parse("x = '''a\r\nb'''\r\ny\rz").body;
    expect(((a as Assign).value as Constant).value).toBe("a\nb");
    expect(b.lineno).toBe(3);
  });
});

describe("incomplete input", () => {
  const options = { mode: "single", allowIncomplete: true, dontImplyDedent: true } as const;
  it("is told apart from wrong input", () => {
    for (const source of ["if x:\n", "x = (1,\n", "'''a\n", "def f():\n  pass"]) {
      const error = failure(source, options);
      expect([source, error.message, error.incomplete]).toEqual([source, "incomplete input", true]);
    }
    expect(failure("x = )\n", options).incomplete).toBe(false);
    expect(failure("a b\n", options).incomplete).toBe(false);
  });
});

describe("type comments", () => {
  it("are kept on request", () => {
    const source = "x = 1 # type: int\n# type: ignore[a]\n";
    const module = parse(source, { typeComments: true });
    expect((module.body[0] as Assign).type_comment).toBe("int");
    expect(module.type_ignores).toEqual([{ nodeType: "TypeIgnore", lineno: 2, tag: "[a]\n" }]);
    expect((parse(source).body[0] as Assign).type_comment).toBe(null);
  });
});

describe("feature versions", () => {
  it("refuse what is newer", () => {
    expect(failure("(x := 1)", { featureVersion: 7 }).message).toBe(
      "Assignment expressions are only supported in Python 3.8 and greater",
    );
    expect(parse("(x := 1)", { featureVersion: 8 }).body).toHaveLength(1);
  });
});

describe("warnings", () => {
  it("come in source order", () => {
    const warnings: ParserWarning[] = [];
    parse("x = 1if y else '\\d'", { filename: "a.py", onWarning: (w) => warnings.push(w) });
    expect(warnings.map((w) => [w.category, w.message.slice(0, 40), w.filename, w.lineno, w.offset])).toEqual(
      [
        ["SyntaxWarning", "invalid decimal literal", "a.py", 1, 6],
        ["SyntaxWarning", '"\\d" is an invalid escape sequence. Such', "a.py", 1, 17],
      ],
    );
  });
});

describe("nesting", () => {
  const deep = (open: string, n: number, rest: string) => failure(open.repeat(n) + rest);
  it("of brackets ends at 200", () => {
    expect(parse(`${"(".repeat(200)}x${")".repeat(200)}`).body).toHaveLength(1);
    const error = deep("[", 201, "");
    expect([error.message, error.lineno, error.offset]).toEqual(["too many nested parentheses", 1, 201]);
  });
  it("of blocks ends at 100", () => {
    const blocks = Array.from({ length: 101 }, (_, i) => `${" ".repeat(i)}if x:\n`).join("");
    const error = failure(`${blocks}${" ".repeat(101)}y`);
    expect([error.type, error.message]).toEqual(["IndentationError", "too many levels of indentation"]);
  });
  it("of elifs ends where CPython's does", () => {
    expect(failure(`if x: a\n${"elif x: a\n".repeat(6_000)}`).type).toBe("MemoryError");
  });
  it("never overflows the host's stack", () => {
    for (const open of ["-", "not ", "lambda:", "x if y else ", "x**"]) {
      const error = deep(open, 50_000, "x");
      expect([open, error.type, error.message]).toEqual([
        open,
        "MemoryError",
        "Parser stack overflowed - Python source too complex to parse",
      ]);
    }
  });
  it("does not limit chains", () => {
    const chain = `${"a.b + ".repeat(20_000)}a`;
    expect(parse(chain).body).toHaveLength(1);
    expect(parse(`if x: a\n${"elif x: a\n".repeat(5_000)}`).body).toHaveLength(1);
  });
});

describe("errors", () => {
  it("remember the last compound statement for keyword suggestions", () => {
    const source = "if x:\n  y\nwhlie z: w\n";
    expect(failure(source).metadata).toEqual({ line: 1, col: 0, source });
  });
  it("of bracketed expressions name the inner range", () => {
    const error = failure("(a + b) = 1");
    expect([error.offset, error.endOffset]).toEqual([2, 7]);
  });
  it("are told of annotations of what begins with a target in parentheses and goes on", () => {
    for (const source of ["(a).b: c", "((a))[0]: c", "(a[1])(b).c: d"])
      expect([source, failure(source).message]).toEqual([source, "illegal target for annotation"]);
    for (const source of ["((a).b): c", "(a()).b: c", "(a, b)[0]: c"])
      expect(parse(source).body).toHaveLength(1);
  });
  it("in a large file cost what the wrong statement costs", () => {
    const error = failure(`${"def f(x):\n  return [x, (y, 'z')]\n".repeat(20_000)}x = (1 2)\n`);
    expect([error.message, error.lineno]).toEqual(["invalid syntax. Perhaps you forgot a comma?", 40_001]);
  });
});
