import { call, createModule, getAttr, iterNext, PyBytes, PyList, type Value } from "@adder/objects";
import { show, testThread } from "@adder/objects/testing";
import { expect, test } from "vitest";
import { tokenizeModule } from "./module.js";

/** The tokens of some lines, as CPython's `repr` shows them, and the exception at their end. */
function tokens(lines: Value[], extra: boolean, encoding?: string): string[] {
  const ts = testThread();
  const module = createModule(ts, tokenizeModule) as Value;
  const cls = getAttr(ts, module, "TokenizerIter") as Value;
  const readline = getAttr(
    ts,
    call(ts, getAttr(ts, new PyList(lines), "__iter__") as Value, []) as Value,
    "__next__",
  );
  const names = encoding === undefined ? ["extra_tokens"] : ["extra_tokens", "encoding"];
  const iterator = call(
    ts,
    cls,
    [readline as Value, extra, ...(encoding === undefined ? [] : [encoding])],
    names,
  );
  const found: string[] = [];
  for (;;) {
    const token = iterNext(ts, iterator as Value);
    if (token === undefined) return found;
    found.push(show(ts, token));
    if (token === null) return found;
  }
}

test("tokens with comments and empty lines", () => {
  expect(tokens(["x <> 1 # c\n", "\n"], true)).toEqual([
    "(1, 'x', (1, 0), (1, 1), 'x <> 1 # c\\n')",
    "(55, '<>', (1, 2), (1, 4), 'x <> 1 # c\\n')",
    "(2, '1', (1, 5), (1, 6), 'x <> 1 # c\\n')",
    "(65, '# c', (1, 7), (1, 10), 'x <> 1 # c\\n')",
    "(4, '\\n', (1, 10), (1, 11), 'x <> 1 # c\\n')",
    "(66, '\\n', (2, 0), (2, 1), '\\n')",
    "(0, '', (3, 0), (3, 0), '')",
  ]);
});

test("tokens as the parser sees them", () => {
  expect(tokens(["if x:\n", "  y"], false)).toEqual([
    "(1, 'if', (1, 0), (1, 2), 'if x:\\n')",
    "(1, 'x', (1, 3), (1, 4), 'if x:\\n')",
    "(11, ':', (1, 4), (1, 5), 'if x:\\n')",
    "(4, '', (1, 5), (1, 5), 'if x:\\n')",
    "(5, '', (2, -1), (2, -1), '  y')",
    "(1, 'y', (2, 2), (2, 3), '  y')",
    "(4, '', (2, 3), (2, 3), '  y')",
    "(6, '', (2, -1), (2, -1), '  y')",
    "(0, '', (2, -1), (2, -1), '  y')",
  ]);
});

test("lines of bytes are decoded", () => {
  const line = new PyBytes(Uint8Array.of(39, 255, 39));
  expect(tokens([line], true, "latin-1")[0]).toBe("(3, \"'ÿ'\", (1, 0), (1, 3), \"'ÿ'\")");
  expect(tokens([line], true)).toEqual(["TypeError: readline() returned a non-string object"]);
  expect(tokens(["x"], true, "utf-8")).toEqual(["TypeError: readline() returned a non-bytes object"]);
});

test("errors come behind the last good token", () => {
  expect(tokens(["(1"], true).at(-1)).toBe(
    "SyntaxError: unexpected EOF in multi-line statement (<string>, line 1)",
  );
  expect(tokens(["'abc"], true)).toEqual([
    "SyntaxError: unterminated string literal (detected at line 1) (<string>, line 1)",
  ]);
});
