import { FloatType, PyFloat, type Value } from "@adder/objects";

function isFloat(v: Value): v is PyFloat {
  return typeof v === "object" && v.cls === FloatType;
}

/**
 * `+ - * /` of two floats, or of a float and a small int; `undefined` where there is more to it (other operators and
 * types, division by zero). `op` is an index into the instruction table's `binaryOps`.
 */
export function floatArithmetic(op: number, a: Value, b: Value): PyFloat | undefined {
  let x: number;
  let y: number;
  if (isFloat(a)) {
    x = a.value;
    if (isFloat(b)) y = b.value;
    else if (typeof b === "number") y = b;
    else return undefined;
  } else if (typeof a === "number" && isFloat(b)) {
    x = a;
    y = b.value;
  } else {
    return undefined;
  }
  switch (op) {
    case 0:
    case 13:
      return new PyFloat(x + y);
    case 10:
    case 23:
      return new PyFloat(x - y);
    case 5:
    case 18:
      return new PyFloat(x * y);
    case 11:
    case 24:
      return y === 0 ? undefined : new PyFloat(x / y);
    default:
      return undefined;
  }
}

/** A comparison of two floats or of a float and a small int; `undefined` for other types. `op` counts as `CompareOp`. */
export function floatComparison(op: number, a: Value, b: Value): boolean | undefined {
  let x: number;
  let y: number;
  if (isFloat(a)) {
    x = a.value;
    if (isFloat(b)) y = b.value;
    else if (typeof b === "number") y = b;
    else return undefined;
  } else if (typeof a === "number" && isFloat(b)) {
    x = a;
    y = b.value;
  } else {
    return undefined;
  }
  switch (op) {
    case 0:
      return x < y;
    case 1:
      return x <= y;
    case 2:
      return x === y;
    case 3:
      return x !== y;
    case 4:
      return x > y;
    default:
      return x >= y;
  }
}
