import {
  asDouble,
  bindKeywords,
  defineType,
  isTrue,
  type KwNames,
  type MethodRow,
  None,
  PyBytes,
  PyFloat,
  type PyInstance,
  type PyObject,
  type PyType,
  type Result,
  raise,
  type Status,
  sizeArgument,
  type ThreadState,
  TimeoutErrorType,
  TypeErrorType,
  TypeFlags,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { bytesArgument, intArgument } from "../arguments.js";
import { errnoOf } from "../errno/numbers.js";
import { attempt, raiseErrno } from "../os-error.js";
import { pause } from "../pause.js";
import { AF_UNIX, SOCK_STREAM, SocketPairs } from "./pairs.js";

/** Longest time between two looks at a socket that is waited for, in seconds. */
const LONGEST_PAUSE = 0.005;
const MSG_DONTWAIT = 0x40;

/** A socket: one end of a pair. */
export class PySocket implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;
  /** -1 when closed. */
  fd = -1;
  family = -1;
  type = -1;
  proto = -1;
  /** Seconds that a call may wait, `null` for any time; 0 when it may not. */
  timeout: number | null = null;

  constructor(cls: PyType = SocketType) {
    this.cls = cls;
  }
}

/** Raises the OSError of a host without network. */
export const noNetwork = (ts: ThreadState): null => raiseErrno(ts, errnoOf("EAFNOSUPPORT"));
const badDescriptor = (ts: ThreadState): null => raiseErrno(ts, errnoOf("EBADF"));

/** The timeout of new sockets. */
export class SocketState {
  timeout: number | null = null;

  static of(ts: ThreadState): SocketState {
    return ts.interp.state(SocketState, () => new SocketState());
  }
}

/** A timeout argument: seconds, `null` for None. Raises TypeError and ValueError. */
export function timeoutArgument(ts: ThreadState, v: Value): Result<{ seconds: number | null }> {
  if (v === None) return { seconds: null };
  const seconds = asDouble(ts, v);
  if (seconds === null) return null;
  return seconds < 0 ? raise(ts, ValueErrorType, "Timeout value out of range") : { seconds };
}

/** A socket with a descriptor of a pair. */
export function socketOf(ts: ThreadState, fd: number, cls?: PyType): PySocket {
  const made = new PySocket(cls);
  made.fd = fd;
  made.family = AF_UNIX;
  made.type = SOCK_STREAM;
  made.proto = 0;
  made.timeout = SocketState.of(ts).timeout;
  return made;
}

function initSocket(ts: ThreadState, self: PySocket, args: Value[], kwnames: KwNames): Status {
  const bound = bindKeywords(ts, "socket", args, kwnames, ["family", "type", "proto", "fileno"]);
  if (bound === null) return null;
  const numbers: number[] = [];
  for (const v of bound.slice(0, 3)) {
    const n = intArgument(ts, v, -1);
    if (n === null) return null;
    numbers.push(n);
  }
  if (bound[3] === undefined || bound[3] === None) return noNetwork(ts);
  const fd = intArgument(ts, bound[3], -1);
  if (fd === null) return null;
  if (fd < 0) return raise(ts, ValueErrorType, "negative file descriptor");
  if (!SocketPairs.of(ts).has(fd)) {
    const exists = attempt(ts, () => ts.interp.host.files.fstat(fd));
    return exists === null ? null : raiseErrno(ts, errnoOf("ENOTSOCK"));
  }
  const [family, type, proto] = numbers;
  self.fd = fd;
  self.family = family < 0 ? AF_UNIX : family;
  self.type = type < 0 ? SOCK_STREAM : type;
  self.proto = proto < 0 ? 0 : proto;
  return setTimeout(ts, self, SocketState.of(ts).timeout);
}

function setTimeout(ts: ThreadState, self: PySocket, seconds: number | null): Status {
  self.timeout = seconds;
  return self.fd < 0 ? badDescriptor(ts) : SocketPairs.of(ts).setBlocking(ts, self.fd, seconds === null);
}

/** Waits until something can be read, as long as the timeout says. Raises TimeoutError. */
function awaitReadable(ts: ThreadState, self: PySocket): Status {
  if (self.timeout === null || self.timeout === 0) return true;
  const { host } = ts.interp;
  const end = host.monotonic() + BigInt(Math.round(self.timeout * 1e9));
  for (let wait = 0.0002; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    const readable = attempt(ts, () => ({ yes: host.files.isReadable(self.fd) }));
    if (readable === null) return null;
    if (readable.yes) return true;
    const left = Number(end - host.monotonic()) / 1e9;
    if (left <= 0) return raise(ts, TimeoutErrorType, "timed out");
    if (pause(ts, Math.min(wait, left)) === null) return null;
  }
}

