/** Version of the code that `re._compiler` emits (CPython `Modules/_sre/sre_constants.h`). */
export const MAGIC = 20230612;
/** Bytes of a code word. */
export const CODESIZE = 4;
/** "Without limit" as a repetition count. */
export const MAXREPEAT = 4294967295;
/** Most groups of a pattern on a 64-bit build. */
export const MAXGROUPS = 1073741823;

/** Operators of compiled patterns, numbered as in `re._constants`. */
export const enum Op {
  FAILURE = 0,
  SUCCESS = 1,
  ANY = 2,
  ANY_ALL = 3,
  ASSERT = 4,
  ASSERT_NOT = 5,
  AT = 6,
  BRANCH = 7,
  CATEGORY = 8,
  CHARSET = 9,
  BIGCHARSET = 10,
  GROUPREF = 11,
  GROUPREF_EXISTS = 12,
  IN = 13,
  INFO = 14,
  JUMP = 15,
  LITERAL = 16,
  MARK = 17,
  MAX_UNTIL = 18,
  MIN_UNTIL = 19,
  NOT_LITERAL = 20,
  NEGATE = 21,
  RANGE = 22,
  REPEAT = 23,
  REPEAT_ONE = 24,
  SUBPATTERN = 25,
  MIN_REPEAT_ONE = 26,
  ATOMIC_GROUP = 27,
  POSSESSIVE_REPEAT = 28,
  POSSESSIVE_REPEAT_ONE = 29,
  GROUPREF_IGNORE = 30,
  IN_IGNORE = 31,
  LITERAL_IGNORE = 32,
  NOT_LITERAL_IGNORE = 33,
  GROUPREF_LOC_IGNORE = 34,
  IN_LOC_IGNORE = 35,
  LITERAL_LOC_IGNORE = 36,
  NOT_LITERAL_LOC_IGNORE = 37,
  GROUPREF_UNI_IGNORE = 38,
  IN_UNI_IGNORE = 39,
  LITERAL_UNI_IGNORE = 40,
  NOT_LITERAL_UNI_IGNORE = 41,
  RANGE_UNI_IGNORE = 42,
}

/** Operands of `AT`. */
export const enum At {
  BEGINNING = 0,
  BEGINNING_LINE = 1,
  BEGINNING_STRING = 2,
  BOUNDARY = 3,
  NON_BOUNDARY = 4,
  END = 5,
  END_LINE = 6,
  END_STRING = 7,
  LOC_BOUNDARY = 8,
  LOC_NON_BOUNDARY = 9,
  UNI_BOUNDARY = 10,
  UNI_NON_BOUNDARY = 11,
}

/** Number of the last operand of `CATEGORY`; even numbers are categories, odd ones their negations up to 9. */
export const LAST_CATEGORY = 17;

/** Flags of `INFO`. */
export const enum Info {
  PREFIX = 1,
  LITERAL = 2,
  CHARSET = 4,
}

/** Flags of patterns, by the names that `repr` shows, in its order. */
export const flagNames: readonly (readonly [name: string, flag: number])[] = [
  ["re.IGNORECASE", 2],
  ["re.LOCALE", 4],
  ["re.MULTILINE", 8],
  ["re.DOTALL", 16],
  ["re.UNICODE", 32],
  ["re.VERBOSE", 64],
  ["re.DEBUG", 128],
  ["re.ASCII", 256],
];
/** `re.LOCALE`, `re.UNICODE` and `re.ASCII`: one of them says what letters are. */
export const TYPE_FLAGS = 4 | 32 | 256;
/** `re.UNICODE`. */
export const FLAG_UNICODE = 32;
