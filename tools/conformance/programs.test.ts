import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import {
  allPrograms,
  causeOf,
  differences,
  displayName,
  expectedOf,
  knownFailuresIn,
  normaliseStderr,
  verdictOf,
} from "./programs.mjs";

const bytes = (text: string) => Buffer.from(text);
const result = (stdout: string, stderr = "", code = 0) => ({
  stdout: bytes(stdout),
  stderr: bytes(stderr),
  code,
});

test("every program has a recorded output", () => {
  const programs = allPrograms();
  expect(programs.length).toBeGreaterThan(450);
  expect(programs.filter((file) => expectedOf(file) === null).map(displayName)).toEqual([]);
});

test("an example is named like its folder", () => {
  const examples = allPrograms().filter((file) => displayName(file).startsWith("examples/"));
  for (const file of examples) expect(basename(file)).toBe(`${basename(dirname(file))}.py`);
});

test("folders of file names are removed from standard error", () => {
  const stderr = bytes(
    'Traceback:\n  File "/x/y/p.py", line 1\n  File "/x/y/pack/m.py", line 2\n  File "/lib/json/__init__.py", line 3\n' +
      '  File "<string>", line 4\n/x/y/p.py:5: UserWarning: w\n',
  );
  expect(normaliseStderr(stderr, "/x/y/p.py").toString()).toBe(
    'Traceback:\n  File "p.py", line 1\n  File "pack/m.py", line 2\n  File "__init__.py", line 3\n' +
      '  File "<string>", line 4\np.py:5: UserWarning: w\n',
  );
});

test("equal results have no differences", () => {
  expect(differences("/p.py", result("a\n", "e\n", 1), result("a\n", "e\n", 1))).toEqual([]);
});

test("exit code, output and errors are compared", () => {
  expect(differences("/p.py", result("a\nb\nc", "x", 0), result("a\nB\nc", "", 1))).toEqual([
    "exit code 0, expected 1",
    "out line 2:",
    "  - B",
    "  + b",
    "err line 1:",
    "  - ",
    "  + x",
  ]);
});

test("the cause is the unexpected error, or the first line that differs", () => {
  expect(causeOf(result("a", "Traceback\nKeyError: 1\n", 1), result("a"))).toBe("KeyError: 1");
  expect(causeOf(result("a\nb"), result("a\nc"))).toBe('got "b", expected "c"');
});

test("a status file lists programs with reasons", () => {
  const text = "# What fails.\n\na/b.py\nc.py  # no zlib\n";
  expect([...knownFailuresIn(text)]).toEqual(["a/b.py", "c.py"]);
});

test("a listed program that passes is an error, one that fails is none", () => {
  expect(verdictOf(true, true)).toBe("unexpected pass");
  expect(verdictOf(false, true)).toBe("known failure");
  expect(verdictOf(true, false)).toBe("passed");
  expect(verdictOf(false, false)).toBe("failed");
});
