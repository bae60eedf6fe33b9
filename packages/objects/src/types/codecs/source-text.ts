import { call } from "../../core/call.js";
import { clearPending, takePending } from "../../core/errors.js";
import { importName } from "../../core/import-name.js";
import { str } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { CompileOptions } from "../../ports/evaluator.js";
import { asStr } from "../str/as-str.js";
import { strFromJs } from "../str/py-str.js";
import { strLength, toJs } from "../str/text.js";
import { decode } from "./registry.js";

/**
 * The character with a name, for `\N{...}`: what `unicodedata.lookup` finds, named sequences excepted. `null`
 * when there is none, or no such module.
 */
function characterNamed(ts: ThreadState, name: string): string | null {
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
function decodeSource(
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

/** What the parser cannot know by itself: encodings and names of characters, and how long an int may be. */
export function sourceOptions(
  ts: ThreadState,
): Pick<CompileOptions, "characterNames" | "decoder" | "maxIntDigits"> {
  return {
    characterNames: (name) => characterNamed(ts, name),
    maxIntDigits: ts.interp.intMaxStrDigits,
    decoder: (encoding, bytes) => decodeSource(ts, encoding, bytes),
  };
}
