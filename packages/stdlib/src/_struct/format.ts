import {
  asDouble,
  BytesType,
  defineType,
  doubleToHalf,
  ExceptionType,
  halfToDouble,
  isInstance,
  isTrue,
  MAX_ITEMS,
  normalize,
  OverflowErrorType,
  outOfMemory,
  PyByteArray,
  PyBytes,
  PyFloat,
  type Result,
  raise,
  type Status,
  type ThreadState,
  TypeFlags,
  toIndex,
  typeOf,
  type Value,
} from "@adder/objects";

/** `struct.error`. */
export const StructErrorType = defineType({
  name: "struct.error",
  base: ExceptionType,
  flags: TypeFlags.BASETYPE,
});

/** An item of a format: what it holds, how often, where. */
interface Item {
  readonly letter: string;
  readonly size: number;
  readonly offset: number;
  /** Bytes of an `s` or `p`. */
  readonly length: number;
}

/** A parsed format. */
export interface Format {
  readonly items: readonly Item[];
  readonly size: number;
  readonly little: boolean;
}

const NATIVE: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  e: 2,
  f: 4,
  d: 8,
};
const STANDARD: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  e: 2,
  f: 4,
  d: 8,
};

/** Raises `struct.error`. */
export function structError(ts: ThreadState, message: string): null {
  return raise(ts, StructErrorType, message);
}

/** Most bytes that a format may stand for. */
const MAX_SIZE = Number.MAX_SAFE_INTEGER;
/** Most bytes that are packed. */
export const MAX_PACKED = 2 ** 32;
const TOO_LONG = "total struct size too long";

/** Parses a format string. */
export function parseFormat(ts: ThreadState, text: string): Result<Format> {
  if (text.includes("\0")) return structError(ts, "embedded null character");
  let i = 0;
  let native = true;
  let little = true;
  if ("@=<>!".includes(text[0] ?? " ")) {
    native = text[0] === "@";
    little = text[0] !== ">" && text[0] !== "!";
    i = 1;
  }
  const sizes = native ? NATIVE : STANDARD;
  const items: Item[] = [];
  let size = 0;
  while (i < text.length) {
    if (/\s/.test(text[i])) {
      i++;
      continue;
    }
    const digits = /^\d*/.exec(text.slice(i))?.[0] ?? "";
    i += digits.length;
    if (i >= text.length) return structError(ts, "repeat count given without format specifier");
    const count = digits === "" ? 1 : Number(digits);
    const letter = text[i++];
    if (letter === "x") size += count;
    else if (letter === "s" || letter === "p") {
      items.push({ letter, size: 1, offset: size, length: count });
      size += count;
    } else {
      const width = Object.hasOwn(sizes, letter) ? sizes[letter] : undefined;
      if (width === undefined) return structError(ts, "bad char in struct format");
      if (native) size = Math.ceil(size / width) * width;
      if (size + count * width > MAX_SIZE) return structError(ts, TOO_LONG);
      if (items.length + count > MAX_ITEMS) return outOfMemory(ts);
      for (let k = 0; k < count; k++)
        items.push({ letter, size: width, offset: size + k * width, length: 0 });
      size += count * width;
    }
    if (size > MAX_SIZE) return structError(ts, TOO_LONG);
  }
  return { items, size, little };
}

/** The values of a buffer. */
export function unpackAt(format: Format, bytes: Uint8Array, start: number): Value[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, format.size);
  const { little } = format;
  return format.items.map(({ letter, size, offset, length }) => {
    switch (letter) {
      case "s":
        return new PyBytes(bytes.slice(start + offset, start + offset + length));
      case "p": {
        const n = length === 0 ? 0 : Math.min(bytes[start + offset], length - 1);
        return new PyBytes(bytes.slice(start + offset + 1, start + offset + 1 + n));
      }
      case "c":
        return new PyBytes(bytes.slice(start + offset, start + offset + 1));
      case "?":
        return view.getUint8(offset) !== 0;
      case "e":
        return new PyFloat(halfToDouble(view.getUint16(offset, little)));
      case "f":
        return new PyFloat(view.getFloat32(offset, little));
      case "d":
        return new PyFloat(view.getFloat64(offset, little));
    }
    const signed = letter === letter.toLowerCase();
    if (size === 1) return signed ? view.getInt8(offset) : view.getUint8(offset);
    if (size === 2) return signed ? view.getInt16(offset, little) : view.getUint16(offset, little);
    if (size === 4) return signed ? view.getInt32(offset, little) : view.getUint32(offset, little);
    return normalize(
      signed && letter !== "P" ? view.getBigInt64(offset, little) : view.getBigUint64(offset, little),
    );
  });
}

