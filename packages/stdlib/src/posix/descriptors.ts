import {
  isTrue,
  type MethodRow,
  None,
  PyBytes,
  PyTuple,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  toArray,
  toIndex,
  toSize,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { attempt, persist, raiseErrno } from "../os-error.js";
import { constants } from "./constants.js";

/** A descriptor argument. */
export function descriptor(ts: ThreadState, v: Value): Result<number> {
  const fd = toIndex(ts, v);
  return fd === null ? null : Number(fd);
}

/** Calls with the bytes of an argument. */
function withBytes<T>(ts: ThreadState, data: Value, operation: (bytes: Uint8Array) => Result<T>): Result<T> {
  const getBuffer = typeOf(data).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(data)}'`);
  }
  const view = getBuffer(ts, data, 0);
  if (view === null) return null;
  const answer = operation(view.bytes);
  view.release();
  return answer;
}

function readBytes(ts: ThreadState, fd: number, lengthValue: Value, position: number | null): Result<Value> {
  const length = toSize(ts, lengthValue);
  if (length === null) return null;
  if (length < 0) return raiseErrno(ts, errnoOf("EINVAL"));
  const into = new Uint8Array(length);
  const count = persist(ts, () => ts.interp.host.files.read(fd, into, position));
  return count === null ? null : new PyBytes(into.slice(0, count));
}

function read(ts: ThreadState, _m: Value, fdValue: Value, length: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  return fd === null ? null : readBytes(ts, fd, length, null);
}

function pread(ts: ThreadState, _m: Value, fdValue: Value, length: Value, offset: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  const at = fd === null ? null : toSize(ts, offset);
  return fd === null || at === null ? null : readBytes(ts, fd, length, at);
}

function write(ts: ThreadState, _m: Value, fdValue: Value, data: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  if (fd === null) return null;
  return withBytes(ts, data, (bytes) => persist(ts, () => ts.interp.host.files.write(fd, bytes, null)));
}

function pwrite(ts: ThreadState, _m: Value, fdValue: Value, data: Value, offset: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  const at = fd === null ? null : toSize(ts, offset);
  if (fd === null || at === null) return null;
  return withBytes(ts, data, (bytes) => persist(ts, () => ts.interp.host.files.write(fd, bytes, at)));
}

/** `os.readv`: fills one buffer after the other. */
function readv(ts: ThreadState, _m: Value, fdValue: Value, buffersValue: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  const buffers = fd === null ? null : toArray(ts, buffersValue);
  if (fd === null || buffers === null) return null;
  let total = 0;
  for (const buffer of buffers) {
    const getBuffer = typeOf(buffer).bf_getbuffer;
    if (getBuffer === null) {
      return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(buffer)}'`);
    }
    const view = getBuffer(ts, buffer, 1);
    if (view === null) return null;
    const count = persist(ts, () => ts.interp.host.files.read(fd, view.bytes, null));
    view.release();
    if (count === null) return null;
    total += count;
    if (count < view.bytes.length) break;
  }
  return total;
}

/** `os.writev`: writes one buffer after the other. */
function writev(ts: ThreadState, _m: Value, fdValue: Value, buffersValue: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  const buffers = fd === null ? null : toArray(ts, buffersValue);
  if (fd === null || buffers === null) return null;
  let total = 0;
  for (const buffer of buffers) {
    const count = withBytes(ts, buffer, (bytes) =>
      persist(ts, () => ts.interp.host.files.write(fd, bytes, null)),
    );
    if (count === null) return null;
    total += count;
  }
  return total;
}

const inheritableKey = {};

/** Descriptors that programs started from here are to get; the standard streams always. */
const inheritable = (ts: ThreadState): Set<number> =>
  ts.interp.state(inheritableKey, () => new Set([0, 1, 2]));

/** Forgets what was said of a descriptor that is closed. */
export function closeDescriptor(ts: ThreadState, fd: number): void {
  ts.interp.host.files.close(fd);
  inheritable(ts).delete(fd);
}

function makePipe(ts: ThreadState): Result<[number, number]> {
  return attempt(ts, () => ts.interp.host.files.pipe());
}