/** Reads into memory. @returns how many bytes, 0 at the end. Raises OSError. */
function receiveInto(ts: ThreadState, self: PySocket, into: Uint8Array, flags: number): Result<number> {
  if (self.fd < 0) return badDescriptor(ts);
  const { files } = ts.interp.host;
  if ((flags & MSG_DONTWAIT) !== 0) {
    const ready = attempt(ts, () => ({ yes: files.isReadable(self.fd) }));
    if (ready === null) return null;
    if (!ready.yes) return raiseErrno(ts, errnoOf("EAGAIN"));
  }
  if (awaitReadable(ts, self) === null) return null;
  return attempt(ts, () => files.read(self.fd, into, null));
}

function receive(ts: ThreadState, self: PySocket, sizeValue: Value, flagsValue?: Value): Result<Value> {
  const size = sizeArgument(ts, sizeValue);
  const flags = size === null ? null : intArgument(ts, flagsValue, 0);
  if (size === null || flags === null) return null;
  if (size < 0) return raise(ts, ValueErrorType, "negative buffersize in recv");
  const into = new Uint8Array(size);
  const count = receiveInto(ts, self, into, flags);
  return count === null ? null : new PyBytes(into.slice(0, count));
}

/** Receives so many bytes at most; 0 is as many as there is room for. Raises ValueError and OSError. */
function receiveSome(
  ts: ThreadState,
  self: PySocket,
  into: Uint8Array,
  size: number,
  flags: number,
): Result<number> {
  if (size < 0) return raise(ts, ValueErrorType, "negative buffersize in recv_into");
  if (size > into.length) return raise(ts, ValueErrorType, "buffer too small for requested bytes");
  return receiveInto(ts, self, size === 0 ? into : into.subarray(0, size), flags);
}

function receiveIntoBuffer(ts: ThreadState, self: PySocket, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "recv_into", args, kwnames, ["buffer", "nbytes", "flags"], 1);
  if (bound === null) return null;
  const buffer = bound[0] as Value;
  const getBuffer = typeOf(buffer).bf_getbuffer;
  const loan = getBuffer === null ? null : getBuffer(ts, buffer, 1);
  if (loan === null || loan.readonly) {
    loan?.release();
    ts.pending = null;
    const message = "recv_into() argument 1 must be read-write bytes-like object";
    return raise(ts, TypeErrorType, `${message}, not ${typeName(buffer)}`);
  }
  const size = bound[1] === undefined ? 0 : sizeArgument(ts, bound[1]);
  const flags = size === null ? null : intArgument(ts, bound[2], 0);
  const count = size === null || flags === null ? null : receiveSome(ts, self, loan.bytes, size, flags);
  loan.release();
  return count;
}

/** Writes what can be written. @returns how much. Raises OSError. */
function sendBytes(ts: ThreadState, self: PySocket, data: Uint8Array): Result<number> {
  if (self.fd < 0) return badDescriptor(ts);
  const writer = SocketPairs.of(ts).writer(self.fd);
  if (writer === undefined) return raiseErrno(ts, errnoOf("EPIPE"));
  return attempt(ts, () => ts.interp.host.files.write(writer, data, null));
}

function send(ts: ThreadState, self: PySocket, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "send", args, kwnames, ["", ""], 1);
  const data = bound === null ? null : bytesArgument(ts, bound[0] as Value);
  return data === null ? null : sendBytes(ts, self, data);
}

function sendAll(ts: ThreadState, self: PySocket, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "sendall", args, kwnames, ["", ""], 1);
  let data = bound === null ? null : bytesArgument(ts, bound[0] as Value);
  while (data !== null && data.length > 0) {
    const count = sendBytes(ts, self, data);
    if (count === null) return null;
    data = data.subarray(count);
  }
  return data === null ? null : None;
}

/** Gives the descriptor away, or closes it. */
function detach(self: PySocket): number {
  const { fd } = self;
  self.fd = -1;
  return fd;
}

function close(ts: ThreadState, self: PySocket): Result<Value> {
  const fd = detach(self);
  if (fd < 0) return None;
  return SocketPairs.of(ts).close(ts, fd) === null ? null : None;
}

