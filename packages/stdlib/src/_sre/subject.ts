import {
  asStr,
  BytesType,
  byteContents,
  PyBytes,
  type Result,
  raise,
  type Str,
  strLength,
  substring,
  type ThreadState,
  TypeErrorType,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";

/** What a pattern is matched against: code points of a str, or bytes. */
export class Subject {
  constructor(
    /** The object itself. */
    readonly value: Value,
    /** The text of a plain str. */
    readonly text: string | null,
    /** Code points of a wide str, or bytes. */
    readonly units: Uint32Array | Uint8Array,
    readonly length: number,
    readonly isBytes: boolean,
    private readonly whole: Str | null,
  ) {}

  /** `subject[from:to]`, bounds in range: a str, or bytes. */
  slice(from: number, to: number): Value {
    if (this.text !== null) return this.text.slice(from, to);
    if (this.whole !== null) return substring(this.whole, from, to);
    const { value } = this;
    if (from === 0 && to === this.length && typeOf(value) === BytesType) return value;
    // A bytearray may be another since it was searched, and shorter.
    return new PyBytes((byteContents(value) ?? (this.units as Uint8Array)).slice(from, to));
  }
}

const nothing = new Uint8Array(0);

/** The characters of a str or bytes-like object (CPython `getstring`). Raises TypeError. */
export function subjectOf(ts: ThreadState, v: Value): Result<Subject> {
  if (typeof v === "string") return new Subject(v, v, nothing, v.length, false, v);
  const text = asStr(v);
  if (text !== undefined) {
    return typeof text === "string"
      ? new Subject(v, text, nothing, text.length, false, text)
      : new Subject(v, null, text.codePoints, strLength(text), false, text);
  }
  const bytes = byteContents(v);
  if (bytes !== undefined) return new Subject(v, null, bytes, bytes.length, true, null);
  const getBuffer = typeOf(v).bf_getbuffer;
  const view = getBuffer === null ? null : getBuffer(ts, v, 0);
  if (view === null) {
    if (getBuffer !== null) ts.pending = null;
    return raise(ts, TypeErrorType, `expected string or bytes-like object, got '${typeName(v)}'`);
  }
  view.release();
  return new Subject(v, null, view.bytes, view.bytes.length, true, null);
}
