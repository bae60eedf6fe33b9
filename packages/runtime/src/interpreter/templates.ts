import { conversions } from "@adder/bytecode";
import type { Slot } from "@adder/frames";
import { asStr, None, type PyTuple, type Str, type Value } from "@adder/objects";
import { PyInterpolation, PyTemplate } from "../templates/py-template.js";

/** BUILD_TEMPLATE. */
export function buildTemplate(strings: Value, interpolations: Value): PyTemplate {
  return new PyTemplate(strings as PyTuple, interpolations as PyTuple);
}

/** BUILD_INTERPOLATION: value, expression text and, with bit 0 of `oparg`, format specification on top of the stack. */
export function buildInterpolation(stack: readonly Slot[], sp: number, oparg: number): PyInterpolation {
  const formatted = oparg & 1;
  const at = sp - 2 - formatted;
  const conversion = conversions[oparg >> 2];
  return new PyInterpolation(
    stack[at] as Value,
    asStr(stack[at + 1] as Value) as Str,
    conversion === null ? None : conversion[0],
    formatted === 1 ? (asStr(stack[at + 2] as Value) as Str) : "",
  );
}
