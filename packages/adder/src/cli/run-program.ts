import { dirname, resolve } from "node:path";
import {
  asStr,
  call,
  callMethod,
  clearPending,
  getExceptionField,
  HostError,
  importName,
  isSubtype,
  KeyboardInterruptType,
  None,
  type PyBaseException,
  PyList,
  type Result,
  SystemExitType,
  strFromJs,
  type ThreadState,
  takePending,
  toInt,
  toJs,
  type Value,
} from "@adder/objects";
import {
  compileSource,
  flushStandardStreams,
  printException,
  registerSource,
  type SystemConfig,
  sysAttribute,
  writeError,
} from "@adder/runtime";
import type { Session } from "../session.js";
import type { CommandLine } from "./options.js";
import { interact } from "./repl.js";

/** Exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs what the command line names. @returns the exit code */
export async function runProgram(session: Session, line: CommandLine, config: SystemConfig): Promise<number> {
  const { ts } = session;
  let code = runMain(session, line, config);
  const prompt = line.run.kind === "stdin" && session.interp.host.files.isatty(0);
  if (prompt || (config.inspect && line.run.kind !== "stdin")) {
    if (!prompt && code === null) code = 0;
    code = await interact(session, { banner: prompt && !config.quiet });
  }
  return finish(ts, code ?? 0);
}

/** @returns the exit code, `null` when the program ran to its end */
function runMain(session: Session, line: CommandLine, config: SystemConfig): number | null {
  const { ts } = session;
  const { run } = line;
  switch (run.kind) {
    case "command":
      prependPath(ts, config, "");
      registerSource(ts, "<string>", run.source);
      return outcome(ts, runSource(session, run.source, "<string>"));
    case "module":
      prependPath(ts, config, config.isolated || config.safePath ? null : session.interp.host.files.getcwd());
      return outcome(ts, runModule(ts, run.name, true));
    case "file":
      return runFile(session, run.path, line, config);
    case "stdin":
      prependPath(ts, config, "");
      if (session.interp.host.files.isatty(0)) return null;
      return runStdin(session);
    default:
      return null;
  }
}

/** Puts a folder before all others on `sys.path`. */
function prependPath(ts: ThreadState, config: SystemConfig, folder: string | null): void {
  if (folder === null || config.safePath || config.isolated) return;
  const path = sysAttribute(ts, "path");
  if (path instanceof PyList) path.items.unshift(strFromJs(folder));
}

function runSource(session: Session, source: string | Uint8Array, filename: string): Result<Value> {
  const { ts, main } = session;
  const { optimize } = session.config;
  const code = compileSource(ts, source, { filename, mode: "exec", optimize, flags: 0 });
  return code === null ? null : ts.interp.evaluator.runCode(ts, code, main, main);
}

function runModule(ts: ThreadState, name: string, alterArgv: boolean): Result<Value> {
  const run = importName(ts, "runpy", "_run_module_as_main");
  return run === null ? null : call(ts, run, [strFromJs(name), alterArgv]);
}

