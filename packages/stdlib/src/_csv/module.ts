import {
  asStr,
  type KwNames,
  type ModuleSpec,
  None,
  PyList,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toInt,
  toJs,
  type Value,
} from "@adder/objects";
import { CsvState, csvError, DialectType, ErrorType, makeDialect, Quoting } from "./dialect.js";
import { makeReader, ReaderType } from "./reader.js";
import { makeWriter, WriterType } from "./writer.js";

function registerDialect(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length - (kwnames?.length ?? 0) < 1) {
    return raise(ts, TypeErrorType, "register_dialect expected at least 1 argument, got 0");
  }
  const name = asStr(args[0]);
  if (name === undefined) return raise(ts, TypeErrorType, "dialect name must be a string");
  const dialect = makeDialect(ts, args.slice(1), kwnames);
  if (dialect === null) return null;
  CsvState.of(ts).dialects.set(toJs(name), dialect);
  return None;
}

/** The name of a registered dialect. `_csv.Error` "unknown dialect". */
function registeredName(ts: ThreadState, v: Value): Result<string> {
  const name = asStr(v);
  const js = name === undefined ? undefined : toJs(name);
  return js !== undefined && CsvState.of(ts).dialects.has(js) ? js : csvError(ts, "unknown dialect");
}

function fieldSizeLimit(ts: ThreadState, _m: Value, v: Value | undefined): Result<Value> {
  const state = CsvState.of(ts);
  const old = state.fieldLimit;
  if (v !== undefined) {
    const limit = toInt(v);
    if (limit === undefined) return raise(ts, TypeErrorType, "limit must be an integer");
    state.fieldLimit = limit;
  }
  return old;
}

/** `_csv` (CPython `Modules/_csv.c`). */
export const csvModule: ModuleSpec = {
  name: "_csv",
  doc: "CSV parsing and writing.\n",
  attributes: {
    Error: ErrorType,
    Dialect: DialectType,
    Reader: ReaderType,
    Writer: WriterType,
    ...Object.fromEntries(Object.entries(Quoting).map(([name, value]) => [`QUOTE_${name}`, value])),
  },
  functions: [
    [
      "reader",
      "($module, iterable, /, dialect='excel', **fmtparams)",
      makeReader,
      "Return a reader object that will process lines from the given iterable.\n\n" +
        'The "iterable" argument can be any object that returns a line\nof input for each iteration, such as a file object or a list.  The\n' +
        'optional "dialect" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\n' +
        "provided by the dialect.\n\nThe returned object is an iterator.  Each iteration returns a row\n" +
        "of the CSV file (which can span multiple input lines).\n",
    ],
    [
      "writer",
      "($module, fileobj, /, dialect='excel', **fmtparams)",
      makeWriter,
      "Return a writer object that will write user data on the given file object.\n\n" +
        'The "fileobj" argument can be any object that supports the file API.\n' +
        'The optional "dialect" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\n' +
        "provided by the dialect.\n",
    ],
    [
      "register_dialect",
      "($module, name, /, dialect='excel', **fmtparams)",
      registerDialect,
      "Create a mapping from a string name to a CVS dialect.\n\n" +
        'The optional "dialect" argument specifies the base dialect instance\nor the name of the registered dialect.  The function also accepts\n' +
        "optional keyword arguments which override settings provided by the\ndialect.\n",
    ],
    [
      "list_dialects",
      "($module, /)",
      (ts) => new PyList([...CsvState.of(ts).dialects.keys()].map(strFromJs)),
      "Return a list of all known dialect names.",
    ],
    [
      "get_dialect",
      "($module, /, name)",
      (ts, _m, v: Value) => {
        const name = registeredName(ts, v);
        return name === null ? null : (CsvState.of(ts).dialects.get(name) as Value);
      },
      "Return the dialect instance associated with name.",
    ],
    [
      "unregister_dialect",
      "($module, /, name)",
      (ts, _m, v: Value) => {
        const name = registeredName(ts, v);
        if (name === null) return null;
        CsvState.of(ts).dialects.delete(name);
        return None;
      },
      "Delete the name/dialect mapping associated with a string name.",
    ],
    [
      "field_size_limit",
      "($module, /, new_limit=<unrepresentable>)",
      fieldSizeLimit,
      "Sets an upper limit on parsed fields.\n\n" +
        "Returns old limit. If limit is not given, no new limit is set and\nthe old limit is returned",
    ],
  ],
};
