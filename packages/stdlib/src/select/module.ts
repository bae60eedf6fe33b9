import {
  asDouble,
  type ModuleSpec,
  None,
  OSErrorType,
  PyList,
  PyTuple,
  type Result,
  raise,
  type ThreadState,
  toArray,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** `select.select`: files are always ready; with nothing to wait for it sleeps. */
function select(
  ts: ThreadState,
  _m: Value,
  rlist: Value,
  wlist: Value,
  xlist: Value,
  timeout?: Value,
): Result<Value> {
  const reading = toArray(ts, rlist);
  const writing = reading === null ? null : toArray(ts, wlist);
  const exceptional = writing === null ? null : toArray(ts, xlist);
  if (reading === null || writing === null || exceptional === null) return null;
  if (timeout !== undefined && timeout !== None) {
    const seconds = asDouble(ts, timeout);
    if (seconds === null) return null;
    if (seconds < 0) return raise(ts, ValueErrorType, "timeout must be non-negative");
    if (reading.length === 0 && writing.length === 0) ts.interp.host.sleep(seconds);
  }
  return new PyTuple([new PyList(reading), new PyList(writing), new PyList([])]);
}

/** `select`, for hosts whose descriptors are files. */
export const selectModule: ModuleSpec = {
  name: "select",
  doc: "Waiting for descriptors.",
  attributes: { error: OSErrorType, PIPE_BUF: 4096 },
  functions: [
    ["select", "($module, rlist, wlist, xlist, timeout=None, /)", select, "Descriptors that are ready."],
  ],
};
