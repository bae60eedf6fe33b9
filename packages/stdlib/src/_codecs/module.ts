import {
  asStr,
  type ByteOrder,
  CodecRegistry,
  call,
  callCodec,
  clearPending,
  decode,
  decodeWide,
  encode,
  encodeWide,
  getItem,
  importName,
  isCallable,
  isTrue,
  LookupErrorType,
  lookupCodec,
  type MethodRow,
  type ModuleSpec,
  None,
  nativeDef,
  PyBuiltinFunction,
  PyBytes,
  PyTuple,
  pendingMatches,
  plainText,
  type Result,
  raise,
  type Str,
  strFromJs,
  strLength,
  type ThreadState,
  TypeErrorType,
  toIndex,
  typeName,
  typeOf,
  utf8Decode,
  utf8Encode,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { charmapBuild, charmapDecode, charmapEncode } from "./charmap.js";
import {
  escapeDecode,
  escapeEncode,
  type NameLookup,
  rawUnicodeEscapeEncode,
  unicodeEscapeDecode,
  unicodeEscapeEncode,
} from "./escapes.js";
import { handlerRows, standardHandlers } from "./handlers.js";
import { utf7Decode, utf7Encode } from "./utf7.js";

/** The bytes of a bytes-like argument. */
function bytesOf(ts: ThreadState, v: Value, allowText = false): Result<Uint8Array> {
  const text = allowText ? asStr(v) : undefined;
  if (text !== undefined) {
    const made = encode(ts, text, "utf-8", "strict");
    return made === null ? null : (made as PyBytes).value;
  }
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null)
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(v)}'`);
  const view = getBuffer(ts, v, 0);
  if (view === null) return null;
  const copy = view.bytes.slice();
  view.release();
  return copy;
}

function textOf(ts: ThreadState, fname: string, v: Value): Result<Str> {
  return asStr(v) ?? raise(ts, TypeErrorType, `${fname}() argument 1 must be str, not ${typeName(v)}`);
}

function errorsOf(ts: ThreadState, fname: string, v: Value | undefined): Result<string> {
  if (v === undefined || v === None) return "strict";
  const text = asStr(v);
  return text === undefined
    ? raise(ts, TypeErrorType, `${fname}() argument 2 must be str or None, not ${typeName(v)}`)
    : plainText(ts, text);
}

/** The name of an encoding or error handler that is the only argument. */
function nameOf(ts: ThreadState, fname: string, v: Value): Result<string> {
  const text = asStr(v);
  return text === undefined
    ? raise(ts, TypeErrorType, `${fname}() argument must be str, not ${typeName(v)}`)
    : plainText(ts, text);
}

function finalOf(ts: ThreadState, v: Value | undefined, fallback: boolean): Result<boolean> {
  return v === undefined ? fallback : isTrue(ts, v);
}

const encoded = (bytes: Result<Uint8Array>, s: Str): Result<Value> =>
  bytes === null ? null : new PyTuple([new PyBytes(bytes), strLength(s)]);

/** A row `x_encode(str, errors=None)`. */
const encoder = (
  name: string,
  run: (ts: ThreadState, s: Str, errors: string) => Result<Uint8Array>,
): MethodRow => [
  name,
  "($module, str, errors=None, /)",
  (ts, _m, v: Value, errorsValue: Value | undefined) => {
    const s = textOf(ts, name, v);
    if (s === null) return null;
    const errors = errorsOf(ts, name, errorsValue);
    return errors === null ? null : encoded(run(ts, s, errors), s);
  },
];

type StatefulDecode = (
  ts: ThreadState,
  bytes: Uint8Array,
  errors: string,
  final: boolean,
) => Result<{ text: Value; consumed: number }>;

