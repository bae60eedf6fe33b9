/** Binary operators by the argument of BINARY_OP: name and symbol (CPython `Include/opcode.h`). */
export const binaryOps = [
  ["NB_ADD", "+"],
  ["NB_AND", "&"],
  ["NB_FLOOR_DIVIDE", "//"],
  ["NB_LSHIFT", "<<"],
  ["NB_MATRIX_MULTIPLY", "@"],
  ["NB_MULTIPLY", "*"],
  ["NB_REMAINDER", "%"],
  ["NB_OR", "|"],
  ["NB_POWER", "**"],
  ["NB_RSHIFT", ">>"],
  ["NB_SUBTRACT", "-"],
  ["NB_TRUE_DIVIDE", "/"],
  ["NB_XOR", "^"],
  ["NB_INPLACE_ADD", "+="],
  ["NB_INPLACE_AND", "&="],
  ["NB_INPLACE_FLOOR_DIVIDE", "//="],
  ["NB_INPLACE_LSHIFT", "<<="],
  ["NB_INPLACE_MATRIX_MULTIPLY", "@="],
  ["NB_INPLACE_MULTIPLY", "*="],
  ["NB_INPLACE_REMAINDER", "%="],
  ["NB_INPLACE_OR", "|="],
  ["NB_INPLACE_POWER", "**="],
  ["NB_INPLACE_RSHIFT", ">>="],
  ["NB_INPLACE_SUBTRACT", "-="],
  ["NB_INPLACE_TRUE_DIVIDE", "/="],
  ["NB_INPLACE_XOR", "^="],
  ["NB_SUBSCR", "[]"],
] as const;

/** Comparisons by the bits of COMPARE_OP's argument from 5 (CPython `Include/object.h`, `Py_LT`...). */
export const compareOps = ["<", "<=", "==", "!=", ">", ">="] as const;

/** Bit of COMPARE_OP's argument that asks for a bool. */
export const COMPARE_TO_BOOL = 16;

/** Low bits of COMPARE_OP's argument for each of {@link compareOps}: 2 less, 4 greater, 8 equal, 1 unordered. */
export const compareMasks = [2, 10, 8, 7, 4, 12] as const;

/** Helpers by the argument of CALL_INTRINSIC_1 (CPython `Include/internal/pycore_intrinsics.h`). */
export const intrinsics1 = [
  "INTRINSIC_1_INVALID",
  "INTRINSIC_PRINT",
  "INTRINSIC_IMPORT_STAR",
  "INTRINSIC_STOPITERATION_ERROR",
  "INTRINSIC_ASYNC_GEN_WRAP",
  "INTRINSIC_UNARY_POSITIVE",
  "INTRINSIC_LIST_TO_TUPLE",
  "INTRINSIC_TYPEVAR",
  "INTRINSIC_PARAMSPEC",
  "INTRINSIC_TYPEVARTUPLE",
  "INTRINSIC_SUBSCRIPT_GENERIC",
  "INTRINSIC_TYPEALIAS",
] as const;

/** Helpers by the argument of CALL_INTRINSIC_2. */
export const intrinsics2 = [
  "INTRINSIC_2_INVALID",
  "INTRINSIC_PREP_RERAISE_STAR",
  "INTRINSIC_TYPEVAR_WITH_BOUND",
  "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
  "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
  "INTRINSIC_SET_TYPEPARAM_DEFAULT",
] as const;

/** Built-ins by the argument of LOAD_COMMON_CONSTANT (CPython `Include/internal/pycore_opcode_utils.h`). */
export const commonConstants = ["AssertionError", "NotImplementedError", "tuple", "all", "any"] as const;

/** Methods by the argument of LOAD_SPECIAL. */
export const specialMethods = ["__enter__", "__exit__", "__aenter__", "__aexit__"] as const;

/** Conversions by the argument of CONVERT_VALUE; 0 is none. */
export const conversions = [null, "str", "repr", "ascii"] as const;

/** What SET_FUNCTION_ATTRIBUTE sets, by the bit of its argument. */
export const functionAttributes = ["defaults", "kwdefaults", "annotations", "closure", "annotate"] as const;

/** Arguments of RESUME. */
export const resumeKinds = ["at the start", "after yield", "after yield from", "after await"] as const;

/** Bit of RESUME's argument that says that one handler (the generator's own) is active. */
export const RESUME_DEPTH1 = 4;