function pipe2(ts: ThreadState, _m: Value, flagsValue: Value): Result<Value> {
  const flags = toSize(ts, flagsValue);
  if (flags === null) return null;
  const ends = makePipe(ts);
  if (ends === null) return null;
  if ((flags & constants.O_NONBLOCK) !== 0) {
    for (const fd of ends) ts.interp.host.files.setBlocking(fd, false);
  }
  if ((flags & constants.O_CLOEXEC) === 0) for (const fd of ends) inheritable(ts).add(fd);
  return new PyTuple(ends);
}

function dup(ts: ThreadState, _m: Value, fdValue: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  return fd === null ? null : attempt(ts, () => ts.interp.host.files.dup(fd));
}

function dup2(ts: ThreadState, _m: Value, fdValue: Value, targetValue: Value, flag?: Value): Result<Value> {
  const fd = descriptor(ts, fdValue);
  const target = fd === null ? null : descriptor(ts, targetValue);
  const inherit = flag === undefined ? true : isTrue(ts, flag);
  if (fd === null || target === null || inherit === null) return null;
  if (fd < 0 || target < 0) return raiseErrno(ts, errnoOf("EBADF"));
  const copy = attempt(ts, () => ts.interp.host.files.dup(fd, target));
  if (copy !== null && inherit) inheritable(ts).add(copy);
  return copy;
}

/** Calls with an open descriptor. */
const onOpen =
  (operation: (ts: ThreadState, fd: number, flag: boolean) => Value) =>
  (ts: ThreadState, _m: Value, fdValue: Value, flagValue?: Value): Result<Value> => {
    const fd = descriptor(ts, fdValue);
    const flag = flagValue === undefined ? false : isTrue(ts, flagValue);
    if (fd === null || flag === null) return null;
    return attempt(ts, () => {
      ts.interp.host.files.fstat(fd);
      return operation(ts, fd, flag);
    });
  };

/** Functions that read, write, make and copy descriptors. */
export const descriptorFunctions: readonly MethodRow[] = [
  ["read", "($module, fd, length, /)", read, "Reads from a descriptor."],
  ["write", "($module, fd, data, /)", write, "Writes to a descriptor."],
  ["pread", "($module, fd, length, offset, /)", pread, "Reads at a place of a file."],
  ["pwrite", "($module, fd, buffer, offset, /)", pwrite, "Writes at a place of a file."],
  ["readv", "($module, fd, buffers, /)", readv, "Reads into several buffers."],
  ["writev", "($module, fd, buffers, /)", writev, "Writes several buffers."],
  [
    "pipe",
    "($module, /)",
    (ts) => {
      const ends = makePipe(ts);
      return ends === null ? null : new PyTuple(ends);
    },
    "A pipe: a descriptor to read from, and one to write to.",
  ],
  ["pipe2", "($module, flags, /)", pipe2, "A pipe, with flags as for open()."],
  ["dup", "($module, fd, /)", dup, "Another descriptor of the same open file."],
  ["dup2", "($module, /, fd, fd2, inheritable=True)", dup2, "Makes a descriptor one of another open file."],
  [
    "get_blocking",
    "($module, fd, /)",
    onOpen((ts, fd) => ts.interp.host.files.isBlocking(fd)),
    "Do calls wait for the descriptor?",
  ],
  [
    "set_blocking",
    "($module, fd, blocking, /)",
    onOpen((ts, fd, blocking) => {
      ts.interp.host.files.setBlocking(fd, blocking);
      return None;
    }),
    "Says whether calls wait for the descriptor.",
  ],
  [
    "get_inheritable",
    "($module, fd, /)",
    onOpen((ts, fd) => inheritable(ts).has(fd)),
    "Do programs started from here get the descriptor?",
  ],
  [
    "set_inheritable",
    "($module, fd, inheritable, /)",
    onOpen((ts, fd, inherit) => {
      if (inherit) inheritable(ts).add(fd);
      else inheritable(ts).delete(fd);
      return None;
    }),
    "Says whether programs started from here get the descriptor.",
  ],
];
