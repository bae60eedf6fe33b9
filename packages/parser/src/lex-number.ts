import { isIdentifierPart } from "./characters.js";
import { lexError } from "./lex-state.js";
import type { Scanner } from "./scanner.js";

const isDigit = (c: number) => c >= 48 && c <= 57;
const isHexDigit = (c: number) => isDigit(c) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70);

/** Words that may follow a number without a space, deprecated since 3.12. */
const followers = /^(?:and|else|for|i[fns]|or|not)/;
const wholeWord = /^(?:and|else|for|or|not)(?![A-Za-z0-9_\u0080-\uffff])|^i[fns]/;

function fail(lexer: Scanner, message: string, line: number, pos: number): -1 {
  lexer.error = lexError("SyntaxError", message, line, pos);
  return -1;
}

/** Checks what follows a number (`verify_end_of_number`). */
function finish(lexer: Scanner, pos: number, line: number, kind: string): number {
  if (lexer.extra) return pos;
  const c = lexer.src.charCodeAt(pos);
  if (c >= 128 || isIdentifierPart[c] === 0) return pos;
  const rest = lexer.src.substring(pos, pos + 5);
  if (followers.test(rest) && wholeWord.test(rest)) {
    lexer.warnings.push({ message: `invalid ${kind} literal`, line, pos, shift: -1 });
    return pos;
  }
  return fail(lexer, `invalid ${kind} literal`, line, pos);
}

/** Digits and single underscores between them, from a digit; -1 after an error. */
function decimalTail(lexer: Scanner, pos: number, line: number): number {
  const src = lexer.src;
  for (;;) {
    let c = src.charCodeAt(pos);
    while (isDigit(c)) c = src.charCodeAt(++pos);
    if (c !== 95) return pos;
    if (!isDigit(src.charCodeAt(++pos))) return fail(lexer, "invalid decimal literal", line, pos);
  }
}

function radix(
  lexer: Scanner,
  pos: number,
  line: number,
  name: string,
  valid: (c: number) => boolean,
): number {
  const src = lexer.src;
  let c = src.charCodeAt(pos);
  do {
    if (c === 95) c = src.charCodeAt(++pos);
    if (!valid(c)) {
      if (isDigit(c)) {
        return fail(lexer, `invalid digit '${String.fromCharCode(c)}' in ${name} literal`, line, pos + 1);
      }
      return fail(lexer, `invalid ${name} literal`, line, pos);
    }
    do c = src.charCodeAt(++pos);
    while (valid(c));
  } while (c === 95);
  if (isDigit(c)) {
    return fail(lexer, `invalid digit '${String.fromCharCode(c)}' in ${name} literal`, line, pos + 1);
  }
  return finish(lexer, pos, line, name);
}

/** Index behind the number at `pos`, or -1 with `lexer.error` set. */
export function scanNumber(lexer: Scanner, pos: number, line: number): number {
  const src = lexer.src;
  const start = pos;
  let c = src.charCodeAt(pos);
  if (c === 48) {
    c = src.charCodeAt(pos + 1) | 32;
    if (c === 120) return radix(lexer, pos + 2, line, "hexadecimal", isHexDigit);
    if (c === 111) return radix(lexer, pos + 2, line, "octal", (d) => d >= 48 && d <= 55);
    if (c === 98) return radix(lexer, pos + 2, line, "binary", (d) => d === 48 || d === 49);
    pos++;
    for (;;) {
      c = src.charCodeAt(pos);
      if (c === 95) {
        c = src.charCodeAt(++pos);
        if (!isDigit(c)) return fail(lexer, "invalid decimal literal", line, pos);
      }
      if (c !== 48) break;
      pos++;
    }
    if (isDigit(c)) {
      const zerosEnd = pos;
      pos = decimalTail(lexer, pos, line);
      if (pos < 0) return -1;
      c = src.charCodeAt(pos);
      if (c !== 46 && (c | 32) !== 101 && (c | 32) !== 106 && !lexer.extra) {
        const message =
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        lexer.error = lexError("SyntaxError", message, line, pos, "range", start, zerosEnd + 1);
        return -1;
      }
    }
  } else if (c !== 46) {
    pos = decimalTail(lexer, pos, line);
    if (pos < 0) return -1;
    c = src.charCodeAt(pos);
  }
  if (c === 46) {
    c = src.charCodeAt(++pos);
    if (isDigit(c)) {
      pos = decimalTail(lexer, pos, line);
      if (pos < 0) return -1;
      c = src.charCodeAt(pos);
    }
  }
  if ((c | 32) === 101) {
    let p = pos + 1;
    const sign = src.charCodeAt(p);
    if (sign === 43 || sign === 45) {
      if (!isDigit(src.charCodeAt(++p))) return fail(lexer, "invalid decimal literal", line, p);
    } else if (!isDigit(sign)) {
      return finish(lexer, pos, line, "decimal");
    }
    pos = decimalTail(lexer, p, line);
    if (pos < 0) return -1;
    c = src.charCodeAt(pos);
  }
  if ((c | 32) === 106) return finish(lexer, pos + 1, line, "imaginary");
  return finish(lexer, pos, line, "decimal");
}
