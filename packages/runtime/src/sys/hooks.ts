import {
  AttributeErrorType,
  asStr,
  BaseExceptionType,
  call,
  clearPending,
  environmentOf,
  ImportErrorType,
  importName,
  isInstance,
  type KwNames,
  type MethodRow,
  None,
  PyBaseException,
  PyStructSequence,
  PyTraceback,
  pendingMatches,
  type Result,
  RuntimeWarningType,
  raise,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  type Value,
} from "@adder/objects";
import { formatIgnored } from "../traceback/format-exception.js";
import { printException } from "../traceback/print-exception.js";
import { warn } from "../warn.js";
import { displayText, writeError } from "./output.js";
import { SysState } from "./state.js";

/** `sys.excepthook`: shows an exception that nobody caught. */
function exceptHook(ts: ThreadState, _m: Value, _type: Value, value: Value, traceback: Value): Value {
  if (value instanceof PyBaseException) {
    if (traceback instanceof PyTraceback && value.traceback === null) value.traceback = traceback;
    printException(ts, value);
  } else {
    writeError(
      ts,
      strFromJs(`TypeError: print_exception(): Exception expected for value, ${typeName(value)} found\n`),
    );
  }
  return None;
}

/** `sys.unraisablehook`: shows an exception that could not be raised. */
function unraisableHook(ts: ThreadState, _m: Value, args: Value): Result<Value> {
  if (!(args instanceof PyStructSequence)) {
    return raise(ts, TypeErrorType, "sys.unraisablehook argument type must be UnraisableHookArgs");
  }
  const [, value, , message, object] = args.items;
  let head = message === None ? "" : displayText(ts, message);
  if (object !== None) {
    if (head === "") head = "Exception ignored in";
    const shown = call(ts, ts.interp.builtins.getStr("repr") as Value, [object]);
    if (shown === null) clearPending(ts);
    const text = shown === null ? undefined : asStr(shown);
    head += `: ${text === undefined ? "<object repr() failed>" : toJs(text)}\n`;
  } else if (head !== "") head += ":\n";
  const body = isInstance(value, BaseExceptionType) ? formatIgnored(ts, value as PyBaseException) : "";
  writeError(ts, strFromJs(head + body));
  return None;
}

/** `sys.breakpointhook`: calls what PYTHONBREAKPOINT names, `pdb.set_trace` by default (PEP 553). */
function breakpointHook(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  let name = "pdb.set_trace";
  if (!SysState.of(ts).config.ignoreEnvironment) {
    const chosen = environmentOf(ts).get("PYTHONBREAKPOINT");
    if (chosen === "0") return None;
    if (chosen !== undefined && chosen !== "") name = chosen;
  }
  const dot = name.lastIndexOf(".");
  if (dot !== 0) {
    const hook = importName(ts, dot < 0 ? "builtins" : name.slice(0, dot), name.slice(dot + 1));
    if (hook !== null) return call(ts, hook, args, kwnames);
    if (!pendingMatches(ts, ImportErrorType) && !pendingMatches(ts, AttributeErrorType)) return null;
    clearPending(ts);
  }
  const message = `Ignoring unimportable $PYTHONBREAKPOINT: "${name}"`;
  return warn(ts, RuntimeWarningType, message, 0) === null ? null : None;
}

/** Hooks of `sys`. */
export const hookFunctions: readonly MethodRow[] = [
  [
    "excepthook",
    "($module, exctype, value, traceback, /)",
    exceptHook,
    "Shows an exception that nobody caught.",
  ],
  [
    "unraisablehook",
    "($module, unraisable, /)",
    unraisableHook,
    "Shows an exception that could not be raised.",
  ],
  ["breakpointhook", "($module, /, *args, **kwargs)", breakpointHook, "What breakpoint() calls."],
];
