import { checkPositional, unexpectedKeyword } from "../../core/bind-arguments.js";
import { call, lookupSpecial } from "../../core/call.js";
import { argumentTypeName, pendingMatches, raise, typeName } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { getIter, iterate, lengthHint } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import { BUFFER_FULL_RO } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { ByteWriter } from "../codecs/byte-writer.js";
import { checkNames, encode } from "../codecs/registry.js";
import {
  MemoryErrorType,
  OverflowErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import type { Str } from "../str/py-str.js";
import { toJs } from "../str/text.js";
import { byteContents } from "./byte-text.js";
import { PyBytes } from "./py-bytes.js";

/** Most bytes that one object may hold. */
const MAX_BYTES = 2 ** 32;

/**
 * The contents for `bytes(source, encoding, errors)` and the like (CPython `bytes_new_impl`), a fresh array.
 *
 * @param begin called once the arguments are known to be of the right number and kinds
 */
export function constructBytes(
  ts: ThreadState,
  name: string,
  args: Value[],
  kwnames: KwNames,
  begin: () => Status = () => true,
): Result<Uint8Array> {
  const names = ["source", "encoding", "errors"];
  const bound: (Value | undefined)[] = [undefined, undefined, undefined];
  const positional = args.length - (kwnames?.length ?? 0);
  if (positional > 3) {
    if (kwnames === null)
      return raise(ts, TypeErrorType, `${name}() takes at most 3 arguments (${positional} given)`);
    return checkPositional(ts, name, positional, 0, 3) as null;
  }
  for (let i = 0; i < positional; i++) bound[i] = args[i];
  for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
    const at = names.indexOf(kwnames[i]);
    if (at < 0) return unexpectedKeyword(ts, name, kwnames[i], names);
    if (bound[at] !== undefined) {
      return raise(
        ts,
        TypeErrorType,
        `argument for ${name}() given by name ('${kwnames[i]}') and position (${at + 1})`,
      );
    }
    bound[at] = args[positional + i];
  }
  const [source, encodingValue, errorsValue] = bound;
  const option = (v: Value | undefined, what: string, fallback: string): Result<string> => {
    if (v === undefined) return fallback;
    const text = asStr(v);
    return text === undefined
      ? raise(ts, TypeErrorType, `${name}() argument '${what}' must be str, not ${argumentTypeName(v)}`)
      : toJs(text);
  };
  const encoding = option(encodingValue, "encoding", "utf-8");
  if (encoding === null) return null;
  const errors = option(errorsValue, "errors", "strict");
  if (errors === null || begin() === null) return null;
  const text = source === undefined ? undefined : asStr(source);
  if (text === undefined) {
    if (encodingValue !== undefined) return raise(ts, TypeErrorType, "encoding without a string argument");
    if (errorsValue !== undefined) return raise(ts, TypeErrorType, "errors without a string argument");
    return source === undefined ? new Uint8Array(0) : bytesFromObject(ts, source, name === "bytes");
  }
  if (encodingValue === undefined) {
    return raise(ts, TypeErrorType, "string argument without an encoding");
  }
  return encoded(ts, text, encoding, errors);
}

function encoded(ts: ThreadState, text: Str, encoding: string, errors: string): Result<Uint8Array> {
  const made = checkNames(ts, encoding, errors) && encode(ts, text, encoding, errors);
  return made === null ? null : (byteContents(made) as Uint8Array).slice();
}

/** What the method `__bytes__` of an object answers; `undefined` where there is none. */
export function bytesOf(ts: ThreadState, source: Value): Result<PyBytes | undefined> {
  if (typeof source !== "object") return undefined;
  const method = lookupSpecial(ts, source, "__bytes__");
  if (method === null || method === undefined) return method;
  const made = call(ts, method, []);
  if (made === null || made instanceof PyBytes) return made;
  return raise(ts, TypeErrorType, `__bytes__ returned non-bytes (type ${typeName(made)})`);
}

/** Bytes of an object: a count, a buffer or an iterable of ints. The messages are those of `bytes` or of `bytearray`. */
export function bytesFromObject(ts: ThreadState, source: Value, isBytes: boolean): Result<Uint8Array> {
  const type = typeOf(source);
  if (type.nb_index !== null) {
    const count = toIndex(ts, source);
    if (count !== null) {
      if (typeof count !== "number") {
        return raise(ts, OverflowErrorType, `cannot fit '${typeName(source)}' into an index-sized integer`);
      }
      if (count < 0) return raise(ts, ValueErrorType, "negative count");
      return count > MAX_BYTES ? raise(ts, MemoryErrorType, "") : new Uint8Array(count);
    }
    // What is no count after all may still be a buffer or an iterable.
    if (!pendingMatches(ts, TypeErrorType)) return null;
    ts.pending = null;
  }
  if (type.bf_getbuffer !== null) {
    const view = type.bf_getbuffer(ts, source, BUFFER_FULL_RO);
    if (view === null) return null;
    const copy = view.bytes.slice();
    view.release();
    return copy;
  }
  // Any TypeError says that it is no iterable.
  const iterator = asStr(source) === undefined ? getIter(ts, source) : undefined;
  if (iterator === null && !pendingMatches(ts, TypeErrorType)) return null;
  if (iterator === null || iterator === undefined) {
    ts.pending = null;
    return raise(
      ts,
      TypeErrorType,
      `cannot convert '${typeName(source)}' object to ${isBytes ? "bytes" : "bytearray"}`,
    );
  }
  return bytesFromIterable(
    ts,
    source,
    isBytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)",
    iterator,
    isBytes,
  );
}

/**
 * Bytes of an iterable of ints in range(256).
 *
 * @param iterator what goes through it, where it was asked for already
 * @param hinted whether it is asked for its length, which may fail
 */
export function bytesFromIterable(
  ts: ThreadState,
  source: Value,
  message: string,
  iterator: Value = source,
  hinted = true,
): Result<Uint8Array> {
  const hint = hinted ? lengthHint(ts, source, 0) : 0;
  if (hint === null) return null;
  if (hint > MAX_BYTES) return raise(ts, MemoryErrorType, "");
  const out = new ByteWriter(16);
  const done = iterate(ts, iterator, (item) => {
    const byte = toIndex(ts, item);
    if (byte === null) return null;
    if (byte < 0 || byte > 255) return raise(ts, ValueErrorType, message);
    out.push(Number(byte));
    return true;
  });
  return done === null ? null : out.finish();
}
