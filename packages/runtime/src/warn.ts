import type { Frame } from "@adder/frames";
import {
  call,
  getOptionalAttr,
  type PyType,
  type Result,
  type Status,
  strFromJs,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { writeToHost } from "./builtins/text.js";

/** A function of `_warnings`, or of `warnings` if that has been imported; `undefined` when there is neither. */
function warningsFunction(ts: ThreadState, name: string): Result<Value | undefined> {
  const { modules } = ts.interp;
  for (const module of [modules.getStr("warnings"), modules.getStr("_warnings")]) {
    if (module === undefined) continue;
    const found = getOptionalAttr(ts, module, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `warnings.warn(message, category, stacklevel)`. Raises the warning where a filter says so. */
export function warn(ts: ThreadState, category: PyType, message: string, stacklevel: number): Status {
  const fn = warningsFunction(ts, "warn");
  if (fn === null) return null;
  if (fn !== undefined) return call(ts, fn, [strFromJs(message), category, stacklevel]) === null ? null : true;
  let frame = ts.frame as Frame | null;
  for (let i = 1; i < stacklevel && frame !== null; i++) frame = frame.previous;
  const file = frame === null ? "sys" : frame.code.code.filename;
  return show(ts, category, message, file, frame === null ? 1 : frame.lineno());
}

/** `warnings.warn_explicit(message, category, filename, lineno)`. */
export function warnExplicit(
  ts: ThreadState,
  category: PyType,
  message: string,
  filename: string,
  lineno: number,
): Status {
  const fn = warningsFunction(ts, "warn_explicit");
  if (fn === null) return null;
  if (fn === undefined) return show(ts, category, message, filename, lineno);
  const args = [strFromJs(message), category, strFromJs(filename), lineno];
  return call(ts, fn, args) === null ? null : true;
}

/** What a warning looks like while there is no `warnings` module. Deprecations are shown in `__main__` only, as by default. */
function show(ts: ThreadState, category: PyType, message: string, file: string, line: number): Status {
  if (category.name === "DeprecationWarning" || category.name === "PendingDeprecationWarning") {
    const frame = ts.frame as Frame | null;
    if (frame?.globals.getStr("__name__") !== "__main__") return true;
  }
  return writeToHost(ts, 2, strFromJs(`${file}:${line}: ${category.name}: ${message}\n`));
}
