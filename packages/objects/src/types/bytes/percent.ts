import { call, lookupSpecial } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import { fullTypeName } from "../../core/full-type-name.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { ascii } from "../../core/protocols.js";
import { BUFFER_FULL_RO } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { OverflowErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import type { PercentDialect } from "../format/percent.js";
import { asStr } from "../str/as-str.js";
import type { Str } from "../str/py-str.js";
import { byteContents, bytesLikeText, bytesOfText, textOfBytes } from "./byte-text.js";
import { PyBytes } from "./py-bytes.js";

/** `%` formatting of bytes (PEP 461). */
export const bytesDialect: PercentDialect = {
  noun: "bytes",
  text(ts, type, value): Result<Str | undefined> {
    switch (type) {
      case "r":
      case "a":
        return ascii(ts, value);
      case "s":
      case "b":
        return bytesText(ts, value);
      case "c":
        return character(ts, value);
      default:
        return undefined;
    }
  },
  key: (text) => new PyBytes(bytesOfText(text as string)),
  isText: (value) => asStr(value) !== undefined || byteContents(value) !== undefined,
  precision: "prec",
};

function bytesText(ts: ThreadState, value: Value): Result<string> {
  const direct = byteContents(value);
  if (direct !== undefined) return textOfBytes(direct);
  const method = lookupSpecial(ts, value, "__bytes__");
  if (method === null) return null;
  if (method !== undefined) {
    const made = call(ts, method, []);
    if (made === null) return null;
    const bytes = byteContents(made);
    return bytes === undefined
      ? raise(ts, TypeErrorType, `__bytes__ returned non-bytes (type ${typeName(made)})`)
      : textOfBytes(bytes);
  }
  return bytesLikeText(
    ts,
    value,
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`,
    BUFFER_FULL_RO,
  );
}

function character(ts: ThreadState, value: Value): Result<string> {
  const bytes = byteContents(value);
  if (bytes !== undefined) {
    return bytes.length === 1
      ? textOfBytes(bytes)
      : raise(
          ts,
          TypeErrorType,
          `%c requires an integer in range(256) or a single byte, not a ${typeName(value)} object of length ${bytes.length}`,
        );
  }
  if (typeOf(value).nb_index === null) {
    return raise(
      ts,
      TypeErrorType,
      `%c requires an integer in range(256) or a single byte, not ${fullTypeName(value)}`,
    );
  }
  const code = toIndex(ts, value);
  if (code === null) return null;
  return code < 0 || code > 255
    ? raise(ts, OverflowErrorType, "%c arg not in range(256)")
    : String.fromCharCode(Number(code));
}
