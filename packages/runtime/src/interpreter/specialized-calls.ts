import type { Frame } from "@adder/frames";
import { FunctionType, type PyFunction, type PyProperty, type ThreadState } from "@adder/objects";
import { enterFunction } from "./calls.js";

/**
 * Enters the getter of a property for the object on top of the stack, whose place the result takes; `null` with an
 * exception pending, `undefined` when the getter is no Python function.
 */
export function enterGetter(
  ts: ThreadState,
  caller: Frame,
  sp: number,
  property: PyProperty,
): Frame | null | undefined {
  const getter = property.fget;
  if (getter === null || typeof getter !== "object" || getter.cls !== FunctionType) return undefined;
  caller.sp = sp - 1;
  return enterFunction(ts, caller, getter as PyFunction, sp - 1, 1);
}
