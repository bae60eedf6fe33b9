import {
  asStr,
  call,
  callMethod,
  clearPending,
  isSubtype,
  None,
  type PyBaseException,
  type PyBytes,
  type SyntaxProblem,
  SystemExitType,
  setAttr,
  str,
  strFromJs,
  type ThreadState,
  takePending,
  toJs,
  type Value,
} from "@adder/objects";
import {
  compileSource,
  compileTree,
  flushStandardStreams,
  optimizationLevel,
  parseSource,
  registerSource,
  sysAttribute,
  writeError,
} from "@adder/runtime";
import type { Session } from "../session.js";
import { completer } from "./completion.js";
import { appendHistory, historyPath, readHistory } from "./history-file.js";
import { INTERRUPTED, type LineReader } from "./line-reader.js";
import { reportUncaught } from "./run-program.js";
import { streamLines } from "./stream-lines.js";
import { terminalLines } from "./terminal-lines.js";

/** Options of the prompt. */
export interface PromptOptions {
  /** It is what the command line asked for: say what this is, and run what is to be run first. */
  readonly main: boolean;
  /** Say what this is before the first prompt. */
  readonly banner: boolean;
}

/** Flags of `compile()` for input that may go on (CPython `Include/cpython/compile.h`). */
const DONT_IMPLY_DEDENT = 0x200;
const ALLOW_INCOMPLETE_INPUT = 0x4000;
/** Future features, which hold for all that follows. */
const FUTURES = 0x1fe0000;

/** Words that do something when they are all there is, unless the program has them as names. */
const commands: ReadonlySet<string> = new Set(["exit", "quit", "copyright", "help", "clear"]);

/** Reads, evaluates and prints until the input ends. @returns the exit code */
export async function interact(session: Session, options: PromptOptions): Promise<number> {
  const { ts } = session;
  setPrompts(ts);
  if (options.banner) showBanner(ts);
  if (options.main) {
    const code = runStartup(session) ?? runHook(session);
    if (code !== null) return code;
  }
  const { files } = ts.interp.host;
  const terminal = files.isatty(0) && files.isatty(1);
  const prompt = new Prompt(session, terminal ? openTerminal(session) : streamLines(ts), terminal);
  return prompt.run();
}

class Prompt {
  /** Future features that statements so far have asked for. */
  #futures = 0;
  #count = 0;

  constructor(
    private readonly session: Session,
    private readonly lines: LineReader,
    private readonly terminal: boolean,
  ) {}

  async run(): Promise<number> {
    const { ts } = this.session;
    while (true) {
      const source = await this.#statement();
      if (source === null) {
        if (this.terminal) process.stdout.write("\n");
        else writeError(ts, "\n");
        return 0;
      }
      if (source === "") continue;
      const exc = this.#execute(source);
      if (exc !== null) {
        const code = showException(ts, exc);
        if (code !== null) return code;
      }
      flushStandardStreams(ts);
    }
  }

