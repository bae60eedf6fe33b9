import {
  asStr,
  call,
  callMethod,
  decode,
  encode,
  getOptionalAttr,
  isTrue,
  LookupErrorType,
  lookupCodec,
  None,
  PyBytes,
  PyTuple,
  type Result,
  raise,
  type Str,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  typeName,
  utf8Decode,
  type Value,
} from "@adder/objects";

/** Decodes pieces of a stream and encodes text for it. */
export interface TextCodec {
  /** Text of a piece; bytes of a character that is not complete wait for the next one. */
  decode(ts: ThreadState, bytes: Uint8Array, final: boolean): Result<Str>;
  encode(ts: ThreadState, text: Str): Result<Uint8Array>;
  /** Forgets what waits. */
  reset(ts: ThreadState): Result<true>;
  /** Bytes that wait. */
  pendingBytes(ts: ThreadState): Result<number>;
  /** Before writing at a position: encoders that begin with a mark need to know whether it is the start. */
  startEncoding(ts: ThreadState, atStart: boolean): Result<true>;
}

/** UTF-8, ASCII and Latin-1, without calling into Python. */
class NativeCodec implements TextCodec {
  #rest = new Uint8Array(0);

  constructor(
    readonly encoding: "utf-8" | "ascii" | "latin-1",
    readonly errors: string,
  ) {}

  decode(ts: ThreadState, bytes: Uint8Array, final: boolean): Result<Str> {
    if (this.encoding !== "utf-8") return decode(ts, bytes, this.encoding, this.errors) as Result<Str>;
    let input = bytes;
    if (this.#rest.length > 0) {
      input = new Uint8Array(this.#rest.length + bytes.length);
      input.set(this.#rest);
      input.set(bytes, this.#rest.length);
    }
    const decoded = utf8Decode(ts, input, this.errors, final);
    if (decoded === null) return null;
    this.#rest = decoded.consumed === input.length ? EMPTY : input.slice(decoded.consumed);
    return decoded.text;
  }

  encode(ts: ThreadState, text: Str): Result<Uint8Array> {
    if (typeof text === "string" && this.encoding === "utf-8") {
      const ascii = asciiBytes(text);
      if (ascii !== null) return ascii;
    }
    const bytes = encode(ts, text, this.encoding, this.errors);
    return bytes === null ? null : (bytes as PyBytes).value;
  }

  reset(): true {
    this.#rest = EMPTY;
    return true;
  }
  pendingBytes(): number {
    return this.#rest.length;
  }
  startEncoding(): true {
    return true;
  }
}

const EMPTY = new Uint8Array(0);

/** The bytes of text that is all ASCII, `null` for other text. */
function asciiBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 127) return null;
    bytes[i] = c;
  }
  return bytes;
}

/** Any other encoding, by the incremental codecs of the `codecs` registry. */
class RegisteredCodec implements TextCodec {
  constructor(
    readonly encoding: string,
    readonly decoder: Value,
    readonly encoder: Value,
  ) {}

  decode(ts: ThreadState, bytes: Uint8Array, final: boolean): Result<Str> {
    const text = callMethod(ts, this.decoder, "decode", [new PyBytes(bytes.slice()), final]);
    if (text === null) return null;
    return (
      asStr(text) ??
      raise(ts, TypeErrorType, `decoder should return a string result, not '${typeName(text)}'`)
    );
  }

  encode(ts: ThreadState, text: Str): Result<Uint8Array> {
    const bytes = callMethod(ts, this.encoder, "encode", [text]);
    if (bytes === null) return null;
    return bytes instanceof PyBytes
      ? bytes.value
      : raise(ts, TypeErrorType, `encoder should return a bytes object, not '${typeName(bytes)}'`);
  }

  reset(ts: ThreadState): Result<true> {
    return callMethod(ts, this.decoder, "reset", []) === null ? null : true;
  }

  pendingBytes(ts: ThreadState): Result<number> {
    const state = callMethod(ts, this.decoder, "getstate", []);
    if (state === null) return null;
    const first = state instanceof PyTuple ? state.items[0] : None;
    return first instanceof PyBytes ? first.value.length : 0;
  }

  startEncoding(ts: ThreadState, atStart: boolean): Result<true> {
    const done = atStart
      ? callMethod(ts, this.encoder, "reset", [])
      : callMethod(ts, this.encoder, "setstate", [/^utf-?(16|32)/i.test(this.encoding) ? 1 : 0]);
    return done === null ? null : true;
  }
}

/** The codec for an encoding. LookupError when it is not known or no text encoding. */
export function textCodec(ts: ThreadState, encoding: string, errors: string): Result<TextCodec> {
  const name = encoding.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (name === "utf8") return new NativeCodec("utf-8", errors);
  if (name === "ascii" || name === "usascii") return new NativeCodec("ascii", errors);
  if (name === "latin1" || name === "iso88591") return new NativeCodec("latin-1", errors);
  const info = lookupCodec(ts, encoding);
  if (info === null) return null;
  const isText = getOptionalAttr(ts, info, "_is_text_encoding");
  if (isText === null) return null;
  if (isText !== undefined) {
    const truth = isTrue(ts, isText);
    if (truth === null) return null;
    if (!truth) {
      return raise(
        ts,
        LookupErrorType,
        `'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`,
      );
    }
  }
  const make = (attribute: string): Result<Value> => {
    const factory = getOptionalAttr(ts, info, attribute);
    if (factory === null) return null;
    if (factory === undefined || factory === None) {
      return raise(ts, LookupErrorType, `encoding ${encoding} has no incremental codec`);
    }
    return call(ts, factory, [strFromJs(errors)]);
  };
  const decoder = make("incrementaldecoder");
  if (decoder === null) return null;
  const encoder = make("incrementalencoder");
  return encoder === null ? null : new RegisteredCodec(encoding, decoder, encoder);
}
