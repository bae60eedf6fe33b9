import type { ConstantValue, expr } from "@adder/ast";

/** Turns a node into another, in place, so that all that refer to it see the new one. */
export function become(node: expr, other: expr): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const key of Object.keys(fields)) delete fields[key];
  Object.assign(fields, other);
}

/** Turns a node into a constant at the same place. */
export function becomeConstant(node: expr, value: ConstantValue): void {
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  become(node, { nodeType: "Constant", value, kind: null, lineno, col_offset, end_lineno, end_col_offset });
}
