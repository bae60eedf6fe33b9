import { type PyType, TypeFlags } from "./type.js";

/** Has CPython's type a table of sequence slots, whatever is in it? Heap types always have. */
export function hasSequenceSlots(type: PyType): boolean {
  if ((type.flags & TypeFlags.HEAP) !== 0) return true;
  const { sq_length, sq_item, sq_concat, sq_repeat, sq_contains } = type;
  return [sq_length, sq_item, sq_concat, sq_repeat, sq_contains].some((slot) => slot !== null);
}
