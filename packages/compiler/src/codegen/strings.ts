import type { FormattedValue, Interpolation, JoinedStr, TemplateStr } from "@adder/ast";
import { conversions } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { locationOf } from "../ir/index.js";
import { expression, expressions } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { BINARY, INPLACE, STACK_USE_GUIDELINE } from "./operands.js";

/** Argument of CONVERT_VALUE for the character behind `!`. Throws SystemError for another, which trees made by hand may have. */
function conversionOperand(c: CodeGenerator, conversion: number): number {
  switch (String.fromCharCode(conversion)) {
    case "s":
      return conversions.indexOf("str");
    case "r":
      return conversions.indexOf("repr");
    case "a":
      return conversions.indexOf("ascii");
    default:
      throw c.diagnostics.systemError(`Unrecognized conversion character ${conversion}`);
  }
}

/** Compiles an f-string. */
export function joinedString(c: CodeGenerator, node: JoinedStr): void {
  const loc = locationOf(node);
  const { values } = node;
  if (values.length > STACK_USE_GUIDELINE) {
    c.loadConst(loc, "");
    c.op(loc, Op.LOAD_ATTR, (c.nameIndex("join") << 1) | 1);
    c.op(loc, Op.BUILD_LIST, 0);
    for (const value of values) {
      expression(c, value);
      c.op(loc, Op.LIST_APPEND, 1);
    }
    c.op(loc, Op.CALL, 1);
    return;
  }
  expressions(c, values);
  if (values.length > 1) c.op(loc, Op.BUILD_STRING, values.length);
  else if (values.length === 0) c.loadConst(loc, "");
}

/** Compiles a replacement field of an f-string. */
export function formattedValue(c: CodeGenerator, node: FormattedValue): void {
  expression(c, node.value);
  const loc = locationOf(node);
  if (node.conversion !== -1) c.op(loc, Op.CONVERT_VALUE, conversionOperand(c, node.conversion));
  if (node.format_spec !== null) {
    expression(c, node.format_spec);
    c.op(loc, Op.FORMAT_WITH_SPEC);
  } else {
    c.op(loc, Op.FORMAT_SIMPLE);
  }
}

/** Compiles a t-string (PEP 750): the tuple of its strings, one more than fields, and that of its fields. */
export function templateString(c: CodeGenerator, node: TemplateStr): void {
  const loc = locationOf(node);
  let strings = 0;
  let inString = false;
  for (const value of node.values) {
    if (value.nodeType === "Interpolation") {
      if (!inString) {
        c.loadConst(loc, "");
        strings++;
      }
      inString = false;
    } else {
      expression(c, value);
      if (inString) c.op(loc, Op.BINARY_OP, BINARY.Add + INPLACE);
      else strings++;
      inString = true;
    }
  }
  if (!inString) {
    c.loadConst(loc, "");
    strings++;
  }
  c.op(loc, Op.BUILD_TUPLE, strings);
  const fields = node.values.filter((value) => value.nodeType === "Interpolation");
  expressions(c, fields);
  c.op(loc, Op.BUILD_TUPLE, fields.length);
  c.op(loc, Op.BUILD_TEMPLATE);
}

/** Compiles a replacement field of a t-string. */
export function interpolation(c: CodeGenerator, node: Interpolation): void {
  const loc = locationOf(node);
  expression(c, node.value);
  c.loadConst(loc, node.str);
  let operand = 2;
  if (node.format_spec !== null) {
    operand++;
    expression(c, node.format_spec);
  }
  if (node.conversion !== -1) operand |= conversionOperand(c, node.conversion) << 2;
  c.op(loc, Op.BUILD_INTERPOLATION, operand);
}
