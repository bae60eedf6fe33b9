import type { Frame } from "@adder/frames";
import {
  asStr,
  call,
  callMethod,
  getAttr,
  getOptionalAttr,
  isInstance,
  isInstanceOf,
  isSubclass,
  isTrue,
  None,
  type PyBaseException,
  PyDict,
  PyTuple,
  PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseValue,
  repr,
  type Status,
  type Str,
  str,
  strFromJs,
  strLength,
  substring,
  type ThreadState,
  TypeErrorType,
  toInt,
  toJs,
  typeName,
  typeOf,
  UserWarningType,
  type Value,
  WarningType,
} from "@adder/objects";
import { writeError } from "../sys/output.js";
import { SourceLines } from "../traceback/source-lines.js";
import { WarningsState } from "./state.js";

/** A warning on its way: where it is from and what is known of it. */
export interface Issue {
  readonly message: Value;
  readonly category: Value;
  readonly filename: Str;
  readonly lineno: number;
  /** Name of the module; made from the file name when absent. */
  readonly module: Value | undefined;
  /** `__warningregistry__` of the module. */
  readonly registry: Value | undefined;
  readonly globals: PyDict | null;
  readonly source: Value | undefined;
}

/** `warnings` may have replaced what `_warnings` began with. */
function fromModule(ts: ThreadState, name: string): Result<Value | undefined> {
  const module = ts.interp.modules.getStr("warnings");
  return module === undefined ? undefined : getOptionalAttr(ts, module, name);
}

function moduleOf(filename: Str): Str {
  if (filename === "") return "<unknown>";
  const n = strLength(filename);
  return n >= 3 && toJs(substring(filename, n - 3, n)).toLowerCase() === ".py"
    ? substring(filename, 0, n - 3)
    : filename;
}

/** Has this key been seen under the current filters? Marks it when `mark` is true. */
function alreadyWarned(ts: ThreadState, registry: PyDict, key: Value, mark: boolean): Result<boolean> {
  const { filtersVersion } = WarningsState.of(ts);
  if (registry.getStr("version") !== filtersVersion) {
    registry.clear();
    registry.setStr("version", filtersVersion);
  } else {
    const seen = registry.get(ts, key);
    if (seen === null) return null;
    if (seen !== undefined) {
      const truth = isTrue(ts, seen);
      if (truth === null || truth) return truth;
    }
  }
  return mark && registry.set(ts, key, true) === null ? null : false;
}

function matches(ts: ThreadState, pattern: Value, text: Value): Result<boolean> {
  if (pattern === None) return true;
  const plain = asStr(pattern);
  if (plain !== undefined) return asStr(text) !== undefined && toJs(plain) === toJs(asStr(text) as Str);
  const found = callMethod(ts, pattern, "match", [text]);
  return found === null ? null : isTrue(ts, found);
}

/** The action of the first filter that fits, and the filter. */
function chooseAction(
  ts: ThreadState,
  text: Value,
  category: Value,
  module: Value,
  lineno: number,
): Result<[Value, Value]> {
  const state = WarningsState.of(ts);
  const filters = fromModule(ts, "filters");
  if (filters === null) return null;
  const list =
    filters !== undefined && isInstance(filters, typeOf(state.filters))
      ? (filters as typeof state.filters)
      : state.filters;
  for (let i = 0; i < list.items.length; i++) {
    const item = list.items[i];
    if (!(item instanceof PyTuple) || item.items.length !== 5) {
      return raise(ts, RuntimeErrorType, `warnings.filters item ${i} isn't a 5-tuple`);
    }
    const [action, message, wanted, mod, line] = item.items;
    if (asStr(action) === undefined) {
      return raise(ts, TypeErrorType, `action must be a string, not '${typeName(action)}'`);
    }
    const fits = matches(ts, message, text);
    if (fits === null) return null;
    if (!fits) continue;
    const sub = isSubclass(ts, category, wanted);
    if (sub === null) return null;
    if (!sub) continue;
    const fitsModule = matches(ts, mod, module);
    if (fitsModule === null) return null;
    const wantedLine = toInt(line);
    if (fitsModule && (wantedLine === 0 || wantedLine === lineno)) return [action, item];
  }
  const fallback = fromModule(ts, "defaultaction");
  return fallback === null ? null : [fallback ?? state.defaultAction, None];
}