function shutdown(ts: ThreadState, self: PySocket, how: Value): Result<Value> {
  const n = intArgument(ts, how, 0);
  if (n === null) return null;
  if (self.fd < 0) return badDescriptor(ts);
  if (n < 0 || n > 2) return raiseErrno(ts, errnoOf("EINVAL"));
  if (n > 0 && SocketPairs.of(ts).shutDown(ts, self.fd) === null) return null;
  return None;
}

/** The name of an end: it has none. */
const address = (ts: ThreadState, self: PySocket): Result<Value> => (self.fd < 0 ? badDescriptor(ts) : "");

/** `_socket.socket`. Connected pairs are the only sockets that there are. */
export const SocketType: PyType = defineType({
  name: "_socket.socket",
  flags: TypeFlags.BASETYPE,
  doc: "A socket: one end of a connected pair. This host has no network: making another one raises OSError.",
  slots: { tp_new: (_ts, cls) => new PySocket(cls), tp_init: initSocket },
  methods: [
    ["close", "($self, /)", close, "Closes the socket."],
    ["fileno", "($self, /)", (_ts, self: PySocket) => self.fd, "The descriptor; -1 when closed."],
    ["detach", "($self, /)", (_ts, self: PySocket) => detach(self), "Gives the descriptor away."],
    [
      "gettimeout",
      "($self, /)",
      (_ts, self: PySocket) => (self.timeout === null ? None : new PyFloat(self.timeout)),
      "Seconds that a call may wait; None for any time.",
    ],
    [
      "settimeout",
      "($self, timeout, /)",
      (ts, self: PySocket, v: Value) => {
        const timeout = timeoutArgument(ts, v);
        return timeout === null || setTimeout(ts, self, timeout.seconds) === null ? null : None;
      },
      "Sets how many seconds a call may wait.",
    ],
    ["getblocking", "($self, /)", (_ts, self: PySocket) => self.timeout !== 0, "May a call wait?"],
    [
      "setblocking",
      "($self, flag, /)",
      (ts, self: PySocket, v: Value) => {
        const blocking = isTrue(ts, v);
        if (blocking === null) return null;
        return setTimeout(ts, self, blocking ? null : 0) === null ? null : None;
      },
      "Sets whether a call may wait.",
    ],
    ["recv", "($self, bufsize, flags=0, /)", receive, "Receives bytes; none at the end."],
    [
      "recv_into",
      "($self, buffer, nbytes=0, flags=0)",
      receiveIntoBuffer,
      "Receives into memory.",
      { raw: true },
    ],
    ["send", "($self, data, flags=0, /)", send, "Sends what can be sent.", { raw: true }],
    ["sendall", "($self, data, flags=0, /)", sendAll, "Sends all.", { raw: true }],
    ["shutdown", "($self, how, /)", shutdown, "Ends sending."],
    ["getsockname", "($self, /)", address, "Its own address."],
    ["getpeername", "($self, /)", address, "The address of the other end."],
    ...["bind", "connect", "connect_ex", "listen", "_accept", "sendto", "recvfrom"].map(
      (name): MethodRow => [name, "($self, /, *args)", noNetwork, null, { hidden: true }],
    ),
  ],
  getset: [
    ["family", (_ts, self: PySocket) => self.family, null, "The address family.", "member"],
    ["type", (_ts, self: PySocket) => self.type, null, "The kind of socket.", "member"],
    ["proto", (_ts, self: PySocket) => self.proto, null, "The protocol.", "member"],
    ["timeout", (_ts, self: PySocket) => (self.timeout === null ? None : new PyFloat(self.timeout))],
  ],
});

/** `_socket.socketpair`: two sockets that are connected. Raises OSError for other kinds than those of Unix. */
export function socketPair(
  ts: ThreadState,
  _module: Value,
  familyValue?: Value,
  typeValue?: Value,
  protoValue?: Value,
): Result<readonly [PySocket, PySocket]> {
  const family = intArgument(ts, familyValue, AF_UNIX);
  const type = family === null ? null : intArgument(ts, typeValue, SOCK_STREAM);
  const proto = type === null ? null : intArgument(ts, protoValue, 0);
  if (family === null || type === null || proto === null) return null;
  if (family !== AF_UNIX || (type & 0xf) !== SOCK_STREAM) return raiseErrno(ts, errnoOf("EOPNOTSUPP"));
  const pair = SocketPairs.of(ts).make(ts);
  return pair === null ? null : [socketOf(ts, pair[0]), socketOf(ts, pair[1])];
}
