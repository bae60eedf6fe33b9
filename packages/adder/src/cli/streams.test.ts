import { expect, test } from "vitest";
import { finished, folderWith, runAdder, startAdder } from "./testing/run-adder.js";

test("the standard streams say what they are", async () => {
  const source =
    "import sys\nfor s in (sys.stdin, sys.stdout, sys.stderr):\n" +
    "  print(s.name, s.mode, s.encoding, s.errors, s.fileno(), s.line_buffering, s.write_through)";
  const { stdout } = await runAdder(["-c", source]);
  expect(stdout).toBe(
    "<stdin> r utf-8 strict 0 False False\n<stdout> w utf-8 strict 1 False False\n" +
      "<stderr> w utf-8 backslashreplace 2 True False\n",
  );
});

test("the C locale lets bytes that are no text through", async () => {
  const run = await runAdder(["-c", "print(ascii(input()))"], {
    input: Uint8Array.of(0xe9, 10),
    env: { LANG: "C" },
  });
  expect(run).toEqual({ stdout: "'\\udce9'\n", stderr: "", code: 0 });
});

test("input() keeps a carriage return and prompts on standard output", async () => {
  const { stdout } = await runAdder(["-c", "print(repr(input('p> ')))"], { input: "zz\r\n" });
  expect(stdout).toBe("p> 'zz\\r'\n");
});

test("-u passes output on at once, and input lines are read as they come", async () => {
  const child = startAdder(["-u", "-c", "print('name', end='')\nprint(input())\nprint(input())"]);
  const end = finished(child);
  const answers = ["first\n", "second\n"];
  child.stdout.on("data", () => {
    const answer = answers.shift();
    if (answer !== undefined) child.stdin.write(answer);
  });
  expect(await end).toEqual({ stdout: "namefirst\nsecond\n", stderr: "", code: 0 });
});

test("a pipe that nobody reads any more is told once, as BrokenPipeError", async () => {
  const child = startAdder(["-c", "while True: print(1)"]);
  const end = finished(child);
  child.stdout.once("data", () => child.stdout.destroy());
  const { stderr, code } = await end;
  expect(stderr).toMatch(
    /^Traceback \(most recent call last\):\n {2}File "<string>", line 1, in <module>\n(?: {4}.*\n)+BrokenPipeError: \[Errno 32\] Broken pipe\nException ignored while flushing sys\.stdout:\nBrokenPipeError: \[Errno 32\] Broken pipe\n$/,
  );
  expect(code).toBe(120);
});

test("a program from standard input is its file, and tracebacks have no lines of it", async () => {
  const { stdout, stderr, code } = await runAdder(["-", "a"], {
    input: "import sys\nprint(sys.argv, __file__, repr(sys.path[0]))\n1/0\n",
  });
  expect(stdout).toBe("['-', 'a'] <stdin> ''\n");
  expect(stderr).toBe(
    'Traceback (most recent call last):\n  File "<stdin>", line 3, in <module>\n' +
      "ZeroDivisionError: division by zero\n",
  );
  expect(code).toBe(1);
});

test("modules beside -c are found, and PYTHONPATH comes behind", async () => {
  const cwd = folderWith({ "here.py": "print('here')", "more/there.py": "print('there', __file__)" });
  const { stdout } = await runAdder(["-c", "import here, there"], {
    cwd,
    env: { PYTHONPATH: `${cwd}/more` },
  });
  expect(stdout).toBe(`here\nthere ${cwd}/more/there.py\n`);
});

test.each([
  ["Latin1", "iso8859-1 strict"],
  ["u8:replace", "utf-8 replace"],
  ["UTF-8", "utf-8 strict"],
])("PYTHONIOENCODING=%s has the codec's name", async (encoding, expected) => {
  const source = "import sys\nprint(sys.stdout.encoding, sys.stdout.errors)";
  const { stdout } = await runAdder(["-c", source], { env: { PYTHONIOENCODING: encoding } });
  expect(stdout).toBe(`${expected}\n`);
});

test("no interpreter starts with streams of an unknown encoding", async () => {
  const { stderr, code } = await runAdder(["-c", "print(1)"], { env: { PYTHONIOENCODING: "nope" } });
  expect(stderr).toContain(
    "Fatal Python error: init_stdio_encoding: failed to get the Python codec name of the stdio encoding\n" +
      "Python runtime state: core initialized\nLookupError: unknown encoding: nope\n",
  );
  expect(code).toBe(1);
});

test("print() without sys.stdout is an error, with None it is nothing", async () => {
  const { stdout, stderr, code } = await runAdder([
    "-c",
    "import sys\nsys.stdout = None\nprint(1)\ndel sys.stdout\nprint(2)",
  ]);
  expect([stdout, code]).toEqual(["", 1]);
  expect(stderr).toMatch(/\nRuntimeError: lost sys\.stdout\n$/);
});

test("an exception that cannot be shown for want of sys.stderr leaves its repr", async () => {
  const { stderr, code } = await runAdder(["-c", "import sys\ndel sys.stderr\n1/0"]);
  expect(stderr).toMatch(
    /^object address {2}: 0x[0-9a-f]+\nobject refcount : \d+\nobject type {5}: 0x[0-9a-f]+\nobject type name: ZeroDivisionError\nobject repr {5}: ZeroDivisionError\('division by zero'\)\nlost sys\.stderr\n$/,
  );
  expect(code).toBe(1);
});