/** `warnings.warn_explicit` (CPython `warn_explicit` in `Python/_warnings.c`). */
export function issueWarning(ts: ThreadState, issue: Issue): Status {
  const module = issue.module ?? moduleOf(issue.filename);
  if (module === None) return true;
  if (issue.registry !== undefined && issue.registry !== None && !(issue.registry instanceof PyDict)) {
    return raise(ts, TypeErrorType, "'registry' must be a dict or None");
  }
  const registry = issue.registry instanceof PyDict ? issue.registry : new PyDict();
  let { message, category } = issue;
  let text: Value;
  const isWarning = isInstanceOf(ts, message, WarningType);
  if (isWarning === null) return null;
  if (isWarning) {
    const shown = str(ts, message);
    if (shown === null) return null;
    text = shown;
    category = typeOf(message);
  } else {
    text = message;
    const made = call(ts, category, [message]);
    if (made === null) return null;
    message = made;
  }
  const key = new PyTuple([text, category, issue.lineno]);
  const seen = alreadyWarned(ts, registry, key, false);
  if (seen === null) return null;
  if (seen) return true;
  const chosen = chooseAction(ts, text, category, module, issue.lineno);
  if (chosen === null) return null;
  const [action, item] = chosen;
  switch (action) {
    case "error":
      return raiseValue(ts, message as PyBaseException);
    case "ignore":
      return true;
    case "always":
    case "all":
      break;
    case "once":
    case "module":
    case "default": {
      if (registry.set(ts, key, true) === null) return null;
      let known: Result<boolean> = false;
      if (action === "once") {
        known = alreadyWarned(ts, WarningsState.of(ts).onceRegistry, new PyTuple([text, category]), true);
      } else if (action === "module")
        known = alreadyWarned(ts, registry, new PyTuple([text, category, 0]), true);
      if (known === null) return null;
      if (known) return true;
      break;
    }
    default: {
      const shown = repr(ts, action);
      const shownItem = repr(ts, item);
      if (shown === null || shownItem === null) return null;
      return raise(
        ts,
        RuntimeErrorType,
        `Unrecognized action (${toJs(shown)}) in warnings.filters:\n ${toJs(shownItem)}`,
      );
    }
  }
  return showWarning(ts, issue, message, category, text);
}

/** Hands the warning to `warnings._showwarnmsg` where that module is there, else prints it. */
function showWarning(ts: ThreadState, issue: Issue, message: Value, category: Value, text: Value): Status {
  const show = fromModule(ts, "_showwarnmsg");
  if (show === null) return null;
  if (show === undefined) {
    const line = new SourceLines(ts)
      .line(toJs(issue.filename), issue.lineno, issue.globals ?? new PyDict())
      .trim();
    const name = category instanceof PyType ? category.name : "";
    const shown = asStr(text);
    writeError(
      ts,
      strFromJs(
        `${toJs(issue.filename)}:${issue.lineno}: ${name}: ${shown === undefined ? "" : toJs(shown)}\n${line === "" ? "" : `  ${line}\n`}`,
      ),
    );
    return true;
  }
  const make = fromModule(ts, "WarningMessage");
  if (make === null || make === undefined) return make === null ? null : true;
  const record = call(ts, make, [
    message,
    category,
    issue.filename,
    issue.lineno,
    None,
    None,
    issue.source ?? None,
  ]);
  return record === null || call(ts, show, [record]) === null ? null : true;
}

/** Is the frame part of the import system, which warnings are never blamed on? */
function isInternal(frame: Frame): boolean {
  const { filename } = frame.code.code;
  return filename.includes("importlib") && filename.includes("_bootstrap");
}

function nextExternal(frame: Frame | null, prefixes: readonly string[]): Frame | null {
  let next = frame === null ? null : frame.previous;
  while (
    next !== null &&
    (isInternal(next) || prefixes.some((p) => (next as Frame).code.code.filename.startsWith(p)))
  ) {
    next = next.previous;
  }
  return next;
}

/**
 * `warnings.warn`: blames the frame `stacklevel` levels up.
 *
 * @param stacklevel 1 for the executing Python frame
 */
export function warnFrom(
  ts: ThreadState,
  message: Value,
  category: Value,
  stacklevel: number,
  source: Value | undefined,
  prefixes: readonly string[] = [],
): Status {
  let frame = ts.frame as Frame | null;
  let level = prefixes.length > 0 ? Math.max(2, stacklevel) : stacklevel;
  if (level <= 0 || (frame !== null && isInternal(frame))) {
    while (--level > 0 && frame !== null) frame = frame.previous;
  } else while (--level > 0 && frame !== null) frame = nextExternal(frame, prefixes);
  let globals: PyDict;
  let filename: Str = "<sys>";
  let lineno = 0;
  if (frame === null) {
    const sys = ts.interp.modules.getStr("sys");
    const dict = sys === undefined ? null : getAttr(ts, sys, "__dict__");
    globals = dict instanceof PyDict ? dict : new PyDict();
  } else {
    globals = frame.globals;
    filename = strFromJs(frame.code.code.filename);
    lineno = frame.lineno();
  }
  let registry = globals.getStr("__warningregistry__");
  if (registry === undefined) {
    registry = new PyDict();
    globals.setStr("__warningregistry__", registry);
  }
  const module = globals.getStr("__name__") ?? "<string>";
  return issueWarning(ts, { message, category, filename, lineno, module, registry, globals: null, source });
}

/** The category that goes with a message: its own class for a warning, else what was given, or UserWarning. */
export function categoryOf(ts: ThreadState, message: Value, category: Value | undefined): Result<Value> {
  const isWarning = isInstanceOf(ts, message, WarningType);
  if (isWarning === null) return null;
  if (isWarning) return typeOf(message);
  if (category === undefined || category === None) return UserWarningType;
  const fits = category instanceof PyType ? isSubclass(ts, category, WarningType) : false;
  if (fits === null) return null;
  return fits
    ? category
    : raise(ts, TypeErrorType, `category must be a Warning subclass, not '${typeName(category)}'`);
}
