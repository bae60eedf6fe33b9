import type { Module, mod } from "@adder/ast";
import { CURRENT_VERSION, diagnose, tooComplexError } from "./diagnose/diagnose.js";
import { codePointCount } from "./diagnose/location.js";
import { type ParserWarning, PythonSyntaxError } from "./errors.js";
import { Lexer } from "./lexer.js";
import { type CharacterNames, MAX_INT_DIGITS } from "./literals.js";
import { type ParseMode, Parser } from "./parser.js";
import { RecoveringParser } from "./recovering-parser.js";
import { decodeSource, normalizeNewlines, type SourceDecoder, SourceError } from "./source.js";
import { mismatch, ParseError, type ParserSettings } from "./token-parser.js";

/** How a source is to be parsed. */
export interface ParseOptions {
  /** Name for error messages; default `<unknown>`, as `ast.parse`. */
  readonly filename?: string;
  /** Default `exec`. */
  readonly mode?: ParseMode;
  /** Keep `# type:` comments, as `ast.parse(type_comments=True)`; default false. */
  readonly typeComments?: boolean;
  /** Unit of `col_offset`; default `utf8`, CPython's bytes. */
  readonly columns?: "utf8" | "codepoint";
  /** Minor version of Python 3 whose grammar is asked for; default 14. */
  readonly featureVersion?: number;
  /** Digits that a decimal int may have (`sys.set_int_max_str_digits`), 0 for any number; default 4300. */
  readonly maxIntDigits?: number;
  /** For the REPL (`PyCF_DONT_IMPLY_DEDENT`): the end of the source does not end a block. */
  readonly dontImplyDedent?: boolean;
  /** Say that the source is incomplete where more input could complete it (`PyCF_ALLOW_INCOMPLETE_INPUT`). */
  readonly allowIncomplete?: boolean;
  /** Receives SyntaxWarnings, in CPython's order. */
  readonly onWarning?: (warning: ParserWarning) => void;
  /** Text of the character with a name, for `\N{...}`; without it such escapes are errors. */
  readonly characterNames?: CharacterNames;
  /** Decoder for source encodings other than UTF-8 and Latin-1; without it, those that the host's `TextDecoder` knows. */
  readonly decoder?: SourceDecoder;
}

const nowhere = { lineno: null, offset: null, endLineno: null, endOffset: null, text: null };

/**
 * Parses Python 3.14 source text (or bytes, whose encoding is found as PEP 263 says) into its AST.
 *
 * @throws PythonSyntaxError with CPython's message and range when the source is not Python
 */
export function parseModule(source: string | Uint8Array, options: ParseOptions = {}): mod {
  const filename = options.filename ?? "<unknown>";
  const mode = options.mode ?? "exec";
  // Only a file is completed by a final newline; the end of an expression or statement is its end.
  const addFinal = mode === "exec";
  if (typeof source === "string") return parseText(normalizeNewlines(source, addFinal), options, 1);
  if (source.includes(0)) throw nullByteError(filename);
  const decoded = decodeSource(source, options.decoder ?? null, addFinal);
  if (decoded instanceof SourceError) {
    throw new PythonSyntaxError("SyntaxError", decoded.message, filename, decoded.location);
  }
  return parseText(decoded.text, options, 1, decoded.undecoded);
}

function nullByteError(filename: string): PythonSyntaxError {
  return new PythonSyntaxError(
    "SyntaxError",
    "source code string cannot contain null bytes",
    filename,
    nowhere,
  );
}

/** What a parse finds, whether or not the source is Python. */
interface Attempt {
  readonly lexer: Lexer;
  readonly parser: Parser;
  readonly settings: ParserSettings;
  /** Null when the source is not Python. */
  readonly tree: mod | null;
}

/** The tokens of a text, and how they are to be parsed. */
function prepare(
  text: string,
  options: ParseOptions,
  firstLine: number,
): { lexer: Lexer; settings: ParserSettings } {
  const mode = options.mode ?? "exec";
  const lexer = new Lexer(text, {
    codepoints: options.columns === "codepoint",
    typeComments: options.typeComments === true,
    single: mode === "single",
    dontImplyDedent: options.dontImplyDedent === true,
    firstLine,
  });
  lexer.run();
  const settings = {
    characterNames: options.characterNames ?? null,
    featureVersion: options.featureVersion ?? CURRENT_VERSION,
    maxIntDigits: options.maxIntDigits ?? MAX_INT_DIGITS,
  };
  return { lexer, settings };
}

