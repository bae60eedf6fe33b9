// Runs a program in a process of its own.
import { spawn } from "node:child_process";
import { dirname } from "node:path";

/** The environment of every run: nothing that changes the output may come from outside. */
const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  PYTHONUTF8: "1",
  PYTHONDONTWRITEBYTECODE: "1",
  NO_COLOR: "1",
  COLUMNS: "80",
};

/**
 * An executor: `run(file, args, stdin) -> Promise<{ stdout, stderr, code }>` (bytes, bytes, number) and `close()`.
 * The command is a list; the program's file and arguments are appended. A run that exceeds the time limit
 * (milliseconds) ends with code -1.
 */
export function processExecutor(command, { timeout = 30_000, env = {} } = {}) {
  return {
    run(file, args, stdin) {
      return new Promise((done) => {
        const [program, ...leading] = command;
        const child = spawn(program, [...leading, file, ...args], {
          cwd: dirname(file),
          env: { ...environment, ...env },
        });
        const stdout = [];
        const stderr = [];
        let note = "";
        const timer = setTimeout(() => {
          note = `\n[no result within ${timeout} ms]\n`;
          child.kill("SIGKILL");
        }, timeout);
        child.stdout.on("data", (chunk) => stdout.push(chunk));
        child.stderr.on("data", (chunk) => stderr.push(chunk));
        child.stdin.on("error", () => {}); // the program may end without reading its input
        child.stdin.end(stdin);
        child.on("error", (error) => {
          note = String(error);
        });
        child.on("close", (code) => {
          clearTimeout(timer);
          if (note) stderr.push(Buffer.from(note));
          done({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr), code: code ?? -1 });
        });
      });
    },
    close() {},
  };
}
