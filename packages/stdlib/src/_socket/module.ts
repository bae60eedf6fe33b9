import {
  asDouble,
  BytesType,
  bindKeywords,
  defineType,
  isInstance,
  type MethodRow,
  type ModuleSpec,
  None,
  OSErrorType,
  PyBytes,
  PyFloat,
  type PyInstance,
  PyPlainObject,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TimeoutErrorType,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toInt,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { raiseErrno } from "../os-error.js";
import { constants } from "./constants.js";

/** `socket.gaierror`: a name that can't be resolved. */
const GaiErrorType = defineType({ name: "socket.gaierror", base: OSErrorType });
const HErrorType = defineType({ name: "socket.herror", base: OSErrorType });

/** A socket object. Hosts have no network, so that none can be opened. */
class PySocket extends PyPlainObject {
  attrs: PyInstance | null = null;
}

const noNetwork = (ts: ThreadState): null => raiseErrno(ts, errnoOf("EAFNOSUPPORT"));

const SocketType = defineType({
  name: "_socket.socket",
  flags: TypeFlags.BASETYPE,
  doc: "A network socket. This host has no network: making one raises OSError.",
  slots: {
    tp_new: (_ts, cls) => new PySocket(cls),
    tp_init(ts, _self, args, kwnames) {
      const names = ["family", "type", "proto", "fileno"];
      return bindKeywords(ts, "socket", args, kwnames, names) === null ? null : noNetwork(ts);
    },
  },
  methods: [
    ["close", "($self, /)", () => None, "Closes the socket."],
    ["fileno", "($self, /)", () => -1, "-1: there is no descriptor."],
    ["detach", "($self, /)", () => -1, "-1: there is no descriptor."],
    ["gettimeout", "($self, /)", () => None, "The timeout."],
    ...[
      "bind",
      "connect",
      "listen",
      "_accept",
      "recv",
      "send",
      "sendall",
      "settimeout",
      "setblocking",
      "shutdown",
    ].map((name): MethodRow => [name, "($self, /, *args)", noNetwork, null, { hidden: true }]),
  ],
});

/** The default timeout of new sockets. */
class SocketState {
  timeout: Value = None;
  static of(ts: ThreadState): SocketState {
    return ts.interp.state(SocketState, () => new SocketState());
  }
}

/** Turns a number of 16 or 32 bits around. */
const swap = (name: string, bits: 16 | 32): MethodRow => [
  name,
  "($module, x, /)",
  (ts, _m, v: Value) => {
    const n = toIndex(ts, v);
    if (n === null) return null;
    if (n < 0 || Number(n) >= 2 ** bits) {
      return raise(
        ts,
        ts.interp.builtins.getStr("OverflowError") as never,
        `${name}: Python int too large to convert to C`,
      );
    }
    const x = Number(n);
    if (bits === 16) return ((x & 0xff) << 8) | (x >> 8);
    return (((x & 0xff) << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24)) >>> 0;
  },
];

function parseAddress(ts: ThreadState, v: Value): Result<Value> {
  const match = typeof v === "string" ? /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(v) : null;
  const parts = match === null ? [] : match.slice(1).map(Number);
  return parts.length === 4 && parts.every((part) => part < 256)
    ? new PyBytes(Uint8Array.from(parts))
    : raise(ts, OSErrorType, "illegal IP address string passed to inet_aton");
}

/** `_socket`: constants and address arithmetic; sockets themselves can't be opened. */
export const socketModule: ModuleSpec = {
  name: "_socket",
  doc: "Sockets, on a host without network.",
  types: [SocketType],
  attributes: {
    ...constants,
    has_ipv6: true,
    error: OSErrorType,
    timeout: TimeoutErrorType,
    gaierror: GaiErrorType,
    herror: HErrorType,
    SocketType,
  },
  functions: [
    ["gethostname", "($module, /)", () => "localhost", "Name of the machine."],
    ["getdefaulttimeout", "($module, /)", (ts) => SocketState.of(ts).timeout, "Timeout of new sockets."],
    [
      "setdefaulttimeout",
      "($module, timeout, /)",
      (ts, _m, timeout: Value) => {
        if (timeout !== None) {
          const seconds = asDouble(ts, timeout);
          if (seconds === null) return null;
          if (seconds < 0) return raise(ts, ValueErrorType, "Timeout value out of range");
          SocketState.of(ts).timeout = new PyFloat(seconds);
        } else SocketState.of(ts).timeout = None;
        return None;
      },
      "Sets the timeout of new sockets.",
    ],
    swap("htons", 16),
    swap("ntohs", 16),
    swap("htonl", 32),
    swap("ntohl", 32),
    [
      "inet_aton",
      "($module, ip_addr, /)",
      (ts, _m, v: Value) => parseAddress(ts, v),
      "Bytes of an IPv4 address.",
    ],
    [
      "inet_ntoa",
      "($module, packed_ip, /)",
      (ts, _m, v: Value) =>
        isInstance(v, BytesType) && (v as PyBytes).value.length === 4
          ? strFromJs((v as PyBytes).value.join("."))
          : raise(ts, OSErrorType, "packed IP wrong length"),
      "Text of an IPv4 address.",
    ],
    [
      "close",
      "($module, fd, /)",
      (ts, _m, v: Value) =>
        toInt(v) === undefined ? raise(ts, TypeErrorType, "an integer is required") : noNetwork(ts),
    ],
    ...[
      "getaddrinfo",
      "gethostbyname",
      "gethostbyaddr",
      "getnameinfo",
      "socketpair",
      "dup",
      "getservbyname",
    ].map((name): MethodRow => [name, "(*args, **kwargs)", noNetwork, null, { hidden: true }]),
  ],
};
