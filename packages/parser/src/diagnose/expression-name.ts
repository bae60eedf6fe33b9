import type { expr } from "@adder/ast";

const names: Readonly<Record<string, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  FormattedValue: "f-string expression",
  TemplateStr: "t-string expression",
  Interpolation: "t-string expression",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

/** What messages call an expression (`_PyPegen_get_expr_name` in Parser/pegen.c). */
export function expressionName(node: expr): string {
  if (node.nodeType !== "Constant") return names[node.nodeType];
  const { value } = node;
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  return typeof value === "object" && value.type === "ellipsis" ? "ellipsis" : "literal";
}

/** How an expression is to be used: after `del`, behind `for`, or on the left of `=`. */
export type TargetUse = "assign" | "delete" | "for";

/** The part of an expression that cannot be a target, null when all of it can (`_PyPegen_get_invalid_target`). */
export function invalidTarget(node: expr, use: TargetUse): expr | null {
  switch (node.nodeType) {
    case "List":
    case "Tuple":
      for (const element of node.elts) {
        const invalid = invalidTarget(element, use);
        if (invalid !== null) return invalid;
      }
      return null;
    case "Starred":
      return use === "delete" ? node : invalidTarget(node.value, use);
    case "Compare":
      // `for a in b` is read as a comparison.
      if (use !== "for") return node;
      return node.ops[0] === "In" ? invalidTarget(node.left, use) : null;
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}
