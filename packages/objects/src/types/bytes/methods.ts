import { BytesType, TupleType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import { fullTypeName } from "../../core/full-type-name.js";
import type { MethodRow } from "../../core/native.js";
import { intArgument, isTrue, sizeArgument } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { length as lengthOf, toArray } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { isInstance, typeOf } from "../../core/type-of.js";
import { decodeMethod } from "../codecs/registry.js";
import { MemoryErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { sliceBound } from "../str/indices.js";
import { MAX_LENGTH } from "../str/methods.js";
import type { Str } from "../str/py-str.js";
import { splitSpace, splitSpaceFromRight } from "../str/split.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import {
  byteContents,
  byteOrBytes,
  bytesLike,
  bytesLikeText,
  bytesOfText,
  sameKind,
  textOfBytes,
} from "./byte-text.js";
import { bytesToHex, hexToBytes } from "./hex.js";
import type { PyBytes } from "./py-bytes.js";
import { PyBytes as Bytes, PyByteArray } from "./py-bytes.js";
import {
  countBytes,
  indexOfBytes,
  joinBytes,
  lastIndexOfBytes,
  matchesAt,
  splitBytes,
  splitBytesFromRight,
} from "./search.js";

type Self = PyBytes | PyByteArray;

const text = (self: Self): string => textOfBytes(self.value);
const make = (self: Self, result: string): Self => sameKind(self, bytesOfText(result));
const list = (self: Self, parts: readonly Str[]): PyList =>
  new PyList(parts.map((part) => make(self, part as string)));

const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
const isUpper = (c: number): boolean => c >= 65 && c <= 90;
const isLower = (c: number): boolean => c >= 97 && c <= 122;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isAlpha = (c: number): boolean => isUpper(c) || isLower(c);

/** `find`, `index`, `rfind`, `rindex`. */
const finder =
  (find: typeof indexOfBytes, mustExist: boolean) =>
  (
    ts: ThreadState,
    self: Self,
    sub: Value,
    startValue: Value | undefined,
    endValue: Value | undefined,
  ): Result<Value> => {
    const n = self.value.length;
    const start = sliceBound(ts, startValue, 0, n);
    if (start === null) return null;
    const end = sliceBound(ts, endValue, n, n);
    if (end === null) return null;
    const needle = byteOrBytes(ts, sub);
    if (needle === null) return null;
    const at = start > n ? -1 : find(self.value, needle, start, Math.min(end, n));
    return at < 0 && mustExist ? raise(ts, ValueErrorType, "subsection not found") : at;
  };

function count(
  ts: ThreadState,
  self: Self,
  sub: Value,
  startValue: Value | undefined,
  endValue: Value | undefined,
): Result<Value> {
  const n = self.value.length;
  const start = sliceBound(ts, startValue, 0, n);
  if (start === null) return null;
  const end = sliceBound(ts, endValue, n, n);
  const needle = end === null ? null : byteOrBytes(ts, sub);
  return end === null || needle === null ? null : countBytes(self.value, needle, start, Math.min(end, n));
}

/** `startswith` and `endswith`. */
const affix =
  (name: string, atEnd: boolean) =>
  (
    ts: ThreadState,
    self: Self,
    affixes: Value,
    startValue: Value | undefined,
    endValue: Value | undefined,
  ): Result<Value> => {
    const n = self.value.length;
    const start = sliceBound(ts, startValue, 0, n);
    if (start === null) return null;
    const bound = sliceBound(ts, endValue, n, n);
    if (bound === null) return null;
    const end = Math.min(bound, n);
    const test = (part: Uint8Array): boolean =>
      end - start >= part.length && matchesAt(self.value, part, atEnd ? end - part.length : start);
    if (isInstance(affixes, TupleType)) {
      for (const item of (affixes as PyTuple).items) {
        const part = bytesLike(ts, item);
        if (part === null) return null;
        if (test(part)) return true;
      }
      return false;
    }
    const part = bytesLike(
      ts,
      affixes,
      `${name} first arg must be bytes or a tuple of bytes, not ${typeName(affixes)}`,
    );
    return part === null ? null : test(part);
  };

/** `center`, `ljust`, `rjust`. */
const justify =
  (name: string, left: (missing: number, width: number) => number) =>
  (ts: ThreadState, self: Self, widthValue: Value, fillValue: Value | undefined): Result<Value> => {
    const width = sizeArgument(ts, widthValue);
    if (width === null) return null;
    let fill = " ";
    if (fillValue !== undefined) {
      const given = byteContents(fillValue);
      if (given === undefined) {
        return raise(
          ts,
          TypeErrorType,
          `${name}() argument 2 must be a byte string of length 1, not ${argumentTypeName(fillValue)}`,
        );
      }
      if (given.length !== 1) {
        return raise(
          ts,
          TypeErrorType,
          `${name}(): argument 2 must be a byte string of length 1, not a ${typeName(fillValue)} object of length ${given.length}`,
        );
      }
      fill = textOfBytes(given);
    }
    const missing = width - self.value.length;
    if (missing <= 0) return sameKind(self, self.value.slice());
    if (width > MAX_LENGTH) return raise(ts, MemoryErrorType, "");
    const before = left(missing, width);
    return make(self, fill.repeat(before) + text(self) + fill.repeat(missing - before));
  };

/** `strip`, `lstrip`, `rstrip`. */
const stripper =
  (left: boolean, right: boolean) =>
  (ts: ThreadState, self: Self, bytesValue: Value | undefined): Result<Value> => {
    let drop = isSpace;
    if (bytesValue !== undefined && bytesValue !== None) {
      const set = bytesLike(ts, bytesValue);
      if (set === null) return null;
      drop = (c) => set.includes(c);
    }
    const bytes = self.value;
    let start = 0;
    let end = bytes.length;
    if (left) while (start < end && drop(bytes[start])) start++;
    if (right) while (end > start && drop(bytes[end - 1])) end--;
    return sameKind(self, bytes.slice(start, end));
  };

/** `split` and `rsplit`. */
const splitter =
  (by: typeof splitBytes, bySpace: typeof splitSpace) =>
  (
    ts: ThreadState,
    self: Self,
    separatorValue: Value | undefined,
    limitValue: Value | undefined,
  ): Result<Value> => {
    const limit = limitValue === undefined ? -1 : sizeArgument(ts, limitValue);
    if (limit === null) return null;
    if (separatorValue === undefined || separatorValue === None)
      return list(self, bySpace(text(self), limit, isSpace));
    const separator = bytesLike(ts, separatorValue);
    if (separator === null) return null;
    if (separator.length === 0) return raise(ts, ValueErrorType, "empty separator");
    return new PyList(by(self.value, separator, limit).map((part) => sameKind(self, part)));
  };

/** `partition` and `rpartition`. */
const partitioner =
  (fromRight: boolean) =>
  (ts: ThreadState, self: Self, separatorValue: Value): Result<Value> => {
    const separator = bytesLike(ts, separatorValue);
    if (separator === null) return null;
    if (separator.length === 0) return raise(ts, ValueErrorType, "empty separator");
    const whole = self.value;
    const find = fromRight ? lastIndexOfBytes : indexOfBytes;
    const at = find(whole, separator, 0, whole.length);
    const part = (from: number, to: number): Self => sameKind(self, whole.slice(from, to));
    const none = part(0, 0);
    if (at < 0) {
      const all = part(0, whole.length);
      return new PyTuple(fromRight ? [none, part(0, 0), all] : [all, none, part(0, 0)]);
    }
    // Of bytes it is the very object that was given, of a bytearray a copy.
    const between = isInstance(self, BytesType) ? separatorValue : sameKind(self, separator.slice());
    return new PyTuple([part(0, at), between, part(at + separator.length, whole.length)]);
  };

function replace(
  ts: ThreadState,
  self: Self,
  oldValue: Value,
  newValue: Value,
  countValue: Value | undefined,
): Result<Value> {
  const from = bytesLike(ts, oldValue);
  if (from === null) return null;
  const to = bytesLike(ts, newValue);
  if (to === null) return null;
  const limit = countValue === undefined ? -1 : sizeArgument(ts, countValue);
  if (limit === null) return null;
  const whole = self.value;
  // Nothing stands before each byte and at the end.
  const find = (at: number): number =>
    from.length > 0 ? indexOfBytes(whole, from, at, whole.length) : at <= whole.length ? at : -1;
  const step = Math.max(1, from.length);
  let count = 0;
  for (let at = find(0); at >= 0 && count !== limit; at = find(at + step)) count++;
  const out = new Uint8Array(whole.length + count * (to.length - from.length));
  let read = 0;
  let written = 0;
  const copy = (part: Uint8Array): void => {
    out.set(part, written);
    written += part.length;
  };
  for (let at = find(0); count > 0; at = find(at + step), count--) {
    copy(whole.subarray(read, at));
    copy(to);
    read = at + from.length;
  }
  copy(whole.subarray(read));
  return sameKind(self, out);
}

function join(ts: ThreadState, self: Self, iterable: Value): Result<Value> {
  if (typeOf(iterable).tp_iter === null && typeOf(iterable).sq_item === null) {
    return raise(ts, TypeErrorType, "can only join an iterable");
  }
  // The separator is lent out meanwhile: what gives the items must not cut it.
  if (self instanceof PyByteArray) self.exports++;
  const items = toArray(ts, iterable);
  if (self instanceof PyByteArray) self.exports--;
  if (items === null) return null;
  const parts: Uint8Array[] = [];
  for (let i = 0; i < items.length; i++) {
    const part = bytesLike(
      ts,
      items[i],
      `sequence item ${i}: expected a bytes-like object, ${typeName(items[i])} found`,
    );
    if (part === null) return null;
    parts.push(part);
  }
  return sameKind(self, joinBytes(parts, self.value));
}

/** `is…` methods: every byte has the property, and there is one. */
const all =
  (test: (c: number) => boolean) =>
  (_ts: ThreadState, self: Self): Value =>
    self.value.length > 0 && self.value.every(test);

function isTitle(_ts: ThreadState, self: Self): Value {
  let cased = false;
  let inWord = false;
  for (const c of self.value) {
    if (isUpper(c) ? inWord : isLower(c) && !inWord) return false;
    inWord = isAlpha(c);
    cased ||= inWord;
  }
  return cased;
}

const mapped =
  (map: (c: number, previous: number, first: boolean) => number) =>
  (_ts: ThreadState, self: Self): Value => {
    const bytes = self.value;
    return sameKind(
      self,
      bytes.map((c, i) => map(c, i === 0 ? 0 : bytes[i - 1], i === 0)),
    );
  };
const toUpper = (c: number): number => (isLower(c) ? c - 32 : c);
const toLower = (c: number): number => (isUpper(c) ? c + 32 : c);

function expandTabs(ts: ThreadState, self: Self, sizeValue: Value | undefined): Result<Value> {
  const size = sizeValue === undefined ? 8 : intArgument(ts, sizeValue);
  if (size === null) return null;
  let out = "";
  let column = 0;
  for (const c of text(self)) {
    if (c === "\t") {
      if (size <= 0) continue;
      const spaces = size - (column % size);
      if (out.length + spaces > MAX_LENGTH) return raise(ts, MemoryErrorType, "");
      out += " ".repeat(spaces);
      column += spaces;
    } else {
      out += c;
      column = c === "\n" || c === "\r" ? 0 : column + 1;
    }
  }
  return make(self, out);
}

function zfill(ts: ThreadState, self: Self, widthValue: Value): Result<Value> {
  const width = sizeArgument(ts, widthValue);
  if (width === null) return null;
  const whole = text(self);
  const missing = width - whole.length;
  if (missing <= 0) return make(self, whole);
  if (width > MAX_LENGTH) return raise(ts, MemoryErrorType, "");
  const sign = whole[0] === "+" || whole[0] === "-" ? 1 : 0;
  return make(self, whole.slice(0, sign) + "0".repeat(missing) + whole.slice(sign));
}

function splitLines(ts: ThreadState, self: Self, keepValue: Value | undefined): Result<Value> {
  const keep = keepValue === undefined ? false : isTrue(ts, keepValue);
  if (keep === null) return null;
  const lines = text(self).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return list(self, keep ? lines : lines.map((line) => line.replace(/(?:\r\n|\r|\n)$/, "")));
}

function translate(
  ts: ThreadState,
  self: Self,
  tableValue: Value,
  deleteValue: Value | undefined,
): Result<Value> {
  let table: string | null = null;
  if (tableValue !== None) {
    table = bytesLikeText(ts, tableValue);
    if (table === null) return null;
    if (table.length !== 256)
      return raise(ts, ValueErrorType, "translation table must be 256 characters long");
  }
  const gone = deleteValue === undefined ? "" : bytesLikeText(ts, deleteValue);
  if (gone === null) return null;
  let out = "";
  for (const c of text(self)) if (!gone.includes(c)) out += table === null ? c : table[c.charCodeAt(0)];
  return make(self, out);
}

function makeTrans(ts: ThreadState, _self: Value, from: Value, to: Value): Result<Value> {
  const a = bytesLikeText(ts, from);
  if (a === null) return null;
  const b = bytesLikeText(ts, to);
  if (b === null) return null;
  if (a.length !== b.length) return raise(ts, ValueErrorType, "maketrans arguments must have same length");
  const table = new Uint8Array(256);
  for (let i = 0; i < 256; i++) table[i] = i;
  for (let i = 0; i < a.length; i++) table[a.charCodeAt(i)] = b.charCodeAt(i);
  return new Bytes(table);
}

/** `removeprefix` and `removesuffix`. */
const remover =
  (atEnd: boolean) =>
  (ts: ThreadState, self: Self, value: Value): Result<Value> => {
    const part = bytesLikeText(ts, value);
    if (part === null) return null;
    const whole = text(self);
    if (part === "" || !(atEnd ? whole.endsWith(part) : whole.startsWith(part))) return make(self, whole);
    return make(self, atEnd ? whole.slice(0, -part.length) : whole.slice(part.length));
  };

/** `hex(sep, bytes_per_sep=1)` of bytes, bytearray and memoryview. */
export function hexMethod(
  ts: ThreadState,
  bytes: Uint8Array,
  sepValue: Value | undefined,
  groupValue: Value | undefined,
): Result<Value> {
  const group = groupValue === undefined ? 1 : intArgument(ts, groupValue);
  if (group === null) return null;
  if (sepValue === undefined) return bytesToHex(bytes, "", 0);
  const size = lengthOf(ts, sepValue);
  if (size === null) return null;
  if (size !== 1) return raise(ts, ValueErrorType, "sep must be length 1.");
  const s = asStr(sepValue);
  const sep =
    s !== undefined ? toJs(s) : isInstance(sepValue, BytesType) ? byteContents(sepValue) : undefined;
  if (sep === undefined) return raise(ts, TypeErrorType, "sep must be str or bytes.");
  const separator = typeof sep === "string" ? sep : textOfBytes(sep);
  if (separator.charCodeAt(0) > 127) return raise(ts, ValueErrorType, "sep must be ASCII.");
  return bytesToHex(bytes, separator, group);
}

function notHexadecimal(ts: ThreadState, at: number): null {
  return raise(ts, ValueErrorType, `non-hexadecimal number found in fromhex() arg at position ${at}`);
}

function fromHex(ts: ThreadState, cls: PyType, source: Value): Result<Value> {
  const s = asStr(source);
  let hex: string | null;
  if (s !== undefined) {
    hex = toJs(s);
    const odd = hex.search(/[^\x00-\x7f]/);
    if (odd >= 0) return notHexadecimal(ts, odd);
  } else
    hex = bytesLikeText(
      ts,
      source,
      `fromhex() argument must be str or bytes-like, not ${fullTypeName(source)}`,
    );
  if (hex === null) return null;
  const bytes = hexToBytes(hex);
  if (typeof bytes === "number") {
    return bytes < 0
      ? raise(ts, ValueErrorType, "fromhex() arg must contain an even number of hexadecimal digits")
      : notHexadecimal(ts, bytes);
  }
  const made = new Bytes(bytes);
  return cls === BytesType ? made : call(ts, cls, [made]);
}

const BOUNDS = "($self, sub[, start[, end]], /)";

/** Methods that bytes and bytearray share. */
export const byteMethods: readonly MethodRow[] = [
  [
    "capitalize",
    "($self, /)",
    mapped((c, _p, first) => (first ? toUpper(c) : toLower(c))),
    "First byte in upper case, the rest in lower case.",
  ],
  [
    "center",
    "($self, width, fillchar=b' ', /)",
    justify("center", (m, w) => (m >> 1) + (m & w & 1)),
    "Centered in a width.",
  ],
  ["count", BOUNDS, count, "Number of occurrences without overlap."],
  [
    "decode",
    "($self, /, encoding='utf-8', errors='strict')",
    decodeMethod,
    "The text that the bytes encode.",
  ],
  ["endswith", "($self, suffix[, start[, end]], /)", affix("endswith", true), "Does it end with a suffix?"],
  ["expandtabs", "($self, /, tabsize=8)", expandTabs, "Tabs replaced by spaces up to the next stop."],
  ["find", BOUNDS, finder(indexOfBytes, false), "Lowest index of a subsection, or -1."],
  ["fromhex", "($type, string, /)", fromHex, "The bytes that hexadecimal text spells.", { binding: "class" }],
  [
    "hex",
    "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
    (ts, self: Self, sep, group) => hexMethod(ts, self.value, sep, group),
    "Hexadecimal text.",
  ],
  ["index", BOUNDS, finder(indexOfBytes, true), "Lowest index of a subsection; ValueError when absent."],
  ["isalnum", "($self, /)", all((c) => isAlpha(c) || isDigit(c)), "All ASCII letters or digits?"],
  ["isalpha", "($self, /)", all(isAlpha), "All ASCII letters?"],
  ["isascii", "($self, /)", (_ts, self: Self) => self.value.every((c) => c < 128), "All ASCII?"],
  ["isdigit", "($self, /)", all(isDigit), "All ASCII digits?"],
  [
    "islower",
    "($self, /)",
    (_ts, self: Self) => self.value.some(isLower) && !self.value.some(isUpper),
    "All cased bytes lower?",
  ],
  ["isspace", "($self, /)", all(isSpace), "All white space?"],
  ["istitle", "($self, /)", isTitle, "Is it in title case?"],
  [
    "isupper",
    "($self, /)",
    (_ts, self: Self) => self.value.some(isUpper) && !self.value.some(isLower),
    "All cased bytes upper?",
  ],
  ["join", "($self, iterable_of_bytes, /)", join, "The items of an iterable with these bytes between them."],
  ["ljust", "($self, width, fillchar=b' ', /)", justify("ljust", () => 0), "Left-justified in a width."],
  ["lower", "($self, /)", mapped(toLower), "In lower case."],
  ["lstrip", "($self, bytes=None, /)", stripper(true, false), "Without leading white space or bytes."],
  ["maketrans", "(frm, to, /)", makeTrans, "A table for translate.", { binding: "static" }],
  [
    "partition",
    "($self, sep, /)",
    partitioner(false),
    "Bytes before a separator, separator, bytes after it.",
  ],
  ["replace", "($self, old, new, count=-1, /)", replace, "A copy with occurrences of old replaced by new."],
  ["removeprefix", "($self, prefix, /)", remover(false), "Without a prefix, where there is one."],
  ["removesuffix", "($self, suffix, /)", remover(true), "Without a suffix, where there is one."],
  ["rfind", BOUNDS, finder(lastIndexOfBytes, false), "Highest index of a subsection, or -1."],
  [
    "rindex",
    BOUNDS,
    finder(lastIndexOfBytes, true),
    "Highest index of a subsection; ValueError when absent.",
  ],
  ["rjust", "($self, width, fillchar=b' ', /)", justify("rjust", (m) => m), "Right-justified in a width."],
  ["rpartition", "($self, sep, /)", partitioner(true), "Like partition, at the last separator."],
  [
    "rsplit",
    "($self, /, sep=None, maxsplit=-1)",
    splitter(splitBytesFromRight, splitSpaceFromRight),
    "Like split, from the right.",
  ],
  ["rstrip", "($self, bytes=None, /)", stripper(false, true), "Without trailing white space or bytes."],
  [
    "split",
    "($self, /, sep=None, maxsplit=-1)",
    splitter(splitBytes, splitSpace),
    "The parts between separators.",
  ],
  ["splitlines", "($self, /, keepends=False)", splitLines, "The lines."],
  [
    "startswith",
    "($self, prefix[, start[, end]], /)",
    affix("startswith", false),
    "Does it start with a prefix?",
  ],
  ["strip", "($self, bytes=None, /)", stripper(true, true), "Without white space or bytes at both ends."],
  [
    "swapcase",
    "($self, /)",
    mapped((c) => (isUpper(c) ? toLower(c) : toUpper(c))),
    "Upper and lower case exchanged.",
  ],
  [
    "title",
    "($self, /)",
    mapped((c, previous) => (isAlpha(previous) ? toLower(c) : toUpper(c))),
    "Each word with a capital.",
  ],
  ["translate", "($self, table, /, delete=b'')", translate, "Each byte mapped through a table."],
  ["upper", "($self, /)", mapped(toUpper), "In upper case."],
  ["zfill", "($self, width, /)", zfill, "Zeros filled in after the sign."],
];
