import type { cmpop, operator } from "@adder/ast";
import {
  binaryOps,
  commonConstants,
  compareMasks,
  intrinsics1,
  intrinsics2,
  specialMethods,
} from "@adder/bytecode";

type BinaryName = (typeof binaryOps)[number][0];

function binary(name: BinaryName): number {
  return binaryOps.findIndex((row) => row[0] === name);
}

function intrinsic1(name: (typeof intrinsics1)[number]): number {
  return intrinsics1.indexOf(name);
}

function intrinsic2(name: (typeof intrinsics2)[number]): number {
  return intrinsics2.indexOf(name);
}

/** Argument of BINARY_OP for a subscript. */
export const NB_SUBSCR = binary("NB_SUBSCR");

/** Argument of BINARY_OP for each operator. */
export const BINARY: Readonly<Record<operator, number>> = {
  Add: binary("NB_ADD"),
  Sub: binary("NB_SUBTRACT"),
  Mult: binary("NB_MULTIPLY"),
  MatMult: binary("NB_MATRIX_MULTIPLY"),
  Div: binary("NB_TRUE_DIVIDE"),
  Mod: binary("NB_REMAINDER"),
  Pow: binary("NB_POWER"),
  LShift: binary("NB_LSHIFT"),
  RShift: binary("NB_RSHIFT"),
  BitOr: binary("NB_OR"),
  BitXor: binary("NB_XOR"),
  BitAnd: binary("NB_AND"),
  FloorDiv: binary("NB_FLOOR_DIVIDE"),
};

/** Distance from an operator to its in-place form in BINARY_OP's argument. */
export const INPLACE = binary("NB_INPLACE_ADD") - binary("NB_ADD");

/** Index of the comparisons in COMPARE_OP's argument; the others have instructions of their own. */
const COMPARE_INDEX: Readonly<Partial<Record<cmpop, number>>> = {
  Lt: 0,
  LtE: 1,
  Eq: 2,
  NotEq: 3,
  Gt: 4,
  GtE: 5,
};

/** Argument of COMPARE_OP, or -1 for `is` and `in`. */
export function compareOperand(op: cmpop): number {
  const index = COMPARE_INDEX[op];
  return index === undefined ? -1 : (index << 5) | compareMasks[index];
}

/** Arguments of CALL_INTRINSIC_1. */
export const Intrinsic1 = {
  PRINT: intrinsic1("INTRINSIC_PRINT"),
  IMPORT_STAR: intrinsic1("INTRINSIC_IMPORT_STAR"),
  STOPITERATION_ERROR: intrinsic1("INTRINSIC_STOPITERATION_ERROR"),
  ASYNC_GEN_WRAP: intrinsic1("INTRINSIC_ASYNC_GEN_WRAP"),
  UNARY_POSITIVE: intrinsic1("INTRINSIC_UNARY_POSITIVE"),
  LIST_TO_TUPLE: intrinsic1("INTRINSIC_LIST_TO_TUPLE"),
  TYPEVAR: intrinsic1("INTRINSIC_TYPEVAR"),
  PARAMSPEC: intrinsic1("INTRINSIC_PARAMSPEC"),
  TYPEVARTUPLE: intrinsic1("INTRINSIC_TYPEVARTUPLE"),
  SUBSCRIPT_GENERIC: intrinsic1("INTRINSIC_SUBSCRIPT_GENERIC"),
  TYPEALIAS: intrinsic1("INTRINSIC_TYPEALIAS"),
} as const;

/** Arguments of CALL_INTRINSIC_2. */
export const Intrinsic2 = {
  PREP_RERAISE_STAR: intrinsic2("INTRINSIC_PREP_RERAISE_STAR"),
  TYPEVAR_WITH_BOUND: intrinsic2("INTRINSIC_TYPEVAR_WITH_BOUND"),
  TYPEVAR_WITH_CONSTRAINTS: intrinsic2("INTRINSIC_TYPEVAR_WITH_CONSTRAINTS"),
  SET_FUNCTION_TYPE_PARAMS: intrinsic2("INTRINSIC_SET_FUNCTION_TYPE_PARAMS"),
  SET_TYPEPARAM_DEFAULT: intrinsic2("INTRINSIC_SET_TYPEPARAM_DEFAULT"),
} as const;

/** Arguments of LOAD_COMMON_CONSTANT. */
export const CommonConstant = {
  ASSERTION_ERROR: commonConstants.indexOf("AssertionError"),
  NOT_IMPLEMENTED_ERROR: commonConstants.indexOf("NotImplementedError"),
  TUPLE: commonConstants.indexOf("tuple"),
  ALL: commonConstants.indexOf("all"),
  ANY: commonConstants.indexOf("any"),
} as const;

/** Arguments of LOAD_SPECIAL. */
export const SpecialMethod = {
  ENTER: specialMethods.indexOf("__enter__"),
  EXIT: specialMethods.indexOf("__exit__"),
  AENTER: specialMethods.indexOf("__aenter__"),
  AEXIT: specialMethods.indexOf("__aexit__"),
} as const;

/** Bits of SET_FUNCTION_ATTRIBUTE's argument (CPython's `MAKE_FUNCTION_*`). */
export const enum FunctionAttribute {
  DEFAULTS = 1,
  KWDEFAULTS = 2,
  ANNOTATIONS = 4,
  CLOSURE = 8,
  ANNOTATE = 16,
}

/** Arguments of RESUME. */
export const enum ResumeKind {
  START,
  AFTER_YIELD,
  AFTER_YIELD_FROM,
  AFTER_AWAIT,
}

/** Longest run of values pushed for one display or call (CPython's `_PY_STACK_USE_GUIDELINE`). */
export const STACK_USE_GUIDELINE = 30;
