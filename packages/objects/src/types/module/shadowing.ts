import { getOptionalAttr } from "../../core/attributes.js";
import type { Result, Value } from "../../core/object.js";
import { contains } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { asStr } from "../str/as-str.js";
import { strFromKey } from "../str/py-str.js";
import { toJs } from "../str/text.js";
import { PyModule } from "./py-module.js";

/** The file that a module comes from, by its spec; `undefined` when it comes from none (CPython `_PyModuleSpec_GetFileOrigin`). */
export function fileOrigin(ts: ThreadState, spec: Value): Result<string | undefined> {
  const hasLocation = getOptionalAttr(ts, spec, "has_location");
  if (hasLocation === null) return null;
  if (hasLocation !== true) return undefined;
  const origin = getOptionalAttr(ts, spec, "origin");
  if (origin === null) return null;
  const text = origin === undefined ? undefined : asStr(origin);
  return text === undefined ? undefined : toJs(text);
}

/**
 * May a module that comes from the file `origin` hide another one of its name, because it stands in the
 * folder of the program (CPython `_PyModule_IsPossiblyShadowing`)?
 */
export function mayShadow(ts: ThreadState, origin: string): boolean {
  const first = ts.interp.programFolder;
  if (first === null) return false;
  let folder = origin.slice(0, Math.max(0, origin.lastIndexOf("/")));
  if (origin.endsWith("/__init__.py")) folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  return folder === (first === "" ? ts.interp.host.files.getcwd() : first);
}

/** Does the standard library have a module of this name (`sys.stdlib_module_names`)? */
export function isStdlibName(ts: ThreadState, name: string): Result<boolean> {
  const sys = ts.interp.modules.getStr("sys");
  const names = sys instanceof PyModule ? sys.dict.getStr("stdlib_module_names") : undefined;
  return names === undefined ? false : contains(ts, names, strFromKey(name));
}

/** The advice to rename a file that hides a module of the standard library. */
export function renameAdvice(origin: string, name: string): string {
  return (
    `(consider renaming '${origin}' since it has the same name as the standard library module ` +
    `named '${name}' and prevents importing that standard library module)`
  );
}
