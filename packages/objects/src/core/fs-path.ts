import type { PyBytes } from "../types/bytes/py-bytes.js";
import { decode, encode } from "../types/codecs/registry.js";
import { TypeErrorType, ValueErrorType } from "../types/exceptions/exception-types.js";
import { asStr } from "../types/str/as-str.js";
import { type Str, strFromJs } from "../types/str/py-str.js";
import { toJs } from "../types/str/text.js";
import { BytesType } from "./builtin-types.js";
import { call, lookupSpecial } from "./call.js";
import { raise, typeName } from "./errors.js";
import type { Result, Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import { isInstance } from "./type-of.js";

/** `os.fspath(path)`: a str or bytes. TypeError for anything that is no path (PEP 519). */
export function fsPath(ts: ThreadState, v: Value): Result<Value> {
  if (asStr(v) !== undefined || isInstance(v, BytesType)) return v;
  const method = lookupSpecial(ts, v, "__fspath__");
  if (method === null) return null;
  if (method === undefined) {
    return raise(ts, TypeErrorType, `expected str, bytes or os.PathLike object, not ${typeName(v)}`);
  }
  const made = call(ts, method, []);
  if (made === null) return null;
  return asStr(made) !== undefined || isInstance(made, BytesType)
    ? made
    : raise(
        ts,
        TypeErrorType,
        `expected ${typeName(v)}.__fspath__() to return str or bytes, not ${typeName(made)}`,
      );
}

/** A path argument as the host takes it. ValueError for null characters. */
export function fsDecode(ts: ThreadState, v: Value): Result<string> {
  const path = fsPath(ts, v);
  if (path === null) return null;
  let text = asStr(path);
  if (text === undefined) {
    const decoded = decode(ts, (path as PyBytes).value, "utf-8", "surrogateescape");
    if (decoded === null) return null;
    text = decoded as Str;
  }
  const js = toJs(text);
  return js.includes("\0") ? raise(ts, ValueErrorType, "embedded null character") : js;
}

/** A name from the host as Python value: str, or bytes where the caller was given bytes. */
export function fsEncode(ts: ThreadState, name: string, asBytes: boolean): Result<Value> {
  const text = strFromJs(name);
  return asBytes ? encode(ts, text, "utf-8", "surrogateescape") : text;
}
