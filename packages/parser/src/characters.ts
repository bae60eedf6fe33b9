import { T } from "./tokens.js";

/** What a token that begins with a character can be. The lexer's `switch` repeats the numbers. */
export const enum CharClass {
  OTHER = 0,
  NAME = 1,
  WIDE = 2,
  DIGIT = 3,
  QUOTE = 4,
  NEWLINE = 5,
  HASH = 6,
  BACKSLASH = 7,
  OPEN = 8,
  CLOSE = 9,
  OPERATOR = 10,
  END = 11,
}

/** `CharClass` of each ASCII character. */
export const charClass = new Uint8Array(128);
/** 1 for ASCII letters, digits and the underscore. */
export const isIdentifierPart = new Uint8Array(128);
/** Token kind of each character that is a token by itself. */
export const singleKind = new Uint8Array(128);

function mark(characters: string, value: CharClass): void {
  for (let i = 0; i < characters.length; i++) charClass[characters.charCodeAt(i)] = value;
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
mark(letters, CharClass.NAME);
mark("0123456789", CharClass.DIGIT);
mark("'\"", CharClass.QUOTE);
mark("\n", CharClass.NEWLINE);
mark("#", CharClass.HASH);
mark("\\", CharClass.BACKSLASH);
mark("([{", CharClass.OPEN);
mark(")]}", CharClass.CLOSE);
mark("+-*/%&|^=!<>@:.,;~", CharClass.OPERATOR);
mark("\0", CharClass.END);
for (const c of `${letters}0123456789`) isIdentifierPart[c.charCodeAt(0)] = 1;
for (const [text, kind] of [
  ["(", T.LPAR],
  [")", T.RPAR],
  ["[", T.LSQB],
  ["]", T.RSQB],
  ["{", T.LBRACE],
  ["}", T.RBRACE],
  [":", T.COLON],
  [",", T.COMMA],
  [";", T.SEMI],
  ["+", T.PLUS],
  ["-", T.MINUS],
  ["*", T.STAR],
  ["/", T.SLASH],
  ["|", T.VBAR],
  ["&", T.AMPER],
  ["<", T.LESS],
  [">", T.GREATER],
  ["=", T.EQUAL],
  [".", T.DOT],
  ["%", T.PERCENT],
  ["~", T.TILDE],
  ["^", T.CIRCUMFLEX],
  ["@", T.AT],
  ["!", T.EXCLAMATION],
] as const) {
  singleKind[text.charCodeAt(0)] = kind;
}
