import { call } from "../../core/call.js";
import { newException, raise, raiseValue } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyBytes } from "../bytes/py-bytes.js";
import {
  IndexErrorType,
  LookupErrorType,
  TypeErrorType,
  UnicodeDecodeErrorType,
  UnicodeEncodeErrorType,
} from "../exceptions/exception-types.js";
import { getExceptionField, setExceptionField } from "../exceptions/fields.js";
import type { PyBaseException } from "../exceptions/py-base-exception.js";
import { asStr } from "../str/as-str.js";
import type { Str } from "../str/py-str.js";
import { escapeCodePoint } from "../str/repr.js";
import { codePointAt, codePoints, strLength } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { ByteWriter } from "./byte-writer.js";
import { CodecRegistry } from "./codec-registry.js";

/** A UnicodeEncodeError or UnicodeDecodeError with its fields. */
function unicodeError(
  decoding: boolean,
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): PyBaseException {
  const exc = newException(decoding ? UnicodeDecodeErrorType : UnicodeEncodeErrorType, [
    encoding,
    object,
    start,
    end,
    reason,
  ]);
  setExceptionField(exc, "encoding", encoding);
  setExceptionField(exc, "object", object);
  setExceptionField(exc, "start", start);
  setExceptionField(exc, "end", end);
  setExceptionField(exc, "reason", reason);
  return exc;
}

/** Raises UnicodeEncodeError. */
export function raiseEncodeError(
  ts: ThreadState,
  encoding: string,
  s: Str,
  start: number,
  end: number,
  reason: string,
): null {
  return raiseValue(ts, unicodeError(false, encoding, s, start, end, reason));
}

/** Raises UnicodeDecodeError. */
export function raiseDecodeError(
  ts: ThreadState,
  encoding: string,
  bytes: Uint8Array,
  start: number,
  end: number,
  reason: string,
): null {
  return raiseValue(ts, unicodeError(true, encoding, new PyBytes(bytes.slice()), start, end, reason));
}

/** What an error handler puts in place of what can't be encoded: text to be encoded, or bytes; and where to go on. */
export interface Replacement {
  readonly text: ArrayLike<number> | null;
  readonly bytes: Uint8Array | null;
  readonly next: number;
}

/**
 * Asks the error handler of an encoder about the code points from `start` to `end`.
 *
 * @param most so many are replaced by text at a time: the text of all of them might be more than memory holds
 */
export function handleEncodeError(
  ts: ThreadState,
  errors: string,
  encoding: string,
  s: Str,
  start: number,
  end: number,
  reason: string,
  most = 4096,
): Result<Replacement> {
  const text = (map: (c: number) => string): Replacement => {
    const next = Math.min(end, start + most);
    let out = "";
    for (let i = start; i < next; i++) out += map(codePointAt(s, i));
    return { text: codePoints(out), bytes: null, next };
  };
  switch (errors) {
    case "strict":
      return raiseEncodeError(ts, encoding, s, start, end, reason);
    case "ignore":
      return { text: [], bytes: null, next: end };
    case "replace":
      return text(() => "?");
    case "backslashreplace":
      return text(escapeCodePoint);
    case "xmlcharrefreplace":
      return text((c) => `&#${c};`);
    case "surrogateescape": {
      const bytes: number[] = [];
      let i = start;
      for (; i < end; i++) {
        const c = codePointAt(s, i);
        if (c < 0xdc80 || c > 0xdcff) break;
        bytes.push(c - 0xdc00);
      }
      if (i === start) return raiseEncodeError(ts, encoding, s, start, end, reason);
      return { text: null, bytes: Uint8Array.from(bytes), next: i };
    }
    case "surrogatepass": {
      const bytes = surrogateBytes(encoding, s, start, end);
      return bytes === null
        ? raiseEncodeError(ts, encoding, s, start, end, reason)
        : { text: null, bytes, next: end };
    }
    default: {
      const answer = callHandler(
        ts,
        errors,
        unicodeError(false, encoding, s, start, end, reason),
        "encoding",
      );
      if (answer === null) return null;
      const [value, given] = answer;
      const next = positionIn(ts, given, strLength(s));
      if (next === null) return null;
      if (typeof value === "object" && value instanceof PyBytes)
        return { text: null, bytes: value.value, next };
      const replaced = asStr(value);
      return replaced === undefined
        ? raise(ts, TypeErrorType, "encoding error handler must return (str/bytes, int) tuple")
        : { text: codePoints(replaced), bytes: null, next };
    }
  }
}

/**
 * Writes what the error handler of an encoder puts in place of the code points from `start` on that are refused.
 *
 * @param limit the first code point that can't be in the handler's text
 * @returns where to go on
 */
export function encodeRun(
  ts: ThreadState,
  out: ByteWriter,
  errors: string,
  encoding: string,
  s: Str,
  start: number,
  limit: number,
  refuses: (c: number) => boolean,
  reason: string,
): Result<number> {
  let end = start + 1;
  while (end < strLength(s) && refuses(codePointAt(s, end))) end++;
  let at = start;
  do {
    const replaced = handleEncodeError(ts, errors, encoding, s, at, end, reason);
    if (replaced === null) return null;
    const { bytes, text, next } = replaced;
    const units = bytes ?? text ?? [];
    for (let i = 0; i < units.length; i++) {
      if (bytes === null && units[i] >= limit) return raiseEncodeError(ts, encoding, s, at, end, reason);
      out.push(units[i]);
    }
    at = next;
  } while (at > start && at < end);
  return at;
}

