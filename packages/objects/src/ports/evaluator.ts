import type { mod } from "@adder/ast";
import type { CodeObject } from "@adder/bytecode";
import type { Result, Status, Value } from "../core/object.js";
import type { KwNames } from "../core/slots.js";
import type { ThreadState } from "../core/thread-state.js";
import type { PyType } from "../core/type.js";
import type { PyCode } from "../types/code/py-code.js";
import type { PyDict } from "../types/dict/py-dict.js";
import type { PyFunction } from "../types/function/py-function.js";

/** What executes Python functions. The runtime implements it; `objects` and `stdlib` call back through it. */
export interface Evaluator {
  /**
   * Calls a Python function from native code and runs it to its end. Counts as a level of native recursion
   * (`enterNative`), because slots that call methods written in Python rely on that.
   */
  callFunction(ts: ThreadState, fn: PyFunction, args: Value[], kwnames: KwNames): Result<Value>;
  /** Executes code in namespaces, as `exec` and module bodies do. */
  runCode(ts: ThreadState, code: PyCode, globals: PyDict, locals: Value): Result<Value>;
  /** `import name` as the statement does it: the module `name` itself, not its root package. */
  importModule(ts: ThreadState, name: string): Result<Value>;
  /** `warnings.warn`. */
  warn(ts: ThreadState, category: PyType, message: string, stacklevel: number): Status;
  /**
   * Reports an exception that nobody can catch (`sys.unraisablehook`), and clears it.
   *
   * @param message what to say before `where` in the place of "Exception ignored in"
   */
  unraisable(ts: ThreadState, where: Value | undefined, message?: string): void;
}

/** Options of {@link Frontend.compile}. */
export interface CompileOptions {
  readonly filename: string;
  readonly mode: "exec" | "eval" | "single" | "func_type";
  /** 0, 1 (`-O`) or 2 (`-OO`). */
  readonly optimize: 0 | 1 | 2;
  /** `PyCF_*` and `CO_FUTURE_*` bits. */
  readonly flags: number;
  /** Called for each warning about the source; returns true to have it raised as a SyntaxError instead. */
  readonly onWarning?: (warning: SourceWarning) => boolean;
  /** Minor version of Python 3 whose grammar the source is to obey; the latest when absent. */
  readonly featureVersion?: number;
  /** Digits that a decimal int may have, 0 for any number; 4300 when absent. */
  readonly maxIntDigits?: number;
  /** The character with a name, for `\N{...}`, or `null`; without it there are no names. */
  readonly characterNames?: (name: string) => string | null;
  /** Decodes an encoding beyond UTF-8 and Latin-1: the text, `null` for an unknown one, or what is wrong. */
  readonly decoder?: (encoding: string, bytes: Uint8Array) => string | null | { readonly error: string };
}

/** A warning about a source that is otherwise fine. */
export interface SourceWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  readonly filename: string;
  /** Counted from 1. */
  readonly lineno: number;
}

/** A syntax error as parser and compiler throw it: both classes have these fields. */
export interface SyntaxProblem {
  readonly type:
    | "SyntaxError"
    | "IndentationError"
    | "TabError"
    | "MemoryError"
    | "RecursionError"
    | "SystemError"
    | "UnicodeEncodeError";
  readonly message: string;
  readonly filename: string | null;
  readonly lineno: number | null;
  /** Column counted from 1 in code points. */
  readonly offset: number | null;
  readonly text: string | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
  /** The input ends where more could follow. */
  readonly incomplete?: boolean;
  /** What a UnicodeEncodeError could not encode. */
  readonly codePoints?: readonly number[] | null;
  /** The exception has the message as its only argument; its place is in its attributes. */
  readonly messageOnly?: boolean;
  /** What the search for misspelt keywords looks at (`SyntaxError._metadata`); `null` or absent for nothing. */
  readonly metadata?: { readonly line: number; readonly col: number; readonly source: string } | null;
}

/** Parser and compiler behind one interface, so that the runtime needs neither. All methods throw an object with {@link SyntaxProblem}'s fields. */
export interface Frontend {
  parse(source: string | Uint8Array, options: CompileOptions): mod;
  /** Does to a tree, in place, what precedes compiling: with `PyCF_OPTIMIZED_AST` the programmer sees all of it. */
  preprocess(module: mod, options: CompileOptions, source: string | null): void;
  compile(module: mod, options: CompileOptions, source: string | null): CodeObject;
}
