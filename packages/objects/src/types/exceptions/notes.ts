import { ensureAttributes, getInstanceAttr, setInstanceAttr } from "../../core/attributes.js";
import { raise } from "../../core/errors.js";
import type { Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyList } from "../list/py-list.js";
import { strFromJs } from "../str/py-str.js";
import { TypeErrorType } from "./exception-types.js";
import type { PyBaseException } from "./py-base-exception.js";

/** Adds a note to an exception (`BaseException.add_note`). Raises TypeError when `__notes__` is no list. */
export function addNote(ts: ThreadState, exc: PyBaseException, note: Value): Status {
  const attributes = ensureAttributes(exc);
  const notes = getInstanceAttr(attributes, "__notes__");
  const value = typeof note === "string" ? strFromJs(note) : note;
  if (notes === undefined) {
    setInstanceAttr(ts, attributes, "__notes__", new PyList([value]));
    return true;
  }
  if (!(notes instanceof PyList)) return raise(ts, TypeErrorType, "Cannot add note: __notes__ is not a list");
  notes.items.push(value);
  return true;
}
