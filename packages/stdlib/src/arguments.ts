import {
  BufferErrorType,
  OverflowErrorType,
  PyBytes,
  PyMemoryView,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  toIndex,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";

/** The bytes of a bytes-like argument: a copy unless they can't change. Raises TypeError and BufferError. */
export function bytesArgument(ts: ThreadState, v: Value): Result<Uint8Array> {
  if (v instanceof PyBytes) return v.value;
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null)
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(v)}'`);
  if (v instanceof PyMemoryView && !v.contiguous)
    return raise(ts, BufferErrorType, "memoryview: underlying buffer is not C-contiguous");
  const view = getBuffer(ts, v, 0);
  if (view === null) return null;
  const copy = view.bytes.slice();
  view.release();
  return copy;
}

/** An argument that is a C `int`; `fallback` when it is not given. Raises TypeError and OverflowError. */
export function intArgument(ts: ThreadState, v: Value | undefined, fallback: number): Result<number> {
  const n = v === undefined ? fallback : toIndex(ts, v);
  if (n === null) return null;
  if (typeof n === "number" && n === (n | 0)) return n;
  return raise(ts, OverflowErrorType, "Python int too large to convert to C int");
}

/** An argument of which the lowest 32 bits count; `fallback` when it is not given. Raises TypeError. */
export function maskArgument(ts: ThreadState, v: Value | undefined, fallback: number): Result<number> {
  const n = v === undefined ? fallback : toIndex(ts, v);
  return n === null ? null : Number(BigInt.asUintN(32, BigInt(n)));
}
