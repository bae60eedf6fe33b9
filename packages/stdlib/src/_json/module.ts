import {
  asStr,
  bindKeywords,
  isTrue,
  type KwNames,
  type ModuleSpec,
  PyTuple,
  type Result,
  raise,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { Document } from "./document.js";
import { EncoderType, encodeAsciiFunction, encodeTextFunction } from "./encoder.js";
import { scanString } from "./scan-string.js";
import { ScannerType } from "./scanner.js";

function scanStringFunction(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "scanstring", args, kwnames, ["", "", ""], 2, 3);
  if (bound === null) return null;
  const end = sizeArgument(ts, bound[1] as Value);
  if (end === null) return null;
  const strict = bound[2] === undefined ? true : isTrue(ts, bound[2]);
  if (strict === null) return null;
  const text = asStr(bound[0] as Value);
  if (text === undefined) {
    return raise(ts, TypeErrorType, `first argument must be a string, not ${typeName(bound[0] as Value)}`);
  }
  const doc = new Document(text);
  if (end < 1 || end > doc.length) return raise(ts, ValueErrorType, "end is out of bounds");
  const scanned = scanString(ts, doc, end, strict);
  return scanned === null ? null : new PyTuple([scanned.value, scanned.end]);
}

/** `_json`: what `json` is fast by (CPython `Modules/_json.c`). */
export const jsonModule: ModuleSpec = {
  name: "_json",
  doc: "Reads and writes JSON.",
  attributes: { make_scanner: ScannerType, make_encoder: EncoderType },
  functions: [
    ["encode_basestring_ascii", "($self, object, /)", encodeAsciiFunction, "A JSON string in ASCII."],
    ["encode_basestring", "($self, object, /)", encodeTextFunction, "A JSON string."],
    [
      "scanstring",
      "($module, /, *args, **kwargs)",
      scanStringFunction,
      "Reads a string from the index behind its quote: the string and the index behind it.",
      { hidden: true },
    ],
  ],
};
