import type { ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import { constants } from "node:os";
import { HostError, type HostProcesses, type ProcessStart } from "@adder/objects";
import { attempt, type NodeFiles } from "./node-files.js";
import { Patience } from "./wait.js";

/**
 * Other processes, through Node, on Linux: starting one does not need Node's event loop, which stands still while Python runs, and how
 * one ended can be read from `/proc` as long as the event loop has not taken notice.
 */
export class NodeProcesses implements HostProcesses {
  /** Children that nobody has waited for; with their wait status once the event loop has told. */
  readonly #children = new Map<number, { status: number | null }>();

  constructor(readonly files: NodeFiles) {}

  start(program: ProcessStart): number {
    const own: number[] = [];
    const lend = (fd: number | null): number | "ignore" => {
      if (fd === null) return "ignore";
      const lent = this.files.lend(fd);
      if (lent !== fd) own.push(lent);
      return lent;
    };
    return attempt(() => {
      try {
        check(program);
        const [file, args] = command(program);
        const child = process.getBuiltinModule("node:child_process").spawn(file, args, {
          argv0: program.args[0],
          cwd: program.cwd ?? undefined,
          env: Object.fromEntries(program.env),
          stdio: program.descriptors.map(lend),
          detached: program.newSession,
        });
        return this.#note(child);
      } finally {
        for (const fd of own) fs.closeSync(fd);
      }
    });
  }

  #note(child: ChildProcess): number {
    // Told later, and also when there is no process: nobody listens then any more.
    child.on("error", () => undefined);
    const { pid } = child;
    if (pid === undefined) throw new HostError("ENOEXEC");
    const entry: { status: number | null } = { status: null };
    this.#children.set(pid, entry);
    child.on("exit", (code, signal) => {
      entry.status = signal === null ? ((code ?? 0) & 0xff) << 8 : constants.signals[signal];
    });
    child.unref();
    return pid;
  }

  wait(pid: number, block: boolean): { pid: number; status: number } | null {
    return attempt(() => {
      const candidates = pid > 0 ? [pid] : [...this.#children.keys()];
      if (candidates.length === 0 || (pid > 0 && !this.#children.has(pid))) throw new HostError("ECHILD");
      this.files.interrupts?.watch();
      for (const patience = new Patience(); ; patience.wait()) {
        for (const candidate of candidates) {
          const status = this.#children.get(candidate)?.status ?? endOf(candidate);
          if (status === null) continue;
          this.#children.delete(candidate);
          return { pid: candidate, status };
        }
        if (!block) return null;
        if (this.files.interrupts?.pending) throw new HostError("EINTR");
      }
    });
  }

  kill(pid: number, signal: number): void {
    attempt(() => process.kill(pid, signal));
  }
}

/** Node tells only later why a program can't be started, so what is usual is asked before. */
function check({ file, cwd }: ProcessStart): void {
  if (cwd !== null && !fs.statSync(cwd).isDirectory()) throw new HostError("ENOTDIR");
  if (!fs.statSync(file).isFile()) throw new HostError("EACCES");
  if (!isProgram(file)) fs.accessSync(file, fs.constants.X_OK);
}

/** Is it the script that Node executes here? It may not be executable by itself, and gets Node's own options. */
const isProgram = (file: string): boolean => file === process.argv[1];

function command({ file, args }: ProcessStart): [string, readonly string[]] {
  const [, ...rest] = args;
  return isProgram(file) ? [process.execPath, [...process.execArgv, file, ...rest]] : [file, rest];
}

/** The wait status of a process that has ended and is remembered by the system; `null` while it runs. */
function endOf(pid: number): number | null {
  let text: string;
  try {
    text = fs.readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return 0;
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? Number(fields[49]) : null;
}
