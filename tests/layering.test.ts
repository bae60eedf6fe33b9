import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { root } from "../tools/lib/paths.mjs";
import { allowed, faultsOf, importsOf, readPackage } from "../tools/lint/layering.mjs";

/** The faults of a made-up `objects` package with this one source. */
function faults(text: string, path = "types/list.ts"): string[] {
  return faultsOf({
    name: "objects",
    manifest: { dependencies: {}, devDependencies: { "@adder/bytecode": "workspace:^" } },
    references: [],
    sources: { [path]: text },
  });
}

describe("the packages of this repository", () => {
  test("are all known to the layering rules", () => {
    expect(readdirSync(`${root}/packages`).sort()).toEqual(Object.keys(allowed).sort());
  });

  test.each(Object.keys(allowed))("%s imports only what it may", (name) => {
    expect(faultsOf(readPackage(root, name))).toEqual([]);
  });

  test("have no cycle in what is allowed", () => {
    const depth = (name: string, above: string[]): void => {
      expect(above).not.toContain(name);
      for (const below of allowed[name]) depth(below, [...above, name]);
    };
    for (const name of Object.keys(allowed)) depth(name, []);
  });
});

describe("the layering rules", () => {
  test("find imports in every syntax", () => {
    const text = `
      import a from "a"; import type { B } from "b"; import "c"; export * from "d"; export { e } from "e";
      type F = import("f").F; const g = await import("g"); import h = require("h");
      // import "comment"
      const s = 'import "string"';`;
    expect(importsOf(text).sort()).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
  });

  test("forbid importing upwards", () => {
    expect(faults('import { run } from "@adder/runtime";')).toEqual([
      'packages/objects/src/types/list.ts: "@adder/runtime" objects may not import runtime',
    ]);
  });

  test("forbid importing a neighbour", () => {
    expect(faults('import type { Parser } from "@adder/parser";')[0]).toContain(
      "objects may not import parser",
    );
  });

  test("forbid what package.json does not declare", () => {
    expect(faults('import type { Node } from "@adder/ast";')[0]).toContain("not among the dependencies");
  });

  test("let only tests use development dependencies", () => {
    expect(faults('import "@adder/bytecode";')[0]).toContain("not among the dependencies");
    expect(faults('import "@adder/bytecode";', "list.test.ts")).toEqual([]);
  });

  test("forbid inner files of other packages", () => {
    expect(faults('import "@adder/bytecode/dist/code-object.js";')[0]).toContain("inner file");
    expect(faults('import "@adder/bytecode/testing";')[0]).toContain("inner file");
    expect(faults('import "@adder/bytecode/testing";', "list.test.ts")).toEqual([]);
  });

  test("forbid relative paths that leave the package", () => {
    expect(faults('import "../../../bytecode/src/index.js";')[0]).toContain("leaves the package");
    expect(faults('import "../core/types.js";')).toEqual([]);
  });

  test("forbid Node's modules", () => {
    expect(faults('import { readFileSync } from "node:fs";')[0]).toContain("Host port");
    expect(faults('import { readFileSync } from "fs";')[0]).toContain("Host port");
  });

  test("forbid libraries in core packages", () => {
    expect(faults('import left from "left-pad";')[0]).toContain("core packages have none");
  });

  test("compare dependencies, references and imports", () => {
    const found = faultsOf({
      name: "frames",
      manifest: { dependencies: { "@adder/ast": "workspace:^", "@adder/runtime": "workspace:^" } },
      references: ["objects"],
      sources: {},
    });
    expect(found).toEqual([
      "packages/frames/package.json: @adder/ast is never imported",
      "packages/frames/tsconfig.json: does not refer to ../ast",
      "packages/frames/package.json: may not depend on @adder/runtime",
      "packages/frames/tsconfig.json: does not refer to ../runtime",
      "packages/frames/tsconfig.json: refers to ../objects, which is no dependency",
    ]);
  });
});