/** A row `x_decode(data, errors=None, final=False)`. */
const decoder = (name: string, run: StatefulDecode, finalDefault = false, allowText = false): MethodRow => [
  name,
  `($module, data, errors=None, final=${finalDefault ? "True" : "False"}, /)`,
  (ts, _m, data: Value, errorsValue: Value | undefined, finalValue: Value | undefined) => {
    const bytes = bytesOf(ts, data, allowText);
    if (bytes === null) return null;
    const errors = errorsOf(ts, name, errorsValue);
    const final = errors === null ? null : finalOf(ts, finalValue, finalDefault);
    if (errors === null || final === null) return null;
    const made = run(ts, bytes, errors, final);
    return made === null ? null : new PyTuple([made.text, made.consumed]);
  },
];

/** A row `x_decode(data, errors=None)` of an encoding that is always decoded whole. */
const wholeDecoder = (name: string, encoding: string): MethodRow => [
  name,
  "($module, data, errors=None, /)",
  (ts, _m, data: Value, errorsValue: Value | undefined) => {
    const bytes = bytesOf(ts, data);
    if (bytes === null) return null;
    const errors = errorsOf(ts, name, errorsValue);
    const text = errors === null ? null : decode(ts, bytes, encoding, errors);
    return text === null ? null : new PyTuple([text, bytes.length]);
  },
];

function wideRows(width: 2 | 4): MethodRow[] {
  const base = `utf_${width * 8}`;
  const order = (n: number | bigint): ByteOrder => (n < 0 ? "le" : n > 0 ? "be" : "mark");
  return [
    encoder(`${base}_le_encode`, (ts, s, errors) => encodeWide(ts, s, errors, width, "le")),
    encoder(`${base}_be_encode`, (ts, s, errors) => encodeWide(ts, s, errors, width, "be")),
    [
      `${base}_encode`,
      "($module, str, errors=None, byteorder=0, /)",
      (ts, _m, v: Value, errorsValue: Value | undefined, orderValue: Value | undefined) => {
        const s = textOf(ts, `${base}_encode`, v);
        const errors = s === null ? null : errorsOf(ts, `${base}_encode`, errorsValue);
        const n = orderValue === undefined ? 0 : toIndex(ts, orderValue);
        if (s === null || errors === null || n === null) return null;
        return encoded(encodeWide(ts, s, errors, width, order(n)), s);
      },
    ],
    decoder(`${base}_le_decode`, (ts, b, errors, final) => decodeWide(ts, b, errors, width, "le", final)),
    decoder(`${base}_be_decode`, (ts, b, errors, final) => decodeWide(ts, b, errors, width, "be", final)),
    decoder(`${base}_decode`, (ts, b, errors, final) => decodeWide(ts, b, errors, width, "mark", final)),
    [
      `${base}_ex_decode`,
      "($module, data, errors=None, byteorder=0, final=False, /)",
      (ts, _m, data: Value, errorsValue?: Value, orderValue?: Value, finalValue?: Value) => {
        const bytes = bytesOf(ts, data);
        const errors = bytes === null ? null : errorsOf(ts, `${base}_ex_decode`, errorsValue);
        const n = orderValue === undefined ? 0 : toIndex(ts, orderValue);
        const final = finalOf(ts, finalValue, false);
        if (bytes === null || errors === null || n === null || final === null) return null;
        const made = decodeWide(ts, bytes, errors, width, order(n), final);
        return made === null ? null : new PyTuple([made.text, made.consumed, made.byteOrder]);
      },
    ],
  ];
}

/** Characters by name come from `unicodedata`, where that is there. */
const byName: NameLookup = (ts, name) => {
  const lookup = importName(ts, "unicodedata", "lookup");
  const found = lookup === null ? null : call(ts, lookup, [strFromJs(name)]);
  if (found !== null) return asStr(found);
  if (ts.pending !== null && !pendingMatches(ts, LookupErrorType)) {
    clearPending(ts);
    return undefined;
  }
  clearPending(ts);
  return undefined;
};

