import {
  asStr,
  call,
  clearPending,
  decode,
  importName,
  str,
  strFromJs,
  strLength,
  takePending,
  type ThreadState,
  toJs,
} from "@adder/objects";

/**
 * The character with a name, for `\N{...}`: what `unicodedata.lookup` finds, named sequences excepted. `null`
 * when there is none, or no such module.
 */
export function characterNamed(ts: ThreadState, name: string): string | null {
  const lookup = importName(ts, "unicodedata", "lookup");
  const found = lookup === null ? null : call(ts, lookup, [strFromJs(name)]);
  if (found === null) {
    clearPending(ts);
    return null;
  }
  const text = asStr(found);
  return text === undefined || strLength(text) !== 1 ? null : toJs(text);
}

/**
 * Decodes a source whose encoding the parser does not know itself: its text, `null` for an unknown encoding,
 * or what is wrong with the bytes.
 */
export function decodeSource(
  ts: ThreadState,
  encoding: string,
  bytes: Uint8Array,
): string | null | { readonly error: string } {
  const decoded = decode(ts, bytes, encoding, "strict");
  if (decoded !== null) {
    const text = asStr(decoded);
    return text === undefined ? null : toJs(text);
  }
  const message = str(ts, takePending(ts));
  if (message === null) {
    clearPending(ts);
    return null;
  }
  const error = toJs(message);
  return error.startsWith("unknown encoding") ? null : { error };
}
