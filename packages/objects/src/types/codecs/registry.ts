import { getOptionalAttr } from "../../core/attributes.js";
import { call } from "../../core/call.js";
import { argumentTypeName, raise, raiseValue, takePending, typeName } from "../../core/errors.js";
import type { Result, Status, Value } from "../../core/object.js";
import { getItem } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { LookupErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { addNote } from "../exceptions/notes.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import type { Str } from "../str/py-str.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { CodecRegistry } from "./codec-registry.js";
import { decodeSingleByte, encodeSingleByte } from "./single-byte.js";
import { utf8Decode, utf8Encode } from "./utf8.js";
import { decodeWide, encodeWide } from "./utf16-32.js";

/** Name in lower case with runs of punctuation as one `_`, as encodings are looked up. */
function normalise(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, "_");
}

/** `str.encode(encoding='utf-8', errors='strict')`. */
export function encodeStr(
  ts: ThreadState,
  self: Value,
  encodingValue: Value | undefined,
  errorsValue: Value | undefined,
): Result<Value> {
  const encoding = option(ts, encodingValue, "encode", "encoding", "utf-8");
  if (encoding === null) return null;
  const errors = option(ts, errorsValue, "encode", "errors", "strict");
  if (errors === null || checkNames(ts, encoding, errors) === null) return null;
  return encode(ts, asStr(self) as Str, encoding, errors);
}

/** Error handlers that are there from the start. */
const STANDARD_HANDLERS: ReadonlySet<string> = new Set([
  "strict",
  "ignore",
  "replace",
  "xmlcharrefreplace",
  "backslashreplace",
  "namereplace",
  "surrogatepass",
  "surrogateescape",
]);

/** In development mode: are there such an encoding and such an error handler? LookupError (CPython `unicode_check_encoding_errors`). */
export function checkNames(ts: ThreadState, encoding: string, errors: string): Status {
  if (!ts.interp.devMode) return true;
  if (encoding !== "utf-8" && lookupCodec(ts, encoding) === null) return null;
  if (STANDARD_HANDLERS.has(errors) || CodecRegistry.of(ts).errorHandlers.has(errors)) return true;
  return raise(ts, LookupErrorType, `unknown error handler name '${errors}'`);
}

function option(
  ts: ThreadState,
  v: Value | undefined,
  method: string,
  name: string,
  fallback: string,
): Result<string> {
  if (v === undefined) return fallback;
  const text = asStr(v);
  return text === undefined
    ? raise(ts, TypeErrorType, `${method}() argument '${name}' must be str, not ${argumentTypeName(v)}`)
    : plainText(ts, text);
}

/** A text that C would take as `char *`: ValueError for null characters, UnicodeEncodeError for surrogates. */
export function plainText(ts: ThreadState, text: Str): Result<string> {
  if (typeof text !== "string") {
    const bytes = utf8Encode(ts, text, "strict");
    if (bytes === null) return null;
  }
  const js = toJs(text);
  return js.includes("\0") ? raise(ts, ValueErrorType, "embedded null character") : js;
}

/** The bytes of text in an encoding; common ones natively, others through the codec registry. */
export function encode(ts: ThreadState, s: Str, encoding: string, errors: string): Result<Value> {
  let bytes: Result<Uint8Array> | undefined;
  switch (normalise(encoding)) {
    case "utf_8":
    case "utf8":
      bytes = utf8Encode(ts, s, errors);
      break;
    case "ascii":
    case "us_ascii":
      bytes = encodeSingleByte(ts, s, errors, 128);
      break;
    case "latin_1":
    case "latin1":
    case "iso_8859_1":
    case "iso8859_1":
      bytes = encodeSingleByte(ts, s, errors, 256);
      break;
    case "utf_16":
      bytes = encodeWide(ts, s, errors, 2, "mark");
      break;
    case "utf_16_le":
      bytes = encodeWide(ts, s, errors, 2, "le");
      break;
    case "utf_16_be":
      bytes = encodeWide(ts, s, errors, 2, "be");
      break;
    case "utf_32":
      bytes = encodeWide(ts, s, errors, 4, "mark");
      break;
    case "utf_32_le":
      bytes = encodeWide(ts, s, errors, 4, "le");
      break;
    case "utf_32_be":
      bytes = encodeWide(ts, s, errors, 4, "be");
      break;
  }
  if (bytes !== undefined) {
    if (bytes !== null) return new PyBytes(bytes);
    return isShortcut(encoding) ? null : addCodecNote(ts, 0, encoding);
  }
  const made = throughCodec(ts, encoding, 0, s, errors);
  if (made === null || made instanceof PyBytes) return made;
  return raise(
    ts,
    TypeErrorType,
    `'${encoding}' encoder returned '${typeName(made)}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  );
}

/** `bytes.decode(encoding='utf-8', errors='strict')`. */
export function decodeMethod(
  ts: ThreadState,
  self: Value,
  encodingValue: Value | undefined,
  errorsValue: Value | undefined,
): Result<Value> {
  const encoding = option(ts, encodingValue, "decode", "encoding", "utf-8");
  if (encoding === null) return null;
  const errors = option(ts, errorsValue, "decode", "errors", "strict");
  return errors === null ? null : decodeObject(ts, self, encoding, errors);
}

/** `str(bytes, encoding, errors)`; the options are absent or strs. */
export function decodeBytesLike(
  ts: ThreadState,
  source: Value,
  encoding: Value | undefined,
  errors: Value | undefined,
): Result<Value> {
  return decodeObject(
    ts,
    source,
    encoding === undefined ? "utf-8" : toJs(asStr(encoding) as Str),
    errors === undefined ? "strict" : toJs(asStr(errors) as Str),
  );
}

function decodeObject(ts: ThreadState, source: Value, encoding: string, errors: string): Result<Value> {
  const getBuffer = typeOf(source).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(source)}'`);
  }
  if (checkNames(ts, encoding, errors) === null) return null;
  const view = getBuffer(ts, source, 0);
  if (view === null) return null;
  // Of no bytes not even the encoding is looked up.
  const text = view.bytes.length === 0 ? "" : decode(ts, view.bytes, encoding, errors);
  view.release();
  return text;
}

