import {
  asStr,
  call,
  callMethod,
  fsPath,
  isTrue,
  None,
  type PyType,
  type Result,
  raise,
  setAttr,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toIndex,
  toInt,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import {
  BufferedRandomType,
  BufferedReaderType,
  BufferedWriterType,
  DEFAULT_BUFFER_SIZE,
} from "./buffered.js";
import { askStream } from "./common.js";
import { FileIOType } from "./file-io.js";
import { TextIOWrapperType } from "./text-io-wrapper.js";

/** What a mode string of `open()` says. */
interface Mode {
  readonly creating: boolean;
  readonly reading: boolean;
  readonly writing: boolean;
  readonly appending: boolean;
  readonly updating: boolean;
  readonly text: boolean;
  readonly binary: boolean;
}

function parseMode(ts: ThreadState, mode: string): Result<Mode> {
  const letters = new Set(mode);
  if ([...mode].some((c) => !"axrwb+t".includes(c)) || letters.size < mode.length) {
    return raise(ts, ValueErrorType, `invalid mode: '${mode}'`);
  }
  const parsed = {
    creating: letters.has("x"),
    reading: letters.has("r"),
    writing: letters.has("w"),
    appending: letters.has("a"),
    updating: letters.has("+"),
    text: letters.has("t"),
    binary: letters.has("b"),
  };
  if (parsed.text && parsed.binary)
    return raise(ts, ValueErrorType, "can't have text and binary mode at once");
  const kinds = [parsed.creating, parsed.reading, parsed.writing, parsed.appending].filter(Boolean).length;
  if (kinds !== 1) {
    return raise(ts, ValueErrorType, "must have exactly one of create/read/write/append mode");
  }
  return parsed;
}

/** `io.open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)`. */
export function openFile(
  ts: ThreadState,
  _module: Value,
  file: Value,
  modeValue?: Value,
  bufferingValue?: Value,
  encoding?: Value,
  errors?: Value,
  newline?: Value,
  closefdValue?: Value,
  opener?: Value,
): Result<Value> {
  const path = toInt(file) === undefined ? fsPath(ts, file) : file;
  if (path === null) return null;
  const modeText = modeValue === undefined ? "r" : asStr(modeValue);
  if (modeText === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `open() argument 'mode' must be str, not ${typeName(modeValue as Value)}`,
    );
  }
  const buffering = bufferingValue === undefined ? -1 : toIndex(ts, bufferingValue);
  if (buffering === null) return null;
  const named = { encoding, errors, newline };
  for (const [name, value] of Object.entries(named)) {
    if (value !== undefined && value !== None && asStr(value) === undefined) {
      return raise(
        ts,
        TypeErrorType,
        `open() argument '${name}' must be str or None, not ${typeName(value)}`,
      );
    }
  }
  const given = (v: Value | undefined): boolean => v !== undefined && v !== None;
  const mode = parseMode(ts, toJs(modeText));
  if (mode === null) return null;
  if (mode.binary) {
    for (const name of ["encoding", "errors", "newline"] as const) {
      if (given(named[name]))
        return raise(
          ts,
          ValueErrorType,
          `binary mode doesn't take ${name === "encoding" || name === "errors" ? `an ${name}` : `a ${name}`} argument`,
        );
    }
    if (buffering === 1) {
      const category = ts.interp.builtins.getStr("RuntimeWarning") as PyType;
      const message =
        "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
      if (ts.interp.evaluator.warn(ts, category, message, 1) === null) return null;
    }
  }
  const closefd = closefdValue === undefined ? true : isTrue(ts, closefdValue);
  if (closefd === null) return null;
  const rawMode =
    (mode.creating ? "x" : "") +
    (mode.reading ? "r" : "") +
    (mode.writing ? "w" : "") +
    (mode.appending ? "a" : "") +
    (mode.updating ? "+" : "");
  const raw = call(ts, FileIOType, [path, rawMode, closefd, opener ?? None]);
  if (raw === null) return null;
  const stream = wrap(ts, raw, mode, toJs(modeText), Number(buffering), encoding, errors, newline);
  if (stream === null) {
    const { pending } = ts;
    ts.pending = null;
    if (callMethod(ts, raw, "close", []) !== null) ts.pending = pending;
  }
  return stream;
}

function wrap(
  ts: ThreadState,
  raw: Value,
  mode: Mode,
  modeText: string,
  bufferingGiven: number,
  encoding: Value | undefined,
  errors: Value | undefined,
  newline: Value | undefined,
): Result<Value> {
  let buffering = bufferingGiven;
  const terminal = askStream(ts, raw, "isatty");
  if (terminal === null) return null;
  const lineBuffering = buffering === 1 || (buffering < 0 && terminal);
  if (lineBuffering && !mode.binary) buffering = -1;
  if (buffering < 0 || (buffering === 1 && mode.binary)) buffering = DEFAULT_BUFFER_SIZE;
  if (buffering === 0) {
    return mode.binary ? raw : raise(ts, ValueErrorType, "can't have unbuffered text I/O");
  }
  const type = mode.updating ? BufferedRandomType : mode.reading ? BufferedReaderType : BufferedWriterType;
  const buffer = call(ts, type, [raw, buffering]);
  if (buffer === null || mode.binary) return buffer;
  const text = call(ts, TextIOWrapperType, [
    buffer,
    encoding ?? None,
    errors ?? None,
    newline ?? None,
    lineBuffering,
  ]);
  if (text === null) return null;
  return setAttr(ts, text, "mode", strFromJs(modeText)) === null ? null : text;
}

/** `io.text_encoding(encoding, stacklevel=2)`. */
export function textEncoding(_ts: ThreadState, _module: Value, encoding: Value): Value {
  return encoding === None ? "utf-8" : encoding;
}
