import { IntType } from "../../core/builtin-types.js";
import { call, lookupSpecial } from "../../core/call.js";
import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import { isTrue, sizeArgument, toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import { BUFFER_FULL_RO } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { bytesToHex } from "../bytes/hex.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { OverflowErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import { bitLength, type Int, normalize } from "./arithmetic.js";
import { toInt } from "./to-int.js";

/** Is the byte order big? ValueError for anything but 'little' and 'big'; `undefined` means the default, big. */
function isBig(ts: ThreadState, byteorder: Value | undefined, name: string): Result<boolean> {
  if (byteorder === undefined) return true;
  const text = asStr(byteorder);
  if (text === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `${name}() argument 'byteorder' must be str, not ${argumentTypeName(byteorder)}`,
    );
  }
  if (text === "big") return true;
  if (text === "little") return false;
  return raise(ts, ValueErrorType, "byteorder must be either 'little' or 'big'");
}

/** `int.to_bytes(length=1, byteorder='big', *, signed=False)`. */
export function intToBytes(
  ts: ThreadState,
  self: Value,
  lengthValue: Value | undefined,
  byteorder: Value | undefined,
  signedValue: Value | undefined,
): Result<Value> {
  const length = lengthValue === undefined ? 1 : sizeArgument(ts, lengthValue);
  if (length === null) return null;
  const big = isBig(ts, byteorder, "to_bytes");
  if (big === null) return null;
  const signed = signedValue === undefined ? false : isTrue(ts, signedValue);
  if (signed === null) return null;
  if (length < 0) return raise(ts, ValueErrorType, "length argument must be non-negative");
  const value = toInt(self) as Int;
  if (value < 0 && !signed) return raise(ts, OverflowErrorType, "can't convert negative int to unsigned");
  const magnitudeBits =
    value < 0 ? bitLength(typeof value === "number" ? -value - 1 : -value - 1n) : bitLength(value);
  const needed =
    signed && (value !== 0 || length === 0) ? magnitudeBits + (value === 0 ? 0 : 1) : magnitudeBits;
  if (needed > length * 8) return raise(ts, OverflowErrorType, "int too big to convert");
  const bytes = new Uint8Array(length);
  const fill = value < 0 ? 255 : 0;
  // Complement of a negative number has the complemented bytes of -value - 1.
  const source = value < 0 ? -BigInt(value) - 1n : BigInt(value);
  const hex = source === 0n ? "" : source.toString(16);
  for (let i = 0, end = hex.length; end > 0; i++, end -= 2) {
    bytes[i] = Number.parseInt(hex.slice(Math.max(0, end - 2), end), 16);
  }
  if (fill === 255) for (let i = 0; i < length; i++) bytes[i] ^= 255;
  return new PyBytes(big ? bytes.reverse() : bytes);
}

/** `int.from_bytes(bytes, byteorder='big', *, signed=False)`. */
export function intFromBytes(
  ts: ThreadState,
  cls: PyType,
  source: Value,
  byteorder: Value | undefined,
  signedValue: Value | undefined,
): Result<Value> {
  const big = isBig(ts, byteorder, "from_bytes");
  if (big === null) return null;
  const signed = signedValue === undefined ? false : isTrue(ts, signedValue);
  if (signed === null) return null;
  const bytes = bytesOf(ts, source);
  if (bytes === null) return null;
  const value = normalize(bytesToBig(bytes, big, signed));
  return cls === IntType ? value : call(ts, cls, [value]);
}

/** What `bytes(x)` would hold, for a bytes-like object, an object with `__bytes__`, or an iterable of ints. */
function bytesOf(ts: ThreadState, source: Value): Result<Uint8Array> {
  const method = lookupSpecial(ts, source, "__bytes__");
  if (method === null) return null;
  if (method !== undefined) {
    const made = call(ts, method, []);
    if (made === null) return null;
    source = made;
  }
  const type = typeOf(source);
  if (type.bf_getbuffer !== null) {
    const view = type.bf_getbuffer(ts, source, BUFFER_FULL_RO);
    if (view === null) return null;
    const copy = view.bytes.slice();
    view.release();
    return copy;
  }
  if (asStr(source) !== undefined || (type.tp_iter === null && type.sq_item === null)) {
    return raise(ts, TypeErrorType, `cannot convert '${typeName(source)}' object to bytes`);
  }
  const items = toArray(ts, source);
  if (items === null) return null;
  const bytes = new Uint8Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const byte = toIndex(ts, items[i]);
    if (byte === null) return null;
    if (byte < 0 || byte > 255) return raise(ts, ValueErrorType, "bytes must be in range(0, 256)");
    bytes[i] = Number(byte);
  }
  return bytes;
}

/** The int that bytes spell. */
export function bytesToBig(bytes: Uint8Array, big: boolean, signed: boolean): bigint {
  if (bytes.length === 0) return 0n;
  const value = BigInt(`0x${bytesToHex(big ? bytes : bytes.slice().reverse(), "", 0)}`);
  return signed ? BigInt.asIntN(bytes.length * 8, value) : value;
}
