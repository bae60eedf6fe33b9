import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { MemoryErrorType } from "../exceptions/exception-types.js";
import { formatIntValue } from "../format/number-format.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import {
  bitLength,
  type Int,
  intAbs,
  intAdd,
  intFloorDiv,
  intMod,
  intMul,
  intNeg,
  intPow,
  intSub,
} from "./arithmetic.js";
import { intFromBytes, intToBytes } from "./bytes.js";
import { intNew } from "./constructor.js";
import { BASETYPE_INT } from "./flags.js";
import { intOperators } from "./operators.js";
import { toInt } from "./to-int.js";

/** The plain int of an int, bool or subclass instance. */
const plain = (_ts: ThreadState, self: Value): Int => toInt(self) as Int;

/** `int.__round__(ndigits=None, /)`: half to even at a power of ten. */
function round(ts: ThreadState, self: Value, ndigitsValue: Value | undefined): Result<Value> {
  const value = toInt(self) as Int;
  if (ndigitsValue === undefined || ndigitsValue === None) return value;
  const ndigits = toIndex(ts, ndigitsValue);
  if (ndigits === null) return null;
  if (ndigits >= 0) return value;
  if (value === 0 || -Number(ndigits) > bitLength(value)) return 0;
  const unit = intPow(10, intNeg(ndigits));
  if (unit === undefined) return raise(ts, MemoryErrorType, "");
  const rest = intMod(value, unit);
  const down = intSub(value, rest);
  const twice = intMul(rest, 2) as Int;
  const up = twice > unit || (twice === unit && intMod(intFloorDiv(value, unit), 2) === 1);
  return up ? intAdd(down, unit) : down;
}

function bitCount(_ts: ThreadState, self: Value): Value {
  const value = intAbs(toInt(self) as Int);
  if (typeof value === "number") {
    let count = 0;
    for (let v = value; v > 0; v = Math.floor(v / 0x100000000)) {
      let low = (v % 0x100000000) | 0;
      for (; low !== 0; low &= low - 1) count++;
    }
    return count;
  }
  let count = 0;
  for (const digit of value.toString(2)) if (digit === "1") count++;
  return count;
}

/** `int` (CPython `Objects/longobject.c`). */
export const intSpec: TypeSpec = {
  name: "int",
  flags: BASETYPE_INT,
  doc: "Integers of any size. int(x) converts a number or text; int(text, base) reads digits of a base from 2 to 36.",
  slots: { ...intOperators, tp_new: intNew },
  methods: [
    ["conjugate", "($self, /)", plain, "Returns the int itself."],
    [
      "bit_length",
      "($self, /)",
      (_ts, self: Value) => bitLength(toInt(self) as Int),
      "Number of bits of the absolute value.",
    ],
    ["bit_count", "($self, /)", bitCount, "Number of ones in the binary form of the absolute value."],
    [
      "as_integer_ratio",
      "($self, /)",
      (_ts, self: Value) => new PyTuple([toInt(self) as Int, 1]),
      "The pair (self, 1).",
    ],
    ["is_integer", "($self, /)", () => true, "True, as for every int."],
    [
      "to_bytes",
      "($self, /, length=1, byteorder='big', *, signed=False)",
      intToBytes,
      "The bytes of an int.",
    ],
    [
      "from_bytes",
      "($type, /, bytes, byteorder='big', *, signed=False)",
      intFromBytes,
      "The int that bytes spell.",
      { binding: "class" },
    ],
    ["__trunc__", "($self, /)", plain, "Truncates to an int: the int itself."],
    ["__floor__", "($self, /)", plain, "The int itself."],
    ["__ceil__", "($self, /)", plain, "The int itself."],
    ["__round__", "($self, ndigits=None, /)", round, "Rounds to a power of ten, half to even."],
    ["__getnewargs__", "($self, /)", (_ts, self: Value) => new PyTuple([toInt(self) as Int])],
    ["__format__", "($self, format_spec, /)", formatIntValue, "Formats by a format specification."],
    [
      "__sizeof__",
      "($self, /)",
      (_ts, self: Value) => 24 + 4 * Math.max(1, Math.ceil(bitLength(toInt(self) as Int) / 30)),
      "Size in bytes, as CPython counts it.",
    ],
  ],
  getset: [
    ["real", plain, null, "the real part of a complex number"],
    ["imag", () => 0, null, "the imaginary part of a complex number"],
    ["numerator", plain, null, "the numerator of a rational number in lowest terms"],
    ["denominator", () => 1, null, "the denominator of a rational number in lowest terms"],
  ],
};
