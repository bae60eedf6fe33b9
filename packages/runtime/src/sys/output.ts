import {
  asStr,
  callMethod,
  clearPending,
  decode,
  encode,
  getAttr,
  getOptionalAttr,
  HostError,
  None,
  PyBytes,
  pendingMatches,
  type Result,
  RuntimeErrorType,
  raise,
  repr,
  type Status,
  type Str,
  str,
  type ThreadState,
  TypeErrorType,
  toJs,
  UnicodeEncodeErrorType,
  type Value,
} from "@adder/objects";

/** An attribute of the `sys` module; `undefined` when a program has deleted it. */
export function sysAttribute(ts: ThreadState, name: string): Value | undefined {
  const sys = ts.interp.modules.getStr("sys");
  if (sys === undefined) return undefined;
  const value = getOptionalAttr(ts, sys, name);
  if (value !== null) return value;
  clearPending(ts);
  return undefined;
}

/** Writes text to standard error whatever state `sys.stderr` is in; never fails. */
export function writeError(ts: ThreadState, text: Str): void {
  const stderr = sysAttribute(ts, "stderr");
  if (stderr !== undefined && stderr !== None) {
    if (callMethod(ts, stderr, "write", [text]) !== null) {
      if (callMethod(ts, stderr, "flush", []) === null) clearPending(ts);
      return;
    }
    clearPending(ts);
  }
  writeDescriptor(ts, 2, text);
}

/** Writes text to a descriptor of the host, past Python's files. Errors of the host are dropped. */
export function writeDescriptor(ts: ThreadState, fd: number, text: Str): void {
  const encoded = encode(ts, text, "utf-8", "backslashreplace");
  if (!(encoded instanceof PyBytes)) {
    clearPending(ts);
    return;
  }
  let bytes = encoded.value;
  try {
    while (bytes.length > 0) bytes = bytes.subarray(ts.interp.host.files.write(fd, bytes, null));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/** `sys.displayhook`: shows a value at the prompt and remembers it as `builtins._`. */
export function displayHook(ts: ThreadState, value: Value): Result<Value> {
  if (value === None) return None;
  const { builtins } = ts.interp;
  builtins.setStr("_", None);
  const stdout = sysAttribute(ts, "stdout");
  if (stdout === undefined || stdout === None) return raise(ts, RuntimeErrorType, "lost sys.stdout");
  const text = repr(ts, value);
  if (text === null || writeDisplayed(ts, stdout, text) === null) return null;
  if (callMethod(ts, stdout, "write", ["\n"]) === null) return null;
  builtins.setStr("_", value);
  return None;
}

/** Writes a repr; what the stream's encoding lacks is escaped (CPython `sys_displayhook_unencodable`). */
function writeDisplayed(ts: ThreadState, stdout: Value, text: Str): Status {
  if (callMethod(ts, stdout, "write", [text]) !== null) return true;
  if (!pendingMatches(ts, UnicodeEncodeErrorType)) return null;
  clearPending(ts);
  const encoding = getAttr(ts, stdout, "encoding");
  if (encoding === null) return null;
  const name = asStr(encoding);
  if (name === undefined) return raise(ts, TypeErrorType, "bad argument type for built-in operation");
  const bytes = encode(ts, text, toJs(name), "backslashreplace");
  const buffer = bytes === null ? null : getOptionalAttr(ts, stdout, "buffer");
  if (bytes === null || buffer === null) return null;
  if (buffer !== undefined) return callMethod(ts, buffer, "write", [bytes]) === null ? null : true;
  const escaped = decode(ts, (bytes as PyBytes).value, toJs(name), "strict");
  return escaped === null || callMethod(ts, stdout, "write", [escaped]) === null ? null : true;
}

/** Flushes `sys.stdout` and `sys.stderr` at the end. `false` when standard output could not be written. */
export function flushStandardStreams(ts: ThreadState): boolean {
  let fine = true;
  for (const name of ["stdout", "stderr"]) {
    const stream = sysAttribute(ts, name);
    if (stream === undefined || stream === None) continue;
    const closed = getOptionalAttr(ts, stream, "closed");
    if (closed === null) clearPending(ts);
    if (closed === true) continue;
    if (callMethod(ts, stream, "flush", []) === null) {
      if (name === "stdout") {
        ts.interp.evaluator.unraisable(ts, undefined, "Exception ignored while flushing sys.stdout");
        fine = false;
      } else clearPending(ts);
    }
  }
  return fine;
}

/** Text of a value for messages to the user, whatever its `__str__` does. */
export function displayText(ts: ThreadState, value: Value): string {
  const text = str(ts, value);
  if (text !== null) return toJs(text);
  clearPending(ts);
  return "<exception str() failed>";
}
