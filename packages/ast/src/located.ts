/** Where a node stands in its source. */
export interface Located {
  /** First line, counted from 1. */
  lineno: number;
  /** First column, counted from 0, in UTF-8 bytes (CPython's unit) unless the parser was asked for code points. */
  col_offset: number;
  /** Last line, counted from 1. */
  end_lineno: number;
  /** Column behind the last character, in the unit of `col_offset`. */
  end_col_offset: number;
}

/**
 * The value of a constant, in syntax trees and in code objects.
 *
 * - `null` is None, a boolean is a bool, `{ type: "ellipsis" }` is `...`
 * - a `number` is an int that is a safe integer, a `bigint` any other int
 * - a string is a str as well-formed UTF-16; a str with lone surrogates is `{ type: "str" }`
 */
export type ConstantValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "complex"; readonly real: number; readonly imag: number }
  | { readonly type: "str"; readonly codePoints: readonly number[] }
  | { readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly type: "ellipsis" }
  | { readonly type: "tuple"; readonly items: readonly ConstantValue[] }
  | { readonly type: "frozenset"; readonly items: readonly ConstantValue[] };
