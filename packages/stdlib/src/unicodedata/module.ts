import {
  asStr,
  codePoints,
  defineType,
  KeyErrorType,
  type MethodRow,
  type ModuleSpec,
  PyFloat,
  type PyObject,
  type PyType,
  type Result,
  raise,
  type Str,
  strFromCodePoints,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { type Database, databaseOf, namesOf, type Properties } from "./database.js";
import { hangulName, hangulNamed } from "./hangul.js";
import { type Form, normalizePoints } from "./normalize.js";

/** `unicodedata.ucd_3_2_0`: the functions of the module for Unicode 3.2. */
class PyUcd implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor() {
    this.cls = UcdType;
  }
}

const isOld = (self: Value): boolean => self instanceof PyUcd;

/** The code point of an argument that must be one character. */
function character(ts: ThreadState, name: string, v: Value, place: string): Result<number> {
  const text = asStr(v);
  if (text === undefined) {
    return raise(ts, TypeErrorType, `${name}() ${place} must be a unicode character, not ${typeName(v)}`);
  }
  const points = codePoints(text);
  if (points.length === 1) return points[0];
  const what = `a string of length ${points.length}`;
  return raise(ts, TypeErrorType, `${name}(): ${place} must be a unicode character, not ${what}`);
}

/** A function that answers something that the properties of a character say. */
function property(name: string, answer: (properties: Properties) => Value, doc: string): MethodRow {
  return [
    name,
    "($self, chr, /)",
    (ts, self: Value, chr: Value) => {
      const point = character(ts, name, chr, "argument");
      const db = point === null ? null : databaseOf(ts, isOld(self));
      return point === null || db === null ? null : answer(db.of(point));
    },
    doc,
  ];
}

/** A function that answers what a character means as a number: 0 decimal, 1 digit, 2 numeric value. */
function number(name: string, which: 0 | 1 | 2, complaint: string, doc: string): MethodRow {
  return [
    name,
    "($self, chr, default=<unrepresentable>, /)",
    (ts, self: Value, chr: Value, otherwise: Value | undefined) => {
      const point = character(ts, name, chr, "argument 1");
      const db = point === null ? null : databaseOf(ts, isOld(self));
      if (point === null || db === null) return null;
      const value = db.numeric[point]?.[which] ?? null;
      if (value === null) return otherwise ?? raise(ts, ValueErrorType, complaint);
      return which === 2 ? new PyFloat(value) : value;
    },
    doc,
  ];
}

function nameOf(ts: ThreadState, self: Value, chr: Value, otherwise: Value | undefined): Result<Value> {
  const point = character(ts, "name", chr, "argument 1");
  const names = point === null ? null : namesOf(ts);
  const db = names === null ? null : databaseOf(ts, isOld(self));
  if (point === null || names === null || db === null) return null;
  let name = hangulName(point) ?? names.byCodePoint.get(point);
  for (const [first, last, prefix] of names.ranges) {
    if (point >= first && point <= last) name = prefix + point.toString(16).toUpperCase().padStart(4, "0");
  }
  // The names are those of the newest version; what was no character then had no name.
  if (name !== undefined && isOld(self) && db.of(point)[0] === "Cn") name = undefined;
  return name ?? otherwise ?? raise(ts, ValueErrorType, "no such name");
}

function lookupName(ts: ThreadState, self: Value, nameValue: Value): Result<Value> {
  const given = asStr(nameValue);
  if (given === undefined) {
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(nameValue)}'`);
  }
  const names = namesOf(ts);
  const db = names === null ? null : databaseOf(ts, isOld(self));
  if (names === null || db === null) return null;
  const name = toJs(given).toUpperCase();
  let found: Str | undefined;
  const syllable = hangulNamed(name);
  const known = names.byName.get(name);
  if (known !== undefined) found = strFromJs(known);
  else if (syllable !== undefined) found = strFromCodePoints([syllable]);
  else {
    for (const [first, last, prefix] of names.ranges) {
      const hex = name.startsWith(prefix) ? name.slice(prefix.length) : "";
      const point = /^[0-9A-F]{4,6}$/.test(hex) ? Number.parseInt(hex, 16) : -1;
      if (point >= first && point <= last && hex.length === point.toString(16).padStart(4, "0").length) {
        found = strFromCodePoints([point]);
      }
    }
  }
  if (found !== undefined && isOld(self) && db.of(codePoints(found)[0])[0] === "Cn") found = undefined;
  return found ?? raise(ts, KeyErrorType, `undefined character name '${toJs(given)}'`);
}

function decomposition(ts: ThreadState, self: Value, chr: Value): Result<Value> {
  const point = character(ts, "decomposition", chr, "argument");
  const db = point === null ? null : databaseOf(ts, isOld(self));
  return point === null || db === null ? null : (db.decomposition[point] ?? "");
}

