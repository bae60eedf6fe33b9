import {
  asDouble,
  call,
  getOptionalAttr,
  type ModuleSpec,
  None,
  OSErrorType,
  PyList,
  PyTuple,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  toArray,
  toInt,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { attempt } from "../os-error.js";
import { pause } from "../pause.js";

/** Longest time between two looks at descriptors, in seconds. */
const LONGEST_PAUSE = 0.005;

/** Descriptors of objects, in their order. */
function descriptors(ts: ThreadState, items: readonly Value[]): Result<number[]> {
  const out: number[] = [];
  for (const item of items) {
    const fd = descriptorOf(ts, item);
    if (fd === null) return null;
    out.push(fd);
  }
  return out;
}

/** `PyObject_AsFileDescriptor`: an int, or what the method `fileno()` says. */
function descriptorOf(ts: ThreadState, v: Value): Result<number> {
  let number = toInt(v);
  if (number === undefined) {
    const fileno = getOptionalAttr(ts, v, "fileno");
    if (fileno === null) return null;
    if (fileno === undefined) {
      return raise(ts, TypeErrorType, "argument must be an int, or have a fileno() method.");
    }
    const answer = call(ts, fileno, []);
    if (answer === null) return null;
    number = toInt(answer);
    if (number === undefined) return raise(ts, TypeErrorType, "fileno() returned a non-integer");
  }
  if (number >= 0) return Number(number);
  return raise(ts, ValueErrorType, `file descriptor cannot be a negative integer (${number})`);
}

/**
 * `select.select`. A host tells whether a read would return at once; writing never waits for longer than the other side does, so what
 * is written to is always ready.
 */
function select(
  ts: ThreadState,
  _m: Value,
  rlist: Value,
  wlist: Value,
  xlist: Value,
  timeout?: Value,
): Result<Value> {
  let seconds = Number.POSITIVE_INFINITY;
  if (timeout !== undefined && timeout !== None) {
    const given = asDouble(ts, timeout);
    if (given === null) return null;
    if (given < 0) return raise(ts, ValueErrorType, "timeout must be non-negative");
    seconds = given;
  }
  const reading = toArray(ts, rlist);
  const writing = reading === null ? null : toArray(ts, wlist);
  const exceptional = writing === null ? null : toArray(ts, xlist);
  if (reading === null || writing === null || exceptional === null) return null;
  const fds = descriptors(ts, reading);
  if (fds === null || descriptors(ts, writing) === null || descriptors(ts, exceptional) === null) return null;
  const { host } = ts.interp;
  const start = host.monotonic();
  for (let wait = 0.0002; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    const ready = attempt(ts, () => reading.filter((_item, i) => host.files.isReadable(fds[i])));
    if (ready === null) return null;
    const left = seconds - Number(host.monotonic() - start) / 1e9;
    if (ready.length > 0 || writing.length > 0 || left <= 0) {
      return new PyTuple([new PyList(ready), new PyList(writing), new PyList([])]);
    }
    if (pause(ts, Math.min(left, fds.length === 0 ? left : wait)) === null) return null;
  }
}

/** `select`, waiting for descriptors as hosts can. */
export const selectModule: ModuleSpec = {
  name: "select",
  doc: "Waiting for descriptors.",
  attributes: { error: OSErrorType, PIPE_BUF: 4096 },
  functions: [
    ["select", "($module, rlist, wlist, xlist, timeout=None, /)", select, "Descriptors that are ready."],
  ],
};
