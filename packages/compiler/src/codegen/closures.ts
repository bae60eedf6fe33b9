import { Op } from "../generated/op.js";
import type { Location } from "../ir/index.js";
import type { CodeGenerator, FinishedUnit } from "./generator.js";
import { FunctionAttribute } from "./operands.js";

/** Bits in the order in which the attributes are taken from the stack. */
const ATTRIBUTE_ORDER = [
  FunctionAttribute.CLOSURE,
  FunctionAttribute.ANNOTATIONS,
  FunctionAttribute.ANNOTATE,
  FunctionAttribute.KWDEFAULTS,
  FunctionAttribute.DEFAULTS,
];

/**
 * Makes a function of a unit's code; `attributes` says which of its attributes are on the stack.
 * Follows `codegen_make_closure`.
 */
export function makeFunction(c: CodeGenerator, loc: Location, unit: FinishedUnit, attributes = 0): void {
  const { code, freevars } = unit;
  if (freevars.size > 0) {
    for (const name of freevars.keys()) c.op(loc, Op.LOAD_CLOSURE, c.closureIndex(name, unit));
    c.op(loc, Op.BUILD_TUPLE, freevars.size);
    attributes |= FunctionAttribute.CLOSURE;
  }
  c.loadConst(loc, code);
  c.op(loc, Op.MAKE_FUNCTION);
  if (attributes === 0) return;
  for (const bit of ATTRIBUTE_ORDER) if (attributes & bit) c.op(loc, Op.SET_FUNCTION_ATTRIBUTE, bit);
}
