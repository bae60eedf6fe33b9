import { isUtf8 } from "node:buffer";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import {
  asStr,
  callMethod,
  getExceptionField,
  type HostFiles,
  isSubtype,
  newException,
  PyTuple,
  type Result,
  raise,
  raiseValue,
  SyntaxErrorType,
  setExceptionField,
  strFromJs,
  type ThreadState,
  toJs,
  type Value,
} from "@adder/objects";

/** An absolute path that is otherwise as it was given: `__file__` shows it, and messages do. */
export function absolutePath(files: HostFiles, path: string): string {
  if (path.startsWith("/")) return path;
  return path === "" ? files.getcwd() : `${files.getcwd()}/${path}`;
}

/** A path without symbolic links. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Reads a program; `null` for a folder or an archive, whose `__main__` is to be run. Throws HostError. */
export function readProgram(files: HostFiles, path: string): Uint8Array | null {
  if ((files.stat(path).mode & 0xf000) === 0x4000) return null;
  const fd = files.open(path, 0, 0);
  try {
    const source = drain(files, fd);
    return isArchive(source) ? null : source;
  } finally {
    files.close(fd);
  }
}

/** Is there a zip archive's end of central directory, behind which only a comment may stand? */
function isArchive(bytes: Uint8Array): boolean {
  for (let at = bytes.lastIndexOf(0x06); at >= 3; at = bytes.lastIndexOf(0x06, at - 1)) {
    if (at < bytes.length - 65557) return false;
    if (bytes[at - 1] === 0x05 && bytes[at - 2] === 0x4b && bytes[at - 3] === 0x50) return true;
  }
  return false;
}

/** Everything that a descriptor gives. */
export function drain(files: HostFiles, fd: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (true) {
    const into = new Uint8Array(65536);
    const count = files.read(fd, into, null);
    if (count === 0) break;
    parts.push(into.subarray(0, count));
    length += count;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A source for `-x`: its first line is empty. */
export function withoutFirstLine(source: Uint8Array): Uint8Array {
  const newline = source.indexOf(10);
  return newline < 0 ? new Uint8Array(0) : source.subarray(newline);
}

/**
 * Raises SyntaxError for a null byte as CPython's reader of files does: it knows the line (`tok_underflow_file`).
 * Where something before it is no UTF-8, only the lines up to there are answered: that is the first error.
 */
export function checkNullBytes(ts: ThreadState, source: Uint8Array, filename: string): Result<Uint8Array> {
  const at = source.indexOf(0);
  if (at < 0) return source;
  const read = source.subarray(0, source.lastIndexOf(10, at) + 1);
  if (!isUtf8(read) && !/coding[:=]/.test(new TextDecoder("latin1").decode(read.subarray(0, 200))))
    return read;
  const before = new TextDecoder().decode(source.subarray(0, at)).split("\n");
  const details = [filename, before.length, 0, before[before.length - 1], before.length, 0];
  const values = details.map((v): Value => (typeof v === "string" ? strFromJs(v) : v));
  const exc = newException(SyntaxErrorType, []);
  const message = "source code cannot contain null bytes";
  // The constructor sets what tracebacks show.
  if (callMethod(ts, exc, "__init__", [message, new PyTuple(values)]) === null) return null;
  return raiseValue(ts, exc);
}

/**
 * Messages of CPython's reader of files: about bytes that are not UTF-8 they name the file, about an encoding that
 * is not known no place at all (`_PyTokenizer_ensure_utf8`, `_PyTokenizer_check_coding_spec`).
 */
export function nameFile(ts: ThreadState, filename: string, result: Result<Value>): Result<Value> {
  const exc = ts.pending;
  if (result !== null || exc === null || !isSubtype(exc.cls, SyntaxErrorType)) return result;
  const text = asStr(getExceptionField(exc, "msg") ?? 0);
  const message = text === undefined ? "" : toJs(text);
  const notUtf8 = /^(Non-UTF-8 code starting with '\\x..')( on line .*)$/.exec(message);
  if (notUtf8 !== null) {
    setExceptionField(exc, "msg", strFromJs(`${notUtf8[1]} in file ${filename}${notUtf8[2]}`));
  }
  const unknown = /^unknown encoding: (.*)$/.exec(message);
  if (unknown !== null && getExceptionField(exc, "lineno") === 0) {
    return raise(ts, SyntaxErrorType, `encoding problem: ${unknown[1]}`);
  }
  return result;
}

/** Number and text of the error for a host's error code (`strerror`). */
export function openError(code: string): readonly [number, string] {
  switch (code) {
    case "EACCES":
    case "EPERM":
      return [13, "Permission denied"];
    case "ENOTDIR":
      return [20, "Not a directory"];
    case "ELOOP":
      return [40, "Too many levels of symbolic links"];
    case "ENAMETOOLONG":
      return [36, "File name too long"];
    default:
      return [2, "No such file or directory"];
  }
}