/** Writes values into a buffer. */
export function packInto(
  ts: ThreadState,
  name: string,
  format: Format,
  bytes: Uint8Array,
  start: number,
  values: readonly Value[],
): Status {
  if (values.length !== format.items.length) {
    return structError(
      ts,
      `${name} expected ${format.items.length} items for packing (got ${values.length})`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, format.size);
  for (let i = 0; i < values.length; i++) {
    if (packItem(ts, format, format.items[i], view, bytes, start, values[i]) === null) return null;
  }
  return true;
}

function packItem(
  ts: ThreadState,
  format: Format,
  { letter, size, offset, length }: Item,
  view: DataView,
  bytes: Uint8Array,
  start: number,
  v: Value,
): Status {
  const { little } = format;
  switch (letter) {
    case "s":
    case "p": {
      if (!isInstance(v, BytesType) && !(v instanceof PyByteArray)) {
        return structError(ts, `argument for '${letter}' must be a bytes object`);
      }
      const source = (v as PyBytes).value;
      if (letter === "s") bytes.set(source.subarray(0, length), start + offset);
      else if (length > 0) {
        const n = Math.min(source.length, length - 1);
        bytes[start + offset] = Math.min(n, 255);
        bytes.set(source.subarray(0, n), start + offset + 1);
      }
      return true;
    }
    case "c":
      if (!(v instanceof PyBytes) || v.value.length !== 1) {
        return structError(ts, "char format requires a bytes object of length 1");
      }
      view.setUint8(offset, v.value[0]);
      return true;
    case "?": {
      const truth = isTrue(ts, v);
      if (truth === null) return null;
      view.setUint8(offset, truth ? 1 : 0);
      return true;
    }
    case "e":
    case "f":
    case "d": {
      if (typeOf(v).nb_float === null && typeOf(v).nb_index === null) {
        return structError(ts, "required argument is not a float");
      }
      const x = asDouble(ts, v);
      if (x === null) return null;
      if (letter === "d") view.setFloat64(offset, x, little);
      else if (letter === "f") {
        if (Number.isFinite(x) && !Number.isFinite(Math.fround(x))) {
          return raise(ts, OverflowErrorType, "float too large to pack with f format");
        }
        view.setFloat32(offset, x, little);
      } else {
        const half = doubleToHalf(x);
        if (half === undefined) return raise(ts, OverflowErrorType, "float too large to pack with e format");
        view.setUint16(offset, half, little);
      }
      return true;
    }
  }
  if (typeOf(v).nb_index === null) return structError(ts, "required argument is not an integer");
  const n = toIndex(ts, v);
  if (n === null) return null;
  const signed = letter === letter.toLowerCase();
  const bits = BigInt(size * 8);
  const big = BigInt(n);
  const min = signed ? -(1n << (bits - 1n)) : 0n;
  const max = (signed ? 1n << (bits - 1n) : 1n << bits) - 1n;
  if (big < min || big > max)
    return structError(ts, `'${letter}' format requires ${min} <= number <= ${max}`);
  if (size === 8) view.setBigUint64(offset, BigInt.asUintN(64, big), little);
  else if (size === 4) view.setInt32(offset, Number(big), little);
  else if (size === 2) view.setInt16(offset, Number(big), little);
  else view.setInt8(offset, Number(big));
  return true;
}
