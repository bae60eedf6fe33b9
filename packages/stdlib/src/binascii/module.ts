import {
  asStr,
  bytesToHex,
  defineType,
  ExceptionType,
  hexMethod,
  hexToBytes,
  isTrue,
  type ModuleSpec,
  PyBytes,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  textOfUnits,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { bytesArgument } from "../arguments.js";
import { checksumRow, crc32 } from "../checksums.js";

const ErrorType = defineType({ name: "binascii.Error", base: ValueErrorType, flags: TypeFlags.BASETYPE });
const IncompleteType = defineType({
  name: "binascii.Incomplete",
  base: ExceptionType,
  flags: TypeFlags.BASETYPE,
});

const fail = (ts: ThreadState, message: string): null => raise(ts, ErrorType, message);

/** Bytes of an argument that may be ASCII text. */
function ascii(ts: ThreadState, v: Value): Result<Uint8Array> {
  const text = asStr(v);
  if (text === undefined) {
    if (typeOf(v).bf_getbuffer === null) {
      return raise(
        ts,
        TypeErrorType,
        `argument should be bytes, buffer or ASCII string, not '${typeName(v)}'`,
      );
    }
    return bytesArgument(ts, v);
  }
  const js = toJs(text);
  for (let i = 0; i < js.length; i++) {
    if (js.charCodeAt(i) > 127)
      return raise(ts, ValueErrorType, "string argument should contain only ASCII characters");
  }
  return Uint8Array.from(js, (c) => c.charCodeAt(0));
}

const latin = (text: string): PyBytes => new PyBytes(Uint8Array.from(text, (c) => c.charCodeAt(0)));
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decode64(ts: ThreadState, bytes: Uint8Array, strict: boolean): Result<Value> {
  const out: number[] = [];
  let quad = 0;
  let left = 0;
  let padding = 0;
  let data = 0;
  if (strict && bytes[0] === 0x3d) return fail(ts, "Leading padding not allowed");
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i];
    if (c === 0x3d) {
      padding++;
      if (quad >= 2 && quad + padding >= 4) {
        if (strict && i + 1 < bytes.length) return fail(ts, "Excess data after padding");
        return new PyBytes(Uint8Array.from(out));
      }
      continue;
    }
    const value = BASE64.indexOf(String.fromCharCode(c));
    if (value < 0) {
      if (strict) return fail(ts, "Only base64 data is allowed");
      continue;
    }
    if (strict && padding > 0) return fail(ts, "Discontinuous padding not allowed");
    padding = 0;
    data++;
    switch (quad) {
      case 0:
        left = value;
        quad = 1;
        break;
      case 1:
        out.push(((left << 2) | (value >> 4)) & 255);
        left = value & 15;
        quad = 2;
        break;
      case 2:
        out.push(((left << 4) | (value >> 2)) & 255);
        left = value & 3;
        quad = 3;
        break;
      default:
        out.push(((left << 6) | value) & 255);
        quad = 0;
    }
  }
  if (quad === 0) return new PyBytes(Uint8Array.from(out));
  if (quad === 1) {
    return fail(
      ts,
      `Invalid base64-encoded string: number of data characters (${data}) cannot be 1 more than a multiple of 4`,
    );
  }
  return fail(ts, "Incorrect padding");
}

function encode64(bytes: Uint8Array, newline: boolean): PyBytes {
  const length = Math.ceil(bytes.length / 3) * 4;
  const out = new Uint8Array(length + (newline ? 1 : 0)).fill(10);
  for (let i = 0, at = 0; i < bytes.length; i += 3) {
    const n = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) out[at++] = BASE64.charCodeAt((n >> shift) & 63);
  }
  for (let missing = (3 - (bytes.length % 3)) % 3; missing > 0; missing--) out[length - missing] = 0x3d;
  return new PyBytes(out);
}

function unhexlify(ts: ThreadState, v: Value): Result<Value> {
  const bytes = ascii(ts, v);
  if (bytes === null) return null;
  if (bytes.length % 2 !== 0) return fail(ts, "Odd-length string");
  const text = textOfUnits(bytes);
  const out = /[^0-9a-fA-F]/.test(text) ? -1 : hexToBytes(text);
  return typeof out === "number" ? fail(ts, "Non-hexadecimal digit found") : new PyBytes(out);
}

function crcHqx(bytes: Uint8Array, start: number): number {
  let crc = start & 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let k = 0; k < 8; k++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

function encodeUu(ts: ThreadState, _m: Value, data: Value, backtickValue: Value | undefined): Result<Value> {
  const bytes = bytesArgument(ts, data);
  const backtick = backtickValue === undefined ? false : isTrue(ts, backtickValue);
  if (bytes === null || backtick === null) return null;
  if (bytes.length > 45) return fail(ts, "At most 45 bytes at once");
  const char = (n: number): string => (n === 0 && backtick ? "`" : String.fromCharCode(32 + n));
  let out = char(bytes.length);
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += char(n >> 18) + char((n >> 12) & 63) + char((n >> 6) & 63) + char(n & 63);
  }
  return latin(`${out}\n`);
}

