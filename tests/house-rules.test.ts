import { describe, expect, test } from "vitest";
import { root } from "../tools/lib/paths.mjs";
import { repositoryFiles, sourceFaults, textFaults } from "../tools/lint/house-rules.mjs";

const files: { path: string; text: string }[] = [...repositoryFiles(root)];

test("sources of the packages keep the house habits", () => {
  const sources = files.filter(({ path }) => /^packages\/\w+\/src\/.*\.ts$/.test(path));
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap(({ path, text }) => sourceFaults(path, text))).toEqual([]);
});

test("no file names a registry or a place on one machine", () => {
  const own = /^(tests\/house-rules\.test\.ts|tools\/lint\/house-rules\.mjs)$/;
  expect(
    files.filter(({ path }) => !own.test(path)).flatMap(({ path, text }) => textFaults(path, text)),
  ).toEqual([]);
});

describe("the rules object to", () => {
  const faults = (text: string, path = "packages/x/src/some-file.ts") => sourceFaults(path, text);

  test("an export without a comment", () => {
    expect(faults("/** Doc. */\nexport const a = 1;\n\nexport function b() {}")).toEqual([
      "packages/x/src/some-file.ts:4: b has no TSDoc comment",
    ]);
  });

  test("a bare Error", () => {
    expect(faults('throw new Error("no");')[0]).toContain("a bare Error");
    expect(faults('throw new Error("no");', "packages/x/src/a.test.ts")).toEqual([]);
  });

  test("a long file", () => {
    expect(faults("//\n".repeat(801))[0]).toContain("802 lines");
    expect(faults(`// Generated.\n${"//\n".repeat(900)}`, "packages/x/src/generated/a.ts")).toEqual([]);
  });

  test("a name that is not in kebab-case", () => {
    expect(faults("", "packages/x/src/someFile.ts")[0]).toContain("kebab-case");
  });

  test("a generated file that does not say so", () => {
    expect(faults("const a = 1;", "packages/x/src/generated/a.ts")[0]).toContain("does not say");
  });

  test("paths and addresses that only hold here", () => {
    expect(textFaults("a.md", "see /root/x\n and registry.npmjs.org")).toHaveLength(2);
    expect(textFaults("a.md", "http://example.org/root/x and packages/work/y")).toEqual([]);
  });
});
