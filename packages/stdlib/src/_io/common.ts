import {
  asStr,
  callMethod,
  defineType,
  getAttr,
  isTrue,
  None,
  OSErrorType,
  OverflowErrorType,
  PyBytes,
  type Result,
  raise,
  type Status,
  type Str,
  type ThreadState,
  TypeErrorType,
  toSize,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** `io.UnsupportedOperation`. */
export const UnsupportedOperationType = defineType({
  name: "io.UnsupportedOperation",
  bases: [OSErrorType, ValueErrorType],
  base: OSErrorType,
  doc: "An operation that a stream does not have.",
});

/** Raises `io.UnsupportedOperation`. */
export function unsupported(ts: ThreadState, message: string): null {
  return raise(ts, UnsupportedOperationType, message);
}

/**
 * Raises ValueError when `closed` is true. CPython's `Modules/_io/stringio.c` words it without the full stop of
 * its neighbours, so the message is a parameter.
 */
export function checkOpen(
  ts: ThreadState,
  stream: { readonly closed: boolean },
  message = "I/O operation on closed file.",
): Status {
  return stream.closed ? raise(ts, ValueErrorType, message) : true;
}

/** Does the stream, native or Python, say that it is closed? */
export function isClosed(ts: ThreadState, stream: Value): Result<boolean> {
  const closed = getAttr(ts, stream, "closed");
  return closed === null ? null : isTrue(ts, closed);
}

/** A size argument: absent, None and negative numbers mean "all", -1. */
export function sizeArgument(ts: ThreadState, v: Value | undefined): Result<number> {
  if (v === undefined || v === None) return -1;
  const n = wholeNumber(ts, v);
  return n === null ? null : Math.max(n, -1);
}

/** A number of bytes or characters. Raises TypeError and OverflowError. */
export function wholeNumber(ts: ThreadState, v: Value): Result<number> {
  if (typeOf(v).nb_index === null) {
    return raise(ts, TypeErrorType, `argument should be integer or None, not '${typeName(v)}'`);
  }
  return toSize(ts, v, OverflowErrorType);
}

/** A copy of the bytes of a bytes-like argument. */
export function bytesArgument(ts: ThreadState, v: Value, flags = 0): Result<Uint8Array> {
  if (v instanceof PyBytes) return v.value;
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null)
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(v)}'`);
  const view = getBuffer(ts, v, flags);
  if (view === null) return null;
  const copy = view.bytes.slice();
  view.release();
  return copy;
}

/** Fills a writable buffer argument by a function that says how many bytes it wrote (`null` failed, -1 would block). */
export function fillBuffer(
  ts: ThreadState,
  name: string,
  v: Value,
  fill: (into: Uint8Array) => Result<number>,
): Result<Value> {
  const getBuffer = typeOf(v).bf_getbuffer;
  const view = getBuffer === null ? null : getBuffer(ts, v, 1);
  if (view === null || view.readonly) {
    if (view !== null) view.release();
    // Whatever the exporter says is replaced.
    ts.pending = null;
    return raise(
      ts,
      TypeErrorType,
      `${name}() argument must be read-write bytes-like object, not ${typeName(v)}`,
    );
  }
  const count = fill(view.bytes);
  view.release();
  return count === null ? null : count < 0 ? None : count;
}

/** The text of an argument that must be a str, or None for `null`. */
export function optionalText(
  ts: ThreadState,
  fname: string,
  argument: string,
  v: Value | undefined,
): Result<Str | undefined> {
  if (v === undefined || v === None) return undefined;
  return (
    asStr(v) ??
    raise(ts, TypeErrorType, `${fname}() argument '${argument}' must be str or None, not ${typeName(v)}`)
  );
}

/** Calls a method without arguments and takes its truth. */
export function askStream(ts: ThreadState, stream: Value, method: string): Result<boolean> {
  const answer = callMethod(ts, stream, method, []);
  return answer === null ? null : isTrue(ts, answer);
}

/** Bytes put one after another. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