function surrogateBytes(encoding: string, s: Str, start: number, end: number): Uint8Array | null {
  const out: number[] = [];
  for (let i = start; i < end; i++) {
    const c = codePointAt(s, i);
    if (c < 0xd800 || c > 0xdfff) return null;
    const high = c >> 8;
    const low = c & 255;
    if (/^utf-?8$/.test(encoding)) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else if (encoding === "utf-16-be") out.push(high, low);
    else if (encoding.startsWith("utf-16")) out.push(low, high);
    else if (encoding === "utf-32-be") out.push(0, 0, high, low);
    else if (encoding.startsWith("utf-32")) out.push(low, high, 0, 0);
    else return null;
  }
  return Uint8Array.from(out);
}

/** What an error handler puts in place of what can't be decoded, and where to go on. */
export interface DecodeReplacement {
  readonly text: ArrayLike<number>;
  readonly next: number;
  /** The bytes to go on with: a handler may have replaced them. */
  readonly bytes: Uint8Array;
}

/** Asks the error handler of a decoder about the bytes from `start` to `end`. */
export function handleDecodeError(
  ts: ThreadState,
  errors: string,
  encoding: string,
  bytes: Uint8Array,
  start: number,
  end: number,
  reason: string,
): Result<DecodeReplacement> {
  switch (errors) {
    case "strict":
      return raiseDecodeError(ts, encoding, bytes, start, end, reason);
    case "ignore":
      return { text: [], next: end, bytes };
    case "replace":
      return { text: [0xfffd], next: end, bytes };
    case "backslashreplace": {
      const out: number[] = [];
      for (let i = start; i < end; i++) for (const c of escapeCodePoint(bytes[i])) out.push(c.charCodeAt(0));
      return { text: out, next: end, bytes };
    }
    case "surrogateescape": {
      const out: number[] = [];
      for (let i = start; i < end && bytes[i] >= 128; i++) out.push(0xdc00 + bytes[i]);
      if (out.length === 0) return raiseDecodeError(ts, encoding, bytes, start, end, reason);
      return { text: out, next: start + out.length, bytes };
    }
    case "surrogatepass": {
      const c = passedSurrogate(encoding, bytes, start);
      return c === null
        ? raiseDecodeError(ts, encoding, bytes, start, end, reason)
        : { text: [c.codePoint], next: start + c.width, bytes };
    }
    default: {
      const exc = unicodeError(true, encoding, new PyBytes(bytes.slice()), start, end, reason);
      const answer = callHandler(ts, errors, exc, "decoding");
      if (answer === null) return null;
      const text = asStr(answer[0]);
      if (text === undefined) {
        return raise(ts, TypeErrorType, "decoding error handler must return (str, int) tuple");
      }
      const object = getExceptionField(exc, "object");
      if (!(object instanceof PyBytes)) {
        return raise(ts, TypeErrorType, "UnicodeError 'object' attribute must be a bytes");
      }
      const next = positionIn(ts, answer[1], object.value.length);
      return next === null ? null : { text: codePoints(text), next, bytes: object.value };
    }
  }
}

/** Where to go on, as a handler said. */
function positionIn(ts: ThreadState, given: number, length: number): Result<number> {
  const next = given < 0 ? given + length : given;
  if (next >= 0 && next <= length) return next;
  return raise(ts, IndexErrorType, `position ${next} from error handler out of bounds`);
}

function passedSurrogate(
  encoding: string,
  bytes: Uint8Array,
  at: number,
): { codePoint: number; width: number } | null {
  let c = 0;
  let width = 0;
  if (/^utf-?8$/.test(encoding)) {
    if ((bytes[at] & 0xf0) !== 0xe0 || (bytes[at + 1] & 0xc0) !== 0x80 || (bytes[at + 2] & 0xc0) !== 0x80)
      return null;
    c = ((bytes[at] & 15) << 12) | ((bytes[at + 1] & 63) << 6) | (bytes[at + 2] & 63);
    width = 3;
  } else if (encoding.startsWith("utf-16")) {
    c = encoding.endsWith("be") ? (bytes[at] << 8) | bytes[at + 1] : bytes[at] | (bytes[at + 1] << 8);
    width = 2;
  } else if (encoding.startsWith("utf-32")) {
    c = encoding.endsWith("be") ? (bytes[at + 2] << 8) | bytes[at + 3] : bytes[at] | (bytes[at + 1] << 8);
    width = 4;
  }
  return c >= 0xd800 && c <= 0xdfff ? { codePoint: c, width } : null;
}

/** Calls a registered error handler and checks its answer: replacement and position. */
function callHandler(
  ts: ThreadState,
  errors: string,
  exc: PyBaseException,
  kind: string,
): Result<readonly [Value, number]> {
  const handler = CodecRegistry.of(ts).errorHandlers.get(errors);
  if (handler === undefined) return raise(ts, LookupErrorType, `unknown error handler name '${errors}'`);
  const answer = call(ts, handler, [exc]);
  if (answer === null) return null;
  const shape = kind === "encoding" ? "(str/bytes, int)" : "(str, int)";
  if (!(answer instanceof PyTuple) || answer.items.length !== 2) {
    return raise(ts, TypeErrorType, `${kind} error handler must return ${shape} tuple`);
  }
  const next = toIndex(ts, answer.items[1]);
  return next === null ? null : [answer.items[0], Number(next)];
}
