import {
  asStr,
  call,
  defineType,
  FloatType,
  getIter,
  iterNext,
  type KwNames,
  None,
  PyList,
  PyPlainObject,
  type PyType,
  type Result,
  raise,
  type Status,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeName,
  type Value,
} from "@adder/objects";
import { CsvState, csvError, makeDialect, type PyDialect, Quoting } from "./dialect.js";

type State =
  | "start record"
  | "start field"
  | "escaped"
  | "after escaped newline"
  | "in field"
  | "in quoted"
  | "escaped in quoted"
  | "quote in quoted"
  | "eat newline";

/** The end of a line that the iterator gave; no character is the empty text. */
const END = "";
const endsLine = (c: string): boolean => c === "\n" || c === "\r" || c === END;

class PyReader extends PyPlainObject {
  state: State = "start record";
  fields: Value[] = [];
  field: string[] = [];
  unquoted = true;
  lineNumber = 0;

  constructor(
    readonly input: Value,
    readonly dialect: PyDialect,
  ) {
    super(ReaderType);
  }

  /** Begins a record. */
  reset(): void {
    this.fields = [];
    this.field = [];
    this.unquoted = true;
    this.state = "start record";
  }

  private add(ts: ThreadState, c: string): Status {
    const { fieldLimit } = CsvState.of(ts);
    if (this.field.length >= fieldLimit) return csvError(ts, `field larger than field limit (${fieldLimit})`);
    this.field.push(c);
    return true;
  }

  /** The field is complete; numbers become floats where the dialect says that only they are unquoted. */
  save(ts: ThreadState): Status {
    const { quoting } = this.dialect;
    const text = this.field.join("");
    let value: Value = strFromJs(text);
    const strings = quoting === Quoting.STRINGS;
    if (this.unquoted && text === "" && (strings || quoting === Quoting.NOTNULL)) {
      value = None;
    } else if (this.unquoted && text !== "" && (strings || quoting === Quoting.NONNUMERIC)) {
      const number = call(ts, FloatType, [value]);
      if (number === null) return null;
      value = number;
    }
    this.field = [];
    this.fields.push(value);
    return true;
  }

  private endField(ts: ThreadState, c: string): Status {
    this.state = c === END ? "start record" : endsLine(c) ? "eat newline" : "start field";
    return this.save(ts);
  }

  private go(ts: ThreadState, state: State, c: string): Status {
    this.state = state;
    return this.add(ts, c);
  }

  /** One character more, or {@link END} (CPython `parse_process_char`). */
  process(ts: ThreadState, c: string): Status {
    const { delimiter, escapechar, quotechar, quoting, doublequote, skipinitialspace, strict } = this.dialect;
    const isQuote = c === quotechar && quoting !== Quoting.NONE;
    switch (this.state) {
      case "start record":
        if (c === END) return true;
        if (endsLine(c)) {
          this.state = "eat newline";
          return true;
        }
        this.state = "start field";
        return this.process(ts, c);
      case "start field":
        this.unquoted = true;
        if (endsLine(c) || c === delimiter) {
          // A space that is the delimiter is skipped rather than one.
          if (!(c === " " && skipinitialspace)) return this.endField(ts, c);
          return true;
        }
        if (isQuote) {
          this.unquoted = false;
          this.state = "in quoted";
          return true;
        }
        if (c === escapechar) {
          this.state = "escaped";
          return true;
        }
        if (c === " " && skipinitialspace) return true;
        return this.go(ts, "in field", c);
      case "escaped":
        if (c === "\n" || c === "\r") return this.go(ts, "after escaped newline", c);
        return this.go(ts, "in field", c === END ? "\n" : c);
      case "after escaped newline":
        if (c === END) return true;
        this.state = "in field";
        return this.process(ts, c);
      case "in field":
        if (endsLine(c) || c === delimiter) return this.endField(ts, c);
        if (c !== escapechar) return this.add(ts, c);
        this.state = "escaped";
        return true;
      case "in quoted":
        if (c === END) return true;
        if (c === escapechar) this.state = "escaped in quoted";
        else if (isQuote) this.state = doublequote ? "quote in quoted" : "in field";
        else return this.add(ts, c);
        return true;
      case "escaped in quoted":
        return this.go(ts, "in quoted", c === END ? "\n" : c);
      case "quote in quoted":
        if (isQuote) return this.go(ts, "in quoted", c);
        if (endsLine(c) || c === delimiter) return this.endField(ts, c);
        if (strict) return csvError(ts, `'${delimiter}' expected after '${quotechar}'`);
        return this.go(ts, "in field", c);
      case "eat newline":
        if (c === END) this.state = "start record";
        else if (!endsLine(c)) {
          return csvError(
            ts,
            "new-line character seen in unquoted field - do you need to open the file with newline=''?",
          );
        }
        return true;
    }
  }
}

/** The next record: lines of the iterator until one ends outside quotes. */
function nextRecord(ts: ThreadState, self: PyReader): Result<Value | undefined> {
  self.reset();
  do {
    const line = iterNext(ts, self.input);
    if (line === null) return null;
    if (line === undefined) {
      if (self.field.length === 0 && self.state !== "in quoted") return undefined;
      if (self.dialect.strict) return csvError(ts, "unexpected end of data");
      if (self.save(ts) === null) return null;
      break;
    }
    const text = asStr(line);
    if (text === undefined) {
      return csvError(
        ts,
        `iterator should return strings, not ${typeName(line)} (the file should be opened in text mode)`,
      );
    }
    self.lineNumber++;
    for (const c of toJs(text)) if (self.process(ts, c) === null) return null;
    if (self.process(ts, END) === null) return null;
  } while (self.state !== "start record");
  return new PyList(self.fields);
}

/** `_csv.reader`, the type. */
export const ReaderType: PyType = defineType({
  name: "_csv.reader",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  doc: "CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n",
  slots: { tp_iter: (_ts, self: PyReader) => self, tp_iternext: nextRecord },
  getset: [
    ["dialect", (_ts, self: PyReader) => self.dialect, null, null, "member"],
    ["line_num", (_ts, self: PyReader) => self.lineNumber, null, null, "member"],
  ],
});

/** `reader(iterable, [dialect], **fmtparams)`. TypeError, `_csv.Error`. */
export function makeReader(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length - (kwnames?.length ?? 0) < 1) {
    return raise(ts, TypeErrorType, "reader expected at least 1 argument, got 0");
  }
  const input = getIter(ts, args[0]);
  if (input === null) return null;
  const dialect = makeDialect(ts, args.slice(1), kwnames);
  return dialect === null ? null : new PyReader(input, dialect);
}
