import {
  asStr,
  type ModuleSpec,
  None,
  PyDict,
  PyTuple,
  type Result,
  raise,
  type Status,
  type Str,
  type ThreadState,
  TypeErrorType,
  toIndex,
  toJs,
  toSize,
  typeName,
  type Value,
} from "@adder/objects";
import { categoryOf, issueWarning, warnFrom } from "./issue.js";
import { WarningsState } from "./state.js";

const nothing = (status: Status): Result<Value> => (status === null ? null : None);

function warn(
  ts: ThreadState,
  _module: Value,
  message: Value,
  categoryValue?: Value,
  stacklevelValue?: Value,
  source?: Value,
  prefixesValue?: Value,
): Result<Value> {
  const category = categoryOf(ts, message, categoryValue);
  if (category === null) return null;
  const stacklevel = stacklevelValue === undefined ? 1 : toSize(ts, stacklevelValue);
  if (stacklevel === null) return null;
  const prefixes: string[] = [];
  if (prefixesValue !== undefined) {
    if (!(prefixesValue instanceof PyTuple)) {
      return raise(
        ts,
        TypeErrorType,
        `warn() argument 'skip_file_prefixes' must be tuple, not ${typeName(prefixesValue)}`,
      );
    }
    for (const item of prefixesValue.items) {
      const prefix = asStr(item);
      if (prefix === undefined) {
        return raise(ts, TypeErrorType, `Found non-str '${typeName(item)}' in skip_file_prefixes.`);
      }
      prefixes.push(toJs(prefix));
    }
  }
  return nothing(warnFrom(ts, message, category, stacklevel, source, prefixes));
}

function warnExplicit(
  ts: ThreadState,
  _module: Value,
  message: Value,
  category: Value,
  filenameValue: Value,
  linenoValue: Value,
  module?: Value,
  registry?: Value,
  globals?: Value,
  source?: Value,
): Result<Value> {
  const filename: Str | undefined = asStr(filenameValue);
  if (filename === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `warn_explicit() argument 'filename' must be str, not ${typeName(filenameValue)}`,
    );
  }
  const lineno = toIndex(ts, linenoValue);
  if (lineno === null) return null;
  if (globals !== undefined && globals !== None && !(globals instanceof PyDict)) {
    return raise(ts, TypeErrorType, `module_globals must be a dict, not '${typeName(globals)}'`);
  }
  return nothing(
    issueWarning(ts, {
      message,
      category,
      filename,
      lineno: Number(lineno),
      module,
      registry,
      globals: globals instanceof PyDict ? globals : null,
      source,
    }),
  );
}

/** `_warnings` (CPython `Python/_warnings.c`). */
export const warningsModule: ModuleSpec = {
  name: "_warnings",
  doc: "Issuing of warnings.",
  functions: [
    [
      "warn",
      "($module, /, message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=<unrepresentable>)",
      warn,
      "Issues a warning.",
    ],
    [
      "warn_explicit",
      "($module, /, message, category, filename, lineno, module=<unrepresentable>, registry=None, module_globals=None, source=None)",
      warnExplicit,
      "Issues a warning of a place in a source.",
    ],
    [
      "_filters_mutated_lock_held",
      "($module, /)",
      (ts) => {
        WarningsState.of(ts).filtersVersion++;
        return None;
      },
    ],
    ["_acquire_lock", "($module, /)", () => None],
    ["_release_lock", "($module, /)", () => None],
  ],
  exec(ts, set) {
    const state = WarningsState.of(ts);
    set("filters", state.filters);
    set("_defaultaction", state.defaultAction);
    set("_onceregistry", state.onceRegistry);
    set("_warnings_context", None);
    return true;
  },
};
