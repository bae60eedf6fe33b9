import { describe, expect, test } from "vitest";
import { runAdder } from "./testing/run-adder.js";

/** What a program prints that can use `subprocess`, `sys` and `os`. */
async function output(source: string): Promise<string> {
  const run = await runAdder(["-c", `import os, subprocess, sys\nfrom subprocess import PIPE\n${source}`]);
  expect(run.stderr).toBe("");
  return run.stdout;
}

describe.skipIf(process.platform !== "linux")("programs that are started", () => {
  test("their output and exit code arrive", async () => {
    const source =
      "print(subprocess.run(['sh', '-c', 'echo out; echo err >&2; exit 3'], capture_output=True))";
    expect(await output(source)).toBe(
      "CompletedProcess(args=['sh', '-c', 'echo out; echo err >&2; exit 3'], returncode=3, stdout=b'out\\n', stderr=b'err\\n')\n",
    );
  });

  test("more than a pipe holds goes in and out at once", async () => {
    const source = "print(len(subprocess.run(['cat'], input=bytes(500_000), stdout=PIPE).stdout))";
    expect(await output(source)).toBe("500000\n");
  });

  test("a dialogue goes to and fro", async () => {
    const source =
      "p = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, text=True, bufsize=1)\n" +
      "for word in ('first', 'second'):\n  print(word, file=p.stdin); print(p.stdout.readline(), end='')\n" +
      "p.stdin.close(); print(p.wait())";
    expect(await output(source)).toBe("first\nsecond\n0\n");
  });

  test("one reads what another writes", async () => {
    const source =
      "p = subprocess.Popen(['echo', 'word'], stdout=PIPE)\n" +
      "print(subprocess.run(['tr', 'a-z', 'A-Z'], stdin=p.stdout, stdout=PIPE).stdout, p.wait())";
    expect(await output(source)).toBe("b'WORD\\n' 0\n");
  });

  test("signals and time limits end them", async () => {
    const source =
      "p = subprocess.Popen(['sleep', '100']); print(p.poll()); p.kill(); print(p.wait())\n" +
      "try: subprocess.run(['sleep', '100'], timeout=0.1)\nexcept subprocess.TimeoutExpired as e: print(e)";
    expect(await output(source)).toBe("None\n-9\nCommand '['sleep', '100']' timed out after 0.1 seconds\n");
  });

  test("what can't be started is told", async () => {
    const source =
      "for args, cwd in ((['no-such-program'], None), (['ls'], '/no/folder'), (['/etc/passwd'], None)):\n" +
      "  try: subprocess.run(args, cwd=cwd)\n  except OSError as e: print(type(e).__name__, e)";
    expect(await output(source)).toBe(
      "FileNotFoundError [Errno 2] No such file or directory: 'no-such-program'\n" +
        "FileNotFoundError [Errno 2] No such file or directory: '/no/folder'\n" +
        "PermissionError [Errno 13] Permission denied: '/etc/passwd'\n",
    );
  });

  test("Adder starts itself, with the environment as os.environ has it", async () => {
    const source =
      "os.environ['WORD'] = 'passed on'\n" +
      "print(subprocess.check_output([sys.executable, '-c', 'import os; print(os.environ[\"WORD\"])']))";
    expect(await output(source)).toBe("b'passed on\\n'\n");
  });

  test("they write on where a file was left", async () => {
    const source =
      "import tempfile\nwith tempfile.TemporaryFile() as f:\n  f.write(b'head '); f.flush()\n" +
      "  subprocess.run(['echo', 'tail'], stdout=f)\n  f.seek(0); print(f.read())";
    expect(await output(source)).toBe("b'head tail\\n'\n");
  });
});
