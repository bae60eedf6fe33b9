import { call, importName, type Status, strFromJs } from "@adder/objects";
import type { Session } from "../session.js";

/** Names by which a program gets at the modules of the import system; `"__main__"` is what it compares `__name__` with. */
const LOADER_NAMES = /__loader__|__main__(?!["'])/;

/**
 * Completes `__main__` for a program. Its `__loader__` needs the import system, which takes longer to start than a
 * short program to run: it is made for a program that names it, and the rest have it as soon as they import anything
 * that is not native.
 */
export function prepareMain(session: Session, source: string | Uint8Array): Status {
  const text = typeof source === "string" ? source : new TextDecoder("latin1").decode(source);
  return LOADER_NAMES.test(text) ? setLoader(session) : true;
}

/** Sets `__main__.__loader__`: the finder of built-in modules, or the loader of the program's file. */
export function setLoader(session: Session): Status {
  const { ts, main } = session;
  let loader = importName(ts, "_frozen_importlib", "BuiltinImporter");
  if (loader !== null && session.loader !== null) {
    const cls = importName(ts, "_frozen_importlib_external", "SourceFileLoader");
    loader = cls === null ? null : call(ts, cls, ["__main__", strFromJs(session.loader.file)]);
  }
  if (loader === null) return null;
  main.setStr("__loader__", loader);
  return true;
}
