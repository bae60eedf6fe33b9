import {
  asDouble,
  asStr,
  codePoints,
  normalize,
  OverflowErrorType,
  PyFloat,
  type Result,
  raise,
  type Status,
  strFromCodePoints,
  type ThreadState,
  TypeErrorType,
  toIndex,
  typeName,
  type Value,
} from "@adder/objects";

/** A type of items: its letter and how an item is read from and written to memory (CPython `descriptors`). */
export interface ItemType {
  readonly typecode: string;
  /** In bytes. */
  readonly size: number;
  readonly unicode: boolean;
  /** The letter of the buffer protocol's format. */
  readonly format: string;
  /** `machine_format_code` of the array module, for pickles. */
  readonly machineFormat: number;
  readonly read: (memory: DataView, offset: number) => Value;
  /** Writes a value; raises TypeError and OverflowError. */
  readonly write: (ts: ThreadState, memory: DataView, offset: number, value: Value) => Status;
}

/** What the messages about a range call the type, for values outside of it and for those that no long can hold. */
interface IntNames {
  readonly low: string;
  readonly high: string;
}

const LONG_MAX = 2n ** 63n - 1n;

/** A type of integers of up to 32 bits. */
function smallInt(
  typecode: string,
  size: number,
  machineFormat: number,
  limits: readonly IntLimit[],
): ItemType {
  const signed = typecode === typecode.toLowerCase();
  const bits = size * 8;
  return {
    typecode,
    size,
    unicode: false,
    format: typecode,
    machineFormat,
    read: (memory, offset) => {
      if (size === 1) return signed ? memory.getInt8(offset) : memory.getUint8(offset);
      if (size === 2) return signed ? memory.getInt16(offset, true) : memory.getUint16(offset, true);
      return signed ? memory.getInt32(offset, true) : memory.getUint32(offset, true);
    },
    write: (ts, memory, offset, value) => {
      const n = toIndex(ts, value);
      if (n === null) return null;
      if (typecode === "I" && n < 0) {
        return raise(ts, OverflowErrorType, "can't convert negative value to unsigned int");
      }
      const long = typecode === "I" ? "unsigned long" : "long";
      const limit = typecode === "I" ? 2n ** 64n - 1n : LONG_MAX;
      if (n > limit || n < -LONG_MAX - 1n) {
        return raise(ts, OverflowErrorType, `Python int too large to convert to C ${long}`);
      }
      for (const [names, low, high] of limits) {
        if (n < low) return raise(ts, OverflowErrorType, `${names.low} is less than minimum`);
        if (n > high) return raise(ts, OverflowErrorType, `${names.high} is greater than maximum`);
      }
      const bytes = Number(BigInt.asUintN(bits, BigInt(n)));
      if (size === 1) memory.setUint8(offset, bytes);
      else if (size === 2) memory.setUint16(offset, bytes, true);
      else memory.setUint32(offset, bytes, true);
      return true;
    },
  };
}

type IntLimit = readonly [names: IntNames, low: number, high: number];

const same = (name: string): IntNames => ({ low: name, high: name });
/** What `PyArg_Parse` checks before: the argument has to fit into the C type that the item is made of. */
const asInt: IntLimit = [same("signed integer"), -(2 ** 31), 2 ** 31 - 1];
const asShort: IntLimit = [same("signed short integer"), -(2 ** 15), 2 ** 15 - 1];

/** A type of integers of 64 bits. */
function longInt(typecode: string, machineFormat: number): ItemType {
  const signed = typecode === typecode.toLowerCase();
  return {
    typecode,
    size: 8,
    unicode: false,
    format: typecode,
    machineFormat,
    read: (memory, offset) =>
      normalize(signed ? memory.getBigInt64(offset, true) : memory.getBigUint64(offset, true)),
    write: (ts, memory, offset, value) => {
      const n = toIndex(ts, value);
      if (n === null) return null;
      if (!signed && n < 0) {
        const message =
          typecode === "L"
            ? "can't convert negative value to unsigned int"
            : "can't convert negative int to unsigned";
        return raise(ts, OverflowErrorType, message);
      }
      const bits = BigInt(n);
      if (signed ? BigInt.asIntN(64, bits) !== bits : BigInt.asUintN(64, bits) !== bits) {
        const message =
          typecode === "q" || typecode === "Q"
            ? "int too big to convert"
            : `Python int too large to convert to C ${signed ? "long" : "unsigned long"}`;
        return raise(ts, OverflowErrorType, message);
      }
      memory.setBigInt64(offset, bits, true);
      return true;
    },
  };
}

function float(typecode: "f" | "d", size: number, machineFormat: number): ItemType {
  return {
    typecode,
    size,
    unicode: false,
    format: typecode,
    machineFormat,
    read: (memory, offset) =>
      new PyFloat(size === 4 ? memory.getFloat32(offset, true) : memory.getFloat64(offset, true)),
    write: (ts, memory, offset, value) => {
      const x = asDouble(ts, value);
      if (x === null) return null;
      if (size === 4) memory.setFloat32(offset, x, true);
      else memory.setFloat64(offset, x, true);
      return true;
    },
  };
}

/** A type of characters: code points of 32 bits. */
function character(typecode: "u" | "w"): ItemType {
  return {
    typecode,
    size: 4,
    unicode: true,
    format: typecode,
    machineFormat: 20,
    read: (memory, offset) => strFromCodePoints([memory.getUint32(offset, true)]),
    write: (ts, memory, offset, value) => {
      const text = asStr(value);
      if (text === undefined) {
        return raise(ts, TypeErrorType, `array item must be a unicode character, not ${typeName(value)}`);
      }
      const points = codePoints(text);
      if (points.length !== 1) {
        const message = `array item must be a unicode character, not a string of length ${points.length}`;
        return raise(ts, TypeErrorType, message);
      }
      memory.setUint32(offset, points[0], true);
      return true;
    },
  };
}

/** All types of items in CPython's order, by typecode. */
export const itemTypes: ReadonlyMap<string, ItemType> = new Map(
  [
    smallInt("b", 1, 1, [
      [same("signed short integer"), -(2 ** 15), 2 ** 15 - 1],
      [same("signed char"), -128, 127],
    ]),
    smallInt("B", 1, 0, [[same("unsigned byte integer"), 0, 255]]),
    character("u"),
    character("w"),
    smallInt("h", 2, 4, [asShort]),
    smallInt("H", 2, 2, [asInt, [same("unsigned short"), 0, 65535]]),
    smallInt("i", 4, 8, [asInt]),
    smallInt("I", 4, 6, [[same("unsigned int"), 0, 2 ** 32 - 1]]),
    longInt("l", 12),
    longInt("L", 10),
    longInt("q", 12),
    longInt("Q", 10),
    float("f", 4, 14),
    float("d", 8, 16),
  ].map((type) => [type.typecode, type]),
);

/** `array.typecodes`. */
export const typecodes = "bBuwhHiIlLqQfd";

/** Reads all items of memory. */
export function readItems(type: ItemType, bytes: Uint8Array): Value[] {
  const memory = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / type.size }, (_, i) => type.read(memory, i * type.size));
}

/** The bytes of one item. */
export function itemBytes(ts: ThreadState, type: ItemType, value: Value): Result<Uint8Array> {
  const bytes = new Uint8Array(type.size);
  return type.write(ts, new DataView(bytes.buffer), 0, value) === null ? null : bytes;
}
