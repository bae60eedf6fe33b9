import { CharClass, charClass, isIdentifierPart, singleKind } from "./characters.js";
import { identifierError } from "./identifiers.js";
import { scanNumber } from "./lex-number.js";
import { FStringMode, lexError } from "./lex-state.js";
import { MAX_LEVEL, matches, Scanner } from "./scanner.js";
import { T } from "./tokens.js";

const badTabs = "inconsistent use of tabs and spaces in indentation";
const badDedent = "unindent does not match any outer indentation level";
const MAX_INDENT = 100;
const MAX_FSTRING_LEVEL = 150;
const TAB_SIZE = 8;

/**
 * Turns a source into tokens, all at once: CPython's Parser/lexer/lexer.c over a JavaScript string.
 * `run` keeps its state in locals; what is rare (f-string text, type comments) goes through fields.
 *
 * The source must have `\n` line ends and contain no NUL; the lexer appends one as its end mark.
 */
export class Lexer extends Scanner {
  /** Scans everything; false when an error, then in `error`, stopped it. */
  run(): boolean {
    const src = this.src;
    const { names, extra } = this;
    const tokens = this.tokens;
    let { kind: kinds, start: starts, end: ends, line: lines, col: cols, endLine: endLines } = tokens;
    let endCols = tokens.endCol;
    let nameIds = tokens.name;
    let capacity = kinds.length - 4;
    const indents = [0];
    const altIndents = [0];
    let indent = 0;
    let n = 0;
    let pos = 0;
    let line = this.firstLine;
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
      if (mode?.inText) {
        tokens.length = n;
        this.pos = pos;
        this.line = line;
        this.base = base;
        if (!this.fstringText(mode)) return this.stop(tokens.length, this.error!);
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
            const first = pos;
            while (c === 32) c = src.charCodeAt(++pos);
            col += pos - first;
            alt += pos - first;
          }
          if (c === 9) {
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
              return this.stop(n, error);
            }
            pos++;
            line++;
            base = pos + 1;
          } else break;
        }
        if (c === 10) {
          if (extra) {
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
          n = tokens.length;
          // A type comment on a line of its own is followed by a NEWLINE; others take theirs along.
          if (src.charCodeAt(pos - 1) !== 10) continue;
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
            return this.stop(n, lexError("TabError", badTabs, line, pos, "line"));
          }
        } else if (col > indents[indent]) {
          const wrong =
            indent + 1 >= MAX_INDENT
              ? lexError("IndentationError", "too many levels of indentation", line, pos, "line")
              : alt <= altIndents[indent]
                ? lexError("TabError", badTabs, line, pos, "line")
                : null;
          if (wrong !== null) {
            return this.stop(n, wrong);
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
            return this.stop(n, wrong);
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
        // biome-ignore lint/suspicious/noFallthroughSwitchClause: says where it goes on
        case 1: {
          // CharClass.NAME
          let hash = c;
          while ((c = src.charCodeAt(++pos)) < 128 && isIdentifierPart[c] === 1) {
            hash = (hash << 5) ^ hash ^ c;
          }
          if (c === 34 || c === 39) {
            const prefix = pos - start <= 5 ? stringPrefix(src, start, pos) : 0;
            if (prefix !== 0) {
              if (prefix === 1) {
                // The quote is scanned below, with the token starting at its prefix.
                tokens.length = n;
                this.pos = pos;
                this.line = line;
                this.base = base;
                if (!this.string(pos, start, mode)) return this.stop(tokens.length, this.error!);
                pos = this.pos;
                line = this.line;
                base = this.base;
                kind = T.STRING;
                break;
              }
              if (prefix < 0) {
                const message = prefixConflict(src.substring(start, pos));
                return this.stop(n, lexError("SyntaxError", message, line, pos, "range", start, pos + 1));
              }
              const triple = src.charCodeAt(pos + 1) === c && src.charCodeAt(pos + 2) === c;
              if (this.modes.length + 1 >= MAX_FSTRING_LEVEL) {
                return this.stop(
                  n,
                  lexError("SyntaxError", "too many nested f-strings or t-strings", line, pos + 1),
                );
              }
              pos += triple ? 3 : 1;
              mode = new FStringMode(c, triple, (prefix & 4) !== 0, (prefix & 8) !== 0, start, line);
              this.modes.push(mode);
              kind = mode.template ? T.TSTRING_START : T.FSTRING_START;
              break;
            }
          }
          if (c < 128) {
            // `tokenize` has one type for all names.
            if (extra) {
              kind = T.NAME;
              break;
            }
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
            return this.stop(n, lexError("SyntaxError", wrong.message, line, start + wrong.end));
          }
          base -= added;
          id = names.intern(text.normalize("NFKC"));
          kind = T.NAME;
          break;
        }
        case 3: {
          // CharClass.DIGIT
          pos = scanNumber(this, pos, line);
          if (pos < 0) {
            return this.stop(n, this.error!);
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
          if (!this.string(pos, start, mode)) return this.stop(tokens.length, this.error!);
          pos = this.pos;
          line = this.line;
          base = this.base;
          kind = T.STRING;
          break;
        }
        // biome-ignore lint/suspicious/noFallthroughSwitchClause: says where it goes on
        case 6: {
          // CharClass.HASH
          if (this.typeComments || this.extra) {
            tokens.length = n;
            const ignores = this.typeIgnores.length;
            pos = this.comment(pos, line, base, false);
            const plain = n === tokens.length && ignores === this.typeIgnores.length;
            n = tokens.length;
            if (!plain || pos === this.length) continue;
          } else {
            pos = src.indexOf("\n", pos);
            if (pos < 0) {
              pos = this.length;
              continue;
            }
          }
        }
        // The newline behind a comment, which its token begins with: falls through
        case 5: {
          // CharClass.NEWLINE
          if (level > 0) {
            if (extra) {
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
            return this.stop(n, error);
          }
          pos += 2;
          line++;
          base = pos;
          continue;
        }
        case 8: {
          // CharClass.OPEN
          if (level >= MAX_LEVEL) {
            return this.stop(n, lexError("SyntaxError", "too many nested parentheses", line, pos + 1));
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
              return this.stop(n, error);
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
              return this.stop(n, this.error!);
            }
            kind = T.NUMBER;
          }
          break;
        }
        // biome-ignore lint/suspicious/noFallthroughSwitchClause: says where it goes on
        case 11: {
          // CharClass.END
          if (pos === this.length) {
            tokens.length = n;
            if (level > 0) {
              const last = pos > 0 && src.charCodeAt(pos - 1) === 10 ? line - 1 : line;
              const held = this.modes.length > 0 ? this.lineStart(this.modes[0].startLine) : -1;
              const message = "unexpected EOF while parsing";
              return this.stop(n, lexError("SyntaxError", message, last, pos, "eof", held));
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
            return true;
          }
        }
        // A NUL inside: falls through
        default: {
          if (c === 13) {
            // Newlines are translated before bytes are decoded: what a decoder makes of them is passed over.
            pos++;
            if (src.charCodeAt(pos) === 10) continue;
          }
          tokens.length = n;
          if (c !== 13 && (c < 32 || c === 127)) {
            const code = c.toString(16).toUpperCase().padStart(4, "0");
            const message = `invalid non-printable character U+${code}`;
            return this.stop(n, lexError("SyntaxError", message, line, pos + 1));
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
