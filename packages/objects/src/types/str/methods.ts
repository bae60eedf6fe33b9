import { DictType, TupleType } from "../../core/builtin-types.js";
import { argumentTypeName, clearPending, pendingMatches, raise, typeName } from "../../core/errors.js";
import type { MethodRow } from "../../core/native.js";
import { intArgument, isTrue, sizeArgument } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { getItem, toArray } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype } from "../../core/type.js";
import { isInstance, typeOf } from "../../core/type-of.js";
import { encodeStr } from "../codecs/registry.js";
import { PyDict } from "../dict/py-dict.js";
import {
  LookupErrorType,
  MemoryErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { strFormat, strFormatMap } from "../format/str-format.js";
import { formatStrValue } from "../format/str-format-spec.js";
import { toInt } from "../int/to-int.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { TextWriter } from "../str/text-writer.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { asStr } from "./as-str.js";
import { capitalize, casefold, hasOnlyCase, isTitleCased, lower, swapCase, title, upper } from "./case.js";
import * as classify from "./classify.js";
import { sliceBound } from "./indices.js";
import { type Str, strFromCodePoints } from "./py-str.js";
import {
  countOccurrences,
  splitBy,
  splitByFromRight,
  splitLines,
  splitSpace,
  splitSpaceFromRight,
} from "./split.js";
import {
  codePointAt,
  codePoints,
  concat,
  indexOf,
  joinStr,
  lastIndexOf,
  repeat,
  strEquals,
  strLength,
  substring,
} from "./text.js";

const text = (self: Value): Str => asStr(self) as Str;

/** An argument that must be a str. */
function strArgument(ts: ThreadState, v: Value, method: string, position: number): Result<Str> {
  return (
    asStr(v) ??
    raise(ts, TypeErrorType, `${method}() argument ${position} must be str, not ${argumentTypeName(v)}`)
  );
}

/** `find`, `index`, `rfind`, `rindex`. */
const finder =
  (name: string, find: typeof indexOf, mustExist: boolean) =>
  (
    ts: ThreadState,
    self: Value,
    sub: Value,
    startValue: Value | undefined,
    endValue: Value | undefined,
  ): Result<Value> => {
    const needle = strArgument(ts, sub, name, 1);
    if (needle === null) return null;
    const s = text(self);
    const length = strLength(s);
    const start = sliceBound(ts, startValue, 0, length);
    if (start === null) return null;
    const end = sliceBound(ts, endValue, length, length);
    if (end === null) return null;
    const at = start > length ? -1 : find(s, needle, start, Math.min(end, length));
    return at < 0 && mustExist ? raise(ts, ValueErrorType, "substring not found") : at;
  };

function count(
  ts: ThreadState,
  self: Value,
  sub: Value,
  startValue: Value | undefined,
  endValue: Value | undefined,
): Result<Value> {
  const needle = strArgument(ts, sub, "count", 1);
  if (needle === null) return null;
  const s = text(self);
  const length = strLength(s);
  const start = sliceBound(ts, startValue, 0, length);
  if (start === null) return null;
  const end = sliceBound(ts, endValue, length, length);
  return end === null ? null : countOccurrences(s, needle, start, Math.min(end, length));
}

/** `startswith` and `endswith`. */
const affix =
  (name: string, atEnd: boolean) =>
  (
    ts: ThreadState,
    self: Value,
    affixes: Value,
    startValue: Value | undefined,
    endValue: Value | undefined,
  ): Result<Value> => {
    const s = text(self);
    const length = strLength(s);
    const start = sliceBound(ts, startValue, 0, length);
    if (start === null) return null;
    const bound = sliceBound(ts, endValue, length, length);
    if (bound === null) return null;
    const end = Math.min(bound, length);
    const test = (part: Str): boolean => {
      const n = strLength(part);
      if (end - start < n) return false;
      const at = atEnd ? end - n : start;
      return indexOf(s, part, at, at + n) === at;
    };
    const single = asStr(affixes);
    if (single !== undefined) return test(single);
    if (!isInstance(affixes, TupleType)) {
      return raise(
        ts,
        TypeErrorType,
        `${name} first arg must be str or a tuple of str, not ${typeName(affixes)}`,
      );
    }
    for (const item of (affixes as PyTuple).items) {
      const part = asStr(item);
      if (part === undefined) {
        return raise(ts, TypeErrorType, `tuple for ${name} must only contain str, not ${typeName(item)}`);
      }
      if (test(part)) return true;
    }
    return false;
  };

/** `center`, `ljust`, `rjust`. */
const justify =
  (left: (missing: number, width: number) => number) =>
  (ts: ThreadState, self: Value, widthValue: Value, fillValue: Value | undefined): Result<Value> => {
    const width = sizeArgument(ts, widthValue);
    if (width === null) return null;
    let fill: Str = " ";
    if (fillValue !== undefined) {
      const given = asStr(fillValue);
      if (given === undefined) {
        return raise(
          ts,
          TypeErrorType,
          `The fill character must be a unicode character, not ${typeName(fillValue)}`,
        );
      }
      if (strLength(given) !== 1) {
        return raise(ts, TypeErrorType, "The fill character must be exactly one character long");
      }
      fill = given;
    }
    const s = text(self);
    const missing = width - strLength(s);
    if (missing <= 0) return s;
    if (width > MAX_LENGTH) return raise(ts, MemoryErrorType, "");
    const before = left(missing, width);
    return concat(concat(repeat(fill, before), s), repeat(fill, missing - before));
  };

/** Longest str that the host can hold, with some room. */
export const MAX_LENGTH = 2 ** 29 - 64;

/** Strips the characters of `chars`. */
function stripPlain(s: string, chars: string, left: boolean, right: boolean): string {
  let start = 0;
  let end = s.length;
  if (left) while (start < end && chars.includes(s[start])) start++;
  if (right) while (end > start && chars.includes(s[end - 1])) end--;
  return start === 0 && end === s.length ? s : s.slice(start, end);
}

/** `strip`, `lstrip`, `rstrip`. */
const stripper =
  (name: string, left: boolean, right: boolean) =>
  (ts: ThreadState, self: Value, charsValue: Value | undefined): Result<Value> => {
    const s = text(self);
    let drop = classify.isSpace;
    if (charsValue !== undefined && charsValue !== None) {
      const chars = asStr(charsValue);
      if (chars === undefined) return raise(ts, TypeErrorType, `${name} arg must be None or str`);
      if (typeof s === "string" && typeof chars === "string") return stripPlain(s, chars, left, right);
      const set = new Set(Array.from(codePoints(chars)));
      drop = (c) => set.has(c);
    }
    let start = 0;
    let end = strLength(s);
    if (left) while (start < end && drop(codePointAt(s, start))) start++;
    if (right) while (end > start && drop(codePointAt(s, end - 1))) end--;
    return substring(s, start, end);
  };

/** `split` and `rsplit`. */
const splitter =
  (by: typeof splitBy, bySpace: typeof splitSpace) =>
  (
    ts: ThreadState,
    self: Value,
    separatorValue: Value | undefined,
    limitValue: Value | undefined,
  ): Result<Value> => {
    const limit = limitValue === undefined ? -1 : sizeArgument(ts, limitValue);
    if (limit === null) return null;
    if (separatorValue === undefined || separatorValue === None)
      return new PyList(bySpace(text(self), limit));
    const separator = asStr(separatorValue);
    if (separator === undefined) {
      return raise(ts, TypeErrorType, `must be str or None, not ${typeName(separatorValue)}`);
    }
    if (separator === "") return raise(ts, ValueErrorType, "empty separator");
    return new PyList(by(text(self), separator, limit));
  };

/** `partition` and `rpartition`. */
const partitioner =
  (find: typeof indexOf, fromRight: boolean) =>
  (ts: ThreadState, self: Value, separatorValue: Value): Result<Value> => {
    const separator = asStr(separatorValue);
    if (separator === undefined)
      return raise(ts, TypeErrorType, `must be str, not ${typeName(separatorValue)}`);
    if (separator === "") return raise(ts, ValueErrorType, "empty separator");
    const s = text(self);
    const n = strLength(s);
    const at = find(s, separator, 0, n);
    if (at < 0) return new PyTuple(fromRight ? ["", "", s] : [s, "", ""]);
    return new PyTuple([substring(s, 0, at), separator, substring(s, at + strLength(separator), n)]);
  };

/** `text` with the first `limit` occurrences of `from`, which is not empty, replaced by `to`; all of them if it is negative. */
function replaceText(text: string, from: string, to: string, limit: number): string {
  let out = "";
  let part = "";
  let start = 0;
  let count = 0;
  for (let at = text.indexOf(from); at >= 0 && count !== limit; at = text.indexOf(from, start)) {
    part += text.slice(start, at) + to;
    start = at + from.length;
    // The host keeps a concatenation as a tree until a character is asked for; the tree takes more memory than the text.
    if (++count % 8192 === 0) {
      part.charCodeAt(0);
      out += part;
      part = "";
    }
  }
  return count === 0 ? text : out + part + text.slice(start);
}

function replace(
  ts: ThreadState,
  self: Value,
  oldValue: Value,
  newValue: Value,
  countValue: Value | undefined,
): Result<Value> {
  const from = strArgument(ts, oldValue, "replace", 1);
  if (from === null) return null;
  const to = strArgument(ts, newValue, "replace", 2);
  if (to === null) return null;
  const limit = countValue === undefined ? -1 : sizeArgument(ts, countValue);
  if (limit === null) return null;
  const s = text(self);
  if (limit === 0 || strEquals(from, to)) return s;
  const growth = strLength(to) - strLength(from);
  // Only a result that may be too large is worth counting beforehand.
  if (strLength(s) + Math.ceil((strLength(s) + 1) / Math.max(1, strLength(from))) * growth > MAX_LENGTH) {
    const times = countOccurrences(s, from, 0, strLength(s));
    if (strLength(s) + (limit < 0 ? times : Math.min(times, limit)) * growth > MAX_LENGTH)
      return raise(ts, MemoryErrorType, "");
  }
  if (typeof s === "string" && typeof from === "string" && typeof to === "string" && from !== "")
    return replaceText(s, from, to, limit);
  const out = new TextWriter();
  let start = 0;
  let count = 0;
  for (
    let at = indexOf(s, from, 0, strLength(s));
    at >= 0 && count !== limit;
    at = indexOf(s, from, start + (from === "" ? 1 : 0), strLength(s))
  ) {
    for (; start < at; start++) out.push(codePointAt(s, start));
    out.pushAll(codePoints(to));
    start += strLength(from);
    count++;
  }
  for (; start < strLength(s); start++) out.push(codePointAt(s, start));
  return out.finish();
}

/** `separator.join(iterable)`. */
export function join(ts: ThreadState, self: Value, iterable: Value): Result<Value> {
  const type = typeOf(iterable);
  if (type.tp_iter === null && type.sq_item === null && type.mp_subscript === null) {
    return raise(ts, TypeErrorType, "can only join an iterable");
  }
  const items = toArray(ts, iterable);
  if (items === null) return null;
  // One exact str is returned as it is.
  for (let i = 0; i < items.length; i++) {
    if (typeof items[i] === "string") continue;
    const item = asStr(items[i]);
    if (item === undefined) {
      return raise(
        ts,
        TypeErrorType,
        `sequence item ${i}: expected str instance, ${typeName(items[i])} found`,
      );
    }
    items[i] = item;
  }
  return joinStr(items as Str[], text(self));
}

/** `is…` methods: every character has the property, and there is one. */
const all =
  (test: (c: number) => boolean) =>
  (_ts: ThreadState, self: Value): Value => {
    const s = text(self);
    const n = strLength(s);
    for (let i = 0; i < n; i++) if (!test(codePointAt(s, i))) return false;
    return n > 0;
  };

const isAlnum = (c: number): boolean =>
  classify.isAlpha(c) || classify.isDecimal(c) || classify.isDigit(c) || classify.isNumeric(c);

/** `str.isidentifier()`. */
export function isIdentifier(s: Str): boolean {
  const n = strLength(s);
  if (n === 0 || !classify.isIdentifierStart(codePointAt(s, 0))) return false;
  for (let i = 1; i < n; i++) if (!classify.isIdentifierPart(codePointAt(s, i))) return false;
  return true;
}

const TAB = 9;

function expandTabs(ts: ThreadState, self: Value, sizeValue: Value | undefined): Result<Value> {
  const size = sizeValue === undefined ? 8 : intArgument(ts, sizeValue);
  if (size === null) return null;
  const points = codePoints(text(self));
  const widths: number[] = [];
  let length = points.length;
  let column = 0;
  for (const c of points) {
    if (c === TAB) {
      const spaces = size <= 0 ? 0 : size - (column % size);
      widths.push(spaces);
      length += spaces - 1;
      column += spaces;
    } else column = c === 10 || c === 13 ? 0 : column + 1;
  }
  if (length > MAX_LENGTH) return raise(ts, MemoryErrorType, "");
  const out = new Uint32Array(length).fill(32);
  let tabs = 0;
  let at = 0;
  for (const c of points) {
    if (c === TAB) at += widths[tabs++];
    else out[at++] = c;
  }
  return strFromCodePoints(out);
}

function zfill(ts: ThreadState, self: Value, widthValue: Value): Result<Value> {
  const width = sizeArgument(ts, widthValue);
  if (width === null) return null;
  const s = text(self);
  const missing = width - strLength(s);
  if (missing <= 0) return s;
  if (width > MAX_LENGTH) return raise(ts, MemoryErrorType, "");
  const first = strLength(s) > 0 ? codePointAt(s, 0) : 0;
  const sign = first === 43 || first === 45 ? 1 : 0;
  return concat(concat(substring(s, 0, sign), "0".repeat(missing)), substring(s, sign, strLength(s)));
}

function translate(ts: ThreadState, self: Value, table: Value): Result<Value> {
  const points = codePoints(text(self));
  const out = new TextWriter();
  const known = new Map<number, ArrayLike<number>>();
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    let mapped = known.get(c);
    if (mapped === undefined) {
      const found = translateOne(ts, table, c);
      if (found === null) return null;
      mapped = found;
      known.set(c, mapped);
    }
    out.pushAll(mapped);
  }
  return out.finish();
}

