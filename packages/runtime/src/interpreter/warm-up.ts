import type { Frame } from "@adder/frames";
import type { ThreadState } from "@adder/objects";
import { specializerOf } from "../specializer-of.js";

/** Counts an execution or a back-edge of a frame's code; from the specialiser's threshold on the code is quickened. */
export function warmUp(ts: ThreadState, frame: Frame): void {
  const { code } = frame;
  const specializer = specializerOf(ts);
  if (++code.warmth >= specializer.threshold) specializer.quicken(code);
}
