/**
 * Token kinds. Numbers up to 68 are those of CPython 3.14's `token` module; each reserved word has a
 * kind of its own behind them, so that the parser never compares text.
 */
export const enum T {
  ENDMARKER = 0,
  NAME = 1,
  NUMBER = 2,
  STRING = 3,
  NEWLINE = 4,
  INDENT = 5,
  DEDENT = 6,
  LPAR = 7,
  RPAR = 8,
  LSQB = 9,
  RSQB = 10,
  COLON = 11,
  COMMA = 12,
  SEMI = 13,
  PLUS = 14,
  MINUS = 15,
  STAR = 16,
  SLASH = 17,
  VBAR = 18,
  AMPER = 19,
  LESS = 20,
  GREATER = 21,
  EQUAL = 22,
  DOT = 23,
  PERCENT = 24,
  LBRACE = 25,
  RBRACE = 26,
  EQEQUAL = 27,
  NOTEQUAL = 28,
  LESSEQUAL = 29,
  GREATEREQUAL = 30,
  TILDE = 31,
  CIRCUMFLEX = 32,
  LEFTSHIFT = 33,
  RIGHTSHIFT = 34,
  DOUBLESTAR = 35,
  PLUSEQUAL = 36,
  MINEQUAL = 37,
  STAREQUAL = 38,
  SLASHEQUAL = 39,
  PERCENTEQUAL = 40,
  AMPEREQUAL = 41,
  VBAREQUAL = 42,
  CIRCUMFLEXEQUAL = 43,
  LEFTSHIFTEQUAL = 44,
  RIGHTSHIFTEQUAL = 45,
  DOUBLESTAREQUAL = 46,
  DOUBLESLASH = 47,
  DOUBLESLASHEQUAL = 48,
  AT = 49,
  ATEQUAL = 50,
  RARROW = 51,
  ELLIPSIS = 52,
  COLONEQUAL = 53,
  EXCLAMATION = 54,
  OP = 55,
  TYPE_IGNORE = 56,
  TYPE_COMMENT = 57,
  SOFT_KEYWORD = 58,
  FSTRING_START = 59,
  FSTRING_MIDDLE = 60,
  FSTRING_END = 61,
  TSTRING_START = 62,
  TSTRING_MIDDLE = 63,
  TSTRING_END = 64,
  COMMENT = 65,
  NL = 66,
  ERRORTOKEN = 67,
  ENCODING = 68,
  FALSE = 70,
  NONE = 71,
  TRUE = 72,
  AND = 73,
  AS = 74,
  ASSERT = 75,
  ASYNC = 76,
  AWAIT = 77,
  BREAK = 78,
  CLASS = 79,
  CONTINUE = 80,
  DEF = 81,
  DEL = 82,
  ELIF = 83,
  ELSE = 84,
  EXCEPT = 85,
  FINALLY = 86,
  FOR = 87,
  FROM = 88,
  GLOBAL = 89,
  IF = 90,
  IMPORT = 91,
  IN = 92,
  IS = 93,
  LAMBDA = 94,
  NONLOCAL = 95,
  NOT = 96,
  OR = 97,
  PASS = 98,
  RAISE = 99,
  RETURN = 100,
  TRY = 101,
  WHILE = 102,
  WITH = 103,
  YIELD = 104,
}

/** Number of token kinds, for tables indexed by kind. */
export const KIND_COUNT = 105;

/** The reserved words in the order of their kinds, `T.FALSE` first (`keyword.kwlist`). */
export const keywords: readonly string[] = (
  "False None True and as assert async await break class continue def del elif else except finally for " +
  "from global if import in is lambda nonlocal not or pass raise return try while with yield"
).split(" ");

/** Words that are reserved only where the grammar looks for them (`keyword.softkwlist`). */
export const softKeywords: readonly string[] = ["_", "case", "match", "type"];

/** Name ids (see `NameTable`) of the soft keywords: they follow the reserved words. */
export const enum Soft {
  UNDERSCORE = 35,
  CASE = 36,
  MATCH = 37,
  TYPE = 38,
}

/** Names of the token kinds up to 68, as in `token.tok_name`. */
export const tokenNames: readonly string[] = (
  "ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR " +
  "SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE " +
  "CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL " +
  "VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT " +
  "ATEQUAL RARROW ELLIPSIS COLONEQUAL EXCLAMATION OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD FSTRING_START " +
  "FSTRING_MIDDLE FSTRING_END TSTRING_START TSTRING_MIDDLE TSTRING_END COMMENT NL ERRORTOKEN ENCODING"
).split(" ");
