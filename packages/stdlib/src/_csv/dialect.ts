import {
  asStr,
  bindKeywords,
  defineType,
  ExceptionType,
  getOptionalAttr,
  isTrue,
  type KwNames,
  None,
  PyPlainObject,
  type PyType,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toInt,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** `_csv.Error`. */
export const ErrorType: PyType = defineType({
  name: "_csv.Error",
  base: ExceptionType,
  flags: TypeFlags.BASETYPE,
});

/** Raises `_csv.Error`. */
export const csvError = (ts: ThreadState, message: string): null => raise(ts, ErrorType, message);

/** Which fields are quoted: the constants `QUOTE_*`. */
export const Quoting = { MINIMAL: 0, ALL: 1, NONNUMERIC: 2, NONE: 3, STRINGS: 4, NOTNULL: 5 } as const;

/** How a file is written: a checked `_csv.Dialect`. Characters are texts of one code point, `null` for none. */
export class PyDialect extends PyPlainObject {
  delimiter = ",";
  quotechar: string | null = '"';
  escapechar: string | null = null;
  lineterminator = "\r\n";
  doublequote = true;
  skipinitialspace = false;
  strict = false;
  quoting: number = Quoting.MINIMAL;
}

/** The registered dialects of an interpreter and the longest field that a reader takes, in characters. */
export class CsvState {
  readonly dialects = new Map<string, Value>();
  fieldLimit: number | bigint = 131072;
  static of(ts: ThreadState): CsvState {
    return ts.interp.state(CsvState, () => new CsvState());
  }
}

const parameters = [
  "dialect",
  "delimiter",
  "doublequote",
  "escapechar",
  "lineterminator",
  "quotechar",
  "quoting",
  "skipinitialspace",
  "strict",
];

/** A character argument. TypeError for what is not a text of one character; None only where `optional`. */
function character(ts: ThreadState, name: string, v: Value, optional: boolean): Result<string> {
  const expected = `"${name}" must be a unicode character${optional ? " or None" : ""}, not `;
  const text = asStr(v);
  if (text === undefined) return raise(ts, TypeErrorType, `${expected}${typeName(v)}`);
  const js = toJs(text);
  const { length } = [...js];
  return length === 1 ? js : raise(ts, TypeErrorType, `${expected}a string of length ${length}`);
}

/** Characters that would make lines ambiguous are refused (CPython `dialect_check_chars`). ValueError. */
function check(ts: ThreadState, d: PyDialect): PyDialect | null {
  const named = [
    ["delimiter", d.delimiter],
    ["escapechar", d.escapechar],
    ["quotechar", d.quotechar],
  ] as const;
  for (const [name, c] of named) {
    if (c === null) continue;
    const space = c === " " && name !== "delimiter" && d.skipinitialspace;
    if (c === "\r" || c === "\n" || space || d.lineterminator.includes(c)) {
      return raise(ts, ValueErrorType, `bad ${name} value`);
    }
  }
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ]) {
    if (named[i][1] !== null && named[i][1] === named[j][1]) {
      return raise(ts, ValueErrorType, `bad ${named[i][0]} or ${named[j][0]} value`);
    }
  }
  return d;
}

/** Makes a dialect of `dialect=None, **fmtparams` (CPython `dialect_new`). TypeError, ValueError, `_csv.Error`. */
export function makeDialect(
  ts: ThreadState,
  args: readonly Value[],
  kwnames: KwNames,
  cls: PyType = DialectType,
): Result<PyDialect> {
  const given = bindKeywords(ts, "Dialect", args, kwnames, parameters);
  if (given === null) return null;
  let [dialect] = given;
  if (dialect === None) dialect = undefined;
  if (dialect !== undefined) {
    const name = asStr(dialect);
    if (name !== undefined) {
      dialect = CsvState.of(ts).dialects.get(toJs(name));
      if (dialect === undefined) return csvError(ts, "unknown dialect");
    }
    if (dialect instanceof PyDialect && given.slice(1).every((v) => v === undefined)) return dialect;
    for (let i = 1; i < parameters.length; i++) {
      if (given[i] !== undefined) continue;
      const inherited = getOptionalAttr(ts, dialect, parameters[i]);
      if (inherited === null) return null;
      given[i] = inherited;
    }
  }
  const [, delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace, strict] =
    given;
  const d = new PyDialect(cls);
  if (delimiter !== undefined) {
    const c = character(ts, "delimiter", delimiter, false);
    if (c === null) return null;
    d.delimiter = c;
  }
  for (const [name, v] of [
    ["escapechar", escapechar],
    ["quotechar", quotechar],
  ] as const) {
    if (v === undefined) continue;
    const c = v === None ? undefined : character(ts, name, v, true);
    if (c === null) return null;
    d[name] = c ?? null;
  }
  for (const [name, v] of [
    ["doublequote", doublequote],
    ["skipinitialspace", skipinitialspace],
    ["strict", strict],
  ] as const) {
    if (v === undefined) continue;
    const truth = isTrue(ts, v);
    if (truth === null) return null;
    d[name] = truth;
  }
  if (lineterminator !== undefined) {
    const text = asStr(lineterminator);
    if (text === undefined) {
      return raise(ts, TypeErrorType, `"lineterminator" must be a string, not ${typeName(lineterminator)}`);
    }
    d.lineterminator = toJs(text);
  }
  if (quoting !== undefined) {
    const n = toInt(quoting);
    if (n === undefined || typeof quoting === "boolean") {
      return raise(ts, TypeErrorType, `"quoting" must be an integer, not ${typeName(quoting)}`);
    }
    if (n < 0 || n > Quoting.NOTNULL) return raise(ts, TypeErrorType, 'bad "quoting" value');
    d.quoting = Number(n);
  } else if (quotechar === None) {
    d.quoting = Quoting.NONE;
  }
  if (d.quoting !== Quoting.NONE && d.quotechar === null) {
    return raise(ts, TypeErrorType, "quotechar must be set if quoting enabled");
  }
  return check(ts, d);
}

const optionalText = (text: string | null): Value => (text === null ? None : strFromJs(text));

/** `_csv.Dialect`. */
export const DialectType: PyType = defineType({
  name: "_csv.Dialect",
  flags: TypeFlags.BASETYPE,
  doc: "CSV dialect\n\nThe Dialect type records CSV parsing and generation options.\n",
  slots: { tp_new: (ts, cls, args, kwnames) => makeDialect(ts, args, kwnames, cls) },
  getset: [
    ["delimiter", (_ts, d: PyDialect) => strFromJs(d.delimiter), null, null, "member"],
    ["skipinitialspace", (_ts, d: PyDialect) => d.skipinitialspace, null, null, "member"],
    ["doublequote", (_ts, d: PyDialect) => d.doublequote, null, null, "member"],
    ["strict", (_ts, d: PyDialect) => d.strict, null, null, "member"],
    ["escapechar", (_ts, d: PyDialect) => optionalText(d.escapechar)],
    ["lineterminator", (_ts, d: PyDialect) => strFromJs(d.lineterminator)],
    ["quotechar", (_ts, d: PyDialect) => optionalText(d.quotechar)],
    ["quoting", (_ts, d: PyDialect) => d.quoting],
  ],
});
