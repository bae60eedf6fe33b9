import { ParserInternalError, PythonSyntaxError } from "../errors.js";
import { Lexer } from "../lexer.js";
import type { ParseOptions } from "../parse-module.js";
import { hasStatement, type ParseMode } from "../parser.js";
import { mismatch, ParseError, type ParserSettings, type TokenWarning, tooComplex } from "../token-parser.js";
import { T } from "../tokens.js";
import { makeActions } from "./actions.js";
import { Diagnostics } from "./diagnostics.js";
import { Engine, TooComplex } from "./engine.js";
import { grammarRules } from "./grammar-rules.js";
import { Reparser } from "./reparser.js";

/** Minor version of the grammar that this package implements. */
export const CURRENT_VERSION = 14;

const startRules = { exec: "file", eval: "eval", single: "interactive", func_type: "func_type" } as const;

/** What CPython raises when its parser runs out of stack; it has no location. */
export function tooComplexError(filename: string): PythonSyntaxError {
  const nowhere = { lineno: null, offset: null, endLineno: null, endOffset: null, text: null };
  return new PythonSyntaxError("MemoryError", tooComplex, filename, nowhere);
}

/** What is wrong with a source. */
export interface Diagnosis {
  /** `null` for nothing. */
  readonly error: PythonSyntaxError | null;
  /** Up to which UTF-16 index the source was scanned. */
  readonly scanned: number;
  /** Warnings about strings that the parser did not come to. */
  readonly warnings: readonly TokenWarning[];
}

/**
 * Finds out what is wrong with a source that the parser refused, as CPython would say it
 * (`_PyPegen_run_parser` in Parser/pegen.c): a first pass over the grammar shows how far the tokens make
 * sense, a second one with the `invalid_` rules looks for an explanation. Null when nothing is wrong, which
 * can only be for a source that has merely to be checked against an older grammar.
 *
 * @param undecoded the bytes that the text was made of, if they were not UTF-8
 */
export function diagnose(
  text: string,
  mode: ParseMode,
  settings: ParserSettings,
  filename: string,
  options: ParseOptions,
  firstLine = 1,
  undecoded: Uint8Array | null = null,
): Diagnosis {
  const whole = (error: PythonSyntaxError | null): Diagnosis => ({
    error,
    scanned: text.length,
    warnings: diagnostics.warnings,
  });
  const soFar = (error: PythonSyntaxError | null): Diagnosis => ({
    error,
    scanned: lexer.tokens.end[engine.fill - 1],
    warnings: diagnostics.warnings,
  });
  // Offsets in exceptions count code points, whatever unit the tree was to have.
  const lexer = new Lexer(text, {
    codepoints: true,
    typeComments: options.typeComments === true,
    single: mode === "single",
    dontImplyDedent: options.dontImplyDedent === true,
    firstLine,
  });
  lexer.run();
  const reparser = new Reparser(lexer, settings);
  // An older grammar is a matter of single rules, which even correct statements have to go through.
  const older = settings.featureVersion < CURRENT_VERSION;
  const diagnostics = new Diagnostics(lexer, reparser, filename, settings.featureVersion, undecoded);
  let accepted = false;
  try {
    reparser.parse(mode);
    accepted = true;
  } catch (reason) {
    if (reason instanceof RangeError || (reason instanceof ParseError && reason.type === "MemoryError")) {
      return whole(tooComplexError(filename));
    }
    if (reason !== mismatch && !(reason instanceof ParseError)) throw reason;
  }
  const { statements } = reparser;
  const starts = [...statements.keys()].sort((a, b) => a - b);
  const positions = new Map(starts.map((token, i) => [token, i]));
  const engine = new Engine(
    lexer,
    makeActions(diagnostics),
    () => {
      throw diagnostics.atTokenizerError();
    },
    (expected) => {
      throw diagnostics.errorAt("SyntaxError", `expected '${expected}'`, diagnostics.tokenRange(engine.mark));
    },
    older ? new Map() : reparser.statementsApart(),
    (token) => diagnostics.checkNumber(token),
    (first, behind) => {
      // The statements within count as well, each when it ends.
      for (let i = positions.get(first)!; i < starts.length && starts[i] < behind; i++) {
        diagnostics.noteStatement(starts[i], statements.get(starts[i])!);
      }
    },
  );
  diagnostics.fill = () => engine.fill;
  const start = grammarRules()[startRules[mode]];
  let error: PythonSyntaxError | null = null;
  let correct = false;
  let surplus = false;
  let complex = false;
  const pass = (): void => {
    try {
      if (engine.run(start) === null) return;
      if (mode === "single" && hasStatement(lexer.src, lexer.tokens.end[engine.fill - 1], lexer.length)) {
        const message = "multiple statements found while compiling a single statement";
        surplus = true;
        throw diagnostics.errorAtLast("SyntaxError", message);
      }
      if (!accepted) throw new ParserInternalError("the parser refused what its grammar accepts");
      correct = true;
    } catch (reason) {
      if (reason instanceof PythonSyntaxError) error = reason;
      else if (reason instanceof TooComplex || reason instanceof RangeError) complex = true;
      else throw reason;
    }
  };
  pass();
  if (complex) return whole(tooComplexError(filename));
  if (correct) return whole(null);
  // The rest was not even scanned.
  if (surplus) return soFar(error);
  const furthest = engine.fill - 1;
  const incomplete = options.allowIncomplete === true && isEndOfSource(lexer, engine.fill);
  if (incomplete) {
    const at = diagnostics.errorAtLast("SyntaxError", "incomplete input");
    return soFar(new PythonSyntaxError("SyntaxError", at.message, filename, at, true));
  }
  if (error === null) {
    engine.restart();
    pass();
    if (complex) return whole(tooComplexError(filename));
  }
  const result = finish(lexer, diagnostics, error, furthest, engine.fill);
  const located = error === null && result.type === "IndentationError" ? soFar : whole;
  const { line, col } = diagnostics.lastStatement;
  const metadata = { line, col, source: text };
  // What is incomplete in the sense of `allowIncomplete` was told above.
  const more = result.incomplete && options.allowIncomplete !== true;
  return located(new PythonSyntaxError(result.type, result.message, filename, result, more, metadata));
}

