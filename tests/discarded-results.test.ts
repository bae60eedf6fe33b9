import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { discardedResults } from "../tools/lint/discarded-results.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "adder-discarded-"));
  const compilerOptions = { strict: true, target: "es2022", noEmit: true, types: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const declarations = `
  declare function setItem(key: string): true | null;
  declare function raise(message: string): null;
  declare function log(message: string): void;
  declare function find(key: string): string | undefined;
  declare const ok: boolean;`;

/** The texts of the calls that the lint objects to in the body of a function. */
function faults(body: string): string[] {
  writeFileSync(join(folder, "source.ts"), `${declarations}\nexport function f(): unknown {\n${body}\n}\n`);
  return discardedResults([join(folder, "tsconfig.json")]).map((fault: { text: string }) => fault.text);
}

test.each([
  ["a statement", 'setItem("a");'],
  ["a branch", 'ok ? setItem("a") : log("b");'],
  ["a short cut", 'ok && setItem("a");'],
  ["a comma", 'log("b"), setItem("a");'],
  ["a loop's head", 'for (let i = 0; i < 2; setItem("a")) i++;'],
  ["a nested function", 'const g = () => { setItem("a"); }; g();'],
  ["a statement before another failure's", 'setItem("a"); log("b"); return null;'],
])("objects to a result thrown away by %s", (_, body) => {
  expect(faults(body)).toEqual(['setItem("a")']);
});

test("objects to an exception after which the function goes on", () => {
  expect(faults('raise("no"); return 1;')).toEqual(['raise("no")']);
});

test.each([
  ["a result that is used", 'if (setItem("a") === null) return null;'],
  ["a result that is returned", 'return setItem("a");'],
  ["a result that is thrown away on purpose", 'void setItem("a");'],
  ["a failure that is passed on as null", 'raise("no"); return null;'],
  ["a failure that is passed on as false", 'raise("no"); return false;'],
  ["a failure that leaves a loop", 'for (;;) { raise("no"); break; }'],
  ["results that cannot be null", 'log("b"); find("a");'],
])("accepts %s", (_, body) => {
  expect(faults(body)).toEqual([]);
});

test("tells where", () => {
  writeFileSync(join(folder, "source.ts"), `${declarations}\nexport function f() {\n  setItem("a");\n}\n`);
  const [fault] = discardedResults([join(folder, "tsconfig.json")]);
  expect(fault).toMatchObject({ line: declarations.split("\n").length + 2, column: 3 });
});
