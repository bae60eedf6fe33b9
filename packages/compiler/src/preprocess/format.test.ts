import { type BinOp, build, dump, type expr } from "@adder/ast";
import { expect, test } from "vitest";
import { optimizeFormat } from "./format.js";

const at = [1, 0, 1, 1] as const;

function optimized(format: string, count: number): string {
  const items: expr[] = Array.from({ length: count }, (_, i) => build.Name("abc"[i], "Load", ...at));
  const node = build.BinOp(
    build.Constant(format, null, ...at),
    "Mod",
    build.Tuple(items, "Load", ...at),
    ...at,
  );
  optimizeFormat(node as BinOp);
  return node.nodeType === "BinOp" ? "unchanged" : dump(node);
}

test("%s, %r and %a become fields", () => {
  expect(optimized("x%s%r", 2)).toBe(
    "JoinedStr(values=[Constant(value='x'), FormattedValue(value=Name(id='a', ctx=Load()), conversion=115), " +
      "FormattedValue(value=Name(id='b', ctx=Load()), conversion=114)])",
  );
});

test("width, precision and justification become a specification", () => {
  const spec = (format: string) => /format_spec=Constant\(value='(.*?)'\)/.exec(optimized(format, 1))?.[1];
  expect(spec("%10s")).toBe(">10");
  expect(spec("%-10s")).toBe("10");
  expect(spec("%.3a")).toBe(".3");
  expect(spec("%-5.2r")).toBe("5.2");
  expect(spec("%.s")).toBe(".0");
});

test("doubled percent signs are text", () => {
  expect(optimized("%%%s%%", 1)).toContain("Constant(value='%')");
});

test.each([
  ["%d", 1],
  ["%s%s", 1],
  ["%s", 2],
  ["%(a)s", 1],
  ["%1000s", 1],
  ["%*s", 2],
  ["%", 0],
  ["%5", 1],
])("%j with %i items is left alone", (format, count) => {
  expect(optimized(format, count)).toBe("unchanged");
});
