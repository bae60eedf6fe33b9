import {
  call,
  importName,
  newException,
  type PyBaseException,
  type PyWideStr,
  raiseValue,
  StopIterationType,
  type Str,
  substring,
  type ThreadState,
  type Value,
} from "@adder/objects";

const nothing = new Uint32Array(0);

/** A JSON text, read by code points. */
export class Document {
  readonly text: string | null;
  readonly units: Uint32Array;
  readonly length: number;

  constructor(readonly source: Str) {
    this.text = typeof source === "string" ? source : null;
    this.units = typeof source === "string" ? nothing : source.codePoints;
    this.length = this.text !== null ? this.text.length : this.units.length;
  }

  /** The code point at an index; -1 behind the end. */
  at(i: number): number {
    if (i >= this.length) return -1;
    return this.text !== null ? this.text.charCodeAt(i) : this.units[i];
  }

  slice(from: number, to: number): Str {
    return this.text !== null ? this.text.slice(from, to) : substring(this.source as PyWideStr, from, to);
  }

  /** First index at or after `i` that is no white space. */
  skipSpace(i: number): number {
    for (let at = i; ; at++) {
      const c = this.at(at);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return at;
    }
  }
}

/** Raises `json.decoder.JSONDecodeError`. */
export function decodeError(ts: ThreadState, message: string, doc: Document, at: number): null {
  const type = importName(ts, "json.decoder", "JSONDecodeError");
  if (type === null) return null;
  const error = call(ts, type, [message, doc.source, at]);
  return error === null ? null : raiseValue(ts, error as PyBaseException);
}

/** Raises StopIteration with an index: the decoder's way to say that no value begins there. */
export function noValue(ts: ThreadState, at: Value): null {
  return raiseValue(ts, newException(StopIterationType, [at]));
}
