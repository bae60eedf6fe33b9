import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageNames, root } from "../tools/lib/paths.mjs";

const changeset = join(
  dirname(createRequire(import.meta.url).resolve("@changesets/cli/package.json")),
  "bin.js",
);

let folder: string;

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.invalid", ...args], {
    cwd: folder,
    stdio: "pipe",
  });
const manifest = (name: string) =>
  JSON.parse(readFileSync(join(folder, "packages", name, "package.json"), "utf8"));
const changelog = (name: string) => readFileSync(join(folder, "packages", name, "CHANGELOG.md"), "utf8");

/** A copy of what a release reads: manifests and the configuration, without the changesets that wait. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adder-changesets-"));
  const files = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ".changeset/config.json"];
  for (const file of [...files, ...packageNames.map((name) => `packages/${name}/package.json`)]) {
    cpSync(join(root, file), join(folder, file));
  }
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "-m", "start");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the next version is when `part` is raised. */
function raised(version: string, part: "patch" | "minor"): string {
  const [major, minor, patch] = version.split(".").map(Number) as [number, number, number];
  return part === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Files one changeset and lets `changeset version` make the release's versions and changelogs. */
function release(packageName: string, part: "patch" | "minor", sentence: string): void {
  writeFileSync(
    join(folder, ".changeset/one.md"),
    `---\n"@adder/${packageName}": ${part}\n---\n\n${sentence}\n`,
  );
  git("add", ".");
  git("commit", "--quiet", "-m", "change");
  execFileSync(process.execPath, [changeset, "version"], { cwd: folder, stdio: "pipe" });
}

test.each(["patch", "minor"] as const)("a %s change raises every package to one version", (part) => {
  const before = manifest("objects").version;
  release("objects", part, "Dictionaries keep their order.");
  const versions = packageNames.map((name: string) => manifest(name).version);
  expect(new Set(versions)).toEqual(new Set([raised(before, part)]));
});

test("a change is told in the changelog of its package", () => {
  const version = raised(manifest("objects").version, "minor");
  release("objects", "minor", "Dictionaries keep their order.");
  expect(changelog("objects")).toMatch(/^# @adder\/objects\n/);
  expect(changelog("objects")).toContain(`## ${version}\n\n### Minor Changes\n\n- `);
  expect(changelog("objects")).toContain("Dictionaries keep their order.");
  expect(changelog("ast")).not.toContain("Dictionaries");
});

test("packages that depend on a changed one say so", () => {
  const version = raised(manifest("objects").version, "minor");
  release("objects", "minor", "Dictionaries keep their order.");
  expect(changelog("frames")).toContain(`@adder/objects@${version}`);
});

test("dependencies on each other stay those of the workspace", () => {
  release("objects", "patch", "A repair.");
  expect(manifest("frames").dependencies["@adder/objects"]).toBe("workspace:^");
});

test("a used changeset is removed", () => {
  release("ast", "patch", "A repair.");
  expect(() => readFileSync(join(folder, ".changeset/one.md"))).toThrow();
});