  /** Lines until they are a statement, or can't become one; `""` for nothing to do, `null` at the end of the input. */
  async #statement(): Promise<string | null> {
    const { ts } = this.session;
    let source = "";
    for (let more = false; ; more = true) {
      const line = await this.lines.read(promptText(ts, more ? "ps2" : "ps1"));
      if (line === INTERRUPTED) {
        writeError(ts, "\nKeyboardInterrupt\n");
        return "";
      }
      // The end of the input ends the statement, too.
      if (line === null) return source === "" ? null : `${source}\n`;
      source = more ? `${source}\n${line.trim() === "" ? "" : line}` : line;
      if (!more && /^\s*(#.*)?$/.test(line)) return "";
      if (!isIncomplete(ts, source)) {
        this.lines.remember(source);
        return source;
      }
    }
  }

  /** @returns the exception that the statement ended with, if any */
  #execute(source: string): PyBaseException | null {
    const { ts, main, config } = this.session;
    // Tracebacks show each of them as "<stdin>", with the lines of the right one.
    const filename = this.terminal ? `<python-input-${this.#count}>` : `<stdin-${this.#count}>`;
    this.#count++;
    registerSource(ts, filename, source);
    const text = this.terminal ? expandCommand(this.session, source) : source;
    const optimize = optimizationLevel(config);
    const options = { filename, mode: "single", optimize, flags: this.#futures } as const;
    const parsing = this.terminal ? options : { ...options, filename: "<stdin>" };
    const tree = parseSource(ts, `${text}\n`, parsing);
    const code = tree === null ? null : compileTree(ts, tree, options, null);
    if (code === null) return takePending(ts);
    this.#futures |= code.code.flags & FUTURES;
    return ts.interp.evaluator.runCode(ts, code, main, main) === null ? takePending(ts) : null;
  }
}

/** `exit` alone means `exit()`. */
function expandCommand(session: Session, source: string): string {
  const word = source.trim();
  if (!commands.has(word) || session.main.hasStr(word)) return source;
  return word === "clear" ? 'print("\\x1b[H\\x1b[2J\\x1b[3J", end="")' : `${word}()`;
}

/** Could more lines make a statement of these (the rules of Lib/codeop.py)? */
function isIncomplete(ts: ThreadState, source: string): boolean {
  const flags = DONT_IMPLY_DEDENT | ALLOW_INCOMPLETE_INPUT;
  const parse = (text: string): SyntaxProblem | null => {
    try {
      ts.interp.frontend.parse(text, { filename: "<stdin>", mode: "single", optimize: 0, flags });
      return null;
    } catch (error) {
      if (error instanceof Error && "lineno" in error) return error as unknown as SyntaxProblem;
      throw error;
    }
  };
  if (parse(source) === null) return false;
  const problem = parse(`${source}\n`);
  return problem === null || problem.incomplete === true;
}

function setPrompts(ts: ThreadState): void {
  const sys = ts.interp.modules.getStr("sys");
  for (const [name, text] of [
    ["ps1", ">>> "],
    ["ps2", "... "],
  ]) {
    if (sys !== undefined && sysAttribute(ts, name) === undefined && setAttr(ts, sys, name, text) === null) {
      clearPending(ts);
    }
  }
}

/** `str(sys.ps1)`, made each time, for prompts that say something new. */
function promptText(ts: ThreadState, name: "ps1" | "ps2"): string {
  const prompt = sysAttribute(ts, name);
  const text = prompt === undefined ? "" : str(ts, prompt);
  if (text !== null) return toJs(text);
  clearPending(ts);
  return "";
}

function showBanner(ts: ThreadState): void {
  const of = (name: string): string => toJs(asStr(sysAttribute(ts, name) ?? "") ?? "");
  const help = 'Type "help", "copyright", "credits" or "license" for more information.';
  writeError(ts, strFromJs(`Python ${of("version")} on ${of("platform")}\n${help}\n`));
}

/** Runs the file that `PYTHONSTARTUP` names. @returns an exit code, if it exits */
function runStartup(session: Session): number | null {
  const { ts, main, config } = session;
  const path = config.ignoreEnvironment ? undefined : ts.interp.host.environ().get("PYTHONSTARTUP");
  if (path === undefined || path === "") return null;
  const open = ts.interp.builtins.getStr("open") as Value;
  const file = call(ts, open, [strFromJs(path), "rb"]);
  if (file === null) writeError(ts, "Could not open PYTHONSTARTUP\n");
  const source = file === null ? null : callMethod(ts, file, "read", []);
  if (file === null || source === null || callMethod(ts, file, "close", []) === null) {
    return showException(ts, takePending(ts));
  }
  const optimize = optimizationLevel(config);
  const options = { filename: path, mode: "exec", optimize, flags: 0 } as const;
  const code = compileSource(ts, (source as PyBytes).value, options);
  const done = code === null ? null : ts.interp.evaluator.runCode(ts, code, main, main);
  return done === null ? showException(ts, takePending(ts)) : null;
}

/** Calls `sys.__interactivehook__`, if a program has set it. @returns an exit code, if it exits */
function runHook(session: Session): number | null {
  const { ts } = session;
  const hook = sysAttribute(ts, "__interactivehook__");
  if (hook === undefined || call(ts, hook, []) !== null) return null;
  const exc = takePending(ts);
  writeError(ts, "Failed calling sys.__interactivehook__\n");
  return showException(ts, exc);
}

/** Shows an exception and remembers it as `sys.last_exc`. @returns the exit code, for SystemExit */
function showException(ts: ThreadState, exc: PyBaseException): number | null {
  if (isSubtype(exc.cls, SystemExitType)) return reportUncaught(ts, exc);
  const sys = ts.interp.modules.getStr("sys");
  const values: readonly (readonly [string, Value])[] = [
    ["last_exc", exc],
    ["last_type", exc.cls],
    ["last_value", exc],
    ["last_traceback", exc.traceback ?? None],
  ];
  for (const [name, value] of values) {
    if (sys !== undefined && setAttr(ts, sys, name, value) === null) clearPending(ts);
  }
  flushStandardStreams(ts);
  reportUncaught(ts, exc);
  return null;
}

function openTerminal(session: Session): LineReader {
  const { ts, main, config } = session;
  const path = historyPath(config.ignoreEnvironment ? null : ts.interp.host.environ());
  return terminalLines({
    history: readHistory(path),
    complete: completer(ts, main),
    remember: (statement) => appendHistory(path, statement),
  });
}
