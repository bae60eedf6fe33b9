import {
  type MethodRow,
  None,
  OverflowErrorType,
  PyTuple,
  type Result,
  raise,
  type ThreadState,
  toIndex,
  toSize,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { NSIG } from "../_signal/numbers.js";
import { SignalState } from "../_signal/state.js";
import { errnoOf } from "../errno/numbers.js";
import { attempt, persist, raiseErrno } from "../os-error.js";
import { constants } from "./constants.js";

/*
 * What the exit statuses of processes mean, in the encoding of Linux: the low 7 bits are the signal that ended the
 * process (0x7f when it was stopped, 0 when it exited), bit 7 says that there was a core dump, the next byte is the
 * exit code or the signal that stopped it.
 */

const signalOf = (status: number): number => status & 0x7f;
const codeOf = (status: number): number => (status >> 8) & 0xff;
const hasExited = (status: number): boolean => signalOf(status) === 0;
const wasSignalled = (status: number): boolean => signalOf(status) !== 0 && signalOf(status) !== 0x7f;
const wasStopped = (status: number): boolean => (status & 0xff) === 0x7f;

function statusArgument(ts: ThreadState, v: Value): Result<number> {
  const status = toIndex(ts, v);
  if (status === null) return null;
  if (typeof status === "number" && Math.abs(status) <= 0x7fffffff) return status;
  return raise(ts, OverflowErrorType, "Python int too large to convert to C int");
}

const row = (
  name: string,
  answer: (status: number) => boolean | number,
  doc: string,
  signature = "($module, /, status)",
): MethodRow => [
  name,
  signature,
  (ts, _m, v: Value) => {
    const status = statusArgument(ts, v);
    return status === null ? null : answer(status);
  },
  doc,
];

/** `os.waitstatus_to_exitcode`: the exit code, or the negated number of the signal. */
function toExitCode(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const status = statusArgument(ts, v);
  if (status === null) return null;
  if (hasExited(status)) return codeOf(status);
  if (wasSignalled(status)) return -signalOf(status);
  if (wasStopped(status)) {
    return raise(ts, ValueErrorType, `process stopped by delivery of signal ${codeOf(status)}`);
  }
  return raise(ts, ValueErrorType, `invalid wait status: ${status}`);
}

/** `os.kill`. Signals to the program itself are delivered here; those to others are the host's. */
function kill(ts: ThreadState, _m: Value, pidValue: Value, signalValue: Value): Result<Value> {
  const pid = toIndex(ts, pidValue);
  const signal = pid === null ? null : statusArgument(ts, signalValue);
  if (pid === null || signal === null) return null;
  if (signal < 0 || signal >= NSIG) return raiseErrno(ts, errnoOf("EINVAL"));
  const { host } = ts.interp;
  if (Number(pid) !== host.pid()) {
    const { processes } = host;
    if (processes === undefined) return raiseErrno(ts, errnoOf("ESRCH"));
    return attempt(ts, () => {
      processes.kill(Number(pid), signal);
      return None;
    });
  }
  return signal > 0 && SignalState.of(ts).deliver(ts, signal) === null ? null : None;
}

/** Number and wait status of a child that has ended; zeros for one that runs on. */
function waitFor(ts: ThreadState, pid: number, options: number): Result<Value> {
  const { processes } = ts.interp.host;
  if (processes === undefined) return raiseErrno(ts, errnoOf("ECHILD"));
  const block = (options & constants.WNOHANG) === 0;
  const ended = persist(ts, () => processes.wait(pid, block) ?? { pid: 0, status: 0 });
  return ended === null ? null : new PyTuple([ended.pid, ended.status]);
}

function waitpid(ts: ThreadState, _m: Value, pidValue: Value, optionsValue: Value): Result<Value> {
  const pid = toSize(ts, pidValue);
  const options = pid === null ? null : statusArgument(ts, optionsValue);
  return pid === null || options === null ? null : waitFor(ts, pid, options);
}

/** Functions about the exit statuses of processes, and those that wait for processes. */
export const waitFunctions: readonly MethodRow[] = [
  row("WIFSIGNALED", wasSignalled, "Was the process ended by a signal?"),
  row("WIFEXITED", hasExited, "Did the process exit by itself?"),
  row("WIFSTOPPED", wasStopped, "Was the process stopped?"),
  row("WIFCONTINUED", (status) => status === 0xffff, "Did the process go on?"),
  row("WEXITSTATUS", codeOf, "The exit code in a status."),
  row("WTERMSIG", signalOf, "The signal that ended the process."),
  row("WSTOPSIG", codeOf, "The signal that stopped the process."),
  row("WCOREDUMP", (status) => (status & 0x80) !== 0, "Was there a core dump?", "($module, status, /)"),
  ["waitstatus_to_exitcode", "($module, /, status)", toExitCode, "A wait status as an exit code."],
  ["kill", "($module, pid, signal, /)", kill, "Sends a signal to a process."],
  ["wait", "($module, /)", (ts) => waitFor(ts, -1, 0), "Waits for the end of any child."],
  ["waitpid", "($module, pid, options, /)", waitpid, "Waits for the end of a child."],
];
