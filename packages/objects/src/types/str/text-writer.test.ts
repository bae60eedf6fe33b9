import { expect, test } from "vitest";
import { toJs } from "./text.js";
import { TextWriter } from "./text-writer.js";

test("keeps the order of a text that is longer than its parts", () => {
  const out = new TextWriter();
  let expected = "";
  for (let i = 0; i < 30_000; i++) {
    out.push(97 + (i % 26));
    expected += String.fromCharCode(97 + (i % 26));
  }
  expect(out.length).toBe(30_000);
  expect(out.finish()).toBe(expected);
});

test("makes a wide text of characters beyond U+FFFF in any part", () => {
  const out = new TextWriter();
  out.pushAll(new Uint32Array(20_000).fill(0x41));
  out.push(0x1f600);
  expect(toJs(out.finish())).toBe(`${"A".repeat(20_000)}\u{1f600}`);
});