function translateOne(ts: ThreadState, table: Value, c: number): Result<ArrayLike<number>> {
  const value = getItem(ts, table, c);
  if (value === null) {
    if (!pendingMatches(ts, LookupErrorType)) return null;
    clearPending(ts);
    return [c];
  }
  if (value === None) return [];
  const replacement = asStr(value);
  if (replacement !== undefined) return codePoints(replacement);
  const code = toInt(value);
  if (code === undefined)
    return raise(ts, TypeErrorType, "character mapping must return integer, None or str");
  if (code < 0 || code > 0x10ffff)
    return raise(ts, ValueErrorType, "character mapping must be in range(0x110000)");
  return [Number(code)];
}

function makeTrans(
  ts: ThreadState,
  _self: Value,
  x: Value,
  y: Value | undefined,
  z: Value | undefined,
): Result<Value> {
  const table = new PyDict();
  const to = y === undefined ? y : strArgument(ts, y, "maketrans", 2);
  const gone = z === undefined || to === null ? undefined : strArgument(ts, z, "maketrans", 3);
  if (to === null || gone === null) return null;
  if (to === undefined) {
    if (!isSubtype(typeOf(x), DictType)) {
      return raise(ts, TypeErrorType, "if you give only one argument to maketrans it must be a dict");
    }
    const source = x as PyDict;
    for (let i = 0; i < source.keys.length; i++) {
      const key = source.keys[i];
      if (key === undefined) continue;
      const name = asStr(key);
      if (name === undefined && toInt(key) === undefined) {
        return raise(ts, TypeErrorType, "keys in translate table must be strings or integers");
      }
      if (name !== undefined && strLength(name) !== 1) {
        return raise(ts, ValueErrorType, "string keys in translate table must be of length 1");
      }
      const value = source.values[i] as Value;
      if (table.set(ts, name === undefined ? key : codePointAt(name, 0), value) === null) return null;
    }
    return table;
  }
  const from = asStr(x);
  if (from === undefined) {
    return raise(
      ts,
      TypeErrorType,
      "first maketrans argument must be a string if there is a second argument",
    );
  }
  if (strLength(from) !== strLength(to)) {
    return raise(ts, ValueErrorType, "the first two maketrans arguments must have equal length");
  }
  for (let i = 0; i < strLength(from); i++) {
    if (table.set(ts, codePointAt(from, i), codePointAt(to, i)) === null) return null;
  }
  if (gone !== undefined) {
    for (let i = 0; i < strLength(gone); i++)
      if (table.set(ts, codePointAt(gone, i), None) === null) return null;
  }
  return table;
}

