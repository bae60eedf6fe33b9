import type { InterruptSource } from "./interrupt-source.js";

/** What Node has inside to notice SIGINT while JavaScript runs: a thread of its own that waits for the signal. */
interface SigintWatchdog {
  startSigintWatchdog(): void;
  /** @returns whether the signal came since the start */
  stopSigintWatchdog(): boolean;
  watchdogHasPendingSigint(): boolean;
}

/** `process.binding` is left out of Node's types since it is not for everybody. */
type Binding = (name: string) => Partial<SigintWatchdog>;

/**
 * Notices Ctrl-C while a program runs. Handlers of `process.on("SIGINT")` are called by the event loop only, which
 * stands still as long as Python runs, and worker threads get no signals; so this uses the thread by which Node's own
 * prompt interrupts what is typed. Where that is missing Ctrl-C ends the process, as is the system's default.
 */
export class Interrupts implements InterruptSource {
  /** `undefined` before the first look, `null` where Node has none. */
  #watchdog: SigintWatchdog | null | undefined = undefined;

  /** Begins to notice; costs a thread at the first call and nothing later. Until then Ctrl-C ends the process. */
  watch(): void {
    if (this.#watchdog !== undefined) return;
    this.#watchdog = findWatchdog();
    this.#watchdog?.startSigintWatchdog();
  }

  /** Has Ctrl-C been pressed and not been taken yet? */
  get pending(): boolean {
    return this.#watchdog?.watchdogHasPendingSigint() ?? false;
  }

  /** Was Ctrl-C pressed since the last call? Begins to notice, if need be. */
  take(): boolean {
    this.watch();
    if (!this.pending) return false;
    const watchdog = this.#watchdog as SigintWatchdog;
    watchdog.stopSigintWatchdog();
    watchdog.startSigintWatchdog();
    return true;
  }
}

function findWatchdog(): SigintWatchdog | null {
  try {
    const { binding } = process as unknown as { binding?: Binding };
    const found = binding?.("contextify");
    return typeof found?.startSigintWatchdog === "function" &&
      typeof found.stopSigintWatchdog === "function" &&
      typeof found.watchdogHasPendingSigint === "function"
      ? (found as SigintWatchdog)
      : null;
  } catch {
    return null;
  }
}
