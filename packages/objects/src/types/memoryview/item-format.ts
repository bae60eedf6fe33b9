import { isTrue } from "../../core/compare.js";
import { raise } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { doubleToHalf, halfToDouble } from "../float/half.js";
import { PyFloat } from "../float/py-float.js";
import { normalize } from "../int/arithmetic.js";
import { asDouble } from "../int/constructor.js";

/** A native item format of a memoryview: one character of `struct` syntax. */
export interface ItemFormat {
  readonly size: number;
  read(view: DataView, at: number): Value;
  /**
   * Converts a value, which may run Python code, to what writes it; `undefined` when it is out of range. The two
   * steps are apart because that code may release the memory.
   */
  prepare(ts: ThreadState, value: Value): Result<ItemWriter | undefined>;
}

/** Puts an item into memory. */
export type ItemWriter = (view: DataView, at: number) => void;

type IntReader = (view: DataView, at: number) => number | bigint;
type IntWriter = (view: DataView, at: number, value: bigint) => void;

function int(size: number, signed: boolean, read: IntReader, write: IntWriter): ItemFormat {
  const bits = BigInt(size * 8);
  const min = signed ? -(1n << (bits - 1n)) : 0n;
  const max = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  return {
    size,
    read(view, at) {
      const n = read(view, at);
      return typeof n === "bigint" ? normalize(n) : n;
    },
    prepare(ts, value) {
      const n = toIndex(ts, value);
      if (n === null) return null;
      const big = BigInt(n);
      return big < min || big > max ? undefined : (view, at) => write(view, at, big);
    },
  };
}

function float(
  size: number,
  read: (view: DataView, at: number) => number,
  write: (view: DataView, at: number, x: number) => void,
): ItemFormat {
  return {
    size,
    read: (view, at) => new PyFloat(read(view, at)),
    prepare(ts, value) {
      const x = asDouble(ts, value);
      return x === null ? null : (view, at) => write(view, at, x);
    },
  };
}

const int8 = int(
  1,
  true,
  (v, i) => v.getInt8(i),
  (v, i, n) => v.setInt8(i, Number(n)),
);
const uint8 = int(
  1,
  false,
  (v, i) => v.getUint8(i),
  (v, i, n) => v.setUint8(i, Number(n)),
);
const int16 = int(
  2,
  true,
  (v, i) => v.getInt16(i, true),
  (v, i, n) => v.setInt16(i, Number(n), true),
);
const uint16 = int(
  2,
  false,
  (v, i) => v.getUint16(i, true),
  (v, i, n) => v.setUint16(i, Number(n), true),
);
const int32 = int(
  4,
  true,
  (v, i) => v.getInt32(i, true),
  (v, i, n) => v.setInt32(i, Number(n), true),
);
const uint32 = int(
  4,
  false,
  (v, i) => v.getUint32(i, true),
  (v, i, n) => v.setUint32(i, Number(n), true),
);
const int64 = int(
  8,
  true,
  (v, i) => v.getBigInt64(i, true),
  (v, i, n) => v.setBigInt64(i, n, true),
);
const uint64 = int(
  8,
  false,
  (v, i) => v.getBigUint64(i, true),
  (v, i, n) => v.setBigUint64(i, n, true),
);

/** Formats by their character, in the sizes of 64-bit Linux, little-endian. */
const itemFormats: ReadonlyMap<string, ItemFormat> = new Map<string, ItemFormat>([
  ["b", int8],
  ["B", uint8],
  ["h", int16],
  ["H", uint16],
  ["i", int32],
  ["I", uint32],
  ["l", int64],
  ["L", uint64],
  ["q", int64],
  ["Q", uint64],
  ["n", int64],
  ["N", uint64],
  ["P", uint64],
  [
    "e",
    {
      size: 2,
      read: (view, at) => new PyFloat(halfToDouble(view.getUint16(at, true))),
      prepare(ts, value) {
        const x = asDouble(ts, value);
        if (x === null) return null;
        const bits = doubleToHalf(x);
        return bits === undefined ? undefined : (view, at) => view.setUint16(at, bits, true);
      },
    },
  ],
  [
    "f",
    float(
      4,
      (v, i) => v.getFloat32(i, true),
      (v, i, x) => v.setFloat32(i, x, true),
    ),
  ],
  [
    "d",
    float(
      8,
      (v, i) => v.getFloat64(i, true),
      (v, i, x) => v.setFloat64(i, x, true),
    ),
  ],
  [
    "?",
    {
      size: 1,
      read: (view, at) => view.getUint8(at) !== 0,
      prepare(ts, value) {
        const truth = isTrue(ts, value);
        return truth === null ? null : (view, at) => view.setUint8(at, truth ? 1 : 0);
      },
    },
  ],
  [
    "c",
    {
      size: 1,
      read: (view, at) => new PyBytes(Uint8Array.of(view.getUint8(at))),
      prepare(ts, value) {
        if (!(value instanceof PyBytes))
          return raise(ts, TypeErrorType, "memoryview: invalid type for format 'c'");
        const [byte] = value.value;
        return value.value.length === 1 ? (view, at) => view.setUint8(at, byte) : undefined;
      },
    },
  ],
]);

/** The item format of a memoryview's format text; `undefined` when it is not a native one. */
export const itemFormat = (format: string): ItemFormat | undefined =>
  itemFormats.get(format.startsWith("@") ? format.slice(1) : format);

/** Converts an item with memoryview's own messages: TypeError and ValueError. */
export function prepareItem(ts: ThreadState, format: string, value: Value): Result<ItemWriter> {
  const letter = format.replace("@", "");
  const item = itemFormats.get(letter) as ItemFormat;
  const type = typeOf(value);
  const real = "efd".includes(letter);
  if (
    (!real && letter !== "?" && letter !== "c" && type.nb_index === null) ||
    (real && type.nb_float === null && type.nb_index === null)
  ) {
    return raise(ts, TypeErrorType, `memoryview: invalid type for format '${format}'`);
  }
  const writer = item.prepare(ts, value);
  if (writer === null) return null;
  return writer ?? raise(ts, ValueErrorType, `memoryview: invalid value for format '${format}'`);
}
