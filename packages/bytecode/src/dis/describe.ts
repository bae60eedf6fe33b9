import { bytesRepr, complexRepr, constantRepr, floatRepr, stringRepr } from "@adder/ast";
import type { CodeObject, Constant } from "../code-object.js";
import {
  binaryOps,
  COMPARE_TO_BOOL,
  commonConstants,
  compareOps,
  conversions,
  functionAttributes,
  intrinsics1,
  intrinsics2,
  specialMethods,
} from "../definition/tables.js";
import { deopt, OpcodeFlag, opcodeFlags } from "../generated/metadata.js";
import { Op } from "../generated/opcodes.js";

/** Built-in functions among the common constants, which `repr` shows as such. */
const builtinFunctions = new Set<string>(["all", "any"]);

/** `repr()` of a code object; real ones show where they are in memory, this one does not. */
export function codeRepr(code: CodeObject): string {
  return `<code object ${code.name}, file "${code.filename}", line ${code.firstlineno}>`;
}

/** `repr()` of a constant of a code object. */
export function reprConstant(constant: Constant): string {
  if (typeof constant !== "object" || constant === null) return constantRepr(constant);
  switch (constant.type) {
    case "code":
      return codeRepr(constant);
    case "slice": {
      const { start, stop, step } = constant;
      return `slice(${[start, stop, step].map(reprConstant).join(", ")})`;
    }
    case "tuple": {
      const items = constant.items.map(reprConstant);
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
    }
    case "frozenset": {
      const items = constant.items.map(reprConstant);
      return items.length === 0 ? "frozenset()" : `frozenset({${items.join(", ")}})`;
    }
    case "float":
      return floatRepr(constant.value);
    case "complex":
      return complexRepr(constant.real, constant.imag);
    case "bytes":
      return bytesRepr(constant.value);
    case "str":
      return stringRepr(constant.codePoints);
    case "ellipsis":
      return "Ellipsis";
  }
}

/**
 * What an argument means, as `dis` writes it in parentheses; empty where the number says it all, or where there is
 * nothing of that number. Not for jumps.
 */
export function describeArgument(
  code: CodeObject,
  opcode: number,
  oparg: number,
  repr: (constant: Constant) => string,
): string {
  return meaning(code, opcode, oparg, repr) ?? "";
}

function meaning(
  code: CodeObject,
  opcode: number,
  oparg: number,
  repr: (constant: Constant) => string,
): string | undefined {
  const generic = deopt[opcode];
  const flags = opcodeFlags[generic];
  const slots = code.localsplusNames;
  if (flags & OpcodeFlag.CONST) return oparg < code.consts.length ? repr(code.consts[oparg]) : undefined;
  if (flags & OpcodeFlag.NAME) {
    const shift =
      generic === Op.LOAD_SUPER_ATTR ? 2 : generic === Op.LOAD_GLOBAL || generic === Op.LOAD_ATTR ? 1 : 0;
    const name: string | undefined = code.names[oparg >> shift];
    if (shift === 0 || (oparg & 1) === 0 || name === undefined) return name;
    return `${name}${generic === Op.LOAD_GLOBAL ? " + NULL" : " + NULL|self"}`;
  }
  switch (generic) {
    case Op.LOAD_FAST_LOAD_FAST:
    case Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
    case Op.STORE_FAST_LOAD_FAST:
    case Op.STORE_FAST_STORE_FAST:
      return [oparg >> 4, oparg & 15].map((slot) => slots[slot] ?? slot).join(", ");
    case Op.COMPARE_OP: {
      const symbol = compareOps[oparg >> 5];
      return oparg & COMPARE_TO_BOOL && symbol ? `bool(${symbol})` : symbol;
    }
    case Op.CONVERT_VALUE:
      return conversions[oparg] ?? undefined;
    case Op.SET_FUNCTION_ATTRIBUTE:
      return functionAttributes.filter((_, bit) => oparg & (1 << bit)).join(", ");
    case Op.BINARY_OP:
      return binaryOps[oparg]?.[1];
    case Op.CALL_INTRINSIC_1:
      return intrinsics1[oparg];
    case Op.CALL_INTRINSIC_2:
      return intrinsics2[oparg];
    case Op.LOAD_COMMON_CONSTANT: {
      const name = commonConstants[oparg];
      return builtinFunctions.has(name) ? `<built-in function ${name}>` : name;
    }
    case Op.LOAD_SPECIAL:
      return specialMethods[oparg];
    case Op.IS_OP:
      return oparg ? "is not" : "is";
    case Op.CONTAINS_OP:
      return oparg ? "not in" : "in";
  }
  return flags & (OpcodeFlag.LOCAL | OpcodeFlag.FREE) ? slots[oparg] : "";
}
