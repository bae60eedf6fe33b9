import { ByteArrayType, BytesType } from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isInstance, typeOf } from "../../core/type-of.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { toInt } from "../int/to-int.js";
import { textOfUnits } from "../str/py-str.js";
import { PyByteArray, PyBytes } from "./py-bytes.js";

/*
 * Methods of bytes and bytearray work on a text in which each character is one byte (Latin-1): the
 * host searches, splits and replaces in such texts natively.
 */

/** Bytes as text, a character each. */
export const textOfBytes = textOfUnits;

/** The bytes of such a text. */
export function bytesOfText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** The contents of a bytes or bytearray, not copied; `undefined` for anything else. */
export function byteContents(v: Value): Uint8Array | undefined {
  if (typeof v !== "object") return undefined;
  if (v.cls === BytesType || v.cls === ByteArrayType) return (v as PyBytes | PyByteArray).value;
  return isInstance(v, BytesType) || isInstance(v, ByteArrayType)
    ? (v as PyBytes | PyByteArray).value
    : undefined;
}

/** A fresh object of the kind (bytes or bytearray) that `self` is. */
export function sameKind(self: Value, bytes: Uint8Array): PyBytes | PyByteArray {
  return self instanceof PyByteArray ? new PyByteArray(bytes) : new PyBytes(bytes);
}

/** The bytes of a bytes-like argument, not to be changed. TypeError "a bytes-like object is required, not 'x'". */
export function bytesLike(ts: ThreadState, v: Value, message?: string, flags = 0): Result<Uint8Array> {
  const direct = byteContents(v);
  if (direct !== undefined) return direct;
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, message ?? `a bytes-like object is required, not '${typeName(v)}'`);
  }
  const view = getBuffer(ts, v, flags);
  if (view === null) return null;
  const bytes = view.bytes.slice();
  view.release();
  return bytes;
}

/** The text of a bytes-like argument, see {@link bytesLike}. */
export function bytesLikeText(ts: ThreadState, v: Value, message?: string, flags = 0): Result<string> {
  const bytes = bytesLike(ts, v, message, flags);
  return bytes === null ? null : textOfBytes(bytes);
}

/** A byte or bytes-like argument of `find`, `count` and the like. */
export function byteOrBytes(ts: ThreadState, v: Value): Result<Uint8Array> {
  if (toInt(v) !== undefined || (typeOf(v).bf_getbuffer === null && typeOf(v).nb_index !== null)) {
    const byte = byteValue(ts, v);
    return byte === null ? null : Uint8Array.of(byte);
  }
  return bytesLike(ts, v, `argument should be integer or bytes-like object, not '${typeName(v)}'`);
}

/** An int in range(256). ValueError "byte must be in range(0, 256)". */
export function byteValue(ts: ThreadState, v: Value): Result<number> {
  const n = toIndex(ts, v);
  if (n === null) return null;
  return n < 0 || n > 255 ? raise(ts, ValueErrorType, "byte must be in range(0, 256)") : Number(n);
}
