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
      return readBuiltins(ts).all;
    case 4:
      return readBuiltins(ts).any;
    default:
      throw new InternalError(`no common constant ${index}`);
  }
}

/** Key of {@link CommonBuiltins}. */
const commonBuiltins = {};

/** Built-in functions that code relies on, as they were before a program could replace them. */
interface CommonBuiltins {
  readonly all: Value;
  readonly any: Value;
}

/** `builtins.all` and `builtins.any`, remembered when first asked for. */
export function readBuiltins(ts: ThreadState): CommonBuiltins {
  const { builtins } = ts.interp;
  return ts.interp.state(commonBuiltins, () => ({
    all: builtins.getStr("all") as Value,
    any: builtins.getStr("any") as Value,
  }));
}