function decodeUu(ts: ThreadState, _m: Value, data: Value): Result<Value> {
  const bytes = ascii(ts, data);
  if (bytes === null) return null;
  const length = ((bytes[0] ?? 0) - 32) & 63;
  const out = new Uint8Array(length);
  let bits = 0;
  let buffer = 0;
  let at = 0;
  let i = 1;
  for (; at < length; i++) {
    const c = bytes[i] ?? 32;
    const value = c === 10 || c === 13 ? 0 : (c - 32) & 63;
    if ((c < 32 && c !== 10 && c !== 13) || c > 96) return fail(ts, "Illegal char");
    buffer = (buffer << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (buffer >> bits) & 255;
      buffer &= (1 << bits) - 1;
    }
  }
  // Padding of spaces, which are also written as grave accents, and the end of the line.
  for (; i < bytes.length; i++) if (![32, 96, 10, 13].includes(bytes[i])) return fail(ts, "Trailing garbage");
  return new PyBytes(out);
}

function decodeQp(ts: ThreadState, _m: Value, data: Value, headerValue: Value | undefined): Result<Value> {
  const bytes = ascii(ts, data);
  const header = headerValue === undefined ? false : isTrue(ts, headerValue);
  if (bytes === null || header === null) return null;
  const text = Array.from(bytes, (b) => String.fromCharCode(b)).join("");
  const soft = text.replace(/=[ \t]*\r?\n/g, "");
  const plain = soft.replace(/=([0-9A-Fa-f]{2})/g, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return latin(header ? plain.replaceAll("_", " ") : plain);
}

function encodeQp(
  ts: ThreadState,
  _m: Value,
  data: Value,
  quoteTabs?: Value,
  isText?: Value,
  header?: Value,
): Result<Value> {
  const bytes = bytesArgument(ts, data);
  const tabs = quoteTabs === undefined ? false : isTrue(ts, quoteTabs);
  const text = isText === undefined ? true : isTrue(ts, isText);
  const head = header === undefined ? false : isTrue(ts, header);
  if (bytes === null || tabs === null || text === null || head === null) return null;
  let out = "";
  let line = 0;
  const put = (piece: string): void => {
    if (line + piece.length > 75) {
      out += "=\n";
      line = 0;
    }
    out += piece;
    line += piece.length;
  };
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i];
    const next = bytes[i + 1];
    const atEnd = i + 1 === bytes.length || next === 10 || (next === 13 && bytes[i + 2] === 10);
    if (text && (c === 10 || (c === 13 && next === 10))) {
      out += c === 13 ? "\r" : "\n";
      if (c === 10) line = 0;
    } else if (head && c === 32) put("_");
    else if (
      c > 126 ||
      c === 61 ||
      (head && c === 95) ||
      (c < 33 && c !== 32 && c !== 9) ||
      ((c === 32 || c === 9) && (tabs || atEnd)) ||
      (c === 46 && line === 0 && atEnd)
    ) {
      put(`=${c.toString(16).toUpperCase().padStart(2, "0")}`);
    } else put(String.fromCharCode(c));
  }
  return latin(out);
}

const hexlify = (ts: ThreadState, _m: Value, data: Value, sep?: Value, group?: Value): Result<Value> => {
  const bytes = bytesArgument(ts, data);
  if (bytes === null) return null;
  const text = sep === undefined ? bytesToHex(bytes, "", 0) : hexMethod(ts, bytes, sep, group);
  return text === null ? null : latin(text as string);
};

/** `binascii` (CPython `Modules/binascii.c`). */
export const binasciiModule: ModuleSpec = {
  name: "binascii",
  doc: "Bytes as text and back.",
  attributes: { Error: ErrorType, Incomplete: IncompleteType },
  functions: [
    ["hexlify", "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)", hexlify, "Hexadecimal digits."],
    ["b2a_hex", "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)", hexlify, "Hexadecimal digits."],
    [
      "unhexlify",
      "($module, hexstr, /)",
      (ts, _m, v: Value) => unhexlify(ts, v),
      "Bytes of hexadecimal digits.",
    ],
    [
      "a2b_hex",
      "($module, hexstr, /)",
      (ts, _m, v: Value) => unhexlify(ts, v),
      "Bytes of hexadecimal digits.",
    ],
    [
      "a2b_base64",
      "($module, data, /, *, strict_mode=False)",
      (ts, _m, data: Value, strictValue: Value | undefined) => {
        const bytes = ascii(ts, data);
        const strict = strictValue === undefined ? false : isTrue(ts, strictValue);
        return bytes === null || strict === null ? null : decode64(ts, bytes, strict);
      },
      "Bytes of base64 text.",
    ],
    [
      "b2a_base64",
      "($module, data, /, *, newline=True)",
      (ts, _m, data: Value, newlineValue: Value | undefined) => {
        const bytes = bytesArgument(ts, data);
        const newline = newlineValue === undefined ? true : isTrue(ts, newlineValue);
        return bytes === null || newline === null ? null : encode64(bytes, newline);
      },
      "Base64 text.",
    ],
    ["a2b_uu", "($module, data, /)", decodeUu, "Bytes of a uuencoded line."],
    ["b2a_uu", "($module, data, /, *, backtick=False)", encodeUu, "A uuencoded line."],
    ["a2b_qp", "($module, /, data, header=False)", decodeQp, "Bytes of quoted-printable text."],
    [
      "b2a_qp",
      "($module, /, data, quotetabs=False, istext=True, header=False)",
      encodeQp,
      "Quoted-printable text.",
    ],
    checksumRow("crc32", "($module, data, crc=0, /)", crc32, 0, "CRC-32."),
    checksumRow("crc_hqx", "($module, data, crc, /)", crcHqx, 0, "CRC-CCITT."),
  ],
};
