import {
  argumentTypeName,
  asciiObject,
  asStr,
  call,
  callMethod,
  EOFErrorType,
  formatObject,
  getAttr,
  getOptionalAttr,
  isTrue,
  joinStr,
  type MethodRow,
  None,
  type Result,
  RuntimeErrorType,
  raise,
  reprObject,
  type Status,
  type Str,
  str,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  unexpectedKeyword,
  utf8Encode,
  type Value,
} from "@adder/objects";

type Kw = readonly string[] | null;

/** An attribute of `sys`, `undefined` when there is none. */
function sysAttribute(ts: ThreadState, name: string): Result<Value | undefined> {
  const sys = ts.interp.modules.getStr("sys");
  return sys === undefined ? undefined : getOptionalAttr(ts, sys, name);
}

/** What `print` puts between items or behind them. Raises TypeError. */
function separator(ts: ThreadState, name: string, value: Value | undefined, otherwise: string): Result<Str> {
  if (value === undefined || value === None) return otherwise;
  const text = asStr(value);
  if (text !== undefined) return text;
  return raise(ts, TypeErrorType, `${name} must be None or a string, not ${typeName(value)}`);
}

function print(ts: ThreadState, _module: Value, args: Value[], kwnames: Kw): Result<Value> {
  const count = args.length - (kwnames?.length ?? 0);
  let sep: Value | undefined;
  let end: Value | undefined;
  let file: Value | undefined;
  let flush: Result<boolean> = false;
  for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
    const value = args[count + i];
    if (kwnames[i] === "sep") sep = value;
    else if (kwnames[i] === "end") end = value;
    else if (kwnames[i] === "file") file = value;
    else if (kwnames[i] === "flush") flush = isTrue(ts, value);
    else return unexpectedKeyword(ts, "print", kwnames[i], ["sep", "end", "file", "flush"]);
  }
  if (flush === null) return null;
  if (file === undefined || file === None) {
    const stdout = sysAttribute(ts, "stdout");
    if (stdout === null) return null;
    // Where there is no `sys`, the host's descriptor takes its place.
    if (stdout === undefined && ts.interp.modules.getStr("sys") !== undefined) {
      return raise(ts, RuntimeErrorType, "lost sys.stdout");
    }
    if (stdout === None) return None;
    file = stdout;
  }
  const between = separator(ts, "sep", sep, " ");
  if (between === null) return null;
  const behind = separator(ts, "end", end, "\n");
  if (behind === null) return null;
  const parts: Str[] = [];
  for (let i = 0; i < count; i++) {
    const arg = args[i];
    const text = typeof arg === "string" ? arg : str(ts, arg);
    if (text === null) return null;
    if (i > 0) parts.push(between);
    parts.push(text);
  }
  parts.push(behind);
  if (file === undefined) {
    return writeToHost(ts, 1, joinStr(parts, "")) === null ? null : None;
  }
  return writeParts(ts, file, parts, flush) === null ? null : None;
}

/** Writes to a file object: at once, where its `write` is a native method that cannot tell the difference, else in parts. */
function writeParts(ts: ThreadState, file: Value, parts: readonly Str[], flush: boolean): Status {
  const write = getAttr(ts, file, "write");
  if (write === null) return null;
  const native = typeof write === "object" && write.cls.tpName === "builtin_function_or_method";
  for (const part of native ? [joinStr(parts, "")] : parts) {
    if (part === "") continue;
    if (call(ts, write, [part]) === null) return null;
  }
  if (flush && callMethod(ts, file, "flush", []) === null) return null;
  return true;
}

/** Writes text to a descriptor of the host. */
export function writeToHost(ts: ThreadState, fd: number, text: Str): Status {
  const bytes = utf8Encode(ts, text, "backslashreplace");
  if (bytes === null) return null;
  const { files } = ts.interp.host;
  for (let at = 0; at < bytes.length; ) at += files.write(fd, bytes.subarray(at), null);
  return true;
}

function input(ts: ThreadState, _module: Value, prompt: Value = ""): Result<Value> {
  const streams: Value[] = [];
  for (const name of ["stdin", "stdout", "stderr"]) {
    const stream = sysAttribute(ts, name);
    if (stream === null) return null;
    if (stream === undefined || stream === None) {
      return raise(ts, RuntimeErrorType, `input(): lost sys.${name}`);
    }
    streams.push(stream);
  }
  const [stdin, stdout, stderr] = streams;
  if (callMethod(ts, stderr, "flush", []) === null) ts.pending = null;
  const text = str(ts, prompt);
  if (text === null) return null;
  if (text !== "" && callMethod(ts, stdout, "write", [text]) === null) return null;
  if (callMethod(ts, stdout, "flush", []) === null) ts.pending = null;
  const line = callMethod(ts, stdin, "readline", []);
  if (line === null) return null;
  const read = asStr(line);
  if (read === undefined) {
    return raise(ts, TypeErrorType, `object.readline() returned non-string`);
  }
  const js = toJs(read);
  if (js === "") return raise(ts, EOFErrorType, "EOF when reading a line");
  return js.endsWith("\n") ? strFromJs(js.slice(0, -1)) : read;
}

function formatFunction(ts: ThreadState, _module: Value, value: Value, spec: Value = ""): Result<Value> {
  const text = asStr(spec);
  if (text === undefined) {
    return raise(ts, TypeErrorType, `format() argument 2 must be str, not ${argumentTypeName(spec)}`);
  }
  return formatObject(ts, value, text);
}

/** What makes and writes text. */
export const textFunctions: readonly MethodRow[] = [
  [
    "ascii",
    "($module, obj, /)",
    (ts, _m, obj: Value) => asciiObject(ts, obj),
    "The repr of an object with all that is not ASCII escaped.",
  ],
  [
    "format",
    "($module, value, format_spec='', /)",
    formatFunction,
    "An object as text, formatted as the specification says.",
  ],
  [
    "input",
    "($module, prompt='', /)",
    input,
    "Reads a line from standard input, without the newline at its end.",
  ],
  [
    "print",
    "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
    print,
    "Writes values to a stream, or to sys.stdout.",
  ],
  [
    "repr",
    "($module, obj, /)",
    (ts, _m, obj: Value) => reprObject(ts, obj),
    "The text that stands for an object.",
  ],
];
