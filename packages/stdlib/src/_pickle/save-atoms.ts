import {
  ByteArrayType,
  BytesType,
  bitLength,
  call,
  codePoints,
  encode,
  escapeCodePoint,
  floatRepr,
  intToDecimal,
  isTrue,
  type PyByteArray,
  PyBytes,
  PyTuple,
  type Status,
  type Str,
  strFromCodePoints,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { cannotPickle } from "./errors.js";
import { libraryOf } from "./library.js";
import { Op } from "./opcodes.js";
import { FRAME_TARGET } from "./output.js";
import { loanOf, type PyPickleBuffer } from "./pickle-buffer.js";
import type { PyPickler } from "./py-pickler.js";
import { saveReduce } from "./save-reduce.js";

/** Writes a bool. */
export function saveBool(p: PyPickler, value: boolean): void {
  if (p.protocol >= 2) p.out.byte(value ? Op.NEWTRUE : Op.NEWFALSE);
  else p.out.latin1(value ? "I01\n" : "I00\n");
}

/** Writes an int. ValueError for one with too many digits, where digits are written. */
export function saveInt(ts: ThreadState, p: PyPickler, value: number | bigint): Status {
  const { out } = p;
  if (typeof value === "number" && value === (value | 0)) {
    if (!p.binary) out.latin1(`I${value}\n`);
    else if (value < 0 || value > 0xffff) out.opInt32(Op.BININT, value);
    else if (value > 0xff) out.opUint16(Op.BININT2, value);
    else out.opByte(Op.BININT1, value);
    return true;
  }
  if (p.protocol < 2) {
    const digits = intToDecimal(ts, value);
    if (digits === null) return null;
    out.latin1(`L${digits}L\n`);
    return true;
  }
  const bytes = twosComplement(value);
  if (bytes.length < 256) out.opByte(Op.LONG1, bytes.length);
  else out.opInt32(Op.LONG4, bytes.length);
  out.raw(bytes);
  return true;
}

/** The fewest bytes, low first, that hold an int with its sign. */
function twosComplement(value: number | bigint): Uint8Array {
  const n = BigInt(value);
  // A negative power of two needs no bit more than its digits.
  const bits = bitLength(n < 0n ? -n - 1n : n) + 1;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  let hex = BigInt.asUintN(bytes.length * 8, n).toString(16);
  if (hex.length % 2 !== 0) hex = `0${hex}`;
  for (let i = 0; 2 * i < hex.length; i++) {
    bytes[i] = Number.parseInt(hex.slice(hex.length - 2 * i - 2, hex.length - 2 * i), 16);
  }
  return bytes;
}

/** Writes a float. */
export function saveFloat(p: PyPickler, value: number): void {
  if (p.binary) p.out.opDouble(Op.BINFLOAT, value);
  else p.out.latin1(`F${floatRepr(value)}\n`);
}

/** Bytes with their size: an opcode for short ones where there is one, for most, and for those beyond 4 GiB. */
function counted(
  ts: ThreadState,
  p: PyPickler,
  data: Uint8Array,
  short: number | null,
  usual: number,
  long: number,
  original?: PyBytes | PyByteArray,
): Status {
  const { out } = p;
  const { length } = data;
  const header = (): void => {
    if (length <= 0xff && short !== null) out.opByte(short, length);
    else if (length <= 0xffffffff && usual !== long) out.opInt32(usual, length);
    else out.opUint64(long, length);
  };
  if (length >= FRAME_TARGET) return out.large(ts, header, data, original);
  header();
  out.raw(data);
  return true;
}

/** Writes bytes without memoizing them; from protocol 3 on. */
const saveBytesData = (ts: ThreadState, p: PyPickler, data: Uint8Array, original?: PyBytes): Status =>
  counted(ts, p, data, Op.SHORT_BINBYTES, Op.BINBYTES, Op.BINBYTES8, original);

/** Writes bytes. */
export function saveBytes(ts: ThreadState, p: PyPickler, obj: PyBytes): Status {
  if (p.protocol >= 3) {
    if (saveBytesData(ts, p, obj.value, obj) === null) return null;
    p.memoize(obj);
    return true;
  }
  // Python 2 is to find a str.
  if (obj.value.length === 0) return saveReduce(ts, p, [BytesType, new PyTuple([])], obj);
  const text = strFromCodePoints(Array.from(obj.value));
  return saveReduce(ts, p, [libraryOf(ts).encode, new PyTuple([text, "latin1"])], obj);
}

const saveByteArrayData = (ts: ThreadState, p: PyPickler, data: Uint8Array, original?: PyByteArray): Status =>
  counted(ts, p, data, null, Op.BYTEARRAY8, Op.BYTEARRAY8, original);

/** Writes a bytearray. */
export function saveByteArray(ts: ThreadState, p: PyPickler, obj: PyByteArray): Status {
  if (p.protocol < 5) {
    const args = obj.length === 0 ? [] : [new PyBytes(obj.value.slice())];
    return saveReduce(ts, p, [ByteArrayType, new PyTuple(args)], obj);
  }
  if (saveByteArrayData(ts, p, obj.value, obj) === null) return null;
  p.memoize(obj);
  return true;
}

/** Writes a PickleBuffer: its bytes, or that they come from elsewhere. */
export function savePickleBuffer(ts: ThreadState, p: PyPickler, obj: PyPickleBuffer): Status {
  if (p.protocol < 5) return cannotPickle(ts, "PickleBuffer can only be pickled with protocol >= 5");
  const loan = loanOf(ts, obj);
  if (loan === null) return null;
  if (!obj.contiguous) {
    return cannotPickle(ts, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
  }
  if (p.bufferCallback !== null) {
    const answer = call(ts, p.bufferCallback, [obj]);
    const inBand = answer === null ? null : isTrue(ts, answer);
    if (inBand === null) return null;
    if (!inBand) {
      p.out.byte(Op.NEXT_BUFFER);
      if (loan.readonly) p.out.byte(Op.READONLY_BUFFER);
      return true;
    }
  }
  const data = loan.bytes.subarray(
    0,
    loan.shape.reduce((a, b) => a * b, loan.itemsize),
  );
  const saved = loan.readonly ? saveBytesData(ts, p, data) : saveByteArrayData(ts, p, data);
  if (saved === null) return null;
  p.memoize(obj);
  return true;
}

/** UTF-8, with surrogates as if they were characters. */
function utf8(ts: ThreadState, text: Str): Uint8Array | null {
  if (typeof text === "string") {
    const data = new Uint8Array(text.length);
    let i = 0;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c >= 0x80) break;
      data[i] = c;
    }
    if (i === text.length) return data;
  }
  const made = encode(ts, text, "utf-8", "surrogatepass");
  return made === null ? null : (made as PyBytes).value;
}

