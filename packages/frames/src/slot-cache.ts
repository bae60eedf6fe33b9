import { type PyType, typeOf, type Value } from "@adder/objects";

/**
 * The inline cache of an operator that comes down to a slot: the types of its operands, and the slot's function. Types are
 * compared by their versions, so the function is the one that would be found now.
 */
export class SlotCache<Slot> {
  private readonly left: number;
  private readonly right: number;

  /**
   * @param right `null` where the type of the second operand does not matter
   * @param reversed whether the function is the right operand's, with the operands exchanged
   */
  constructor(
    left: PyType,
    right: PyType | null,
    readonly slot: Slot,
    readonly reversed = false,
  ) {
    this.left = left.version;
    this.right = right === null ? 0 : right.version;
  }

  /** Are the operands what they were? */
  fits(left: Value): boolean {
    return typeOf(left).version === this.left;
  }

  /** Are both operands what they were? */
  fitBoth(left: Value, right: Value): boolean {
    return typeOf(left).version === this.left && typeOf(right).version === this.right;
  }
}
