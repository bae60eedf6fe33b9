import { BytesType } from "../../core/builtin-types.js";
import { compareNumbers } from "../../core/compare.js";
import { raise, typeName } from "../../core/errors.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { CompareOp, Slots } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { isInstance, typeOf } from "../../core/type-of.js";
import { IndexErrorType, MemoryErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { percentFormatWith } from "../format/percent.js";
import { NotImplemented } from "../none/singletons.js";
import { unpackSlice } from "../slice/indices.js";
import { PySlice } from "../slice/py-slice.js";
import { MAX_LENGTH } from "../str/methods.js";
import { byteContents, byteOrBytes, bytesOfText, sameKind, textOfBytes } from "./byte-text.js";
import { bytesDialect } from "./percent.js";
import { PyByteArray, PyBytes } from "./py-bytes.js";
import { indexOfBytes, repeatBytes } from "./search.js";
import { warnComparison } from "./warning.js";

type Self = PyBytes | PyByteArray;

/** Orders bytes as unsigned numbers: negative, 0 or positive. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** The bytes of an operand that has a buffer; `undefined` for others. */
export function bufferBytes(ts: ThreadState, v: Value): Result<Uint8Array | undefined> {
  const direct = byteContents(v);
  if (direct !== undefined) return direct;
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null) return undefined;
  const view = getBuffer(ts, v, 0);
  if (view === null) return null;
  const copy = view.bytes.slice();
  view.release();
  return copy;
}

function richCompare(ts: ThreadState, self: Self, other: Value, op: CompareOp): Result<Value> {
  // bytes compare with bytes only: the other side of a comparison knows better.
  const comparable = self instanceof PyByteArray || other instanceof PyBytes;
  const b = comparable ? bufferBytes(ts, other) : undefined;
  if (b === null) return null;
  if (b === undefined) {
    const what = self instanceof PyByteArray ? "bytearray" : "bytes";
    return warnComparison(ts, what, other, op) === null ? null : NotImplemented;
  }
  const order = compareBytes(self.value, b);
  return compareNumbers(order, 0, op);
}

/** `self[key]` for an int or slice; messages differ between the types. */
export function byteSubscript(
  ts: ThreadState,
  self: Self,
  key: Value,
  indexKind: string,
  rangeMessage: string,
): Result<Value> {
  if (key instanceof PySlice) {
    const range = unpackSlice(ts, key);
    if (range === null) return null;
    // The parts of the slice may have changed a bytearray.
    const bytes = self.value;
    range.adjust(bytes.length);
    if (range.step === 1) return sameKind(self, bytes.slice(range.start, range.start + range.count));
    const out = new Uint8Array(range.count);
    for (let i = 0, at = range.start; i < range.count; i++, at += range.step) out[i] = bytes[at];
    return sameKind(self, out);
  }
  if (typeOf(key).nb_index === null) {
    return raise(ts, TypeErrorType, `${indexKind} indices must be integers or slices, not ${typeName(key)}`);
  }
  const index = toSize(ts, key);
  if (index === null) return null;
  const bytes = self.value;
  const at = index < 0 ? index + bytes.length : index;
  return at < 0 || at >= bytes.length ? raise(ts, IndexErrorType, rangeMessage) : bytes[at];
}

/** `format % values` of one of the two types. */
export const remainder =
  (type: PyType) =>
  (ts: ThreadState, left: Value, right: Value): Result<Value> => {
    if (!isInstance(left, type)) return NotImplemented;
    const format = byteContents(left) as Uint8Array;
    const made = percentFormatWith(ts, textOfBytes(format), right, bytesDialect);
    return made === null ? null : sameKind(left, bytesOfText(made as string));
  };

/** Slots that bytes and bytearray share. */
export const byteSlots: Partial<Slots> = {
  tp_richcompare: richCompare,
  sq_length: (_ts, self: Self) => self.value.length,
  mp_length: (_ts, self: Self) => self.value.length,
  sq_item(ts, self: Self, index: number) {
    if (index >= 0 && index < self.value.length) return self.value[index];
    const kind = self instanceof PyByteArray ? "bytearray index" : "index";
    return raise(ts, IndexErrorType, `${kind} out of range`);
  },
  sq_concat(ts, self: Self, other: Value) {
    const b = bufferBytes(ts, other);
    if (b === null) return null;
    if (b === undefined)
      return raise(ts, TypeErrorType, `can't concat ${typeName(other)} to ${typeName(self)}`);
    const out = new Uint8Array(self.value.length + b.length);
    out.set(self.value);
    out.set(b, self.value.length);
    return sameKind(self, out);
  },
  sq_repeat(ts, self: Self, count: number) {
    const unit = self.value;
    if (count === 1 && self.cls === BytesType) return self;
    if (count <= 0) return sameKind(self, new Uint8Array(0));
    if (unit.length * count > MAX_LENGTH * 4) return raise(ts, MemoryErrorType, "");
    return sameKind(self, repeatBytes(unit, count));
  },
  sq_contains(ts, self: Self, item: Value) {
    if (typeof item === "number" && item >= 0 && item < 256) return self.value.includes(item);
    if (typeOf(item).bf_getbuffer === null && typeOf(item).nb_index === null) {
      return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(item)}'`);
    }
    const needle = byteOrBytes(ts, item);
    return needle === null ? null : indexOfBytes(self.value, needle, 0, self.value.length) >= 0;
  },
};