function transcode(
  ts: ThreadState,
  which: 0 | 1,
  object: Value,
  encodingValue?: Value,
  errorsValue?: Value,
): Result<Value> {
  const name = which === 0 ? "encode" : "decode";
  const option = (v: Value | undefined, what: string, fallback: string): Result<string> => {
    if (v === undefined) return fallback;
    const text = asStr(v);
    return text === undefined
      ? raise(ts, TypeErrorType, `${name}() argument '${what}' must be str, not ${typeName(v)}`)
      : plainText(ts, text);
  };
  const encoding = option(encodingValue, "encoding", "utf-8");
  const errors = encoding === null ? null : option(errorsValue, "errors", "strict");
  if (encoding === null || errors === null) return null;
  const info = lookupCodec(ts, encoding);
  const fn = info === null ? null : getItem(ts, info, which);
  const answer = fn === null ? null : callCodec(ts, fn, which, encoding, [object, strFromJs(errors)]);
  if (answer === null) return null;
  return answer instanceof PyTuple && answer.items.length === 2
    ? answer.items[0]
    : raise(
        ts,
        TypeErrorType,
        `${which === 0 ? "encoder" : "decoder"} must return a tuple (object, integer)`,
      );
}

const functions: MethodRow[] = [
  [
    "encode",
    "($module, /, obj, encoding='utf-8', errors='strict')",
    (ts, _m, o, e, r) => transcode(ts, 0, o, e, r),
  ],
  [
    "decode",
    "($module, /, obj, encoding='utf-8', errors='strict')",
    (ts, _m, o, e, r) => transcode(ts, 1, o, e, r),
  ],
  [
    "register",
    "($module, search_function, /)",
    (ts, _m, search: Value) => {
      if (!isCallable(search)) return raise(ts, TypeErrorType, "argument must be callable");
      CodecRegistry.of(ts).searchFunctions.push(search);
      return None;
    },
  ],
  [
    "unregister",
    "($module, search_function, /)",
    (ts, _m, search: Value) => {
      const registry = CodecRegistry.of(ts);
      const at = registry.searchFunctions.indexOf(search);
      if (at >= 0) {
        registry.searchFunctions.splice(at, 1);
        registry.cache.clear();
      }
      return None;
    },
  ],
  [
    "lookup",
    "($module, encoding, /)",
    (ts, _m, name: Value) => {
      const text = nameOf(ts, "lookup", name);
      return text === null ? null : lookupCodec(ts, text);
    },
  ],
  [
    "register_error",
    "($module, errors, handler, /)",
    (ts, _m, name: Value, handler: Value) => {
      const given = textOf(ts, "register_error", name);
      const text = given === null ? null : plainText(ts, given);
      if (text === null) return null;
      if (!isCallable(handler)) return raise(ts, TypeErrorType, "handler must be callable");
      CodecRegistry.of(ts).errorHandlers.set(text, handler);
      return None;
    },
  ],
  [
    "_unregister_error",
    "($module, errors, /)",
    (ts, _m, name: Value) => {
      const text = nameOf(ts, "_unregister_error", name);
      if (text === null) return null;
      if (standardHandlers.includes(text)) {
        return raise(ts, ValueErrorType, `cannot un-register built-in error handler '${text}'`);
      }
      return CodecRegistry.of(ts).errorHandlers.delete(text);
    },
  ],
  [
    "lookup_error",
    "($module, name, /)",
    (ts, _m, name: Value) => {
      const text = nameOf(ts, "lookup_error", name);
      if (text === null) return null;
      const found = CodecRegistry.of(ts).errorHandlers.get(text);
      return found ?? raise(ts, LookupErrorType, `unknown error handler name '${text}'`);
    },
  ],
  encoder("utf_8_encode", utf8Encode),
  decoder("utf_8_decode", utf8Decode),
  encoder("utf_7_encode", (_ts, s) => utf7Encode(s)),
  decoder("utf_7_decode", utf7Decode),
  encoder("ascii_encode", (ts, s, errors) => encodedBytes(encode(ts, s, "ascii", errors))),
  wholeDecoder("ascii_decode", "ascii"),
  encoder("latin_1_encode", (ts, s, errors) => encodedBytes(encode(ts, s, "latin-1", errors))),
  wholeDecoder("latin_1_decode", "latin-1"),
  ...wideRows(2),
  ...wideRows(4),
  encoder("unicode_escape_encode", (_ts, s) => unicodeEscapeEncode(s)),
  encoder("raw_unicode_escape_encode", (_ts, s) => rawUnicodeEscapeEncode(s)),
  decoder(
    "unicode_escape_decode",
    (ts, b, errors, final) => unicodeEscapeDecode(ts, b, errors, final, false, byName),
    true,
    true,
  ),
  decoder(
    "raw_unicode_escape_decode",
    (ts, b, errors, final) => unicodeEscapeDecode(ts, b, errors, final, true, byName),
    true,
    true,
  ),
  [
    "escape_decode",
    "($module, data, errors=None, /)",
    (ts, _m, data: Value, errorsValue: Value | undefined) => {
      const bytes = bytesOf(ts, data, true);
      const errors = bytes === null ? null : errorsOf(ts, "escape_decode", errorsValue);
      const made = bytes === null || errors === null ? null : escapeDecode(ts, bytes, errors);
      return made === null ? null : new PyTuple([new PyBytes(made), (bytes as Uint8Array).length]);
    },
  ],
  [
    "escape_encode",
    "($module, data, errors=None, /)",
    (ts, _m, data: Value) =>
      data instanceof PyBytes
        ? new PyTuple([new PyBytes(escapeEncode(data.value)), data.value.length])
        : raise(ts, TypeErrorType, `escape_encode() argument 1 must be bytes, not ${typeName(data)}`),
  ],
  [
    "readbuffer_encode",
    "($module, data, errors=None, /)",
    (ts, _m, data: Value) => {
      const bytes = bytesOf(ts, data, true);
      return bytes === null ? null : new PyTuple([new PyBytes(bytes), bytes.length]);
    },
  ],
  [
    "charmap_build",
    "($module, map, /)",
    (ts, _m, map: Value) => {
      const table = textOf(ts, "charmap_build", map);
      return table === null ? null : charmapBuild(ts, table);
    },
  ],
  [
    "charmap_decode",
    "($module, data, errors=None, mapping=None, /)",
    (ts, _m, data: Value, errorsValue: Value | undefined, mapping: Value | undefined) => {
      const bytes = bytesOf(ts, data);
      const errors = bytes === null ? null : errorsOf(ts, "charmap_decode", errorsValue);
      if (bytes === null || errors === null) return null;
      const text =
        mapping === undefined || mapping === None
          ? decode(ts, bytes, "latin-1", errors)
          : charmapDecode(ts, bytes, errors, mapping);
      return text === null ? null : new PyTuple([text, bytes.length]);
    },
  ],
  [
    "charmap_encode",
    "($module, str, errors=None, mapping=None, /)",
    (ts, _m, v: Value, errorsValue: Value | undefined, mapping: Value | undefined) => {
      const s = textOf(ts, "charmap_encode", v);
      const errors = s === null ? null : errorsOf(ts, "charmap_encode", errorsValue);
      if (s === null || errors === null) return null;
      const bytes =
        mapping === undefined || mapping === None
          ? encodedBytes(encode(ts, s, "latin-1", errors))
          : charmapEncode(ts, s, errors, mapping);
      return encoded(bytes, s);
    },
  ],
];

function encodedBytes(v: Result<Value>): Result<Uint8Array> {
  return v === null ? null : (v as PyBytes).value;
}

/** `_codecs` (CPython `Modules/_codecsmodule.c`). */
export const codecsModule: ModuleSpec = {
  name: "_codecs",
  doc: "Encodings and error handlers.",
  functions,
  exec(ts) {
    const { errorHandlers } = CodecRegistry.of(ts);
    standardHandlers.forEach((name, i) => {
      if (!errorHandlers.has(name)) {
        errorHandlers.set(name, new PyBuiltinFunction(nativeDef(handlerRows[i], ""), None, None));
      }
    });
    return true;
  },
};
