import {
  KeyboardInterruptType,
  newException,
  raiseValue,
  type Status,
  type ThreadState,
} from "@adder/objects";
import { SignalState } from "@adder/stdlib";

const SIGINT = 2;

/** What an interrupt (Ctrl-C, for one) does to a program: its handler of SIGINT is called, KeyboardInterrupt raised when it has set none. */
export function interrupted(ts: ThreadState): Status {
  if (ts.interp.modules.getStr("_signal") === undefined) {
    return raiseValue(ts, newException(KeyboardInterruptType, []));
  }
  return SignalState.of(ts).deliver(ts, SIGINT);
}
