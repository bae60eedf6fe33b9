import { ImportErrorType, isSubtype, type PyBaseException, type PyTraceback } from "@adder/objects";

const BOOTSTRAP = "<frozen importlib._bootstrap>";
const EXTERNAL = "<frozen importlib._bootstrap_external>";
/** Importlib calls through this function whatever may fail for reasons of the program. */
const MARKER = "_call_with_frames_removed";

/**
 * Takes importlib's own frames out of a traceback (CPython `remove_importlib_frames`): all of them for an
 * ImportError, otherwise the runs that end with the call of foreign code.
 */
export function trimImportFrames(exc: PyBaseException): void {
  const always = isSubtype(exc.cls, ImportErrorType);
  let inside = false;
  /** The entry before the run of importlib's frames that is being looked at, `null` for the start. */
  let before: PyTraceback | null = null;
  let previous: PyTraceback | null = null;
  let tb = exc.traceback;
  const link = (next: PyTraceback | null): void => {
    if (before === null) exc.traceback = next;
    else before.next = next;
  };
  while (tb !== null) {
    const { code } = tb.activation.code;
    const next: PyTraceback | null = tb.next;
    const ours = code.filename === BOOTSTRAP || code.filename === EXTERNAL;
    if (ours && !inside) before = previous;
    inside = ours;
    if (ours && (always || code.name === MARKER)) {
      link(next);
      previous = before;
    } else previous = tb;
    tb = next;
  }
}
