import {
  asDouble,
  defineStructSequence,
  defineType,
  isCallable,
  isTrue,
  iterate,
  KeyboardInterruptType,
  type ModuleSpec,
  None,
  OSErrorType,
  PyFloat,
  PySet,
  PyTuple,
  type Result,
  raise,
  raiseWith,
  type Status,
  sizeArgument,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toInt,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { raiseErrno } from "../os-error.js";
import { describeSignal, NSIG, REAL_TIME_MIN, signals } from "./numbers.js";
import { SIG_DFL, SIG_IGN, SignalState } from "./state.js";

const SIGINT = 2;
const SIGKILL = 9;
const SIGSTOP = 19;
const ITIMER_REAL = 0;
const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SIG_SETMASK = 2;
const NANO = 1e9;

const ItimerErrorType = defineType({
  name: "signal.itimer_error",
  base: OSErrorType,
  flags: TypeFlags.BASETYPE,
});

const SiginfoType = defineStructSequence({
  name: "signal.struct_siginfo",
  doc: "Result from sigwaitinfo or sigtimedwait.",
  fields: [
    ["si_signo", "signal number"],
    ["si_code", "signal code"],
    ["si_errno", "errno associated with this signal"],
    ["si_pid", "sending process ID"],
    ["si_uid", "real user ID of sending process"],
    ["si_status", "exit value or signal"],
    ["si_band", "band event for SIGPOLL"],
  ],
});

/** A signal number. Raises ValueError. */
function signalNumber(ts: ThreadState, v: Value): Result<number> {
  const n = sizeArgument(ts, v);
  if (n === null) return null;
  return n >= 1 && n < NSIG ? n : raise(ts, ValueErrorType, "signal number out of range");
}

function signal(ts: ThreadState, _m: Value, numberValue: Value, handler: Value): Result<Value> {
  const number = signalNumber(ts, numberValue);
  if (number === null) return null;
  const plain = toInt(handler);
  if (plain !== SIG_DFL && plain !== SIG_IGN && !isCallable(handler)) {
    const message = "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object";
    return raise(ts, TypeErrorType, message);
  }
  if (number === SIGKILL || number === SIGSTOP) return raiseErrno(ts, errnoOf("EINVAL"));
  const { handlers } = SignalState.of(ts);
  const old = handlers[number];
  handlers[number] = plain === SIG_DFL || plain === SIG_IGN ? plain : handler;
  return old;
}

function raiseSignal(ts: ThreadState, _m: Value, numberValue: Value): Result<Value> {
  const number = sizeArgument(ts, numberValue);
  if (number === null) return null;
  if (number < 0 || number >= NSIG) return raiseErrno(ts, errnoOf("EINVAL"));
  if (number === 0) return None;
  return SignalState.of(ts).deliver(ts, number) === null ? null : None;
}

/** The signals of a mask argument. */
function maskArgument(ts: ThreadState, mask: Value): Result<Set<number>> {
  const numbers = new Set<number>();
  const done = iterate(ts, mask, (item) => {
    const n = sizeArgument(ts, item);
    if (n === null) return null;
    if (n < 1 || n >= NSIG) {
      return raise(ts, ValueErrorType, `signal number ${n} out of range [1; ${NSIG - 1}]`);
    }
    numbers.add(n);
    return true;
  });
  return done === null ? null : numbers;
}

function signalSet(ts: ThreadState, numbers: Iterable<number>): Result<Value> {
  const set = new PySet();
  for (const n of numbers) if (set.add(ts, n) === null) return null;
  return set;
}

/** Blocks and unblocks signals; those that waited are handled when they are unblocked. */
function signalMask(ts: ThreadState, _m: Value, howValue: Value, maskValue: Value): Result<Value> {
  const how = sizeArgument(ts, howValue);
  const mask = how === null ? null : maskArgument(ts, maskValue);
  if (how === null || mask === null) return null;
  if (how !== SIG_BLOCK && how !== SIG_UNBLOCK && how !== SIG_SETMASK)
    return raiseErrno(ts, errnoOf("EINVAL"));
  const state = SignalState.of(ts);
  const old = signalSet(ts, state.blocked);
  if (how === SIG_SETMASK) state.blocked.clear();
  for (const n of mask) {
    if (how === SIG_UNBLOCK) state.blocked.delete(n);
    else if (n !== SIGKILL && n !== SIGSTOP) state.blocked.add(n);
  }
  for (const n of [...state.pending]) {
    if (state.blocked.has(n)) continue;
    state.pending.delete(n);
    if (state.deliver(ts, n) === null) return null;
  }
  return old;
}

/** Seconds until the alarm, and between alarms. */
function timerValues(ts: ThreadState): readonly [seconds: number, interval: number] {
  const { alarm, interval } = SignalState.of(ts);
  if (alarm === null) return [0, 0];
  const left = Number(alarm - ts.interp.host.monotonic()) / NANO;
  return [Math.max(left, 1e-6), Number(interval) / NANO];
}

function alarm(ts: ThreadState, _m: Value, secondsValue: Value): Result<Value> {
  const seconds = sizeArgument(ts, secondsValue);
  if (seconds === null) return null;
  const [left] = timerValues(ts);
  start(ts, seconds, 0);
  return Math.ceil(left);
}

function start(ts: ThreadState, seconds: number, interval: number): void {
  const due = seconds > 0 ? ts.interp.host.monotonic() + BigInt(Math.round(seconds * NANO)) : null;
  SignalState.of(ts).setAlarm(ts, due, BigInt(Math.round(interval * NANO)));
}

function checkTimer(ts: ThreadState, which: Value): Status {
  const n = toIndex(ts, which);
  if (n === null) return null;
  if (n === ITIMER_REAL) return true;
  return raiseWith(ts, ItimerErrorType, [errnoOf("EINVAL"), "Invalid argument"]);
}

const timerTuple = ([seconds, interval]: readonly [number, number]): Value =>
  new PyTuple([new PyFloat(seconds), new PyFloat(interval)]);

function setTimer(
  ts: ThreadState,
  _m: Value,
  which: Value,
  secondsValue: Value,
  intervalValue: Value | undefined,
): Result<Value> {
  const seconds = asDouble(ts, secondsValue);
  const interval = seconds === null ? null : intervalValue === undefined ? 0 : asDouble(ts, intervalValue);
  if (seconds === null || interval === null || checkTimer(ts, which) === null) return null;
  if (seconds < 0 || interval < 0) {
    return raiseWith(ts, ItimerErrorType, [errnoOf("EINVAL"), "Invalid argument"]);
  }
  const old = timerTuple(timerValues(ts));
  start(ts, seconds, interval);
  return old;
}

/** `_signal` (CPython `Modules/signalmodule.c`): signals that the program sends to itself, and the alarm timer. */
export const signalModule: ModuleSpec = {
  name: "_signal",
  doc: "Signals that a program sends to itself.",
  types: [SiginfoType],
  functions: [
    [
      "default_int_handler",
      "($module, signalnum, frame, /)",
      (ts) => raiseWith(ts, KeyboardInterruptType, []),
      "Raises KeyboardInterrupt.",
    ],
    ["alarm", "($module, seconds, /)", alarm, "Sends SIGALRM after some seconds."],
    ["setitimer", "($module, which, seconds, interval=0.0, /)", setTimer, "Sends SIGALRM again and again."],
    [
      "getitimer",
      "($module, which, /)",
      (ts, _m, which: Value) => (checkTimer(ts, which) === null ? null : timerTuple(timerValues(ts))),
      "Seconds until the next SIGALRM, and from each to the one after it.",
    ],
    ["signal", "($module, signalnum, handler, /)", signal, "Sets the handler of a signal."],
    ["raise_signal", "($module, signalnum, /)", raiseSignal, "Sends a signal to the program itself."],
    [
      "strsignal",
      "($module, signalnum, /)",
      (ts, _m, v: Value) => {
        const number = signalNumber(ts, v);
        if (number === null) return null;
        const text = describeSignal(number);
        return text === undefined ? None : strFromJs(text);
      },
      "What a signal means.",
    ],
    [
      "getsignal",
      "($module, signalnum, /)",
      (ts, _m, v: Value) => {
        const number = signalNumber(ts, v);
        return number === null ? null : SignalState.of(ts).handlers[number];
      },
      "The handler of a signal.",
    ],
    [
      "set_wakeup_fd",
      "($module, fd, /, *, warn_on_full_buffer=True)",
      (ts, _m, v: Value, warn: Value | undefined) => {
        const fd = sizeArgument(ts, v);
        if (fd === null || (warn !== undefined && isTrue(ts, warn) === null)) return null;
        const state = SignalState.of(ts);
        const old = state.wakeupFd;
        state.wakeupFd = fd;
        return old;
      },
      "Sets the descriptor that would be written to when a signal arrives.",
    ],
    [
      "siginterrupt",
      "($module, signalnum, flag, /)",
      (ts, _m, v: Value) => (signalNumber(ts, v) === null ? null : None),
      "Does nothing: system calls are never interrupted.",
    ],
    ["pthread_sigmask", "($module, how, mask, /)", signalMask, "Blocks or unblocks signals."],
    ["sigpending", "($module, /)", (ts) => signalSet(ts, SignalState.of(ts).pending), "Signals that wait."],
    [
      "valid_signals",
      "($module, /)",
      (ts) => {
        const numbers: number[] = [];
        for (let n = 1; n < NSIG; n++) if (n < 32 || n >= REAL_TIME_MIN) numbers.push(n);
        return signalSet(ts, numbers);
      },
      "All signals of the system.",
    ],
  ],
  attributes: {
    NSIG,
    SIG_BLOCK,
    SIG_UNBLOCK,
    SIG_SETMASK,
    ...Object.fromEntries(signals.map(([name, number]) => [name, number])),
    ITIMER_REAL,
    ITIMER_VIRTUAL: 1,
    ITIMER_PROF: 2,
    SIG_DFL,
    SIG_IGN,
    ItimerError: ItimerErrorType,
  },
  exec(ts, _set, get) {
    SignalState.of(ts).handlers[SIGINT] = get("default_int_handler");
    return true;
  },
};
