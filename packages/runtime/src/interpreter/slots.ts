import type { SlotCache } from "@adder/frames";
import {
  type BinaryFunc,
  binaryOp,
  type CompareOp,
  compareOtherwise,
  enterNative,
  isTrue,
  NotImplemented,
  type Result,
  type RichCompareFunc,
  SWAPPED,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** An operator that is known to come down to a slot; `undefined` for other operands. */
export function operateBySlot(
  ts: ThreadState,
  cache: SlotCache<BinaryFunc>,
  op: number,
  left: Value,
  right: Value,
): Result<Value | undefined> {
  if (!cache.fitBoth(left, right)) return undefined;
  const result = cache.slot(ts, left, right);
  return result === NotImplemented ? binaryOp(ts, op, left, right) : result;
}

/** COMPARE_OP whose first slot is known; `undefined` for other operands. */
export function compareBySlot(
  ts: ThreadState,
  cache: SlotCache<RichCompareFunc>,
  oparg: number,
  left: Value,
  right: Value,
): Result<Value | undefined> {
  if (!cache.fitBoth(left, right)) return undefined;
  if (!enterNative(ts)) return null;
  const op = (oparg >> 5) as CompareOp;
  const { reversed, slot } = cache;
  let result = reversed ? slot(ts, right, left, SWAPPED[op]) : slot(ts, left, right, op);
  if (result === NotImplemented) result = compareOtherwise(ts, left, right, op, reversed);
  ts.nativeDepth--;
  if (result === null || typeof result === "boolean" || (oparg & 16) === 0) return result;
  return isTrue(ts, result);
}