/** The text of bytes in an encoding; common ones natively, others through the codec registry. */
export function decode(ts: ThreadState, bytes: Uint8Array, encoding: string, errors: string): Result<Value> {
  switch (normalise(encoding)) {
    case "utf_8":
    case "utf8": {
      const decoded = utf8Decode(ts, bytes, errors, true);
      return decoded === null ? null : decoded.text;
    }
    case "ascii":
    case "us_ascii":
      return decodeSingleByte(ts, bytes, errors, 128);
    case "latin_1":
    case "latin1":
    case "iso_8859_1":
    case "iso8859_1":
      return decodeSingleByte(ts, bytes, errors, 256);
    case "utf_16":
    case "utf_16_le":
    case "utf_16_be":
    case "utf_32":
    case "utf_32_le":
    case "utf_32_be": {
      const name = normalise(encoding);
      const order = name.endsWith("le") ? "le" : name.endsWith("be") ? "be" : "mark";
      const decoded = decodeWide(ts, bytes, errors, name.startsWith("utf_16") ? 2 : 4, order, true);
      if (decoded !== null) return decoded.text;
      return isShortcut(encoding) ? null : addCodecNote(ts, 1, encoding);
    }
  }
  const made = throughCodec(ts, encoding, 1, new PyBytes(bytes.slice()), errors);
  if (made === null || asStr(made) !== undefined) return made;
  return raise(
    ts,
    TypeErrorType,
    `'${encoding}' decoder returned '${typeName(made)}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
  );
}

/** The name as search functions get it: words in lower case with `_` between them (CPython `_Py_normalize_encoding`). */
const searchName = (encoding: string): string =>
  (encoding.match(/[0-9A-Za-z.]+/g) ?? []).join("_").toLowerCase();

/** Looks a codec up (`codecs.lookup`): a CodecInfo tuple. LookupError when no search function knows it. */
export function lookupCodec(ts: ThreadState, encoding: string): Result<Value> {
  const registry = CodecRegistry.of(ts);
  const name = searchName(encoding);
  const cached = registry.cache.get(name);
  if (cached !== undefined) return cached;
  // The standard search function registers itself when its package is imported.
  if (registry.searchFunctions.length === 0 && ts.interp.evaluator.importModule(ts, "encodings") === null)
    return null;
  for (const search of registry.searchFunctions) {
    const found = call(ts, search, [name]);
    if (found === null) return null;
    if (found === None) continue;
    if (!(found instanceof PyTuple) || found.items.length !== 4) {
      return raise(ts, TypeErrorType, "codec search functions must return 4-tuples");
    }
    registry.cache.set(name, found);
    return found;
  }
  return raise(ts, LookupErrorType, `unknown encoding: ${encoding}`);
}

/** Calls an encoder (`which` 0) or decoder (1); what it raises gets a note that names the encoding. */
export function callCodec(
  ts: ThreadState,
  fn: Value,
  which: 0 | 1,
  encoding: string,
  args: Value[],
): Result<Value> {
  return call(ts, fn, args) ?? addCodecNote(ts, which, encoding);
}

/** Is it an encoding that CPython does not look up either? What fails there gets no note. */
const isShortcut = (encoding: string): boolean => !/[bl]e$/i.test(encoding);

function addCodecNote(ts: ThreadState, which: 0 | 1, encoding: string): null {
  const raised = takePending(ts);
  const note = `${which === 0 ? "encoding" : "decoding"} with '${encoding}' codec failed`;
  return addNote(ts, raised, note) === null ? null : raiseValue(ts, raised);
}

/** Calls a codec's encoder (`which` 0) or decoder (1) and takes the first item of its answer. */
function throughCodec(
  ts: ThreadState,
  encoding: string,
  which: 0 | 1,
  value: Value,
  errors: string,
): Result<Value> {
  const codec = lookupCodec(ts, encoding);
  if (codec === null) return null;
  const isText = getOptionalAttr(ts, codec, "_is_text_encoding");
  if (isText === null) return null;
  if (isText === false) {
    const message = `'${encoding}' is not a text encoding; use codecs.${which === 0 ? "encode" : "decode"}() to handle arbitrary codecs`;
    return raise(ts, LookupErrorType, message);
  }
  const fn = getItem(ts, codec, which);
  if (fn === null) return null;
  const answer = callCodec(ts, fn, which, encoding, [value, errors]);
  if (answer === null) return null;
  if (!(answer instanceof PyTuple) || answer.items.length !== 2) {
    return raise(
      ts,
      TypeErrorType,
      `${which === 0 ? "encoder" : "decoder"} must return a tuple (object, integer)`,
    );
  }
  return answer.items[0];
}
