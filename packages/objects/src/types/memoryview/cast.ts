import { argumentTypeName, raise } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { encode } from "../codecs/registry.js";
import { OverflowErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { toInt } from "../int/to-int.js";
import { PyList } from "../list/py-list.js";
import { asStr } from "../str/as-str.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { derive, opened } from "./access.js";
import { itemFormat } from "./item-format.js";
import type { PyMemoryView } from "./py-memory-view.js";

const MAX_DIMENSIONS = 64;

const isByteFormat = (format: string): boolean => "bBc".includes(format.replace("@", ""));

/** `memoryview.cast(format, shape)` (CPython `memory_cast`). */
export function cast(
  ts: ThreadState,
  self: PyMemoryView,
  formatValue: Value,
  shapeValue: Value | undefined,
): Result<Value> {
  if (opened(ts, self) === null) return null;
  const text = asStr(formatValue);
  if (text === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `cast() argument 'format' must be str, not ${argumentTypeName(formatValue)}`,
    );
  }
  if (!self.contiguous) {
    return raise(ts, TypeErrorType, "memoryview: casts are restricted to C-contiguous views");
  }
  const dimensions = dimensionsOf(ts, self, shapeValue);
  if (dimensions === null) return null;
  if (encode(ts, text, "ascii", "strict") === null) return null;
  const format = toJs(text);
  const item = itemFormat(format);
  if (item === undefined) {
    return raise(
      ts,
      ValueErrorType,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!isByteFormat(self.format) && !isByteFormat(format)) {
    return raise(ts, TypeErrorType, "memoryview: cannot cast between two non-byte formats");
  }
  const size = self.count * self.itemsize;
  if (size % item.size !== 0) {
    return raise(ts, TypeErrorType, "memoryview: length is not a multiple of itemsize");
  }
  const shape = dimensions ?? [size / item.size];
  const wanted = shape.reduce((a, b) => a * b, item.size);
  if (wanted >= 2 ** 63) return raise(ts, ValueErrorType, "memoryview.cast(): product(shape) > SSIZE_MAX");
  if (wanted !== size) {
    return raise(ts, TypeErrorType, "memoryview: product(shape) * itemsize != buffer size");
  }
  const strides: number[] = [];
  let stride = item.size;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides.unshift(stride);
    stride *= shape[i];
  }
  return derive(self, { format, itemsize: item.size, shape, strides });
}

/** The shape argument, checked; `undefined` when it was not given. */
function dimensionsOf(
  ts: ThreadState,
  self: PyMemoryView,
  value: Value | undefined,
): Result<number[] | undefined> {
  if (self.shape.includes(0) && (self.shape.length !== 1 || value !== undefined)) {
    return raise(ts, TypeErrorType, "memoryview: cannot cast view with zeros in shape or strides");
  }
  if (value === undefined) return undefined;
  if (!(value instanceof PyList || value instanceof PyTuple)) {
    return raise(ts, TypeErrorType, "shape must be a list or a tuple");
  }
  const { items } = value;
  if (items.length > MAX_DIMENSIONS) {
    return raise(ts, ValueErrorType, `memoryview: number of dimensions must not exceed ${MAX_DIMENSIONS}`);
  }
  if (self.shape.length !== 1 && items.length !== 1) {
    return raise(ts, TypeErrorType, "memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  const shape: number[] = [];
  for (const item of items) {
    const n = toInt(item);
    if (n === undefined) {
      return raise(ts, TypeErrorType, "memoryview.cast(): elements of shape must be integers");
    }
    if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n) {
      return raise(ts, OverflowErrorType, "Python int too large to convert to C ssize_t");
    }
    if (n <= 0) {
      return raise(ts, ValueErrorType, "memoryview.cast(): elements of shape must be integers > 0");
    }
    shape.push(Number(n));
  }
  return shape;
}
