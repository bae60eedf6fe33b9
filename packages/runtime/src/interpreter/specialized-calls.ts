import type { Frame } from "@adder/frames";
import {
  callWrapped,
  enterNative,
  FunctionType,
  type PyFunction,
  type PyProperty,
  PyTuple,
  type PyWrapperDescriptor,
  type Result,
  type ThreadState,
  TupleType,
  toArray,
  type Value,
} from "@adder/objects";
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

/** Calls a slot of a built-in class as a method of `self`, which is an instance of that. */
export function callSlotWrapper(
  ts: ThreadState,
  wrapper: PyWrapperDescriptor,
  self: Value,
  args: Value[],
): Result<Value> {
  if (!enterNative(ts)) return null;
  const result = callWrapped(ts, wrapper.def, wrapper.fn, self, args, null);
  ts.nativeDepth--;
  return result;
}

/** `tuple(v)`. */
export function toTuple(ts: ThreadState, v: Value): Result<Value> {
  if (typeof v === "object" && v.cls === TupleType) return v;
  const items = toArray(ts, v);
  return items === null ? null : new PyTuple(items);
}
