import {
  AssertionErrorType,
  InternalError,
  NotImplementedErrorType,
  type ThreadState,
  TupleType,
  type Value,
} from "@adder/objects";

/** LOAD_COMMON_CONSTANT, in the order of the instruction table's `commonConstants`. */
export function commonConstant(ts: ThreadState, index: number): Value {
  switch (index) {
    case 0:
      return AssertionErrorType;
    case 1:
      return NotImplementedErrorType;
    case 2:
      return TupleType;
    case 3:
      return ts.interp.state(commonBuiltins, () => readBuiltins(ts)).all;
    case 4:
      return ts.interp.state(commonBuiltins, () => readBuiltins(ts)).any;
    default:
      throw new InternalError(`no common constant ${index}`);
  }
}

/** Key of what programs cannot replace: `all` and `any` as they were at first. */
const commonBuiltins = {};

/** Remembers `builtins.all` and `builtins.any` before a program can replace them. */
export function readBuiltins(ts: ThreadState): { readonly all: Value; readonly any: Value } {
  const { builtins } = ts.interp;
  return { all: builtins.getStr("all") as Value, any: builtins.getStr("any") as Value };
}
