// The programs of the conformance suite and the examples: where they are, what belongs to them, and
// what they are expected to print.
//
// A program is tests/conformance/<area>/<behaviour>.py or examples/<name>/<name>.py. Files beside it:
//   <behaviour>.args   command-line arguments, one a line          (optional, written by hand)
//   <behaviour>.stdin  standard input                              (optional, written by hand)
//   <behaviour>.out    expected standard output, exact bytes       (recorded)
//   <behaviour>.err    expected standard error, paths normalised   (recorded, when there is any)
//   <behaviour>.code   expected exit code                          (recorded, when it is not 0)
// Modules that a program imports live in sub-folders or begin with an underscore.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

const suiteFolder = join(root, "tests/conformance");
const examplesFolder = join(root, "examples");

function folders(path) {
  return existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).filter(
        (entry) => entry.isDirectory() && !entry.name.startsWith("_"),
      )
    : [];
}

/** Every program, as absolute paths, sorted. */
export function allPrograms() {
  const found = [];
  for (const area of folders(suiteFolder)) {
    for (const name of readdirSync(join(suiteFolder, area.name))) {
      if (name.endsWith(".py") && !name.startsWith("_")) found.push(join(suiteFolder, area.name, name));
    }
  }
  for (const { name } of folders(examplesFolder)) {
    const file = join(examplesFolder, name, `${name}.py`);
    if (existsSync(file)) found.push(file);
  }
  return found.sort();
}

/** The programs at or under the given paths (all when there are none). */
export function programsUnder(paths) {
  if (paths.length === 0) return allPrograms();
  const wanted = paths.map((path) => resolve(path));
  for (const path of wanted) statSync(path);
  return allPrograms().filter((file) => wanted.some((path) => file === path || file.startsWith(`${path}/`)));
}

/** A program's name as it is shown: its path in the repository. */
export const displayName = (file) => relative(root, file);

const beside = (file, ending) => file.replace(/\.py$/, ending);

/** What a program is started with: `args` (strings) and `stdin` (bytes). */
export function inputsOf(file) {
  const args = beside(file, ".args");
  const stdin = beside(file, ".stdin");
  return {
    args: existsSync(args) ? readFileSync(args, "utf8").replace(/\n$/, "").split("\n") : [],
    stdin: existsSync(stdin) ? readFileSync(stdin) : Buffer.alloc(0),
  };
}

/** The files that a result is recorded in, as `{ path, bytes }`; `bytes` is null where none should exist. */
export function recordOf(file, { stdout, stderr, code }) {
  const error = normaliseStderr(stderr, file);
  return [
    { path: beside(file, ".out"), bytes: stdout },
    { path: beside(file, ".err"), bytes: error.length > 0 ? error : null },
    { path: beside(file, ".code"), bytes: code !== 0 ? Buffer.from(`${code}\n`) : null },
  ];
}

/** The recorded result of a program, or null when it was never recorded. */
export function expectedOf(file) {
  const read = (ending) => (existsSync(beside(file, ending)) ? readFileSync(beside(file, ending)) : null);
  const stdout = read(".out");
  if (stdout === null) return null;
  return { stdout, stderr: read(".err") ?? Buffer.alloc(0), code: Number(read(".code")?.toString() ?? "0") };
}

/** Standard error without what depends on the machine: the folders of the files named in tracebacks. */
export function normaliseStderr(stderr, file) {
  const folder = dirname(file);
  const text = stderr.toString("utf8");
  const shortened = text
    .replace(/File "([^"<][^"]*)"/g, (_, path) => `File "${shortPath(path, folder)}"`)
    .replace(/\((\/[^()\n]+\.py)\)/g, (_, path) => `(${shortPath(path, folder)})`);
  return Buffer.from(shortened.replace(/^\S*?([^\s/]+\.py):(\d+): (\w*Warning)/gm, "$1:$2: $3"));
}

function shortPath(path, folder) {
  const inside = relative(folder, path);
  return inside.startsWith("..") || inside.startsWith("/") ? basename(path) : inside;
}

/** How an actual result differs from the expected one, as lines; empty when it does not. */
export function differences(file, actual, expected) {
  const lines = [];
  if (actual.code !== expected.code) lines.push(`exit code ${actual.code}, expected ${expected.code}`);
  if (!actual.stdout.equals(expected.stdout)) lines.push(...lineDiff("out", expected.stdout, actual.stdout));
  const stderr = normaliseStderr(actual.stderr, file);
  if (!stderr.equals(expected.stderr)) lines.push(...lineDiff("err", expected.stderr, stderr));
  return lines;
}

/** The first lines that differ, expected (-) and actual (+), with the line number of the first. */
function lineDiff(label, expected, actual, limit = 6) {
  const want = expected.toString("utf8").split("\n");
  const got = actual.toString("utf8").split("\n");
  let first = 0;
  while (first < want.length && first < got.length && want[first] === got[first]) first++;
  let endWant = want.length;
  let endGot = got.length;
  while (endWant > first && endGot > first && want[endWant - 1] === got[endGot - 1]) {
    endWant--;
    endGot--;
  }
  const show = (sign, all, from, to) => {
    const part = all.slice(from, Math.min(to, from + limit)).map((line) => `  ${sign} ${line.slice(0, 200)}`);
    if (to - from > limit) part.push(`  ${sign} ... ${to - from - limit} more lines`);
    return part;
  };
  return [
    `${label} line ${first + 1}:`,
    ...show("-", want, first, endWant),
    ...show("+", got, first, endGot),
  ];
}

/** What a failure comes from, in one line: the error that was not expected, or else the first line that differs. */
export function causeOf(actual, expected) {
  const lastLine = (bytes) => bytes.toString("utf8").trimEnd().split("\n").at(-1) ?? "";
  const error = lastLine(actual.stderr);
  if (error !== "" && error !== lastLine(expected.stderr)) return error.slice(0, 160);
  const [want, got] = [expected.stdout, actual.stdout].map((bytes) => bytes.toString("utf8").split("\n"));
  const at = want.findIndex((line, index) => line !== got[index]);
  return at < 0
    ? "standard error differs"
    : `got ${JSON.stringify(got[at] ?? null)?.slice(0, 100)}, expected ${JSON.stringify(want[at]).slice(0, 100)}`;
}

/** The programs that a status file lists: one a line, the reason behind a `#`. */
export function knownFailuresIn(text) {
  const names = text.split("\n").map((line) => line.replace(/#.*/, "").trim());
  return new Set(names.filter((name) => name !== ""));
}

/** What a run means for a program: only "failed" and "unexpected pass" are errors. */
export function verdictOf(passes, isKnownFailure) {
  if (isKnownFailure) return passes ? "unexpected pass" : "known failure";
  return passes ? "passed" : "failed";
}
