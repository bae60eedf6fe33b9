import { CharClass, charClass, isIdentifierPart, singleKind } from "./characters.js";
import { identifierError } from "./identifiers.js";
import { FStringMode, type LexError, lexError, unterminatedError } from "./lex-state.js";
import { scanNumber } from "./lex-number.js";
import { NameTable } from "./names.js";
import { TokenBuffer } from "./token-buffer.js";
import { T } from "./tokens.js";

const badTabs = "inconsistent use of tabs and spaces in indentation";
const badDedent = "unindent does not match any outer indentation level";
const MAX_INDENT = 100;
const MAX_LEVEL = 200;
const MAX_FSTRING_LEVEL = 150;
const MAX_FSTRING_EXPRESSION_NESTING = 3;
const TAB_SIZE = 8;

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
}

/** A warning found while scanning: `pos` is a UTF-16 index in `Lexer.src`. */
export interface LexWarning {
  readonly message: string;
  readonly line: number;
  readonly pos: number;
}

/**
 * Turns a source into tokens, all at once: CPython's Parser/lexer/lexer.c over a JavaScript string.
 * `run` keeps its state in locals; what is rare (f-string text, type comments) goes through fields.
 *
 * The source must have `\n` line ends and contain no NUL; the lexer appends one as its end mark.
 */
export class Lexer {
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
  readonly parenPos = new Int32Array(MAX_LEVEL);
  readonly parenLine = new Int32Array(MAX_LEVEL);
  level = 0;
  /** Scanning ended within an f-string or t-string. */
  get insideFormattedString(): boolean {
    return this.modes.length > 0;
  }
  /** First index of each line, from line 1 at [1]; filled on demand by `lineStart`. */
  private lineStarts: number[] | null = null;
  private pos = 0;
  private line = 1;
  /** Column of an index is `index - base`: the line's start, less what multi-byte characters add. */
  private base = 0;
  private modes: FStringMode[] = [];
  private readonly utf8: boolean;
  private readonly typeComments: boolean;
  private readonly extra: boolean;
  private readonly single: boolean;
  private readonly dontImplyDedent: boolean;

  constructor(source: string, options: LexerOptions = {}) {
    // join() gives a flat string where `+` gives a rope, which charCodeAt would unwrap every time.
    this.src = [source, "\0"].join("");
    this.length = source.length;
    this.utf8 = options.codepoints !== true;
    this.typeComments = options.typeComments === true;
    this.extra = options.extraTokens === true;
    this.single = options.single === true;
    this.dontImplyDedent = options.dontImplyDedent === true;
    this.tokens = new TokenBuffer((source.length >> 2) + 64);
  }

  /** First index of a line (from 1). */
  lineStart(line: number): number {
    if (this.lineStarts === null) {
      const starts = [0, 0];
      for (let at = this.src.indexOf("\n"); at >= 0; at = this.src.indexOf("\n", at + 1)) starts.push(at + 1);
      this.lineStarts = starts;
    }
    return this.lineStarts[Math.min(line, this.lineStarts.length - 1)];
  }

  /** What a character from U+0080 adds to the columns behind it. */
  private widening(c: number): number {
    if (this.utf8) return c < 0x800 || (c & 0xf800) === 0xd800 ? 1 : 2;
    return (c & 0xfc00) === 0xd800 ? -1 : 0;
  }

