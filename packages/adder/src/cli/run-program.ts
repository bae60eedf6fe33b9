import { dirname } from "node:path";
import {
  call,
  callMethod,
  clearPending,
  getAttr,
  getOptionalAttr,
  HostError,
  importName,
  isSubtype,
  KeyboardInterruptType,
  None,
  type PyBaseException,
  type PyCode,
  PyList,
  type Result,
  SystemExitType,
  str,
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
  optimizationLevel,
  printException,
  registerSource,
  SysState,
  type SystemConfig,
  sysAttribute,
  whenImported,
  writeError,
} from "@adder/runtime";
import type { Session } from "../session.js";
import { prepareMain, setLoader } from "./main-module.js";
import type { CommandLine } from "./options.js";
import {
  absolutePath,
  checkNullBytes,
  drain,
  nameFile,
  openError,
  readProgram,
  realPath,
  withoutFirstLine,
} from "./program-file.js";
import { addSiteBuiltins } from "./site-builtins.js";
import { beginWatching, reportWatched } from "./watching.js";

/** Exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs what the command line names. @returns the exit code */
export async function runProgram(session: Session, line: CommandLine, config: SystemConfig): Promise<number> {
  const { ts } = session;
  await beginWatching(session, line.flags);
  if (!config.noSite) addSiteBuiltins(session);
  SysState.of(ts).importStarted = () => setLoader(session);
  // Filters are read by `warnings`, which says what is wrong with them.
  if (config.warnoptions.length > 0 && importName(ts, "warnings", "filters") === null) clearPending(ts);
  let code = runMain(session, line, config);
  const prompt = isPrompt(session, line, config);
  if (prompt || config.inspect) {
    // Only now: the prompt brings modules of Node that a program need not wait for.
    const { interact } = await import("./repl.js");
    code = await interact(session, { main: prompt, banner: prompt && !config.quiet });
  }
  code = finish(ts, code ?? 0);
  await reportWatched(session, line);
  return code;
}

/** Is the program read from the prompt? */
function isPrompt(session: Session, line: CommandLine, config: SystemConfig): boolean {
  return line.run.kind === "stdin" && (config.interactive || session.interp.host.files.isatty(0));
}

/** @returns the exit code, `null` when the program ran to its end */
function runMain(session: Session, line: CommandLine, config: SystemConfig): number | null {
  const { ts } = session;
  const { run } = line;
  switch (run.kind) {
    case "command":
      prependPath(ts, config, "");
      registerSource(ts, "<string>", run.source);
      return outcome(session, runCommand(session, run.source));
    case "module":
      prependPath(ts, config, config.isolated || config.safePath ? null : session.interp.host.files.getcwd());
      return outcome(session, runModule(ts, run.name, true));
    case "file":
      return runFile(session, run.path, line, config);
    case "stdin":
      prependPath(ts, config, "");
      return isPrompt(session, line, config) ? null : runStdin(session);
    default:
      return null;
  }
}

/** Puts a folder before all others on `sys.path`. */
function prependPath(ts: ThreadState, config: SystemConfig, folder: string | null): void {
  if (folder === null || config.safePath || config.isolated) return;
  ts.interp.programFolder = folder;
  const path = sysAttribute(ts, "path");
  if (path instanceof PyList) path.items.unshift(strFromJs(folder));
}

/** Runs the argument of `-c`, whose lines `linecache` knows. */
function runCommand(session: Session, source: string): Result<Value> {
  return runSource(session, source, "<string>", (code) => {
    const { ts } = session;
    whenImported(ts, "linecache", (linecache) => {
      const register = getAttr(ts, linecache, "_register_code");
      const known = register === null ? null : call(ts, register, [code, strFromJs(source), "<string>"]);
      // A library without it shows no lines.
      if (known === null) clearPending(ts);
    });
  });
}

/** @param compiled is told the code before it runs */
function runSource(
  session: Session,
  source: string | Uint8Array,
  filename: string,
  compiled?: (code: PyCode) => void,
): Result<Value> {
  const { ts, main } = session;
  const optimize = optimizationLevel(session.config);
  const isFile = typeof source !== "string";
  const code = compileSource(ts, source, { filename, mode: "exec", optimize, flags: 0, isFile });
  if (code === null || prepareMain(session, source) === null) return null;
  compiled?.(code);
  return ts.interp.evaluator.runCode(ts, code, main, main);
}

/** Runs a program as it was read, with the messages of CPython's reader of files. */
function runBytes(session: Session, source: Uint8Array, filename: string): Result<Value> {
  const { ts } = session;
  const readable = checkNullBytes(ts, source, filename);
  return readable === null ? null : nameFile(ts, filename, runSource(session, readable, filename));
}

function runModule(ts: ThreadState, name: string, alterArgv: boolean): Result<Value> {
  const run = importName(ts, "runpy", "_run_module_as_main");
  return run === null ? null : call(ts, run, [strFromJs(name), alterArgv]);
}

