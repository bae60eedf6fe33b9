import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const driver = fileURLToPath(new URL("driver.py", import.meta.url));

/** How often a module is started again after a crash or a hang; each costs the module's whole import. */
const maximalRestarts = 25;

/** Resident memory of a process in MB, where the system tells (Linux); else 0. */
function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/**
 * Runs one process to its end, or until it exceeds a limit.
 * Answers why it ended: `exit`, `timeout` or `memory`, its exit code and the end of what it printed.
 */
function runProcess({ command, args, cwd, env, report, limits }) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const started = Date.now();
    let ended = "exit";
    let tail = "";
    const keep = (data) => {
      tail = (tail + data).slice(-4000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const stop = (why) => {
      ended = why;
      // The whole group, since tests start processes of their own.
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        child.kill("SIGKILL");
      }
    };
    const watch = setInterval(() => {
      const now = Date.now();
      const lastLine = existsSync(report) ? statSync(report).mtimeMs : 0;
      if (now - Math.max(lastLine, started) > limits.testSeconds * 1000) stop("timeout");
      else if (now - started > limits.moduleSeconds * 1000) stop("timeout");
      else if (residentMegabytes(child.pid) > limits.megabytes) stop("memory");
    }, 250);
    child.on("error", (error) => {
      clearInterval(watch);
      done({ ended: "exit", status: 127, tail: error.message });
    });
    // A grandchild may hold the pipes open: `exit` counts, not `close`.
    child.on("exit", (status, signal) => {
      clearInterval(watch);
      stop(ended);
      done({ ended, status: status ?? signal, tail });
    });
  });
}

/** The line of a dying process's last words that says most: an error's, rather than Node's farewell. */
function lastWords(tail) {
  const lines = tail.trim().split("\n");
  return lines.findLast((line) => /^\S*(Error|Exception|Interrupt|Exit)\b/.test(line)) ?? lines.at(-1) ?? "";
}

/** Outcomes in the words of the status files; a failed start has no outcome and is the process's last words. */
const outcomes = {
  ok: "pass",
  xfail: "pass",
  skip: "skip",
  fail: "fail",
  error: "error",
  upass: "fail",
  "module-error": "error",
  "module-skip": "skip",
};

/**
 * Runs one module of the test package and answers `{ tests, seconds }`, where `tests` maps each ID to
 * `{ outcome, detail }` with outcome `pass`, `skip`, `fail`, `error`, `crash`, `timeout` or `memory`.
 * After a crash or a hang the module is started again without the tests that have an outcome.
 */
export async function runModule(module, { command, testPath, limits }) {
  const folder = mkdtempSync(join(tmpdir(), "adder-suite-"));
  const report = join(folder, "report.txt");
  const doneFile = join(folder, "done.txt");
  const tests = new Map();
  const start = performance.now();
  const env = { ...process.env, PYTHONPATH: testPath };
  // Tests run as they would for a user; what was set for this shell is not theirs.
  for (const name of ["PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONHOME"]) delete env[name];
  env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --max-old-space-size=${limits.megabytes}`.trim();
  try {
    for (let attempt = 0; attempt <= maximalRestarts; attempt++) {
      writeFileSync(report, "");
      writeFileSync(doneFile, [...tests.keys()].join("\n"));
      const cwd = join(folder, `work${attempt}`);
      mkdirSync(cwd);
      const [executable, ...first] = command;
      const args = [...first, driver, module, report, doneFile];
      const { ended, status, tail } = await runProcess({
        command: executable,
        args,
        cwd,
        env,
        report,
        limits,
      });
      const lines = readFileSync(report, "utf8")
        .split("\n")
        .filter((line) => line !== "");
      let running = null;
      let finished = false;
      for (const line of lines) {
        const [word, id, detail = ""] = line.split("\t");
        if (word === "start") running = id;
        else if (word === "end") finished = true;
        else {
          if (word.startsWith("module-")) finished = true;
          if (running === id) running = null;
          if (outcomes[word] !== undefined) tests.set(id, { outcome: outcomes[word], detail });
        }
      }
      if (finished) break;
      // A test without its own note whose process is gone is what ended it; before the first test it is the module.
      const culprit = running ?? `${module} (outside of tests)`;
      const outcome = ended === "exit" ? "crash" : ended;
      tests.set(culprit, {
        outcome,
        detail: `exit ${status}: ${lastWords(tail)}`.slice(0, 300),
      });
      if (running === null) break;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return { tests, seconds: (performance.now() - start) / 1000 };
}
