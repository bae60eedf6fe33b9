import { expect, test } from "vitest";
import { folderWith, runAdder } from "./testing/run-adder.js";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

const show = "import sys\nprint(sys.argv, __name__, __file__, sys.path[0])\n";
const cwd = folderWith({
  "show.py": show,
  "names.py":
    "names = sorted(globals())\nprint(names)\nprint(type(__loader__).__name__, __loader__.name, __loader__.path)\n" +
    "import __main__\nprint(__main__, __spec__, __builtins__)\n",
  "folder/__main__.py": show,
  "folder/helper.py": "",
  "bare/x.py": "",
  "latin.py": latin('x = "caf\xe9"\n'),
  "declared.py": latin('# -*- coding: latin-1 -*-\nprint(ascii("caf\xe9"))\n'),
  "unknown.py": "# -*- coding: foobar -*-\nprint(1)\n",
  "null.py": 'x = 1\nprint("a\0b")\n',
  "empty.py": "",
  "unfinished.py": "print(1)",
  "bom.py": "\ufeffprint('bom')\n",
  "crlf.py": 'if 1:\r\n    x = """a\r\nb"""\r\n    print(repr(x))\r\n',
  "broken.py": "x = 1\nprint(x\ny = 2\n",
  "raising.py": "def f():\n    1/0\nf()\n",
  "shebang.py": "#!garbage (((\nprint('ran')\n",
  "garbage.py": "garbage (((\n1/0\n",
});

test("a file has its path, its arguments and its folder first on sys.path", async () => {
  expect(await runAdder(["./show.py", "a", "-b", "--c"], { cwd })).toEqual({
    stdout: `['./show.py', 'a', '-b', '--c'] __main__ ${cwd}/./show.py ${cwd}\n`,
    stderr: "",
    code: 0,
  });
});

test("__main__ has the names that CPython 3.14 gives it, and the loader of its file", async () => {
  const { stdout } = await runAdder(["names.py"], { cwd });
  expect(stdout).toBe(
    "['__builtins__', '__cached__', '__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__']\n" +
      `SourceFileLoader __main__ ${cwd}/names.py\n` +
      `<module '__main__' from '${cwd}/names.py'> None <module 'builtins' (built-in)>\n`,
  );
});

test("a folder is run by its __main__", async () => {
  const { stdout } = await runAdder(["folder", "x"], { cwd });
  expect(stdout).toBe(`['folder', 'x'] __main__ ${cwd}/folder/__main__.py ${cwd}/folder\n`);
});

test("a folder without __main__ is refused", async () => {
  expect(await runAdder(["bare"], { cwd })).toEqual({
    stdout: "",
    stderr: `adder: can't find '__main__' module in '${cwd}/bare'\n`,
    code: 1,
  });
});

test("a missing file is told with its whole path", async () => {
  expect(await runAdder(["missing.py"], { cwd })).toEqual({
    stdout: "",
    stderr: `adder: can't open file '${cwd}/missing.py': [Errno 2] No such file or directory\n`,
    code: 2,
  });
});

test.each([
  ["declared.py", "'caf\\xe9'\n"],
  ["empty.py", ""],
  ["unfinished.py", "1\n"],
  ["bom.py", "bom\n"],
  ["crlf.py", "'a\\nb'\n"],
  ["shebang.py", "ran\n"],
])("%s runs", async (name, stdout) => {
  expect(await runAdder([name], { cwd })).toEqual({ stdout, stderr: "", code: 0 });
});

test("bytes that are no text are told with file, line and place", async () => {
  const { stderr, code } = await runAdder(["latin.py"], { cwd });
  expect(stderr).toBe(
    `  File "${cwd}/latin.py", line 1\n    x = "caf\ufffd"\n            ^\n` +
      `SyntaxError: Non-UTF-8 code starting with '\\xe9' in file ${cwd}/latin.py on line 1, but no encoding ` +
      "declared; see https://peps.python.org/pep-0263/ for details\n",
  );
  expect(code).toBe(1);
});

test("null bytes are told with their line", async () => {
  const { stderr } = await runAdder(["null.py"], { cwd });
  expect(stderr).toBe(
    `  File "${cwd}/null.py", line 2\n    print("a\nSyntaxError: source code cannot contain null bytes\n`,
  );
});

test("a syntax error shows its line", async () => {
  expect(await runAdder(["broken.py"], { cwd })).toEqual({
    stdout: "",
    stderr: `  File "${cwd}/broken.py", line 2\n    print(x\n         ^\nSyntaxError: '(' was never closed\n`,
    code: 1,
  });
});

test("an exception that nobody catches is shown", async () => {
  expect(await runAdder(["raising.py"], { cwd })).toEqual({
    stdout: "",
    stderr:
      "Traceback (most recent call last):\n" +
      `  File "${cwd}/raising.py", line 3, in <module>\n    f()\n    ~^^\n` +
      `  File "${cwd}/raising.py", line 2, in f\n    1/0\n    ~^~\n` +
      "ZeroDivisionError: division by zero\n",
    code: 1,
  });
});

test("-x skips the first line and counts it", async () => {
  const { stderr } = await runAdder(["-x", "garbage.py"], { cwd });
  expect(stderr).toContain(`File "${cwd}/garbage.py", line 2, in <module>`);
});
