import type { cmpop, operator, unaryop } from "@adder/ast";
import { KIND_COUNT, T } from "./tokens.js";

/** Tables indexed by token kind. */

/** Binding strength of binary operators, 0 for other kinds; `**` is not among them. */
export const precedence = new Uint8Array(KIND_COUNT);
/** Name of each binary operator. */
export const binaryOperators: operator[] = new Array(KIND_COUNT).fill("Add");
/** Name of the operator of each augmented assignment. */
export const augmentedOperators: (operator | null)[] = new Array(KIND_COUNT).fill(null);
/** Comparison operators of one token. */
export const comparisons: (cmpop | null)[] = new Array(KIND_COUNT).fill(null);
/** 1 for what can continue a comparison: the operators, `in`, `is` and `not`. */
export const continuesComparison = new Uint8Array(KIND_COUNT);
/** Unary operators. */
export const unaryOperators: (unaryop | null)[] = new Array(KIND_COUNT).fill(null);
/** 1 for tokens that can begin an expression (or a starred one). */
export const startsExpression = new Uint8Array(KIND_COUNT);
/** 1 for tokens that cannot continue an expression whose last token is a name. */
export const endsExpression = new Uint8Array(KIND_COUNT);

for (const [kind, name, strength] of [
  [T.VBAR, "BitOr", 1],
  [T.CIRCUMFLEX, "BitXor", 2],
  [T.AMPER, "BitAnd", 3],
  [T.LEFTSHIFT, "LShift", 4],
  [T.RIGHTSHIFT, "RShift", 4],
  [T.PLUS, "Add", 5],
  [T.MINUS, "Sub", 5],
  [T.STAR, "Mult", 6],
  [T.SLASH, "Div", 6],
  [T.DOUBLESLASH, "FloorDiv", 6],
  [T.PERCENT, "Mod", 6],
  [T.AT, "MatMult", 6],
] as const) {
  precedence[kind] = strength;
  binaryOperators[kind] = name;
}
for (const [kind, name] of [
  [T.PLUSEQUAL, "Add"],
  [T.MINEQUAL, "Sub"],
  [T.STAREQUAL, "Mult"],
  [T.ATEQUAL, "MatMult"],
  [T.SLASHEQUAL, "Div"],
  [T.PERCENTEQUAL, "Mod"],
  [T.AMPEREQUAL, "BitAnd"],
  [T.VBAREQUAL, "BitOr"],
  [T.CIRCUMFLEXEQUAL, "BitXor"],
  [T.LEFTSHIFTEQUAL, "LShift"],
  [T.RIGHTSHIFTEQUAL, "RShift"],
  [T.DOUBLESTAREQUAL, "Pow"],
  [T.DOUBLESLASHEQUAL, "FloorDiv"],
] as const) {
  augmentedOperators[kind] = name;
}
for (const [kind, name] of [
  [T.EQEQUAL, "Eq"],
  [T.NOTEQUAL, "NotEq"],
  [T.LESS, "Lt"],
  [T.LESSEQUAL, "LtE"],
  [T.GREATER, "Gt"],
  [T.GREATEREQUAL, "GtE"],
  [T.IN, "In"],
  [T.IS, "Is"],
] as const) {
  comparisons[kind] = name;
  continuesComparison[kind] = 1;
}
continuesComparison[T.NOT] = 1;
unaryOperators[T.MINUS] = "USub";
unaryOperators[T.PLUS] = "UAdd";
unaryOperators[T.TILDE] = "Invert";
for (const kind of [
  T.NAME,
  T.NUMBER,
  T.STRING,
  T.FSTRING_START,
  T.TSTRING_START,
  T.LPAR,
  T.LSQB,
  T.LBRACE,
  T.MINUS,
  T.PLUS,
  T.TILDE,
  T.STAR,
  T.ELLIPSIS,
  T.NOT,
  T.LAMBDA,
  T.AWAIT,
  T.TRUE,
  T.FALSE,
  T.NONE,
]) {
  startsExpression[kind] = 1;
}
for (const kind of [
  T.NEWLINE,
  T.RPAR,
  T.RSQB,
  T.RBRACE,
  T.COLON,
  T.COMMA,
  T.SEMI,
  T.EQUAL,
  T.ENDMARKER,
  T.FOR,
  T.ASYNC,
  T.AS,
  T.FROM,
]) {
  endsExpression[kind] = 1;
}
