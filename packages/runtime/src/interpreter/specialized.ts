import {
  type Int,
  intAnd,
  intFloorDiv,
  intLshift,
  intMod,
  intOr,
  intPow,
  intRshift,
  intXor,
  ListType,
  type PyDict,
  PyFloat,
  PyList,
  PyTuple,
  type Result,
  raiseKeyError,
  type Status,
  type ThreadState,
  TupleType,
  type Value,
} from "@adder/objects";

/** Largest power of two by which a shift may multiply without leaving the safe range for small operands. */
const SHIFTS: readonly number[] = Array.from({ length: 32 }, (_, i) => 2 ** i);

/**
 * An operator other than `+ - *` on two ints; `undefined` where there is more to it: an error, or a result that the
 * general operator is for. `op` is an index into the instruction table's `binaryOps`.
 */
export function otherIntOperator(op: number, a: number, b: number): Value | undefined {
  switch (op) {
    case 1:
    case 14: // &
      return (a | 0) === a && (b | 0) === b ? a & b : small(intAnd(a, b));
    case 7:
    case 20: // |
      return (a | 0) === a && (b | 0) === b ? a | b : small(intOr(a, b));
    case 12:
    case 25: // ^
      return (a | 0) === a && (b | 0) === b ? a ^ b : small(intXor(a, b));
    case 2:
    case 15: // //
      if ((a | 0) === a && (b | 0) === b && b > 0) {
        const q = (a / b) | 0;
        return a < 0 && q * b !== a ? q - 1 : q;
      }
      return b === 0 ? undefined : intFloorDiv(a, b);
    case 6:
    case 19: // %
      if ((a | 0) === a && (b | 0) === b && b > 0) {
        const r = (a % b) | 0;
        return r < 0 ? r + b : r;
      }
      return b === 0 ? undefined : intMod(a, b);
    case 9:
    case 22: // >>
      if ((a | 0) === a && b >= 0) return a >> (b > 31 ? 31 : b);
      return b >= 0 ? small(intRshift(a, b)) : undefined;
    case 3:
    case 16: // <<
      if ((a | 0) === a && b >= 0 && b < 22) return a * SHIFTS[b];
      return b >= 0 && b < 64 ? small(intLshift(a, b)) : undefined;
    case 11:
    case 24: // /
      return b === 0 ? undefined : new PyFloat(a / b);
    case 8:
    case 21: // **
      return b >= 0 && b <= 64 ? intPow(a, b) : undefined;
    default:
      return undefined;
  }
}

/** Ints beyond the safe ones are for the general operator. */
const small = (a: Int | undefined): number | undefined => (typeof a === "number" ? a : undefined);

/** `dict[key]` of a dict that has no `__missing__`. */
export function subscriptDict(ts: ThreadState, dict: PyDict, key: Value): Result<Value> {
  const value = dict.get(ts, key);
  return value === undefined ? raiseKeyError(ts, key) : value;
}

/** `dict[key] = value`. */
export function storeInDict(ts: ThreadState, dict: PyDict, key: Value, value: Value): Status {
  return dict.set(ts, key, value);
}

/** `len(v)` of the types that most programs ask; `undefined` for all others. */
export function fastLength(v: Value): number | undefined {
  if (v instanceof PyList || v instanceof PyTuple) {
    const { cls } = v;
    if (cls === ListType || cls === TupleType) return v.items.length;
  } else if (typeof v === "string") return v.length;
  return undefined;
}
