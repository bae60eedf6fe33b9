/**
 * What a block knows about a name: how it is used (low bits) and the scope that follows from it (from bit 12).
 * Values are those of CPython's `Include/internal/pycore_symtable.h`, which the `_symtable` module shows.
 */

/** `global` statement. */
export const DEF_GLOBAL = 1;
/** Assignment in this block. */
export const DEF_LOCAL = 2;
/** Formal parameter. */
export const DEF_PARAM = 4;
/** `nonlocal` statement. */
export const DEF_NONLOCAL = 8;
/** The name is read. */
export const USE = 16;
/** Free variable of a method that is also a name of the class block. */
export const DEF_FREE_CLASS = 64;
/** Assignment by an import. */
export const DEF_IMPORT = 128;
/** The name is annotated. */
export const DEF_ANNOT = 256;
/** Iteration variable of a comprehension. */
export const DEF_COMP_ITER = 512;
/** Type parameter. */
export const DEF_TYPE_PARAM = 1024;
/** Cell variable of an inlined comprehension. */
export const DEF_COMP_CELL = 2048;
/** Anything that binds the name in this block. */
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

/** Bit position of the scope. */
export const SCOPE_OFFSET = 12;
/** Mask of the scope after shifting. */
export const SCOPE_MASK = 15;

/** Scopes: the name is a local. */
export const LOCAL = 1;
/** Declared by `global`. */
export const GLOBAL_EXPLICIT = 2;
/** Global for want of a binding in an outer function. */
export const GLOBAL_IMPLICIT = 3;
/** Bound in an outer function. */
export const FREE = 4;
/** A local that inner functions use. */
export const CELL = 5;

/** Scope of a symbol's flags; 0 while unknown. */
export function scopeOf(flags: number): number {
  return (flags >> SCOPE_OFFSET) & SCOPE_MASK;
}

/** Kinds of blocks, numbered as in CPython's `_Py_block_ty`. */
export const BlockType = {
  FUNCTION: 0,
  CLASS: 1,
  MODULE: 2,
  /** Annotations, evaluated lazily (PEP 649). */
  ANNOTATION: 3,
  /** Value of a `type` statement. */
  TYPE_ALIAS: 4,
  /** The scope that holds the type parameters of a generic. */
  TYPE_PARAMETERS: 5,
  /** Bound or default of a type parameter (PEP 695, 696). */
  TYPE_VARIABLE: 6,
} as const;

/** A number of {@link BlockType}. */
export type BlockType = (typeof BlockType)[keyof typeof BlockType];

/** Kinds of comprehensions. */
export const enum Comprehension {
  NONE,
  LIST,
  DICT,
  SET,
  GENERATOR,
}