function runFile(session: Session, path: string, line: CommandLine, config: SystemConfig): number | null {
  const { ts, main } = session;
  const { files } = session.interp.host;
  const program = config.executable;
  let source: Uint8Array;
  try {
    if ((files.stat(path).mode & 0xf000) === 0x4000 || path.endsWith(".zip")) {
      // A folder or an archive: its __main__ module is run.
      prependPath(ts, config, path);
      const name = importName(ts, "pkgutil", "get_importer");
      const importer = name === null ? null : call(ts, name, [strFromJs(path)]);
      if (importer === null) return outcome(ts, null);
      const spec = importer === None ? None : callMethod(ts, importer, "find_spec", ["__main__"]);
      if (spec === null) return outcome(ts, null);
      if (spec === None) {
        writeError(ts, strFromJs(`${program}: can't find '__main__' module in '${path}'\n`));
        return 1;
      }
      return outcome(ts, runModule(ts, "__main__", false));
    }
    source = readAll(session, path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const [errno, text] = openError(error.code);
    writeError(ts, strFromJs(`${program}: can't open file '${resolve(path)}': [Errno ${errno}] ${text}\n`));
    return 2;
  }
  if (line.flags.skipFirstLine) {
    const newline = source.indexOf(10);
    source = newline < 0 ? new Uint8Array(0) : source.subarray(newline);
  }
  let real = path;
  try {
    real = resolve(dirname(path), files.readlink(path));
  } catch {
    // Not a symbolic link.
  }
  prependPath(ts, config, dirname(resolve(real)));
  main.setStr("__file__", strFromJs(resolve(path)));
  main.setStr("__cached__", None);
  return outcome(ts, runSource(session, source, resolve(path)));
}

function readAll(session: Session, path: string): Uint8Array {
  const { files } = session.interp.host;
  const fd = files.open(path, 0, 0);
  try {
    return drain(session, fd);
  } finally {
    files.close(fd);
  }
}

function drain(session: Session, fd: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (true) {
    const into = new Uint8Array(65536);
    const count = session.interp.host.files.read(fd, into, null);
    if (count === 0) break;
    parts.push(into.subarray(0, count));
    length += count;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function runStdin(session: Session): number | null {
  const source = drain(session, 0);
  registerSource(session.ts, "<stdin>", new TextDecoder().decode(source));
  return outcome(session.ts, runSource(session, source, "<stdin>"));
}

function openError(code: string): readonly [number, string] {
  switch (code) {
    case "EACCES":
    case "EPERM":
      return [13, "Permission denied"];
    case "ENOTDIR":
      return [20, "Not a directory"];
    case "ELOOP":
      return [40, "Too many levels of symbolic links"];
    case "ENAMETOOLONG":
      return [36, "File name too long"];
    default:
      return [2, "No such file or directory"];
  }
}

/** The exit code that the end of a program means; an exception that nobody caught is shown. */
export function outcome(ts: ThreadState, result: Result<Value>): number | null {
  return result === null ? reportUncaught(ts, takePending(ts)) : null;
}

/** Shows an exception through `sys.excepthook`, or obeys SystemExit. @returns the exit code */
export function reportUncaught(ts: ThreadState, exc: PyBaseException): number {
  if (isSubtype(exc.cls, SystemExitType)) return exitCode(ts, getExceptionField(exc, "code") ?? None);
  const hook = sysAttribute(ts, "excepthook");
  if (hook === undefined || hook === None) {
    writeError(ts, "sys.excepthook is missing\n");
    printException(ts, exc);
  } else if (call(ts, hook, [exc.cls, exc, exc.traceback ?? None]) === null) {
    const second = takePending(ts);
    if (isSubtype(second.cls, SystemExitType)) return exitCode(ts, getExceptionField(second, "code") ?? None);
    writeError(ts, "Error in sys.excepthook:\n");
    printException(ts, second);
    writeError(ts, "\nOriginal exception was:\n");
    printException(ts, exc);
  }
  return isSubtype(exc.cls, KeyboardInterruptType) ? INTERRUPTED : 1;
}

function exitCode(ts: ThreadState, code: Value): number {
  if (code === None) return 0;
  const number = toInt(code);
  if (number !== undefined) return Number(BigInt.asUintN(8, BigInt(number)));
  const text = callMethod(ts, code, "__str__", []);
  const shown = text === null ? undefined : asStr(text);
  if (text === null) clearPending(ts);
  // What was printed before comes first.
  const stdout = sysAttribute(ts, "stdout");
  if (stdout !== undefined && stdout !== None && callMethod(ts, stdout, "flush", []) === null)
    clearPending(ts);
  writeError(ts, strFromJs(`${shown === undefined ? "" : toJs(shown)}\n`));
  return 1;
}

/** What happens when the program is over: exit functions, flushing. @returns the exit code */
function finish(ts: ThreadState, code: number): number {
  const threading = ts.interp.modules.getStr("threading");
  if (threading !== undefined && callMethod(ts, threading, "_shutdown", []) === null) {
    ts.interp.evaluator.unraisable(ts, threading);
  }
  const atexit = ts.interp.modules.getStr("atexit");
  if (atexit !== undefined && callMethod(ts, atexit, "_run_exitfuncs", []) === null) clearPending(ts);
  return flushStandardStreams(ts) ? code : 120;
}