  /** Scans everything. */
  run(): void {
    const src = this.src;
    const names = this.names;
    const tokens = this.tokens;
    let { kind: kinds, start: starts, end: ends, line: lines, col: cols, endLine: endLines } = tokens;
    let endCols = tokens.endCol;
    let nameIds = tokens.name;
    let capacity = kinds.length - 4;
    const indents = new Int32Array(MAX_INDENT);
    const altIndents = new Int32Array(MAX_INDENT);
    let indent = 0;
    let n = 0;
    let pos = 0;
    let line = 1;
    let base = 0;
    let level = 0;
    let mode: FStringMode | null = null;
    let atLineStart = true;
    // Where the text begins that CPython's tokenizer holds at once; one message counts from there.
    let bufferStart = 0;

    for (;;) {
      if (n >= capacity || tokens.kind !== kinds) {
        tokens.length = n;
        if (n + 4 > tokens.kind.length) tokens.grow();
        ({ kind: kinds, start: starts, end: ends, line: lines, col: cols, endLine: endLines } = tokens);
        endCols = tokens.endCol;
        nameIds = tokens.name;
        capacity = kinds.length - 4;
      }
      if (mode !== null && mode.inText) {
        tokens.length = n;
        this.pos = pos;
        this.line = line;
        this.base = base;
        if (!this.fstringText(mode)) return this.fail();
        n = tokens.length;
        pos = this.pos;
        line = this.line;
        base = this.base;
        mode = this.modes.length > 0 ? this.modes[this.modes.length - 1] : null;
        continue;
      }
      let c = src.charCodeAt(pos);
      if (atLineStart) {
        atLineStart = false;
        let col = 0;
        let alt = 0;
        let continued = -1;
        let continuedAlt = -1;
        for (; ; c = src.charCodeAt(++pos)) {
          if (c === 32) {
            col++;
            alt++;
          } else if (c === 9) {
            col = ((col / TAB_SIZE) | 0) * TAB_SIZE + TAB_SIZE;
            alt++;
          } else if (c === 12) {
            col = 0;
            alt = 0;
          } else if (c === 92) {
            // The first backslash decides the indentation of what follows on the next lines.
            if (continued <= 0) {
              continued = col;
              continuedAlt = col;
            }
            const error = this.continuation(pos, line, bufferStart);
            if (error !== null) {
              tokens.length = n;
              this.error = error;
              return this.fail();
            }
            pos++;
            line++;
            base = pos + 1;
          } else break;
        }
        if (c === 10) {
          if (this.extra) {
            lines[n] = endLines[n] = line;
            kinds[n] = T.NL;
            starts[n] = pos;
            ends[n] = pos + 1;
            cols[n] = pos - base;
            endCols[n] = pos - base + 1;
            n++;
          }
          base = bufferStart = ++pos;
          line++;
          atLineStart = true;
          continue;
        }
        if (c === 35) {
          if (!this.extra && !this.typeComments) {
            const end = src.indexOf("\n", pos);
            if (end < 0) {
              pos = this.length;
              continue;
            }
            base = bufferStart = pos = end + 1;
            line++;
            atLineStart = true;
            continue;
          }
          tokens.length = n;
          pos = this.comment(pos, line, base, true);
          // A type comment on a line of its own is followed by a NEWLINE; others take theirs along.
          const typeComment = tokens.length > n && !this.extra;
          n = tokens.length;
          if (typeComment || pos === this.length) continue;
          base = bufferStart = pos;
          line++;
          atLineStart = true;
          continue;
        }
        if (continued > 0) {
          col = continued;
          alt = continuedAlt;
        }
        if (col === indents[indent]) {
          if (alt !== altIndents[indent]) {
            tokens.length = n;
            this.error = lexError("TabError", badTabs, line, pos, "line");
            return this.fail();
          }
        } else if (col > indents[indent]) {
          const wrong =
            indent + 1 >= MAX_INDENT
              ? lexError("IndentationError", "too many levels of indentation", line, pos, "line")
              : alt <= altIndents[indent]
                ? lexError("TabError", badTabs, line, pos, "line")
                : null;
          if (wrong !== null) {
            tokens.length = n;
            this.error = wrong;
            return this.fail();
          }
          indents[++indent] = col;
          altIndents[indent] = alt;
          kinds[n] = T.INDENT;
          starts[n] = base;
          ends[n] = pos;
          lines[n] = endLines[n] = line;
          cols[n] = 0;
          endCols[n] = pos - base;
          n++;
        } else {
          let outer = indent;
          while (outer > 0 && col < indents[outer]) outer--;
          const wrong =
            col !== indents[outer]
              ? lexError("IndentationError", badDedent, line, pos, "dedent")
              : alt !== altIndents[outer]
                ? lexError("TabError", badTabs, line, pos, "line")
                : null;
          if (wrong !== null) {
            tokens.length = n;
            this.error = wrong;
            return this.fail();
          }
          for (; indent > outer; indent--) {
            if (n >= capacity) {
              tokens.length = n;
              tokens.grow();
              ({ kind: kinds, start: starts, end: ends, line: lines, col: cols, endLine: endLines } = tokens);
              endCols = tokens.endCol;
              nameIds = tokens.name;
              capacity = kinds.length - 4;
            }
            kinds[n] = T.DEDENT;
            starts[n] = ends[n] = pos;
            lines[n] = endLines[n] = line;
            cols[n] = endCols[n] = pos - base;
            n++;
          }
        }
      }
      while (c === 32 || c === 9 || c === 12) c = src.charCodeAt(++pos);

      const start = pos;
      const startLine = line;
      const startCol = pos - base;
      let kind: number = T.ERRORTOKEN;
      let id = 0;
      switch (c < 128 ? charClass[c] : CharClass.WIDE) {
        case 1: {
          // CharClass.NAME
          let hash = c;
          while ((c = src.charCodeAt(++pos)) < 128 && isIdentifierPart[c] === 1) {
            hash = (Math.imul(hash, 31) + c) | 0;
          }
          if (c === 34 || c === 39) {
            const prefix = pos - start <= 3 ? stringPrefix(src, start, pos) : 0;
            if (prefix !== 0) {
              if (prefix === 1) {
                // The quote is scanned below, with the token starting at its prefix.
                tokens.length = n;
                this.pos = pos;
                this.line = line;
                this.base = base;
                if (!this.string(pos, start, mode)) return this.fail();
                pos = this.pos;
                line = this.line;
                base = this.base;
                kind = T.STRING;
                break;
              }
              if (prefix < 0) {
                tokens.length = n;
                const message = prefixConflict(src.substring(start, pos));
                this.error = lexError("SyntaxError", message, line, pos, "range", start, pos + 1);
                return this.fail();
              }
              const triple = src.charCodeAt(pos + 1) === c && src.charCodeAt(pos + 2) === c;
              if (this.modes.length + 1 >= MAX_FSTRING_LEVEL) {
                tokens.length = n;
                this.error = lexError("SyntaxError", "too many nested f-strings or t-strings", line, pos + 1);
                return this.fail();
              }
              pos += triple ? 3 : 1;
              mode = new FStringMode(c, triple, (prefix & 4) !== 0, (prefix & 8) !== 0, start, line);
              this.modes.push(mode);
              kind = mode.template ? T.TSTRING_START : T.FSTRING_START;
              break;
            }
          }
          if (c < 128) {
            id = names.lookup(src, start, pos, hash);
            kind = id < 35 ? T.FALSE + id : T.NAME;
            break;
          }
        }
        // A character beyond ASCII: falls through
        case 2: {
          // CharClass.WIDE
          let added = 0;
          while (c >= 128 || isIdentifierPart[c] === 1) {
            if (c >= 128) added += this.widening(c);
            c = src.charCodeAt(++pos);
          }
          const text = src.substring(start, pos);
          const wrong = this.extra ? null : identifierError(text);
          if (wrong !== null) {
            tokens.length = n;
            this.error = lexError("SyntaxError", wrong.message, line, start + wrong.end);
            return this.fail();
          }
          base -= added;
          id = names.intern(text.normalize("NFKC"));
          kind = id < 35 ? T.FALSE + id : T.NAME;
          break;
        }
        case 3: {
          // CharClass.DIGIT
          pos = scanNumber(this, pos, line);
          if (pos < 0) {
            tokens.length = n;
            return this.fail();
          }
          kind = T.NUMBER;
          break;
        }
        case 4: {
          // CharClass.QUOTE
          // The common case here: one line, no escapes; everything else in `string`.
          const quote = c;
          let p = pos + 1;
          c = src.charCodeAt(p);
          if (c !== quote) {
            while (c !== quote && c !== 92 && c !== 10 && c !== 0 && c < 128) c = src.charCodeAt(++p);
            if (c === quote) {
              pos = p + 1;
              kind = T.STRING;
              break;
            }
          } else if (src.charCodeAt(p + 1) !== quote) {
            pos = p + 1;
            kind = T.STRING;
            break;
          }
          tokens.length = n;
          this.pos = pos;
          this.line = line;
          this.base = base;
          if (!this.string(pos, start, mode)) return this.fail();
          pos = this.pos;
          line = this.line;
          base = this.base;
          kind = T.STRING;
          break;
        }
        case 6: {
          // CharClass.HASH
          if (this.typeComments || this.extra) {
            tokens.length = n;
            pos = this.comment(pos, line, base, false);
            n = tokens.length;
            continue;
          }
          pos = src.indexOf("\n", pos);
          if (pos < 0) {
            pos = this.length;
            continue;
          }
        }
        // The newline behind a comment, which its token begins with: falls through
        case 5: {
          // CharClass.NEWLINE
          if (level > 0) {
            if (this.extra) {
              kinds[n] = T.NL;
              starts[n] = pos;
              ends[n] = pos + 1;
              lines[n] = endLines[n] = line;
              cols[n] = pos - base;
              endCols[n] = pos - base + 1;
              n++;
            }
            base = bufferStart = ++pos;
            line++;
            continue;
          }
          kinds[n] = T.NEWLINE;
          starts[n] = start;
          ends[n] = pos;
          lines[n] = endLines[n] = line;
          cols[n] = startCol;
          endCols[n] = pos - base;
          nameIds[n] = 0;
          n++;
          base = bufferStart = ++pos;
          line++;
          atLineStart = true;
          continue;
        }
        case 7: {
          // CharClass.BACKSLASH
          const error = this.continuation(pos, line, bufferStart);
          if (error !== null) {
            tokens.length = n;
            this.error = error;
            return this.fail();
          }
          pos += 2;
          line++;
          base = pos;
          continue;
        }
        case 8: {
          // CharClass.OPEN
          if (level >= MAX_LEVEL) {
            tokens.length = n;
            this.error = lexError("SyntaxError", "too many nested parentheses", line, pos + 1);
            return this.fail();
          }
          this.parenPos[level] = pos;
          this.parenLine[level] = line;
          this.level = ++level;
          if (mode !== null) mode.depth++;
          kind = singleKind[c];
          pos++;
          break;
        }
        case 9: {
          // CharClass.CLOSE
          if (level === 0 || mode !== null || !matches(src.charCodeAt(this.parenPos[level - 1]), c)) {
            const error = this.badClose(c, pos, line, mode);
            if (error !== null) {
              tokens.length = n;
              this.error = error;
              return this.fail();
            }
          }
          if (level > 0) this.level = --level;
          if (mode !== null) {
            mode.depth--;
            if (c === 125 && mode.depth === mode.expressionDepth) {
              mode.expressionDepth--;
              mode.inText = true;
              mode.inSpec = false;
            }
          }
          kind = singleKind[c];
          pos++;
          break;
        }
        case 10: {
          // CharClass.OPERATOR
          const c2 = src.charCodeAt(pos + 1);
          if (mode !== null && mode.expressionDepth >= 0 && (c === 58 || c === 33)) {
            if (c === 58 && mode.depth - 1 === mode.expressionDepth) {
              mode.inText = true;
              mode.inSpec = true;
              kind = T.COLON;
              pos++;
              break;
            }
          }
          kind = singleKind[c];
          pos++;
          if (c2 === 61) {
            // x=
            const wide = equalKind[c];
            if (wide !== 0) {
              kind = wide;
              pos++;
            }
          } else if (c2 === c) {
            switch (c) {
              case 42: // **
                kind = T.DOUBLESTAR;
                pos++;
                if (src.charCodeAt(pos) === 61) {
                  kind = T.DOUBLESTAREQUAL;
                  pos++;
                }
                break;
              case 47: // //
                kind = T.DOUBLESLASH;
                pos++;
                if (src.charCodeAt(pos) === 61) {
                  kind = T.DOUBLESLASHEQUAL;
                  pos++;
                }
                break;
              case 60: // <<
                kind = T.LEFTSHIFT;
                pos++;
                if (src.charCodeAt(pos) === 61) {
                  kind = T.LEFTSHIFTEQUAL;
                  pos++;
                }
                break;
              case 62: // >>
                kind = T.RIGHTSHIFT;
                pos++;
                if (src.charCodeAt(pos) === 61) {
                  kind = T.RIGHTSHIFTEQUAL;
                  pos++;
                }
                break;
              case 46: // ..
                if (src.charCodeAt(pos + 1) === 46) {
                  kind = T.ELLIPSIS;
                  pos += 2;
                }
                break;
            }
          } else if (c2 === 62) {
            if (c === 45) {
              kind = T.RARROW;
              pos++;
            } else if (c === 60) {
              kind = T.NOTEQUAL;
              pos++;
            }
          } else if (c === 46 && c2 >= 48 && c2 <= 57) {
            pos = scanNumber(this, start, line);
            if (pos < 0) {
              tokens.length = n;
              return this.fail();
            }
            kind = T.NUMBER;
          }
          break;
        }
        case 11: {
          // CharClass.END
          if (pos === this.length) {
            tokens.length = n;
            if (level > 0) {
              const last = pos > 0 && src.charCodeAt(pos - 1) === 10 ? line - 1 : line;
              this.error = lexError("SyntaxError", "unexpected EOF while parsing", last, pos, "eof");
              return this.fail();
            }
            const col = pos - base;
            if (this.single && n > 0) {
              tokens.push(T.NEWLINE, pos, pos, line, col, line, col);
              if (indent > 0 && !this.dontImplyDedent) {
                for (; indent > 0; indent--) tokens.push(T.DEDENT, pos, pos, line, col, line, col);
                tokens.push(T.NEWLINE, pos, pos, line, col, line, col);
              }
            }
            tokens.push(T.ENDMARKER, pos, pos, line, col, line, col);
            return;
          }
        }
        // A NUL inside: falls through
        default: {
          tokens.length = n;
          if (c < 32 || c === 127) {
            const code = c.toString(16).toUpperCase().padStart(4, "0");
            this.error = lexError("SyntaxError", `invalid non-printable character U+${code}`, line, pos + 1);
            return this.fail();
          }
          // `$`, `?` and the backquote are tokens that no rule knows.
          kind = T.OP;
          pos++;
        }
      }
      kinds[n] = kind;
      starts[n] = start;
      ends[n] = pos;
      lines[n] = startLine;
      cols[n] = startCol;
      endLines[n] = line;
      endCols[n] = pos - base;
      nameIds[n] = id;
      n++;
    }
  }

