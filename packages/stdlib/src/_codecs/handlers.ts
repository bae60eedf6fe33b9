import {
  asStr,
  byteContents,
  call,
  codePointAt,
  escapeCodePoint,
  getExceptionField,
  handleDecodeError,
  handleEncodeError,
  importName,
  isSubtype,
  type MethodRow,
  None,
  PyBaseException,
  PyBytes,
  PyTuple,
  type Result,
  raise,
  raiseValue,
  repeat,
  type Str,
  strFromCodePoints,
  strLength,
  type ThreadState,
  TypeErrorType,
  toInt,
  toJs,
  typeName,
  UnicodeDecodeErrorType,
  UnicodeEncodeErrorType,
  UnicodeTranslateErrorType,
  type Value,
} from "@adder/objects";

/** Standard error handlers, and the kinds of errors for which each is made. */
const HANDLERS: Readonly<
  Record<
    string,
    {
      readonly function: string;
      readonly decode: boolean;
      readonly encode: boolean;
      readonly translate: boolean;
    }
  >
> = {
  strict: { function: "strict_errors", decode: true, encode: true, translate: true },
  ignore: { function: "ignore_errors", decode: true, encode: true, translate: true },
  replace: { function: "replace_errors", decode: true, encode: true, translate: true },
  xmlcharrefreplace: { function: "xmlcharrefreplace_errors", decode: false, encode: true, translate: false },
  backslashreplace: { function: "backslashreplace_errors", decode: true, encode: true, translate: true },
  namereplace: { function: "namereplace_errors", decode: false, encode: true, translate: false },
  surrogatepass: { function: "surrogatepass", decode: true, encode: true, translate: false },
  surrogateescape: { function: "surrogateescape", decode: true, encode: true, translate: false },
};

/** Names of the standard handlers. */
export const standardHandlers: readonly string[] = Object.keys(HANDLERS);

function handle(ts: ThreadState, name: string, exc: Value): Result<Value> {
  const wrong = (): null =>
    raise(ts, TypeErrorType, `don't know how to handle ${typeName(exc)} in error callback`);
  if (!(exc instanceof PyBaseException)) {
    return name === "strict" ? raise(ts, TypeErrorType, "codec must pass exception instance") : wrong();
  }
  if (name === "strict") return raiseValue(ts, exc);
  const decoding = isSubtype(exc.cls, UnicodeDecodeErrorType);
  const encoding = isSubtype(exc.cls, UnicodeEncodeErrorType);
  const translating = isSubtype(exc.cls, UnicodeTranslateErrorType);
  const row = HANDLERS[name];
  if (!((decoding && row.decode) || (encoding && row.encode) || (translating && row.translate)))
    return wrong();
  const object = getExceptionField(exc, "object") ?? None;
  const bytes = decoding ? byteContents(object) : undefined;
  const text = decoding ? undefined : asStr(object);
  if (bytes === undefined && text === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `UnicodeError 'object' attribute must be a ${decoding ? "bytes" : "string"}`,
    );
  }
  const size = bytes?.length ?? strLength(text as Str);
  const position = (name: string): number => Number(toInt(getExceptionField(exc, name) ?? 0) ?? 0);
  // Positions are cut to what there is (CPython `unicode_error_adjust_start` and `..._end`).
  const start = Math.max(0, Math.min(position("start"), size - 1));
  const end = Math.min(Math.max(1, position("end")), size);
  const codec = translating ? "translate" : toJs(asStr(getExceptionField(exc, "encoding") as Value) ?? "");
  const reason = toJs(asStr(getExceptionField(exc, "reason") as Value) ?? "");
  if (decoding) {
    const made = handleDecodeError(ts, name, codec, bytes as Uint8Array, start, end, reason);
    return made === null ? null : new PyTuple([strFromCodePoints(made.text), made.next]);
  }
  if (translating && name === "replace")
    return new PyTuple([repeat("\ufffd", Math.max(0, end - start)), end]);
  if (name === "namereplace") return replaceByNames(ts, text as Str, start, end);
  const made = handleEncodeError(ts, name, codec, text as Str, start, end, reason, end);
  if (made === null) return null;
  const value = made.bytes !== null ? new PyBytes(made.bytes) : strFromCodePoints(made.text ?? []);
  return new PyTuple([value, made.next]);
}

/** Each character as `\N{...}`, or escaped where it has no name. */
function replaceByNames(ts: ThreadState, s: Str, start: number, end: number): Result<Value> {
  const name = importName(ts, "unicodedata", "name");
  if (name === null) return null;
  let text = "";
  for (let i = start; i < end; i++) {
    const c = codePointAt(s, i);
    const found = call(ts, name, [strFromCodePoints([c]), None]);
    if (found === null) return null;
    const known = asStr(found);
    text += known === undefined ? escapeCodePoint(c) : `\\N{${toJs(known)}}`;
  }
  return new PyTuple([text, end]);
}

/** Rows of the handlers as functions: what `codecs.lookup_error` answers. */
export const handlerRows: readonly MethodRow[] = standardHandlers.map((name) => [
  HANDLERS[name].function,
  "($module, exc, /)",
  (ts, _m, exc: Value) => handle(ts, name, exc),
]);