/** `removeprefix` and `removesuffix`. */
const remover =
  (name: string, atEnd: boolean) =>
  (ts: ThreadState, self: Value, value: Value): Result<Value> => {
    const part = asStr(value);
    if (part === undefined)
      return raise(ts, TypeErrorType, `${name}() argument must be str, not ${argumentTypeName(value)}`);
    const s = text(self);
    const n = strLength(s);
    const width = strLength(part);
    const at = atEnd ? n - width : 0;
    if (width > n || indexOf(s, part, at, at + width) !== at) return s;
    return atEnd ? substring(s, 0, at) : substring(s, width, n);
  };

const mapped =
  (map: (s: Str) => Str) =>
  (_ts: ThreadState, self: Value): Value =>
    map(text(self));

const BOUNDS = "($self, sub[, start[, end]], /)";

/** Methods of `str`. */
export const strMethods: readonly MethodRow[] = [
  [
    "encode",
    "($self, /, encoding='utf-8', errors='strict')",
    encodeStr,
    "The bytes of the text in an encoding.",
  ],
  ["replace", "($self, old, new, /, count=-1)", replace, "A copy with occurrences of old replaced by new."],
  [
    "split",
    "($self, /, sep=None, maxsplit=-1)",
    splitter(splitBy, splitSpace),
    "The words, split at a separator.",
  ],
  [
    "rsplit",
    "($self, /, sep=None, maxsplit=-1)",
    splitter(splitByFromRight, splitSpaceFromRight),
    "Like split, from the right.",
  ],
  ["join", "($self, iterable, /)", join, "The strings of an iterable with this one between them."],
  ["capitalize", "($self, /)", mapped(capitalize), "First character in title case, the rest in lower case."],
  ["casefold", "($self, /)", mapped(casefold), "For comparison without regard to case."],
  ["title", "($self, /)", mapped(title), "Each word with a capital."],
  [
    "center",
    "($self, width, fillchar=' ', /)",
    justify((missing, width) => (missing >> 1) + (missing & width & 1)),
    "Centered in a width.",
  ],
  ["count", BOUNDS, count, "Number of occurrences without overlap."],
  ["expandtabs", "($self, /, tabsize=8)", expandTabs, "Tabs replaced by spaces up to the next stop."],
  ["find", BOUNDS, finder("find", indexOf, false), "Lowest index of a substring, or -1."],
  [
    "partition",
    "($self, sep, /)",
    partitioner(indexOf, false),
    "Text before a separator, separator, text after it.",
  ],
  ["index", BOUNDS, finder("index", indexOf, true), "Lowest index of a substring; ValueError when absent."],
  ["ljust", "($self, width, fillchar=' ', /)", justify(() => 0), "Left-justified in a width."],
  ["lower", "($self, /)", mapped(lower), "In lower case."],
  [
    "lstrip",
    "($self, chars=None, /)",
    stripper("lstrip", true, false),
    "Without leading white space or characters.",
  ],
  ["rfind", BOUNDS, finder("rfind", lastIndexOf, false), "Highest index of a substring, or -1."],
  [
    "rindex",
    BOUNDS,
    finder("rindex", lastIndexOf, true),
    "Highest index of a substring; ValueError when absent.",
  ],
  ["rjust", "($self, width, fillchar=' ', /)", justify((missing) => missing), "Right-justified in a width."],
  [
    "rstrip",
    "($self, chars=None, /)",
    stripper("rstrip", false, true),
    "Without trailing white space or characters.",
  ],
  ["rpartition", "($self, sep, /)", partitioner(lastIndexOf, true), "Like partition, at the last separator."],
  [
    "splitlines",
    "($self, /, keepends=False)",
    (ts, self: Value, keep: Value | undefined) => {
      const keepEnds = keep === undefined ? false : isTrue(ts, keep);
      return keepEnds === null ? null : new PyList(splitLines(text(self), keepEnds));
    },
    "The lines.",
  ],
  [
    "strip",
    "($self, chars=None, /)",
    stripper("strip", true, true),
    "Without white space or characters at both ends.",
  ],
  ["swapcase", "($self, /)", mapped(swapCase), "Upper and lower case exchanged."],
  ["translate", "($self, table, /)", translate, "Each character mapped through a table."],
  ["upper", "($self, /)", mapped(upper), "In upper case."],
  [
    "startswith",
    "($self, prefix[, start[, end]], /)",
    affix("startswith", false),
    "Does it start with a prefix?",
  ],
  ["endswith", "($self, suffix[, start[, end]], /)", affix("endswith", true), "Does it end with a suffix?"],
  [
    "removeprefix",
    "($self, prefix, /)",
    remover("removeprefix", false),
    "Without a prefix, where there is one.",
  ],
  [
    "removesuffix",
    "($self, suffix, /)",
    remover("removesuffix", true),
    "Without a suffix, where there is one.",
  ],
  [
    "isascii",
    "($self, /)",
    (_ts, self: Value) => {
      const s = text(self);
      for (let i = 0; i < strLength(s); i++) if (codePointAt(s, i) > 127) return false;
      return true;
    },
    "Are all characters ASCII?",
  ],
  [
    "islower",
    "($self, /)",
    (_ts, self: Value) => hasOnlyCase(text(self), classify.isLower, classify.isUpper),
    "All cased characters lower?",
  ],
  [
    "isupper",
    "($self, /)",
    (_ts, self: Value) => hasOnlyCase(text(self), classify.isUpper, classify.isLower),
    "All cased characters upper?",
  ],
  ["istitle", "($self, /)", (_ts, self: Value) => isTitleCased(text(self)), "Is it in title case?"],
  ["isspace", "($self, /)", all(classify.isSpace), "All white space?"],
  ["isdecimal", "($self, /)", all(classify.isDecimal), "All decimal digits?"],
  ["isdigit", "($self, /)", all((c) => classify.isDecimal(c) || classify.isDigit(c)), "All digits?"],
  ["isnumeric", "($self, /)", all(classify.isNumeric), "All numeric?"],
  ["isalpha", "($self, /)", all(classify.isAlpha), "All letters?"],
  ["isalnum", "($self, /)", all(isAlnum), "All letters or numbers?"],
  ["isidentifier", "($self, /)", (_ts, self: Value) => isIdentifier(text(self)), "Is it a valid identifier?"],
  [
    "isprintable",
    "($self, /)",
    (_ts, self: Value) => {
      const s = text(self);
      for (let i = 0; i < strLength(s); i++) if (!classify.isPrintable(codePointAt(s, i))) return false;
      return true;
    },
    "Can all characters be printed?",
  ],
  ["zfill", "($self, width, /)", zfill, "Zeros filled in after the sign."],
  ["format", "($self, /, *args, **kwargs)", strFormat, "Fields in braces replaced by formatted arguments."],
  ["format_map", "($self, mapping, /)", strFormatMap, "Like format, with names from a mapping."],
  ["__format__", "($self, format_spec, /)", formatStrValue, "Formats by a format specification."],
  [
    "maketrans",
    "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
    makeTrans,
    "A table for translate.",
    { binding: "static" },
  ],
  ["__getnewargs__", "($self, /)", (_ts, self: Value) => new PyTuple([text(self)])],
  [
    "__sizeof__",
    "($self, /)",
    (_ts, self: Value) => {
      const s = text(self);
      return 41 + strLength(s) * (typeof s === "string" ? 1 : 4);
    },
    "Size in bytes.",
  ],
];
