import { type Frame, frameObjectOf } from "@adder/frames";
import {
  call,
  HostError,
  None,
  newException,
  raiseValue,
  type Status,
  SystemExitType,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { SocketPairs } from "../_socket/pairs.js";
import { harmless, NSIG } from "./numbers.js";

/** Handlers that are no functions. */
export const SIG_DFL = 0;
export const SIG_IGN = 1;

const SIGPIPE = 13;
const SIGALRM = 14;
const SIGXFSZ = 25;

/** Signals of one interpreter. They come from the program itself: from `raise_signal` and from timers. */
export class SignalState {
  readonly handlers: Value[] = new Array<Value>(NSIG).fill(SIG_DFL);
  /** Signals that wait until they are unblocked. */
  readonly pending = new Set<number>();
  readonly blocked = new Set<number>();
  wakeupFd = -1;
  /** When SIGALRM is due, in nanoseconds of the monotonic clock; `null` for never. */
  alarm: bigint | null = null;
  /** Nanoseconds from one SIGALRM to the next; 0 for only one. */
  interval = 0n;
  private polling = false;

  /** The signals of a thread's interpreter. */
  static of(ts: ThreadState): SignalState {
    return ts.interp.state(SignalState, () => {
      const state = new SignalState();
      state.handlers[SIGPIPE] = SIG_IGN;
      state.handlers[SIGXFSZ] = SIG_IGN;
      return state;
    });
  }

  /** Sets the alarm timer, and has it looked at between instructions from now on. */
  setAlarm(ts: ThreadState, due: bigint | null, interval: bigint): void {
    this.alarm = due;
    this.interval = interval;
    if (due === null || this.polling) return;
    this.polling = true;
    const before = ts.interp.poll;
    ts.interp.poll = (thread) => {
      if (before !== null && before(thread) === null) return null;
      return this.checkAlarm(thread);
    };
  }

  private checkAlarm(ts: ThreadState): Status {
    if (this.alarm === null) return true;
    const now = ts.interp.host.monotonic();
    if (now < this.alarm) return true;
    this.alarm = this.interval > 0n ? now + this.interval : null;
    return this.deliver(ts, SIGALRM);
  }

  /** Tells an event loop which signal came. One that does not read what it is told misses it, as in CPython. */
  private wakeUp(ts: ThreadState, number: number): void {
    const fd = this.wakeupFd;
    if (fd < 0) return;
    const writer = SocketPairs.of(ts).writer(fd) ?? fd;
    try {
      ts.interp.host.files.write(writer, Uint8Array.of(number), null);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }

  /** Has a signal handled. What ends the process by default ends the program here, as `sys.exit` does. */
  deliver(ts: ThreadState, number: number): Status {
    if (this.blocked.has(number)) {
      this.pending.add(number);
      return true;
    }
    const handler = this.handlers[number];
    if (handler === SIG_IGN) return true;
    if (handler !== SIG_DFL) this.wakeUp(ts, number);
    if (handler === SIG_DFL) {
      // Shells show the end by a signal as this exit code.
      return harmless.has(number) ? true : raiseValue(ts, newException(SystemExitType, [128 + number]));
    }
    const frame = ts.frame === null ? None : frameObjectOf(ts.frame as Frame);
    return call(ts, handler, [number, frame]) === null ? null : true;
  }
}
