import type { Constant } from "../code-object.js";

/** What marshal stores: constants, code, and the mutable containers of constants. */
export type MarshalValue =
  | Constant
  | { readonly type: "list"; readonly items: MarshalValue[] }
  | { readonly type: "set"; readonly items: MarshalValue[] }
  | { readonly type: "dict"; readonly entries: [key: MarshalValue, value: MarshalValue][] }
  | { readonly type: "stopiteration" };

/** Type bytes (CPython `Python/marshal.c`). */
export const enum Tag {
  NULL = 0x30, // 0
  NONE = 0x4e, // N
  FALSE = 0x46, // F
  TRUE = 0x54, // T
  STOPITER = 0x53, // S
  ELLIPSIS = 0x2e, // .
  INT = 0x69, // i
  INT64 = 0x49, // I, read only
  LONG = 0x6c, // l
  FLOAT = 0x67, // g
  COMPLEX = 0x79, // y
  BYTES = 0x73, // s
  TUPLE = 0x28, // (
  SMALL_TUPLE = 0x29, // )
  LIST = 0x5b, // [
  DICT = 0x7b, // {
  SET = 0x3c, // <
  FROZENSET = 0x3e, // >
  SLICE = 0x3a, // :
  CODE = 0x63, // c
  UNICODE = 0x75, // u
  INTERNED = 0x74, // t
  ASCII = 0x61, // a
  ASCII_INTERNED = 0x41, // A
  SHORT_ASCII = 0x7a, // z
  SHORT_ASCII_INTERNED = 0x5a, // Z
  REF = 0x72, // r
}

/** Set in a type byte when later references may name the value. */
export const FLAG_REF = 0x80;

/** Deepest nesting of values (CPython `MAX_MARSHAL_STACK_DEPTH`). */
export const MAX_DEPTH = 2000;

/** Version of the format that is written; versions from 2 on are read. */
export const MARSHAL_VERSION = 5;
