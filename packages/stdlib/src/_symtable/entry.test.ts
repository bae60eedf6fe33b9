import { buildSymbolTable } from "@adder/compiler";
import { getAttr, PyList, type Value } from "@adder/objects";
import { show, testThread } from "@adder/objects/testing";
import { parseModule } from "@adder/parser";
import { expect, test } from "vitest";
import { entryOf } from "./entry.js";

test("an entry has what symtable.py asks for", () => {
  const ts = testThread();
  const tree = parseModule("def f(a, *b):\n global x\n def g(): return a\n");
  const top = entryOf(buildSymbolTable(tree, { filename: "f" }).top);
  const get = (entry: Value, name: string): string => show(ts, getAttr(ts, entry, name));
  expect(get(top, "symbols")).toBe("{'f': 4098, 'x': 8193}");
  expect([get(top, "type"), get(top, "name"), get(top, "lineno"), get(top, "nested")]).toEqual([
    "2",
    "'top'",
    "0",
    "0",
  ]);
  const children = getAttr(ts, top, "children") as PyList;
  expect(children).toBeInstanceOf(PyList);
  const f = children.items.find((child) => get(child, "name") === "'f'") as Value;
  expect(get(f, "varnames")).toBe("['a', 'b']");
  expect(get(f, "symbols")).toBe("{'a': 20484, 'b': 4100, 'x': 8193, 'g': 4098}");
});
