/** Where an interpreter learns that somebody wants to interrupt it. */
export interface InterruptSource {
  /** Begins to notice, if that needs something to be done. */
  watch(): void;
  /** Has there been an interrupt that was not taken yet? */
  readonly pending: boolean;
  /** Was there an interrupt since the last call? */
  take(): boolean;
}

/** Nobody interrupts. */
export const neverInterrupted: InterruptSource = { watch() {}, pending: false, take: () => false };