  /** Ends the tokens with an ERRORTOKEN where `error` says. */
  private fail(): void {
    const error = this.error!;
    this.tokens.push(T.ERRORTOKEN, error.pos, error.pos, error.line, 0, error.line, 0);
  }

  /** Checks the backslash at `pos`: null when it joins two lines. */
  private continuation(pos: number, line: number, bufferStart: number): LexError | null {
    if (this.src.charCodeAt(pos + 1) !== 10) {
      const message = "unexpected character after line continuation character";
      return lexError("SyntaxError", message, line, Math.min(pos + 2, this.length), "continuation", bufferStart);
    }
    if (pos + 2 < this.length) return null;
    return lexError("SyntaxError", "unexpected EOF while parsing", line, this.length, "eof");
  }

  /** What is wrong with a closing bracket; null when (inside an f-string) nothing is. */
  private badClose(c: number, pos: number, line: number, mode: FStringMode | null): LexError | null {
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
  private string(pos: number, start: number, mode: FStringMode | null): boolean {
    const src = this.src;
    const quote = src.charCodeAt(pos);
    const triple = src.charCodeAt(pos + 1) === quote && src.charCodeAt(pos + 2) === quote;
    const firstLine = this.line;
    const size = triple ? 3 : 1;
    let line = firstLine;
    let base = this.base;
    let p = pos + size;
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
          base = ++p;
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
  private fstringText(mode: FStringMode): boolean {
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
      if (end > start || evenEmpty) tokens.push(middle, start, end, startLine, startCol, this.line, behind - this.base);
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
              message: `"\\${brace}" is an invalid escape sequence. Such sequences will not work in the future. Did you mean "\\\\${brace}"? A raw string is also an option.`,
              line: this.line,
              pos: p - 1,
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
  private comment(pos: number, line: number, base: number, ownLine: boolean): number {
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
      this.typeIgnores.push({ line, tag: src.substring(at + 6, end) });
      return next;
    }
    tokens.push(T.TYPE_COMMENT, at, end, line, at - base, line, end - base);
    return end;
  }
}

/** Kind of `x=` by `x`, 0 where there is none. */
const equalKind = new Uint8Array(128);
for (const [text, kind] of [
  ["+", T.PLUSEQUAL],
  ["-", T.MINEQUAL],
  ["*", T.STAREQUAL],
  ["/", T.SLASHEQUAL],
  ["%", T.PERCENTEQUAL],
  ["&", T.AMPEREQUAL],
  ["|", T.VBAREQUAL],
  ["^", T.CIRCUMFLEXEQUAL],
  ["=", T.EQEQUAL],
  ["!", T.NOTEQUAL],
  ["<", T.LESSEQUAL],
  [">", T.GREATEREQUAL],
  ["@", T.ATEQUAL],
  [":", T.COLONEQUAL],
] as const) {
  equalKind[text.charCodeAt(0)] = kind;
}

function matches(open: number, close: number): boolean {
  return open === 40 ? close === 41 : open === 91 ? close === 93 : close === 125;
}

/**
 * Classifies the letters before a quote: 0 no prefix, 1 a plain string's (b, r, u and their pairs),
 * -1 letters that do not go together, otherwise bits: 2 f-string or t-string, 4 raw, 8 t-string.
 */
function stringPrefix(src: string, start: number, end: number): number {
  let b = 0;
  let r = 0;
  let u = 0;
  let f = 0;
  let t = 0;
  for (let i = start; i < end; i++) {
    const c = src.charCodeAt(i) | 32;
    if (c === 98 && b === 0) b = 1;
    else if (c === 117 && u === 0) u = 1;
    else if (c === 114 && r === 0) r = 1;
    else if (c === 102 && f === 0) f = 1;
    else if (c === 116 && t === 0) t = 1;
    else return 0;
  }
  if (u + b > 1 || u + r > 1 || u + f > 1 || u + t > 1 || b + f > 1 || b + t > 1 || f + t > 1) return -1;
  if (f === 1) return 2 | (r << 2);
  if (t === 1) return 2 | 8 | (r << 2);
  return 1;
}

/** Message for string prefixes that do not go together, in CPython's order of checks. */
function prefixConflict(letters: string): string {
  const lower = letters.toLowerCase();
  for (const pair of ["ub", "ur", "uf", "ut", "bf", "bt", "ft"]) {
    if (lower.includes(pair[0]) && lower.includes(pair[1])) {
      return `'${pair[0]}' and '${pair[1]}' prefixes are incompatible`;
    }
  }
  return "invalid syntax";
}