/** Writes a str that is memoized under a key: an object of its own, whatever other strs say the same. */
export function saveUnshared(ts: ThreadState, p: PyPickler, text: Str, key: Value): Status {
  const known = p.memo.get(key);
  if (known !== undefined) p.recall(known);
  else if (writeStr(ts, p, text) === null) return null;
  else p.memoize(key);
  return true;
}

/** Writes a str. */
export function saveStr(ts: ThreadState, p: PyPickler, text: Str): Status {
  if (writeStr(ts, p, text) === null) return null;
  p.memoize(text);
  return true;
}

function writeStr(ts: ThreadState, p: PyPickler, text: Str): Status {
  if (!p.binary) p.out.latin1(`V${escaped(text)}\n`);
  else {
    const data = utf8(ts, text);
    if (data === null) return null;
    const short = p.protocol >= 4 ? Op.SHORT_BINUNICODE : null;
    if (counted(ts, p, data, short, Op.BINUNICODE, Op.BINUNICODE8) === null) return null;
  }
  return true;
}

/** The encoding `raw-unicode-escape`, and what would break a line escaped too. */
function escaped(text: Str): string {
  let out = "";
  const points = codePoints(text);
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    const special = c === 0x5c || c === 0 || c === 0x0a || c === 0x0d || c === 0x1a;
    if (special) out += `\\u${c.toString(16).padStart(4, "0")}`;
    else out += c < 256 ? String.fromCharCode(c) : escapeCodePoint(c);
  }
  return out;
}
