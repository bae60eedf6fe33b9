import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { str } from "../../core/protocols.js";
import type { InitFunc, KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { escapeCodePoint } from "../str/repr.js";
import { codePointAt, joinStr, strLength } from "../str/text.js";
import { exceptionInit, exceptionNew } from "./base-exception.js";
import { OverflowErrorType, TypeErrorType } from "./exception-types.js";
import { fieldRow, intFieldRow } from "./field-row.js";
import { getExceptionField, setExceptionField } from "./fields.js";
import type { PyBaseException } from "./py-base-exception.js";

type Kind = "decode" | "encode" | "translate";

const NAMES: Record<Kind, readonly string[]> = {
  decode: ["encoding", "object", "start", "end", "reason"],
  encode: ["encoding", "object", "start", "end", "reason"],
  translate: ["object", "start", "end", "reason"],
};

function initOf(kind: Kind): InitFunc {
  const names = NAMES[kind];
  return (ts: ThreadState, self: PyBaseException, args: Value[], kwnames: KwNames): Status => {
    if (exceptionInit(ts, self, args, kwnames) === null) return null;
    if (args.length !== names.length) {
      const message = `function takes exactly ${names.length} arguments (${args.length} given)`;
      return raise(ts, TypeErrorType, message);
    }
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      const value = convert(ts, kind, name, args[i], i + 1);
      if (value === null) return null;
      setExceptionField(self, name, value);
    }
    return kind === "decode" ? holdBytes(ts, self) : true;
  };
}

function convert(ts: ThreadState, kind: Kind, name: string, v: Value, position: number): Result<Value> {
  if (name === "start" || name === "end") return toSize(ts, v, OverflowErrorType);
  if ((name === "object" && kind === "decode") || asStr(v) !== undefined) return v;
  return raise(ts, TypeErrorType, `argument ${position} must be str, not ${argumentTypeName(v)}`);
}

/** The object of a decoding error is kept as bytes, whatever bytes-like object was given. */
function holdBytes(ts: ThreadState, self: PyBaseException): Status {
  const object = getExceptionField(self, "object") as Value;
  if (object instanceof PyBytes) return true;
  const borrow = typeOf(object).bf_getbuffer;
  if (borrow === null) {
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(object)}'`);
  }
  const view = borrow(ts, object, 0);
  if (view === null) return null;
  setExceptionField(self, "object", new PyBytes(view.bytes.slice()));
  view.release();
  return true;
}

function strOf(kind: Kind): (ts: ThreadState, self: PyBaseException) => Result<Str> {
  return (ts, self) => {
    const object = getExceptionField(self, "object");
    // Made by `__new__` alone.
    if (object === undefined) return "";
    const reason = str(ts, getExceptionField(self, "reason") ?? None);
    const encoding = str(ts, getExceptionField(self, "encoding") ?? None);
    if (reason === null || encoding === null) return null;
    const text = asStr(object);
    if (kind === "decode" ? !(object instanceof PyBytes) : text === undefined) {
      const wanted = kind === "decode" ? "bytes" : "string";
      return raise(ts, TypeErrorType, `UnicodeError 'object' attribute must be a ${wanted}`);
    }
    const size = object instanceof PyBytes ? object.value.length : text === undefined ? 0 : strLength(text);
    const start = Number(getExceptionField(self, "start") ?? 0);
    const end = Number(getExceptionField(self, "end") ?? 0);
    const codec: Str[] = kind === "translate" ? [] : ["'", encoding, "' codec "];
    const what = kind === "translate" ? "can't translate" : `can't ${kind}`;
    const unit = kind === "decode" ? "byte" : "character";
    let where: string;
    if (start >= 0 && start < size && end === start + 1) {
      let shown = "";
      if (object instanceof PyBytes) shown = `0x${object.value[start].toString(16).padStart(2, "0")}`;
      else if (text !== undefined) shown = `'${escapeCodePoint(codePointAt(text, start))}'`;
      where = `${what} ${unit} ${shown} in position ${start}: `;
    } else where = `${what} ${unit}s in position ${start}-${end - 1}: `;
    return joinStr([...codec, strFromJs(where), reason], "");
  };
}

function partsOf(kind: Kind): Partial<TypeSpec> {
  return {
    flags: TypeFlags.OWN_LAYOUT,
    slots: { tp_new: exceptionNew, tp_init: initOf(kind), tp_str: strOf(kind) },
    getset: [
      fieldRow("encoding", "exception encoding"),
      fieldRow("object", "exception object"),
      intFieldRow("start", "exception start"),
      intFieldRow("end", "exception end"),
      fieldRow("reason", "exception reason"),
    ],
  };
}

/** What UnicodeDecodeError adds to UnicodeError. */
export const unicodeDecodeErrorParts = partsOf("decode");
/** What UnicodeEncodeError adds to UnicodeError. */
export const unicodeEncodeErrorParts = partsOf("encode");
/** What UnicodeTranslateError adds to UnicodeError. */
export const unicodeTranslateErrorParts = partsOf("translate");
