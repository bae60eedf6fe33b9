import { type CodeObject, LocalKind } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import type { Location } from "../ir/index.js";
import type { CodeGenerator } from "./generator.js";
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
 * Makes a function of code; `attributes` says which of its attributes are on the stack.
 * Follows `codegen_make_closure`.
 */
export function makeFunction(c: CodeGenerator, loc: Location, code: CodeObject, attributes = 0): void {
  let free = 0;
  for (let i = 0; i < code.localsplusNames.length; i++) {
    if (!(code.localsplusKinds[i] & LocalKind.FREE)) continue;
    c.op(loc, Op.LOAD_CLOSURE, c.closureIndex(code.localsplusNames[i], code));
    free++;
  }
  if (free > 0) {
    c.op(loc, Op.BUILD_TUPLE, free);
    attributes |= FunctionAttribute.CLOSURE;
  }
  c.loadConst(loc, code);
  c.op(loc, Op.MAKE_FUNCTION);
  if (attributes === 0) return;
  for (const bit of ATTRIBUTE_ORDER) if (attributes & bit) c.op(loc, Op.SET_FUNCTION_ATTRIBUTE, bit);
}
