/** What executing an instruction outside of the loop comes to. */
export const enum Outcome {
  /** The next instruction; `frame.pc` and `frame.sp` say where. */
  NEXT = 0,
  /** An exception is pending in `ts.frame`, whose `pc` says which instruction has failed. */
  ERROR = 1,
  /** An exception is pending that was raised before, at `frame.pc`. */
  RERAISED = 2,
  /** The frame `ts.frame` goes on. */
  ENTER = 3,
  /** The loop ends with `ts.left`. */
  EXIT = 4,
}
