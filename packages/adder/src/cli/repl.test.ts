import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemConfig } from "@adder/runtime";
import { expect, test } from "vitest";
import { neverInterrupted } from "../host/interrupt-source.js";
import { NodeHost } from "../host/node-host.js";
import { redirectStreams } from "../host/redirected-files.js";
import { startSession } from "../session.js";
import { interact } from "./repl.js";
import { addSiteBuiltins } from "./site-builtins.js";

interface Transcript {
  readonly code: number;
  /** Standard output and standard error, as they come. */
  readonly text: string;
}

const library = fileURLToPath(new URL("../../../stdlib/dist/lib", import.meta.url));

/** What the prompt answers to lines that come through a pipe. */
async function transcript(stdin: string, env: Record<string, string> = {}): Promise<Transcript> {
  let text = "";
  const write = (part: string): void => {
    text += part;
  };
  class PipedHost extends NodeHost {
    override readonly files = redirectStreams(new NodeHost().files, { stdin, stdout: write, stderr: write });
  }
  const streams = { unbuffered: false, encoding: "utf-8", errors: "strict" };
  const config = systemConfig({ interactive: true, stdlibDir: library, prefix: library, path: [library] });
  const session = startSession(new PipedHost({ env }), config, streams, neverInterrupted);
  addSiteBuiltins(session);
  const code = await interact(session, { main: true, banner: false });
  return { code, text };
}

test("shows values, and remembers the last", async () => {
  expect((await transcript("x = 6\nx * 7\n_ + 1\nNone\n")).text).toBe(">>> >>> 42\n>>> 43\n>>> >>> \n");
});

test("a block goes on until an empty line", async () => {
  const { text } = await transcript("if 1:\n  print(3)\n\n'a' 'b'; 3\n");
  expect(text).toBe(">>> ... ... 3\n>>> 'ab'\n3\n>>> \n");
});

test("brackets and long strings go on until they are closed", async () => {
  const { text } = await transcript("(1 +\n\n2)\n'''a\n\nb'''\n");
  expect(text).toBe(">>> ... ... 3\n>>> ... ... 'a\\n\\nb'\n>>> \n");
});

test("the end of the input ends a block", async () => {
  expect((await transcript("if 1:\n  print(3)\n")).text).toBe(">>> ... ... 3\n>>> \n");
});

test("goes on after an exception, whose lines it shows", async () => {
  const { text, code } = await transcript("def f():\n  return 1/0\n\n2\nf()\nimport sys; sys.last_exc\n");
  expect(text).toBe(
    ">>> ... ... >>> 2\n" +
      '>>> Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n    f()\n    ~^^\n' +
      '  File "<stdin>", line 2, in f\n    return 1/0\n           ~^~\nZeroDivisionError: division by zero\n' +
      ">>> ZeroDivisionError('division by zero')\n>>> \n",
  );
  expect(code).toBe(0);
});

test("shows what is wrong with a line", async () => {
  const { text } = await transcript("x+\nreturn\n");
  expect(text).toBe(
    '>>>   File "<stdin>", line 1\n    x+\n      ^\nSyntaxError: invalid syntax\n' +
      ">>>   File \"<stdin-1>\", line 1\n    return\n    ^^^^^^\nSyntaxError: 'return' outside function\n>>> \n",
  );
});

test("future features stay", async () => {
  const { text } = await transcript(
    "from __future__ import annotations\ndef f(x: no): pass\n\nf.__annotations__\n",
  );
  expect(text).toBe(">>> >>> ... >>> {'x': 'no'}\n>>> \n");
});

test("prompts are what sys says", async () => {
  const { text } = await transcript("import sys; sys.ps1 = 'P '; sys.ps2 = 5\n(\n1)\n");
  expect(text).toBe(">>> P 51\nP \n");
});

test("ends with the code of SystemExit", async () => {
  expect(await transcript("raise SystemExit(5)\nprint(1)\n")).toEqual({ code: 5, text: ">>> " });
  expect(await transcript("exit(3)\n")).toEqual({ code: 3, text: ">>> " });
  expect((await transcript("exit\n")).text).toBe(">>> Use exit() or Ctrl-D (i.e. EOF) to exit\n>>> \n");
});

test("runs PYTHONSTARTUP first", async () => {
  const folder = mkdtempSync(join(tmpdir(), "adder-prompt-"));
  try {
    const file = join(folder, "start.py");
    writeFileSync(file, "x = 7\n");
    expect((await transcript("x\n", { PYTHONSTARTUP: file })).text).toBe(">>> 7\n>>> \n");
    const { text } = await transcript("", { PYTHONSTARTUP: join(folder, "none.py") });
    expect(text).toMatch(/^Could not open PYTHONSTARTUP\n/);
    expect(text).toMatch(/FileNotFoundError: \[Errno 2\] No such file or directory: '.*none.py'\n>>> \n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
