import type { mod } from "@adder/ast";
import {
  type CompileOptions,
  DeprecationWarningType,
  IncompleteInputErrorType,
  IndentationErrorType,
  MemoryErrorType,
  None,
  newException,
  type PyBaseException,
  PyCode,
  PyTuple,
  type PyType,
  RecursionErrorType,
  type Result,
  raise,
  raiseValue,
  type SourceWarning,
  SyntaxErrorType,
  type SyntaxProblem,
  SyntaxWarningType,
  SystemErrorType,
  setExceptionField,
  sourceOptions,
  strFromCodePoints,
  strFromJs,
  TabErrorType,
  type ThreadState,
  UnicodeEncodeErrorType,
  utf8Encode,
  type Value,
} from "@adder/objects";
import { linesOf, readLines } from "./traceback/source-lines.js";
import { warnExplicit } from "./warn.js";

/** Bit of `compile()`'s flags: a source that ends too early is told apart (`PyCF_ALLOW_INCOMPLETE_INPUT`). */
const ALLOW_INCOMPLETE_INPUT = 0x4000;

/** What the front end is asked for; warnings go to the `warnings` module. */
export interface SourceOptions extends Omit<CompileOptions, "onWarning" | "characterNames" | "decoder"> {
  /** The source is a file that is run, of which an exception keeps one line only. */
  readonly isFile?: boolean;
}

/** The tree of a source. Raises SyntaxError. */
export function parseSource(
  ts: ThreadState,
  source: string | Uint8Array,
  options: SourceOptions,
): Result<mod> {
  return guarded(ts, options, true, (all) =>
    ts.interp.frontend.parse(source, { ...all, ...sourceOptions(ts) }),
  );
}

/** Makes of a fresh tree what `compile()` with `PyCF_ONLY_AST` or `PyCF_OPTIMIZED_AST` shows. Raises SyntaxError. */
export function preprocessTree(
  ts: ThreadState,
  tree: mod,
  options: SourceOptions,
  source: string | null,
): Result<mod> {
  return guarded(ts, options, false, (all) => {
    ts.interp.frontend.preprocess(tree, all, source);
    return tree;
  });
}

/** The code of a tree. Raises SyntaxError. */
export function compileTree(
  ts: ThreadState,
  tree: mod,
  options: SourceOptions,
  source: string | null,
): Result<PyCode> {
  const code = guarded(ts, options, false, (all) => ts.interp.frontend.compile(tree, all, source));
  return code === null ? null : new PyCode(ts, code);
}

/** The code of a source. Raises SyntaxError. */
export function compileSource(
  ts: ThreadState,
  source: string | Uint8Array,
  options: SourceOptions,
): Result<PyCode> {
  const tree = parseSource(ts, source, options);
  return tree === null ? null : compileTree(ts, tree, options, typeof source === "string" ? source : null);
}

/**
 * Runs a step of the front end, with its warnings issued and its errors raised.
 *
 * @param parsing the step is the parser, which has the source
 */
function guarded<T>(
  ts: ThreadState,
  options: SourceOptions,
  parsing: boolean,
  step: (all: CompileOptions) => T,
): Result<T> {
  let failed = false;
  const onWarning = (warning: SourceWarning): boolean => {
    if (failed) return false;
    const outcome = issue(ts, warning);
    failed = outcome === null;
    return outcome === true;
  };
  let result: T;
  try {
    result = step({ ...options, onWarning });
  } catch (error) {
    if (ts.pending !== null) return null;
    if (!isProblem(error)) throw error;
    if (error.codePoints && utf8Encode(ts, strFromCodePoints(error.codePoints), "strict") === null)
      return null;
    return raiseValue(ts, syntaxException(ts, error, options, parsing));
  }
  return failed ? null : result;
}

/** Issues a warning; `true` when a filter turns it into an error, which the front end then raises. */
function issue(ts: ThreadState, warning: SourceWarning): Result<boolean> {
  const category = warning.category === "SyntaxWarning" ? SyntaxWarningType : DeprecationWarningType;
  const done = warnExplicit(ts, category, warning.message, warning.filename, warning.lineno);
  if (done !== null) return false;
  if (ts.pending?.cls !== category) return null;
  ts.pending = null;
  return true;
}

const types: Record<SyntaxProblem["type"], PyType> = {
  SyntaxError: SyntaxErrorType,
  IndentationError: IndentationErrorType,
  TabError: TabErrorType,
  MemoryError: MemoryErrorType,
  RecursionError: RecursionErrorType,
  SystemError: SystemErrorType,
  UnicodeEncodeError: UnicodeEncodeErrorType,
};

function isProblem(error: unknown): error is SyntaxProblem {
  return error instanceof Error && "lineno" in error && "offset" in error && "message" in error;
}

/** The exception for a problem with a source. */
function syntaxException(
  ts: ThreadState,
  problem: SyntaxProblem,
  options: SourceOptions,
  parsing: boolean,
): PyBaseException {
  const { type, filename, lineno, offset, endLineno, endOffset } = problem;
  const message = strFromJs(problem.message);
  const incomplete = problem.incomplete === true && (options.flags & ALLOW_INCOMPLETE_INPUT) !== 0;
  const cls = incomplete ? IncompleteInputErrorType : types[type];
  if (!cls.mro.includes(SyntaxErrorType)) return newException(cls, problem.message === "" ? [] : [message]);
  const value = (v: string | number | null): Value =>
    v === null ? None : typeof v === "string" ? strFromJs(v) : v;
  // Behind the parser the source is gone: CPython reads the line from the file, if there is one, or from what was entered at the prompt.
  const text = parsing ? problem.text : fileLine(ts, filename, lineno);
  const details = [filename, lineno, offset, text, endLineno, endOffset].map(value);
  // Where the end is unknown, CPython leaves it out.
  const given = new PyTuple(endLineno === null ? details.slice(0, 4) : details);
  const exc = newException(
    cls,
    lineno === null || problem.messageOnly === true ? [message] : [message, given],
  );
  ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].forEach((name, i) => {
    setExceptionField(exc, name, details[i]);
  });
  // What the search for misspelled keywords looks at.
  const { metadata } = problem;
  if (metadata) {
    const whole = options.isFile === true ? null : metadata.source;
    setExceptionField(exc, "_metadata", new PyTuple([metadata.line, metadata.col, value(whole)]));
  }
  return exc;
}

/** Names of what was entered at the prompt. */
const PROMPT = /^<(stdin|python-input)-\d+>$/;

function fileLine(ts: ThreadState, filename: string | null, lineno: number | null): string | null {
  if (filename === null || lineno === null) return null;
  const lines = PROMPT.test(filename) ? linesOf(ts, filename) : readLines(ts, filename);
  const line = lines?.[lineno - 1];
  return line === undefined ? null : `${line}\n`;
}

/** Raises SyntaxError for a source with a null byte. */
export function raiseNullByte(ts: ThreadState): null {
  return raise(ts, SyntaxErrorType, "source code string cannot contain null bytes");
}