function attempt(text: string, options: ParseOptions, firstLine: number): Attempt {
  const { lexer, settings } = prepare(text, options, firstLine);
  const parser = new Parser(lexer, settings);
  let tree: mod | null = null;
  try {
    tree = parser.parse(options.mode ?? "exec");
  } catch (reason) {
    if (reason instanceof RangeError) throw tooComplexError(options.filename ?? "<unknown>");
    if (reason !== mismatch && !(reason instanceof ParseError)) throw reason;
  }
  return { lexer, parser, settings, tree };
}

/**
 * The tree of a part of a file, null when it is not Python: `parseText` without explanations and warnings.
 *
 * @param text source with `\n` line ends
 * @param firstLine the number of its first line
 */
export function acceptText(text: string, options: ParseOptions, firstLine: number): mod | null {
  if (text.includes("\0")) return null;
  const { tree, settings } = attempt(text, options, firstLine);
  if (tree === null || settings.featureVersion >= CURRENT_VERSION) return tree;
  const filename = options.filename ?? "<unknown>";
  const { error } = diagnose(text, options.mode ?? "exec", settings, filename, options, firstLine);
  return error === null ? tree : null;
}

/** As `acceptText`, for a text that is not Python: the tree has errors in place of what is wrong in its expressions. */
export function recoverText(text: string, options: ParseOptions, firstLine: number): Module | null {
  if (text.includes("\0")) return null;
  const { lexer, settings } = prepare(text, options, firstLine);
  return RecoveringParser.recover(lexer, settings);
}

/**
 * Parses a part of a file, whose first line has a number of its own.
 *
 * @param undecoded the bytes that the text was made of, if they were not UTF-8
 * @throws PythonSyntaxError
 */
export function parseText(
  text: string,
  options: ParseOptions,
  firstLine: number,
  undecoded: Uint8Array | null = null,
): mod {
  const filename = options.filename ?? "<unknown>";
  const mode = options.mode ?? "exec";
  if (text.includes("\0")) throw nullByteError(filename);
  const { lexer, parser, settings, tree } = attempt(text, options, firstLine);
  const older = settings.featureVersion < CURRENT_VERSION;
  const diagnosis =
    tree === null || older
      ? diagnose(text, mode, settings, filename, options, firstLine, undecoded)
      : { error: null, scanned: text.length, warnings: [] };
  const onWarning = options.onWarning;
  const warnings = [...parser.warnings, ...diagnosis.warnings];
  if (onWarning !== undefined && lexer.warnings.length + warnings.length > 0) {
    // What the lexer finds is a place; what the parser finds are escapes, which have two characters.
    const lexed = lexer.warnings
      .filter((w) => w.pos < diagnosis.scanned)
      .map((w) => ({ ...w, category: "SyntaxWarning" as const, width: 0 }));
    const all = warnings.flatMap((w) => {
      const behind = lexed.findIndex(({ pos }) => pos >= w.scanned);
      return [...lexed.splice(0, behind < 0 ? lexed.length : behind), { ...w, width: 2 }];
    });
    for (const { category, message, line, pos, shift, width } of [...all, ...lexed]) {
      const start = lexer.lineStart(line);
      const offset = codePointCount(lexer.src, start, pos) + 1;
      const newline = lexer.src.indexOf("\n", start);
      const text = lexer.src.slice(start, newline < 0 ? undefined : newline);
      const error = {
        message: message.replace(" Such sequences will not work in the future.", ""),
        offset: offset + shift,
        endOffset: offset + shift + width,
        text: width === 0 ? text : `${text}\n`,
      };
      onWarning({ category, message, filename, lineno: line, offset, error });
    }
  }
  if (diagnosis.error !== null) throw diagnosis.error;
  return tree!;
}