/**
 * Whether CPython's tokenizer has met the end of the source after reading `fill` tokens. Most tokens make
 * it look one character ahead; quotes and newlines end by themselves.
 */
function isEndOfSource(lexer: Lexer, fill: number): boolean {
  const token = fill - 1;
  const { kind, start, end } = lexer.tokens;
  const before = lexer.src[end[token] - 1];
  const rest = lexer.src.substring(end[token], lexer.length);
  switch (kind[token]) {
    case T.ERRORTOKEN:
      return lexer.error!.eof || lexer.error!.unterminated;
    case T.STRING:
    case T.FSTRING_END:
    case T.TSTRING_END:
      return false;
    case T.FSTRING_MIDDLE:
    case T.TSTRING_MIDDLE:
      // Of a brace it looks whether there is a second.
      return (rest === "{" || rest === "}") && rest !== before;
    case T.NEWLINE:
      return start[token] === lexer.length;
    case T.FSTRING_START:
    case T.TSTRING_START:
      // Of a second quote it looks whether there is a third.
      return (rest === "" && lexer.src[end[token] - 2] !== before) || rest === before;
    default:
      // Of a second dot it looks whether there is a third.
      return rest === "" || (rest === "." && kind[token] === T.DOT);
  }
}

/** `_Pypegen_set_syntax_error`: which of several errors wins. */
function finish(
  lexer: Lexer,
  diagnostics: Diagnostics,
  error: PythonSyntaxError | null,
  furthest: number,
  fill: number,
): PythonSyntaxError {
  const { kind } = lexer.tokens;
  const stopped = kind[fill - 1] === T.ERRORTOKEN || isEndOfSource(lexer, fill);
  let result = error;
  if (result === null) {
    if (kind[furthest] === T.INDENT || kind[furthest] === T.DEDENT) {
      const what = kind[furthest] === T.INDENT ? "unexpected indent" : "unexpected unindent";
      return diagnostics.errorAtLast("IndentationError", what);
    }
    result = diagnostics.errorAt("SyntaxError", "invalid syntax", diagnostics.tokenRange(furthest));
  } else if (stopped) return result;
  // What the rest of the tokens has to say goes first, unless it is in an f-string.
  const later = lexer.error;
  if (later === null || lexer.insideFormattedString) return result;
  if (later.how === "here" || later.how === "range") return diagnostics.atTokenizerError();
  if (lexer.level > 0 && diagnostics.tokenLine(fill - 1) > lexer.parenLine[lexer.level - 1]) {
    return diagnostics.unclosed(later.line);
  }
  return result;
}
