import { raise } from "../../core/errors.js";
import type { Status } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { utf8Encode } from "../codecs/utf8.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import { strFromKey } from "../str/py-str.js";

/** May a class be called so? Raises UnicodeEncodeError for a name with surrogates and ValueError for one with null characters. */
export function checkTypeName(ts: ThreadState, name: string): Status {
  if (/^[\x01-\x7f]*$/.test(name)) return true;
  if (utf8Encode(ts, strFromKey(name), "strict") === null) return null;
  if (name.includes("\0")) return raise(ts, ValueErrorType, "type name must not contain null characters");
  return true;
}