const ASCII = /^[\0-\x7f]*$/;
const forms: ReadonlySet<string> = new Set(["NFC", "NFKC", "NFD", "NFKD"]);

/** Normalises; what the version does not know stays as it is and parts what is around it. */
function normalized(db: Database, text: Str, form: Form): Str {
  if (typeof text === "string" && ASCII.test(text)) return text;
  return strFromCodePoints(normalizePoints(db, codePoints(text), form));
}

/** The arguments of `normalize` and `is_normalized`. */
function normalizeArguments(
  ts: ThreadState,
  name: string,
  formValue: Value,
  textValue: Value,
): Result<{ readonly form: string; readonly text: Str }> {
  const form = asStr(formValue);
  const text = asStr(textValue);
  if (form === undefined || text === undefined) {
    const [index, bad] = form === undefined ? [1, formValue] : [2, textValue];
    return raise(ts, TypeErrorType, `${name}() argument ${index} must be str, not ${typeName(bad)}`);
  }
  return { form: toJs(form), text };
}

function normalize(ts: ThreadState, self: Value, formValue: Value, textValue: Value): Result<Value> {
  const given = normalizeArguments(ts, "normalize", formValue, textValue);
  if (given === null) return null;
  const { form, text } = given;
  if (text === "") return textValue;
  if (!forms.has(form)) return raise(ts, ValueErrorType, "invalid normalization form");
  const db = databaseOf(ts, isOld(self));
  return db === null ? null : normalized(db, text, form as Form);
}

function isNormalized(ts: ThreadState, self: Value, formValue: Value, textValue: Value): Result<Value> {
  const given = normalizeArguments(ts, "is_normalized", formValue, textValue);
  if (given === null) return null;
  const { form, text } = given;
  if (text === "") return true;
  if (!forms.has(form)) return raise(ts, ValueErrorType, "invalid normalization form");
  const db = databaseOf(ts, isOld(self));
  if (db === null) return null;
  const before = codePoints(text);
  const after = normalizePoints(db, before, form as Form);
  return after.length === before.length && after.every((point, i) => point === before[i]);
}

const functions: readonly MethodRow[] = [
  number(
    "decimal",
    0,
    "not a decimal",
    "The decimal digit that a character is; without one, the default or ValueError.",
  ),
  number("digit", 1, "not a digit", "The digit that a character is; without one, the default or ValueError."),
  number(
    "numeric",
    2,
    "not a numeric character",
    "The number that a character means, as a float; without one, the default or ValueError.",
  ),
  property("category", (p) => p[0], "The general category of a character, two letters."),
  property("bidirectional", (p) => p[1], "The bidirectional class of a character; empty without one."),
  property("combining", (p) => p[2], "The canonical combining class of a character; 0 without one."),
  property("mirrored", (p) => p[3], "1 for a character that is mirrored in text from right to left, else 0."),
  property("east_asian_width", (p) => p[4], "The east asian width of a character."),
  [
    "decomposition",
    "($self, chr, /)",
    decomposition,
    "The decomposition mapping of a character; empty without one.",
  ],
  [
    "name",
    "($self, chr, default=<unrepresentable>, /)",
    nameOf,
    "The name of a character; without one, the default or ValueError.",
  ],
  [
    "lookup",
    "($self, name, /)",
    lookupName,
    "The character with a name, or the text that a named sequence means; else KeyError.",
  ],
  [
    "is_normalized",
    "($self, form, unistr, /)",
    isNormalized,
    "Is a text in the normal form 'NFC', 'NFKC', 'NFD' or 'NFKD'?",
  ],
  [
    "normalize",
    "($self, form, unistr, /)",
    normalize,
    "A text in the normal form 'NFC', 'NFKC', 'NFD' or 'NFKD'.",
  ],
];

const UcdType = defineType({
  name: "unicodedata.UCD",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  methods: functions,
  getset: [
    [
      "unidata_version",
      (ts, self: Value) => {
        const db = databaseOf(ts, isOld(self));
        return db === null ? null : db.version;
      },
      null,
      null,
      "member",
    ],
  ],
});

/** `unicodedata` (CPython `Modules/unicodedata.c`), with data that CPython itself has told when the library was built. */
export const unicodedataModule: ModuleSpec = {
  name: "unicodedata",
  doc: "The Unicode Character Database, version 16.0.0: names, categories and other properties of characters, and normal forms.",
  functions,
  types: [UcdType],
  attributes: { unidata_version: "16.0.0" },
  exec: (_ts, set) => {
    set("ucd_3_2_0", new PyUcd());
    return true;
  },
};
