import {
  asDouble,
  callMethod,
  type FrameView,
  isTrue,
  type ModuleSpec,
  None,
  PyModule,
  type Result,
  RuntimeErrorType,
  raise,
  strFromJs,
  type ThreadState,
  toIndex,
  toInt,
  utf8Encode,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { attempt } from "../os-error.js";

/*
 * A host never crashes in a way that Python code could be told about, and there is one thread: what is left is
 * to show where the program is.
 */

class FaultState {
  enabled = false;
}

const stateOf = (ts: ThreadState): FaultState => ts.interp.state(FaultState, () => new FaultState());

/** The descriptor of a file argument: `sys.stderr` when absent. */
function descriptor(ts: ThreadState, file: Value | undefined): Result<number> {
  let target = file ?? None;
  if (target === None) {
    const sys = ts.interp.modules.getStr("sys");
    target = (sys instanceof PyModule ? sys.dict.getStr("stderr") : undefined) ?? None;
    if (target === None) return raise(ts, RuntimeErrorType, "sys.stderr is None");
  }
  const number = toInt(target);
  if (number !== undefined) {
    return number < 0 ? raise(ts, ValueErrorType, "file is not a valid file descriptor") : Number(number);
  }
  const fileno = callMethod(ts, target, "fileno", []);
  const fd = fileno === null ? null : toIndex(ts, fileno);
  if (fd === null) return null;
  return callMethod(ts, target, "flush", []) === null ? null : Number(fd);
}

/** Frames beyond these are not shown. */
const MAX_FRAMES = 100;

function stackText(ts: ThreadState, allThreads: boolean): string {
  const head = allThreads ? `Current thread 0x${(1).toString(16).padStart(16, "0")}` : "Stack";
  let text = `${head} (most recent call first):\n`;
  let frame: FrameView | null = ts.frame;
  if (frame === null) return `${text}  <no Python frame>\n`;
  for (let n = 0; frame !== null; frame = frame.previous, n++) {
    if (n === MAX_FRAMES) return `${text}  ...\n`;
    const { code } = frame.code;
    text += `  File "${code.filename}", line ${frame.lineno()} in ${code.name}\n`;
  }
  return text;
}

function dumpTraceback(
  ts: ThreadState,
  _m: Value,
  file: Value | undefined,
  allValue: Value | undefined,
): Result<Value> {
  const all = allValue === undefined ? true : isTrue(ts, allValue);
  const fd = all === null ? null : descriptor(ts, file);
  if (all === null || fd === null) return null;
  const bytes = utf8Encode(ts, strFromJs(stackText(ts, all)), "backslashreplace");
  if (bytes === null) return null;
  return attempt(ts, () => ts.interp.host.files.write(fd, bytes, null)) === null ? null : None;
}

/** Whether a watchdog is set makes no difference, but wrong arguments are refused. */
function dumpLater(
  ts: ThreadState,
  _m: Value,
  timeout: Value,
  _repeat: Value | undefined,
  file: Value | undefined,
): Result<Value> {
  const seconds = asDouble(ts, timeout);
  if (seconds === null) return null;
  if (seconds <= 0) return raise(ts, ValueErrorType, "timeout must be greater than 0");
  return descriptor(ts, file) === null ? null : None;
}

/** `faulthandler` (CPython `Modules/faulthandler.c`), as far as a host lets it. */
export const faulthandlerModule: ModuleSpec = {
  name: "faulthandler",
  doc: "Shows where the program is.",
  functions: [
    [
      "enable",
      "($module, /, file=sys.stderr, all_threads=True)",
      (ts, _m, file: Value | undefined) => {
        if (descriptor(ts, file) === null) return null;
        stateOf(ts).enabled = true;
        return None;
      },
      "Enable the fault handler.",
    ],
    [
      "disable",
      "($module, /)",
      (ts) => {
        const state = stateOf(ts);
        const was = state.enabled;
        state.enabled = false;
        return was;
      },
      "Disable the fault handler.",
    ],
    ["is_enabled", "($module, /)", (ts) => stateOf(ts).enabled, "Check if the handler is enabled."],
    [
      "dump_traceback",
      "($module, /, file=sys.stderr, all_threads=True)",
      dumpTraceback,
      "Writes the stack into a file.",
    ],
    ["dump_c_stack", "($module, /, file=sys.stderr)", () => None, "Does nothing: there is no C stack."],
    [
      "dump_traceback_later",
      "($module, /, timeout, repeat=False, file=sys.stderr, exit=False)",
      dumpLater,
      "Checks its arguments.",
    ],
    ["cancel_dump_traceback_later", "($module, /)", () => None, "Does nothing."],
    [
      "register",
      "($module, /, signum, file=sys.stderr, all_threads=True, chain=False)",
      (ts, _m, _signum: Value, file: Value | undefined) => (descriptor(ts, file) === null ? null : None),
      "Checks its arguments.",
    ],
    ["unregister", "($module, signum, /)", () => false, "There is nothing to unregister."],
  ],
};
