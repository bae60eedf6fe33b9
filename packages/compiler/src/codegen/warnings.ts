import type { ConstantValue, expr } from "@adder/ast";
import type { CodeGenerator } from "./generator.js";

function constantTypeName(value: ConstantValue): string {
  switch (typeof value) {
    case "string":
      return "str";
    case "boolean":
      return "bool";
    case "number":
    case "bigint":
      return "int";
    default:
      return value === null ? "NoneType" : value.type;
  }
}

/** Name of the type that a literal or display has; `null` where only the runtime knows. Follows `infer_type`. */
export function typeName(node: expr): string | null {
  switch (node.nodeType) {
    case "Tuple":
      return "tuple";
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    case "GeneratorExp":
      return "generator";
    case "Lambda":
      return "function";
    case "TemplateStr":
      return "string.templatelib.Template";
    case "Interpolation":
      return "string.templatelib.Interpolation";
    case "JoinedStr":
    case "FormattedValue":
      return "str";
    case "Constant":
      return constantTypeName(node.value);
    default:
      return null;
  }
}

const HINT = "perhaps you missed a comma?";

/** Warns when something is called that can't be. Follows `check_caller`. */
export function checkCaller(c: CodeGenerator, node: expr): void {
  const type = node.nodeType === "Lambda" ? null : typeName(node);
  if (type !== null) c.warn(`'${type}' object is not callable; ${HINT}`, node);
}

/** Whether a constant can be subscripted. */
function isSubscriptable(value: ConstantValue): boolean {
  const type = constantTypeName(value);
  return type === "bool" ? false : type === "str" || type === "bytes" || type === "tuple";
}

/** Warns when something is subscripted that can't be. Follows `check_subscripter`. */
export function checkSubscripted(c: CodeGenerator, node: expr): void {
  switch (node.nodeType) {
    case "Constant":
      if (isSubscriptable(node.value)) return;
      break;
    case "Set":
    case "SetComp":
    case "GeneratorExp":
    case "Lambda":
    case "TemplateStr":
    case "Interpolation":
      break;
    default:
      return;
  }
  c.warn(`'${typeName(node)}' object is not subscriptable; ${HINT}`, node);
}

/** Warns when a sequence is indexed by something that is no index. Follows `check_index`. */
export function checkIndex(c: CodeGenerator, node: expr, index: expr): void {
  const indexType = index.nodeType === "Slice" ? null : typeName(index);
  if (indexType === null || indexType === "int" || indexType === "bool") return;
  switch (node.nodeType) {
    case "Constant":
      if (!isSubscriptable(node.value)) return;
      break;
    case "Tuple":
    case "List":
    case "ListComp":
    case "JoinedStr":
    case "FormattedValue":
      break;
    default:
      return;
  }
  c.warn(`${typeName(node)} indices must be integers or slices, not ${indexType}; ${HINT}`, node);
}
