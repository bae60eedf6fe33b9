import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { amend, amendments } from "./amendments.mjs";

test("what 3.14 cannot import is replaced, what is not there is left alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "adder-amend-"));
  try {
    const file = join(folder, "test_class.py");
    writeFileSync(file, "import unittest\nfrom _testinternalcapi import has_inline_values\nx = 1\n");
    amend(folder);
    expect(readFileSync(file, "utf8")).toBe("import unittest\nhas_inline_values = None\nx = 1\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("each says why", () => {
  for (const { why } of amendments) expect(why).not.toBe("");
});
