import { type ThreadState, type Value } from "@adder/objects";
/** x */
export function reportUnraisable(ts: ThreadState, _where: Value | undefined): void {
  ts.pending = null;
}
