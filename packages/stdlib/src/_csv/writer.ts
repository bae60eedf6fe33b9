import {
  asStr,
  call,
  defineType,
  getIter,
  getOptionalAttr,
  iterNext,
  type KwNames,
  None,
  PyPlainObject,
  type PyType,
  pendingMatches,
  type Result,
  raise,
  str,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { csvError, makeDialect, type PyDialect, Quoting } from "./dialect.js";

class PyWriter extends PyPlainObject {
  constructor(
    readonly write: Value,
    readonly dialect: PyDialect,
  ) {
    super(WriterType);
  }
}

function isNumber(v: Value): boolean {
  const cls = typeOf(v);
  return cls.nb_index !== null || cls.nb_int !== null || cls.nb_float !== null;
}

/** Is a field quoted whatever its text is? */
function mustQuote(quoting: number, field: Value): boolean {
  switch (quoting) {
    case Quoting.ALL:
      return true;
    case Quoting.NONNUMERIC:
      return !isNumber(field);
    case Quoting.STRINGS:
      return asStr(field) !== undefined;
    case Quoting.NOTNULL:
      return field !== None;
    default:
      return false;
  }
}

/** A field as it stands in a line (CPython `join_append_data`). `_csv.Error`. */
function encodeField(ts: ThreadState, d: PyDialect, field: Value): Result<string> {
  const text = field === None ? "" : str(ts, field);
  if (text === null) return null;
  const unquotable =
    d.quoting === Quoting.NONE ||
    (field === None && (d.quoting === Quoting.STRINGS || d.quoting === Quoting.NOTNULL));
  let quoted = mustQuote(d.quoting, field);
  let out = "";
  for (const c of toJs(text)) {
    const special =
      c === d.delimiter ||
      c === d.escapechar ||
      c === d.quotechar ||
      c === "\n" ||
      c === "\r" ||
      d.lineterminator.includes(c);
    if (special) {
      let escape = d.quoting === Quoting.NONE || c === d.escapechar;
      if (!escape && c === d.quotechar) {
        if (d.doublequote) out += c;
        else escape = true;
      }
      if (!escape) quoted = true;
      else if (d.escapechar === null) return csvError(ts, "need to escape, but no escapechar set");
      else out += d.escapechar;
    }
    out += c;
  }
  if (out === "" && d.delimiter === " " && d.skipinitialspace) {
    if (unquotable) {
      return csvError(ts, "empty field must be quoted if delimiter is a space and skipinitialspace is true");
    }
    quoted = true;
  }
  return quoted ? d.quotechar + out + d.quotechar : out;
}

function writeRow(ts: ThreadState, self: PyWriter, row: Value): Result<Value> {
  const d = self.dialect;
  const it = getIter(ts, row);
  if (it === null) {
    if (!pendingMatches(ts, TypeErrorType)) return null;
    ts.pending = null;
    return csvError(ts, `iterable expected, not ${typeName(row)}`);
  }
  const fields: string[] = [];
  let last: Value = None;
  for (;;) {
    const field = iterNext(ts, it);
    if (field === null) return null;
    if (field === undefined) break;
    last = field;
    const text = encodeField(ts, d, field);
    if (text === null) return null;
    fields.push(text);
  }
  // An empty line would be no record at all.
  if (fields.length === 1 && fields[0] === "") {
    const bare = last === None && (d.quoting === Quoting.STRINGS || d.quoting === Quoting.NOTNULL);
    if (d.quoting === Quoting.NONE || bare) return csvError(ts, "single empty field record must be quoted");
    fields[0] = `${d.quotechar}${d.quotechar}`;
  }
  return call(ts, self.write, [strFromJs(fields.join(d.delimiter) + d.lineterminator)]);
}

function writeRows(ts: ThreadState, self: PyWriter, rows: Value): Result<Value> {
  const it = getIter(ts, rows);
  if (it === null) return null;
  for (;;) {
    const row = iterNext(ts, it);
    if (row === null) return null;
    if (row === undefined) return None;
    if (writeRow(ts, self, row) === null) return null;
  }
}

/** `_csv.writer`, the type. */
export const WriterType: PyType = defineType({
  name: "_csv.writer",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  doc: "CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n",
  methods: [
    [
      "writerow",
      "($self, row, /)",
      writeRow,
      "Construct and write a CSV record from an iterable of fields.\n\nNon-string elements will be converted to string.",
    ],
    [
      "writerows",
      "($self, rows, /)",
      writeRows,
      "Construct and write a series of iterables to a csv file.\n\nNon-string elements will be converted to string.",
    ],
  ],
  getset: [["dialect", (_ts, self: PyWriter) => self.dialect, null, null, "member"]],
});

/** `writer(fileobj, [dialect], **fmtparams)`. TypeError, `_csv.Error`. */
export function makeWriter(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length - (kwnames?.length ?? 0) < 1) {
    return raise(ts, TypeErrorType, "writer expected at least 1 argument, got 0");
  }
  const write = getOptionalAttr(ts, args[0], "write");
  if (write === null) return null;
  if (write === undefined || typeOf(write).tp_call === null) {
    return raise(ts, TypeErrorType, 'argument 1 must have a "write" method');
  }
  const dialect = makeDialect(ts, args.slice(1), kwnames);
  return dialect === null ? null : new PyWriter(write, dialect);
}
