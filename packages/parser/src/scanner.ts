import { type FStringMode, type LexError, lexError, unterminatedError } from "./lex-state.js";
import { invalidEscape } from "./literals.js";
import { NameTable } from "./names.js";
import { TokenBuffer } from "./token-buffer.js";
import { T } from "./tokens.js";

/** As MAXLEVEL in Parser/lexer/state.h. */
export const MAX_LEVEL = 200;
const MAX_FSTRING_EXPRESSION_NESTING = 3;

/** What means nothing to a string: the engine goes over it before it has compiled the lexer. */
const plain = /[^"'\\\n\0\x80-\uffff]*/y;

/** Index behind the plain characters from `from` on. */
function plainEnd(src: string, from: number): number {
  plain.lastIndex = from;
  plain.test(src);
  return plain.lastIndex;
}

/** What the lexer can be asked for beyond plain tokens. */
export interface LexerOptions {
  /** Columns count UTF-8 bytes (the default) or code points. */
  readonly codepoints?: boolean;
  /** Emit TYPE_COMMENT tokens and collect `# type: ignore` comments. */
  readonly typeComments?: boolean;
  /** Behave as CPython's `tokenize` does: COMMENT and NL tokens, few errors. */
  readonly extraTokens?: boolean;
  /** The source is one interactive statement: its end counts as a newline. */
  readonly single?: boolean;
  /** With `single`: the end of the source does not end the blocks that are open. */
  readonly dontImplyDedent?: boolean;
  /** Number of the first line, where the source is a part of another; default 1. */
  readonly firstLine?: number;
}

/** A warning found while scanning: `pos` is a UTF-16 index in `Lexer.src`. */
export interface LexWarning {
  readonly message: string;
  readonly line: number;
  readonly pos: number;
  /** How far from `pos` an error would be reported. */
  readonly shift: number;
}

/**
 * State of the lexer and what it seldom does: strings over several lines or with escapes, the text of
 * f-strings, comments that are asked for, and errors.
 */
export class Scanner {
  /** The text that token indices point into. */
  readonly src: string;
  /** Length of the source without the end mark. */
  readonly length: number;
  readonly names = new NameTable();
  readonly tokens: TokenBuffer;
  readonly warnings: LexWarning[] = [];
  /** The `# type: ignore` comments, when type comments were asked for. */
  readonly typeIgnores: { readonly line: number; readonly tag: string }[] = [];
  /** Why scanning stopped early; the last token is then `T.ERRORTOKEN`. */
  error: LexError | null = null;
  /** Index and line of each bracket that is still open. */
  readonly parenPos: number[] = [];
  readonly parenLine: number[] = [];
  level = 0;
  /** Scanning ended within an f-string or t-string. */
  get insideFormattedString(): boolean {
    return this.modes.length > 0;
  }
  /** First index of each line, from line 1 at [1]; filled on demand by `lineStart`. */
  protected lineStarts: number[] | null = null;
  protected pos = 0;
  protected line = 1;
  protected readonly firstLine: number;
  /** Column of an index is `index - base`: the line's start, less what multi-byte characters add. */
  protected base = 0;
  protected modes: FStringMode[] = [];
  protected readonly utf8: boolean;
  protected readonly typeComments: boolean;
  /** Tokens are meant for `tokenize`: numbers and names are taken as they come. */
  readonly extra: boolean;
  protected readonly single: boolean;
  protected readonly dontImplyDedent: boolean;

  constructor(source: string, options: LexerOptions = {}) {
    // join() gives a flat string where `+` gives a rope, which charCodeAt would unwrap every time.
    this.src = [source, "\0"].join("");
    this.length = source.length;
    this.utf8 = options.codepoints !== true;
    this.typeComments = options.typeComments === true;
    this.extra = options.extraTokens === true;
    this.single = options.single === true;
    this.dontImplyDedent = options.dontImplyDedent === true;
    this.firstLine = options.firstLine ?? 1;
    this.tokens = new TokenBuffer((source.length >> 2) + 64);
  }

  /** First index of a line (from 1). */
  lineStart(line: number): number {
    line -= this.firstLine - 1;
    if (this.lineStarts === null) {
      const starts = [0, 0];
      for (let at = this.src.indexOf("\n"); at >= 0; at = this.src.indexOf("\n", at + 1)) starts.push(at + 1);
      this.lineStarts = starts;
    }
    return this.lineStarts[Math.max(0, Math.min(line, this.lineStarts.length - 1))];
  }

  /** How many lines end with a newline. */
  get lineCount(): number {
    this.lineStart(1);
    return this.lineStarts!.length - 2;
  }

  /** Index behind a line (from 1) and its newline. */
  lineEnd(line: number): number {
    this.lineStart(line);
    return this.lineStarts![line - this.firstLine + 2] ?? this.length;
  }

  /** What a character from U+0080 adds to the columns behind it. */
  protected widening(c: number): number {
    if (this.utf8) return c < 0x800 || (c & 0xf800) === 0xd800 ? 1 : 2;
    return (c & 0xfc00) === 0xd800 ? -1 : 0;
  }

  /** Ends the tokens, of which `n` are good, with an ERRORTOKEN where `error` says. */
  protected stop(n: number, error: LexError): false {
    this.error = error;
    this.tokens.length = n;
    this.tokens.push(T.ERRORTOKEN, error.pos, error.pos, error.line, 0, error.line, 0);
    return false;
  }

  /** Checks the backslash at `pos`: null when it joins two lines. */
  protected continuation(pos: number, line: number, bufferStart: number): LexError | null {
    if (this.src.charCodeAt(pos + 1) !== 10) {
      const message = "unexpected character after line continuation character";
      return lexError(
        "SyntaxError",
        message,
        line,
        Math.min(pos + 2, this.length),
        "continuation",
        bufferStart,
      );
    }
    if (pos + 2 < this.length) return null;
    return lexError("SyntaxError", "unexpected EOF while parsing", line, this.length, "eof", bufferStart);
  }

  /** What is wrong with a closing bracket; null when (inside an f-string) nothing is. */
  protected badClose(c: number, pos: number, line: number, mode: FStringMode | null): LexError | null {
    const text = String.fromCharCode(c);
    const error = (message: string) => lexError("SyntaxError", message, line, pos + 1);
    const label = mode?.template ? "t-string" : "f-string";
    if (mode !== null && mode.depth === 0 && c === 125) return error(`${label}: single '}' is not allowed`);
    if (this.level === 0) return this.extra ? null : error(`unmatched '${text}'`);
    const openPos = this.parenPos[this.level - 1];
    const open = this.src.charCodeAt(openPos);
    if (!matches(open, c) && !this.extra) {
      if (mode !== null && open === 123 && mode.depth - 1 === mode.expressionDepth) {
        return error(`${label}: unmatched '${text}'`);
      }
      const opening = String.fromCharCode(open);
      const openLine = this.parenLine[this.level - 1];
      const where = openLine === line ? "" : ` on line ${openLine}`;
      return error(`closing parenthesis '${text}' does not match opening parenthesis '${opening}'${where}`);
    }
    if (mode !== null && mode.depth <= 0) return error(`${label}: unmatched '${text}'`);
    return null;
  }

  /** Scans the string whose quote stands at `pos`; moves `pos`, `line` and `base` behind it. */
  protected string(pos: number, start: number, mode: FStringMode | null): boolean {
    const src = this.src;
    const quote = src.charCodeAt(pos);
    const triple = src.charCodeAt(pos + 1) === quote && src.charCodeAt(pos + 2) === quote;
    const firstLine = this.line;
    const size = triple ? 3 : 1;
    let line = firstLine;
    let base = this.base;
    let p = triple ? plainEnd(src, pos + size) : pos + size;
    let escapedQuote = false;
    for (;;) {
      const c = src.charCodeAt(p);
      if (c === quote) {
        if (!triple) {
          p++;
          break;
        }
        if (src.charCodeAt(p + 1) === quote && src.charCodeAt(p + 2) === quote) {
          p += 3;
          break;
        }
        p++;
        continue;
      }
      if (c === 92) {
        const escaped = src.charCodeAt(++p);
        if (escaped === quote) escapedQuote = true;
        if (escaped === 10) {
          line++;
          base = p + 1;
        } else if (escaped >= 128) base -= this.widening(escaped);
        if (p < this.length) p++;
        continue;
      }
      if (c === 10) {
        if (triple) {
          line++;
          base = p + 1;
          p = plainEnd(src, base);
          continue;
        }
      } else if (c >= 128) {
        base -= this.widening(c);
        p++;
        continue;
      } else if (c !== 0 || p < this.length) {
        p++;
        continue;
      }
      // Unterminated: reported at the first quote (or its prefix).
      const label = mode?.template ? "t-string" : "f-string";
      if (mode !== null && mode.quote === quote && mode.triple === triple) {
        this.error = lexError("SyntaxError", `${label}: expecting '}'`, firstLine, start + 1);
        return false;
      }
      // CPython counts the lines up to the end of the source, but a final newline starts none.
      const last = c === 10 || src.charCodeAt(p - 1) !== 10 ? line : line - 1;
      const what = triple ? "triple-quoted string literal" : "string literal";
      const hint = !triple && escapedQuote ? "; perhaps you escaped the end quote?" : "";
      const message = `unterminated ${what} (detected at line ${last})${hint}`;
      this.error =
        c === 10
          ? lexError("SyntaxError", message, firstLine, start + 1)
          : unterminatedError(message, firstLine, start + 1);
      return false;
    }
    this.pos = p;
    this.line = line;
    this.base = base;
    return true;
  }

  /** Scans what stands between the expressions of an f-string, up to and with its end quote. */
  protected fstringText(mode: FStringMode): boolean {
    const src = this.src;
    const tokens = this.tokens;
    const middle = mode.template ? T.TSTRING_MIDDLE : T.FSTRING_MIDDLE;
    const quote = mode.quote;
    let start = this.pos;
    let startLine = this.line;
    let startCol = this.pos - this.base;
    let p = start;
    let inName = false;
    const flush = (end: number, behind = end, evenEmpty = false) => {
      if (end > start || evenEmpty)
        tokens.push(middle, start, end, startLine, startCol, this.line, behind - this.base);
    };
    for (;;) {
      const c = src.charCodeAt(p);
      const inSpec = mode.inSpec && mode.expressionDepth >= 0;
      if (c === quote) {
        if (!mode.triple || (src.charCodeAt(p + 1) === quote && src.charCodeAt(p + 2) === quote)) {
          flush(p);
          const size = mode.triple ? 3 : 1;
          const col = p - this.base;
          const kind = mode.template ? T.TSTRING_END : T.FSTRING_END;
          tokens.push(kind, p, p + size, this.line, col, this.line, col + size);
          this.pos = p + size;
          this.modes.pop();
          return true;
        }
        p++;
      } else if (c === 123) {
        if (src.charCodeAt(p + 1) === 123 && !inSpec) {
          // `{{` stands for `{`: the token's text keeps the first brace, its position covers both.
          flush(p + 1, p + 2);
          p += 2;
          start = p;
          startLine = this.line;
          startCol = p - this.base;
          continue;
        }
        flush(p);
        if (++mode.expressionDepth >= MAX_FSTRING_EXPRESSION_NESTING) {
          const label = mode.template ? "t-string" : "f-string";
          this.error = lexError("SyntaxError", `${label}: expressions nested too deeply`, this.line, p);
          return false;
        }
        mode.inText = false;
        mode.inSpec = false;
        this.pos = p;
        return true;
      } else if (c === 125) {
        if (inName) {
          inName = false;
          p++;
          flush(p);
          start = p;
          startLine = this.line;
          startCol = p - this.base;
          continue;
        }
        if (src.charCodeAt(p + 1) === 125 && !inSpec && mode.depth === 0) {
          flush(p + 1, p + 2);
          p += 2;
          start = p;
          startLine = this.line;
          startCol = p - this.base;
          continue;
        }
        // CPython has a token here even if it is empty; one of its messages depends on it.
        flush(p, p, true);
        mode.inText = false;
        mode.inSpec = false;
        this.pos = p;
        return true;
      } else if (c === 92) {
        const next = src.charCodeAt(++p);
        if (next === 123 || next === 125) {
          if (!mode.raw) {
            const brace = String.fromCharCode(next);
            this.warnings.push({
              message: invalidEscape(brace),
              line: this.line,
              pos: p - 1,
              shift: 1,
            });
          }
          continue;
        }
        if (!mode.raw && next === 78 && src.charCodeAt(p + 1) === 123) {
          inName = true;
          p += 2;
        } else if (next === 10) {
          this.line++;
          this.base = ++p;
        } else {
          if (next >= 128) this.base -= this.widening(next);
          if (p < this.length) p++;
        }
      } else if (c === 10 && mode.triple) {
        this.line++;
        this.base = ++p;
      } else if (c === 10 || (c === 0 && p >= this.length)) {
        const label = mode.template ? "t-string" : "f-string";
        if (inSpec && c === 10) {
          const message = `${label}: newlines are not allowed in format specifiers for single quoted ${label}s`;
          this.error = lexError("SyntaxError", message, this.line, p + 1);
          return false;
        }
        const last = c === 10 || src.charCodeAt(p - 1) !== 10 ? this.line : this.line - 1;
        const message = `unterminated ${mode.triple ? "triple-quoted " : ""}${label} literal (detected at line ${last})`;
        // Unlike for plain strings, the end of the source is no reason to ask for more, save with `"""`.
        this.error = mode.triple
          ? unterminatedError(message, mode.startLine, mode.start + 1)
          : lexError("SyntaxError", message, mode.startLine, mode.start + 1);
        return false;
      } else {
        if (c >= 128) this.base -= this.widening(c);
        p++;
      }
    }
  }

  /** Emits the comment at `pos` where it is asked for; returns where scanning goes on. */
  protected comment(pos: number, line: number, base: number, ownLine: boolean): number {
    const src = this.src;
    const tokens = this.tokens;
    const newline = src.indexOf("\n", pos);
    const end = newline < 0 ? this.length : newline;
    const next = ownLine && newline >= 0 ? end + 1 : end;
    if (this.extra) {
      let width = end - pos;
      for (let i = pos; i < end; i++) {
        if (src.charCodeAt(i) >= 128) width += this.widening(src.charCodeAt(i));
      }
      const endCol = pos - base + width;
      tokens.push(T.COMMENT, pos, end, line, pos - base, line, endCol);
      if (ownLine) tokens.push(T.NL, end, end + 1, line, endCol, line, endCol + 1);
      return next;
    }
    const match = /^#[ \t]*type:[ \t]*/.exec(src.substring(pos, end));
    if (match === null) return next;
    const at = pos + match[0].length;
    const ignore = /^ignore(?![A-Za-z0-9\u0080-\uffff])/.test(src.substring(at, end));
    if (ignore) {
      // On a line of its own, the comment takes its newline along, as in CPython.
      this.typeIgnores.push({ line, tag: src.substring(at + 6, next) });
      return next;
    }
    tokens.push(T.TYPE_COMMENT, at, end, line, at - base, line, end - base);
    return end;
  }
}

/** Whether a closing bracket belongs to an opening one. */
export function matches(open: number, close: number): boolean {
  return open === 40 ? close === 41 : open === 91 ? close === 93 : close === 125;
}
