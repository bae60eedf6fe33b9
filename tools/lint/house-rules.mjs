import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Hand-written files are split when they are longer, in lines. */
const longest = 800;

const exported =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|const|let|interface|type|enum|const enum) (\w+)/;

/**
 * Exported names without a TSDoc comment, as `line: name`. Overloads share the comment of the first. One-line exports
 * that follow each other directly are rows of a list, which is explained as a whole.
 */
function undocumented(lines) {
  const found = [];
  let last = "";
  for (const [i, line] of lines.entries()) {
    const name = exported.exec(line)?.[1];
    if (name === undefined) continue;
    let above = i - 1;
    while (lines[above]?.startsWith("//")) above--;
    const isRow =
      line.endsWith(";") && (exported.test(lines[i - 1] ?? "") || exported.test(lines[i + 1] ?? ""));
    if (!/\*\/\s*$/.test(lines[above] ?? "") && !isRow && name !== last) found.push(`${i + 1}: ${name}`);
    last = name;
  }
  return found;
}

/** What the house habits object to in one source file of a package, as sentences. */
export function sourceFaults(path, text) {
  const faults = [];
  const lines = text.split("\n");
  const name = path.split("/").at(-1);
  const generated = path.includes("/generated/");
  const isTest = /\.test\.ts$/.test(name);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.ts$/.test(name))
    faults.push(`${path}: the name is not in kebab-case`);
  if (generated) {
    if (!/generated/i.test(lines[0]))
      faults.push(`${path}: the first line does not say that it is generated`);
    return faults;
  }
  if (lines.length > longest) faults.push(`${path}: ${lines.length} lines, more than ${longest}`);
  if (isTest) return faults;
  for (const [i, line] of lines.entries()) {
    if (/\bnew Error\(/.test(line)) faults.push(`${path}:${i + 1}: a bare Error (a bug is an InternalError)`);
  }
  for (const place of undocumented(lines)) faults.push(`${path}:${place} has no TSDoc comment`);
  return faults;
}

/** What must not be in any file of the repository: addresses of registries and places on one machine. */
const unwanted = [
  [/registry\.(?:npmjs|yarnpkg)\./, "the address of a package registry"],
  [/(?:^|[\s"'`(=])\/(?:root|work|home\/\w+)\//, "a path of one machine"],
];

/** Faults of any text file. */
export function textFaults(path, text) {
  const faults = [];
  for (const [i, line] of text.split("\n").entries()) {
    for (const [pattern, what] of unwanted) if (pattern.test(line)) faults.push(`${path}:${i + 1}: ${what}`);
  }
  return faults;
}

/** Every file that is or would be committed, with its text; binary ones are left out. */
export function* repositoryFiles(root) {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  for (const path of listed.split("\0")) {
    const file = join(root, path);
    if (path === "" || !existsSync(file) || !statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    if (!bytes.subarray(0, 8000).includes(0)) yield { path, text: bytes.toString("utf8") };
  }
}
