import {
  BytesType,
  defineType,
  isInstance,
  type MethodRow,
  type ModuleSpec,
  None,
  OSErrorType,
  PyBytes,
  PyFloat,
  PyTuple,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TimeoutErrorType,
  toIndex,
  type Value,
} from "@adder/objects";
import { intArgument } from "../arguments.js";
import { errnoOf } from "../errno/numbers.js";
import { raiseErrno } from "../os-error.js";
import { constants } from "./constants.js";
import { SocketPairs } from "./pairs.js";
import { noNetwork, SocketState, SocketType, socketPair, timeoutArgument } from "./socket-type.js";

/** `socket.gaierror`: a name that can't be resolved. */
const GaiErrorType = defineType({ name: "socket.gaierror", base: OSErrorType });
const HErrorType = defineType({ name: "socket.herror", base: OSErrorType });

/** Turns a number of 16 or 32 bits around. */
const swap = (name: string, bits: 16 | 32): MethodRow => [
  name,
  "($module, integer, /)",
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

/** `_socket`: constants, address arithmetic, and connected pairs; other sockets can't be opened. */
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
    ["gethostname", "($self, /)", () => "localhost", "Name of the machine."],
    [
      "getdefaulttimeout",
      "($self, /)",
      (ts) => {
        const { timeout } = SocketState.of(ts);
        return timeout === null ? None : new PyFloat(timeout);
      },
      "Timeout of new sockets.",
    ],
    [
      "setdefaulttimeout",
      "($self, object, /)",
      (ts, _m, timeout: Value) => {
        const given = timeoutArgument(ts, timeout);
        if (given === null) return null;
        SocketState.of(ts).timeout = given.seconds;
        return None;
      },
      "Sets the timeout of new sockets.",
    ],
    [
      "socketpair",
      "($module, family=AF_UNIX, type=SOCK_STREAM, proto=0, /)",
      (ts, module: Value, family?: Value, type?: Value, proto?: Value) => {
        const pair = socketPair(ts, module, family, type, proto);
        return pair === null ? null : new PyTuple(pair);
      },
      "Two sockets that are connected.",
      { hidden: true },
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
      "($self, object, /)",
      (ts, _m, v: Value) => {
        const fd = intArgument(ts, v, -1);
        if (fd === null) return null;
        const pairs = SocketPairs.of(ts);
        if (!pairs.has(fd)) return raiseErrno(ts, errnoOf("EBADF"));
        return pairs.close(ts, fd) === null ? null : None;
      },
      "Closes the descriptor of a socket.",
    ],
    ...["getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo", "dup", "getservbyname"].map(
      (name): MethodRow => [name, "(*args, **kwargs)", noNetwork, null, { hidden: true }],
    ),
  ],
};
