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
  raiseValue,
  type Status,
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

/** Raises SyntaxError for a null byte as CPython's reader of files does: it knows the line (`tok_underflow_file`). */
export function checkNullBytes(ts: ThreadState, source: Uint8Array, filename: string): Status {
  const at = source.indexOf(0);
  if (at < 0) return true;
  const before = new TextDecoder().decode(source.subarray(0, at)).split("\n");
  const details = [filename, before.length, 0, before[before.length - 1], before.length, 0];
  const values = details.map((v): Value => (typeof v === "string" ? strFromJs(v) : v));
  const exc = newException(SyntaxErrorType, []);
  const message = "source code cannot contain null bytes";
  // The constructor sets what tracebacks show.
  if (callMethod(ts, exc, "__init__", [message, new PyTuple(values)]) === null) return null;
  return raiseValue(ts, exc);
}

/** Messages about bytes that are not UTF-8 name the file, where a file is read (`_PyTokenizer_ensure_utf8`). */
export function nameFile(ts: ThreadState, filename: string, result: Result<Value>): Result<Value> {
  const exc = ts.pending;
  if (result !== null || exc === null || !isSubtype(exc.cls, SyntaxErrorType)) return result;
  const message = asStr(getExceptionField(exc, "msg") ?? 0);
  const parts =
    message === undefined
      ? null
      : /^(Non-UTF-8 code starting with '\\x..')( on line .*)$/.exec(toJs(message));
  if (parts !== null) setExceptionField(exc, "msg", strFromJs(`${parts[1]} in file ${filename}${parts[2]}`));
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
