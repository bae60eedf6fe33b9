import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { str, toArray } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { toInt } from "../int/to-int.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { concat, toJs } from "../str/text.js";
import { exceptionInit } from "./base-exception.js";
import { TypeErrorType } from "./exception-types.js";
import { fieldRow } from "./field-row.js";
import { getExceptionField, setExceptionField, setFieldsFromArgs } from "./fields.js";
import type { PyBaseException } from "./py-base-exception.js";

const DETAILS = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset", "_metadata"];

function init(ts: ThreadState, self: PyBaseException, args: Value[], kwnames: KwNames): Status {
  if (exceptionInit(ts, self, args, kwnames) === null) return null;
  setFieldsFromArgs(self);
  if (args.length !== 2) return true;
  const details = toArray(ts, args[1]);
  if (details === null) return null;
  const n = details.length;
  if (n < 4 || n > 7) {
    const bound = n < 4 ? "at least 4" : "at most 7";
    return raise(ts, TypeErrorType, `function takes ${bound} arguments (${n} given)`);
  }
  DETAILS.forEach((name, i) => {
    setExceptionField(self, name, details[i]);
  });
  if (n === 5) {
    return raise(ts, TypeErrorType, "end_offset must be provided when end_lineno is provided");
  }
  return true;
}

/** `message (file.py, line 3)`, with the last part of the filename only. */
function syntaxErrorStr(ts: ThreadState, self: PyBaseException): Result<Str> {
  const message = str(ts, getExceptionField(self, "msg") ?? None);
  if (message === null) return null;
  const filename = getExceptionField(self, "filename");
  const path = filename === undefined ? undefined : asStr(filename);
  const base = path === undefined ? undefined : toJs(path).split("/").at(-1);
  const lineno = getExceptionField(self, "lineno");
  const line = lineno === undefined ? undefined : toInt(lineno);
  if (base === undefined && line === undefined) return message;
  const parts = [...(base === undefined ? [] : [base]), ...(line === undefined ? [] : [`line ${line}`])];
  return concat(message, strFromJs(` (${parts.join(", ")})`));
}

/** What SyntaxError adds to Exception. */
export const syntaxErrorParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_init: init, tp_str: syntaxErrorStr },
  getset: [
    fieldRow("msg", "exception msg"),
    fieldRow("filename", "exception filename"),
    fieldRow("lineno", "exception lineno"),
    fieldRow("offset", "exception offset"),
    fieldRow("text", "exception text"),
    fieldRow("end_lineno", "exception end lineno"),
    fieldRow("end_offset", "exception end offset"),
    fieldRow("print_file_and_line", "exception print_file_and_line"),
    fieldRow("_metadata", "exception private metadata"),
  ],
};