function runFile(session: Session, given: string, line: CommandLine, config: SystemConfig): number | null {
  const { ts, main } = session;
  const { files } = session.interp.host;
  const path = absolutePath(files, given);
  let source: Uint8Array | null;
  try {
    source = readProgram(files, path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const [errno, text] = openError(error.code);
    writeError(ts, strFromJs(`${config.executable}: can't open file '${path}': [Errno ${errno}] ${text}\n`));
    return 2;
  }
  if (source === null) return runContainer(session, path, config);
  prependPath(ts, config, dirname(realPath(path)));
  main.setStr("__file__", strFromJs(path));
  main.setStr("__cached__", None);
  session.loader = { file: path };
  if (line.flags.skipFirstLine) source = withoutFirstLine(source);
  return outcome(session, runBytes(session, source, path));
}

/** Runs the `__main__` module of a folder or an archive, as CPython's `pymain_run_module` does. */
function runContainer(session: Session, path: string, config: SystemConfig): number | null {
  const { ts } = session;
  const paths = sysAttribute(ts, "path");
  if (paths instanceof PyList) paths.items.unshift(strFromJs(path));
  const finder = importName(ts, "pkgutil", "get_importer");
  const importer = finder === null ? null : call(ts, finder, [strFromJs(path)]);
  if (importer === null) return outcome(session, null);
  const spec = importer === None ? None : callMethod(ts, importer, "find_spec", ["__main__"]);
  if (spec === null) return outcome(session, null);
  if (spec === None) {
    const message = `${config.executable}: can't find '__main__' module in '${path}'\n`;
    writeError(ts, strFromJs(message));
    return 1;
  }
  return outcome(session, runModule(ts, "__main__", false));
}

function runStdin(session: Session): number | null {
  const { main } = session;
  const source = drain(session.interp.host.files, 0);
  main.setStr("__file__", "<stdin>");
  main.setStr("__cached__", None);
  session.loader = { file: "<stdin>" };
  return outcome(session, runBytes(session, source, "<stdin>"));
}

/** The exit code that the end of a program means; an exception that nobody caught is shown. `null` when there is none. */
function outcome(session: Session, result: Result<Value>): number | null {
  if (result !== null) return null;
  const { ts, config } = session;
  const exc = takePending(ts);
  if (!config.inspect || !isSubtype(exc.cls, SystemExitType)) return reportUncaught(ts, exc);
  // The prompt follows: nothing exits.
  printException(ts, exc);
  return 1;
}

/** Shows an exception through `sys.excepthook`, or obeys SystemExit. @returns the exit code */
export function reportUncaught(ts: ThreadState, exc: PyBaseException): number {
  if (isSubtype(exc.cls, SystemExitType)) return exitCode(ts, exc);
  const hook = sysAttribute(ts, "excepthook");
  if (hook === undefined) {
    writeError(ts, "sys.excepthook is missing\n");
    printException(ts, exc);
  } else if (call(ts, hook, [exc.cls, exc, exc.traceback ?? None]) === null) {
    const second = takePending(ts);
    if (isSubtype(second.cls, SystemExitType)) return exitCode(ts, second);
    writeError(ts, "Error in sys.excepthook:\n");
    printException(ts, second);
    writeError(ts, "\nOriginal exception was:\n");
    printException(ts, exc);
  }
  return isSubtype(exc.cls, KeyboardInterruptType) ? INTERRUPTED : 1;
}

function exitCode(ts: ThreadState, exit: PyBaseException): number {
  // A subclass may have an attribute of its own.
  const attribute = getOptionalAttr(ts, exit, "code");
  if (attribute === null) clearPending(ts);
  const code = attribute ?? exit;
  if (code === None) return 0;
  const number = toInt(code);
  if (number !== undefined) {
    const whole = BigInt(number);
    // What a C long can't hold counts as -1.
    return BigInt.asIntN(64, whole) === whole ? Number(BigInt.asUintN(8, whole)) : 255;
  }
  const text = str(ts, code);
  if (text === null) clearPending(ts);
  // What was printed before comes first.
  const stdout = sysAttribute(ts, "stdout");
  if (stdout !== undefined && stdout !== None && callMethod(ts, stdout, "flush", []) === null)
    clearPending(ts);
  writeError(ts, strFromJs(`${text === null ? "" : toJs(text)}\n`));
  return 1;
}

/** What happens when the program is over: exit functions, finalisers, flushing. @returns the exit code */
function finish(ts: ThreadState, code: number): number {
  const threading = ts.interp.modules.getStr("threading");
  if (threading !== undefined && callMethod(ts, threading, "_shutdown", []) === null) {
    ts.interp.evaluator.unraisable(ts, threading);
  }
  const atexit = ts.interp.modules.getStr("atexit");
  if (atexit !== undefined && callMethod(ts, atexit, "_run_exitfuncs", []) === null) clearPending(ts);
  SysState.of(ts).finalizing = true;
  ts.interp.departures.finish(ts);
  return flushStandardStreams(ts) ? code : 120;
}
