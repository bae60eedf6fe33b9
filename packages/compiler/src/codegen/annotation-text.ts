import {
  type arguments_ as Arguments,
  type arg,
  type ConstantValue,
  type cmpop,
  type comprehension,
  constantRepr,
  type expr,
  type keyword,
  type operator,
  stringRepr,
} from "@adder/ast";
import { InternalError } from "../internal-error.js";

/** How tightly operators bind, loosest first. */
enum Level {
  TUPLE,
  TEST,
  OR,
  AND,
  NOT,
  COMPARE,
  BIT_OR,
  BIT_XOR,
  BIT_AND,
  SHIFT,
  ARITH,
  TERM,
  FACTOR,
  POWER,
  AWAIT,
  ATOM,
}

const BINARY: Readonly<Record<operator, readonly [string, Level]>> = {
  Add: ["+", Level.ARITH],
  Sub: ["-", Level.ARITH],
  Mult: ["*", Level.TERM],
  MatMult: ["@", Level.TERM],
  Div: ["/", Level.TERM],
  Mod: ["%", Level.TERM],
  LShift: ["<<", Level.SHIFT],
  RShift: [">>", Level.SHIFT],
  BitOr: ["|", Level.BIT_OR],
  BitXor: ["^", Level.BIT_XOR],
  BitAnd: ["&", Level.BIT_AND],
  FloorDiv: ["//", Level.TERM],
  Pow: ["**", Level.POWER],
};

const UNARY = {
  Invert: ["~", Level.FACTOR],
  Not: ["not ", Level.NOT],
  UAdd: ["+", Level.FACTOR],
  USub: ["-", Level.FACTOR],
} as const;

const COMPARE: Readonly<Record<cmpop, string>> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Is: "is",
  IsNot: "is not",
  In: "in",
  NotIn: "not in",
};

/**
 * The source of an annotation, normalised, as `from __future__ import annotations` stores it.
 * Follows `_PyAST_ExprAsUnicode` (`Python/ast_unparse.c`), which differs in details from `ast.unparse`.
 */
export function annotationText(node: expr): string {
  return text(node, Level.TEST);
}

function wrap(inner: string, level: Level, own: Level): string {
  return level > own ? `(${inner})` : inner;
}

function list(nodes: readonly expr[], level = Level.TEST): string {
  return nodes.map((node) => text(node, level)).join(", ");
}

function text(node: expr, level: Level): string {
  switch (node.nodeType) {
    case "Name":
      return node.id;
    case "Attribute": {
      // `1 .real`: without the space the dot would belong to the number.
      const space = node.value.nodeType === "Constant" && isInteger(node.value.value) ? " " : "";
      return `${text(node.value, Level.ATOM)}${space}.${node.attr}`;
    }
    case "Subscript":
      return `${text(node.value, Level.ATOM)}[${text(node.slice, Level.TUPLE)}]`;
    case "Constant":
      return constantText(node.value);
    case "Tuple":
      if (node.elts.length === 0) return "()";
      return wrap(`${list(node.elts)}${node.elts.length === 1 ? "," : ""}`, level, Level.TUPLE);
    case "List":
      return `[${list(node.elts)}]`;
    case "Set":
      return `{${list(node.elts)}}`;
    case "Dict":
      return `{${node.values.map((value, i) => dictItem(node.keys[i], value)).join(", ")}}`;
    case "BoolOp": {
      const own = node.op === "And" ? Level.AND : Level.OR;
      const operator = node.op === "And" ? " and " : " or ";
      return wrap(node.values.map((value) => text(value, own + 1)).join(operator), level, own);
    }
    case "BinOp": {
      const [operator, own] = BINARY[node.op];
      const right = node.op === "Pow";
      const operands = [text(node.left, right ? own + 1 : own), text(node.right, right ? own : own + 1)];
      return wrap(operands.join(` ${operator} `), level, own);
    }
    case "UnaryOp": {
      const [operator, own] = UNARY[node.op];
      return wrap(`${operator}${text(node.operand, own)}`, level, own);
    }
    case "Compare": {
      let result = text(node.left, Level.COMPARE + 1);
      node.ops.forEach((op, i) => {
        result += ` ${COMPARE[op]} ${text(node.comparators[i], Level.COMPARE + 1)}`;
      });
      return wrap(result, level, Level.COMPARE);
    }
    case "Call":
      return callText(node.func, node.args, node.keywords);
    case "IfExp": {
      const [body, test] = [text(node.body, Level.TEST + 1), text(node.test, Level.TEST + 1)];
      return wrap(`${body} if ${test} else ${text(node.orelse, Level.TEST)}`, level, Level.TEST);
    }
    case "Lambda": {
      const positional = node.args.args.length + node.args.posonlyargs.length > 0;
      const head = `lambda${positional ? " " : ""}${argumentsText(node.args)}`;
      return wrap(`${head}: ${text(node.body, Level.TEST)}`, level, Level.TEST);
    }
    case "GeneratorExp":
      return `(${text(node.elt, Level.TEST)}${generatorsText(node.generators)})`;
    case "ListComp":
      return `[${text(node.elt, Level.TEST)}${generatorsText(node.generators)}]`;
    case "SetComp":
      return `{${text(node.elt, Level.TEST)}${generatorsText(node.generators)}}`;
    case "DictComp":
      return `{${dictItem(node.key, node.value)}${generatorsText(node.generators)}}`;
    case "Starred":
      return `*${text(node.value, Level.BIT_OR)}`;
    case "Slice": {
      const part = (value: expr | null) => (value === null ? "" : text(value, Level.TEST));
      const step = node.step === null ? "" : `:${text(node.step, Level.TEST)}`;
      return `${part(node.lower)}:${part(node.upper)}${step}`;
    }
    case "JoinedStr":
      return `f${stringRepr(fieldsText(node.values))}`;
    case "TemplateStr":
      return `t${stringRepr(fieldsText(node.values))}`;
    case "FormattedValue":
    case "Interpolation":
      return fieldText(node);
    case "Yield":
      return node.value === null ? "(yield)" : `(yield ${text(node.value, Level.TEST)})`;
    case "YieldFrom":
      return `(yield from ${text(node.value, Level.TEST)})`;
    case "Await":
      return wrap(`await ${text(node.value, Level.ATOM)}`, level, Level.AWAIT);
    case "NamedExpr":
      return wrap(`${text(node.target, Level.ATOM)}:=${text(node.value, Level.ATOM)}`, level, Level.TUPLE);
  }
}

function isInteger(value: ConstantValue): boolean {
  return typeof value === "number" || typeof value === "bigint";
}

function constantText(value: ConstantValue): string {
  if (typeof value === "object" && value !== null) {
    if (value.type === "ellipsis") return "...";
    // There is no literal for infinity but one that is too large.
    if (value.type === "float" || value.type === "complex")
      return constantRepr(value).replaceAll("inf", "1e309");
  }
  return constantRepr(value);
}

function dictItem(key: expr | null, value: expr): string {
  if (key === null) return `**${text(value, Level.BIT_OR)}`;
  return `${text(key, Level.TEST)}: ${text(value, Level.TEST)}`;
}

function callText(func: expr, args: readonly expr[], keywords: readonly keyword[]): string {
  const name = text(func, Level.ATOM);
  // A generator expression that is the only argument has parentheses already.
  if (args.length === 1 && keywords.length === 0 && args[0].nodeType === "GeneratorExp") {
    return `${name}${text(args[0], Level.TEST)}`;
  }
  const parts = args.map((argument) => text(argument, Level.TEST));
  for (const keyword of keywords) {
    const value = text(keyword.value, Level.TEST);
    parts.push(keyword.arg === null ? `**${value}` : `${keyword.arg}=${value}`);
  }
  return `${name}(${parts.join(", ")})`;
}

function generatorsText(generators: readonly comprehension[]): string {
  let result = "";
  for (const generator of generators) {
    result += generator.is_async ? " async for " : " for ";
    result += `${text(generator.target, Level.TUPLE)} in ${text(generator.iter, Level.TEST + 1)}`;
    for (const condition of generator.ifs) result += ` if ${text(condition, Level.TEST + 1)}`;
  }
  return result;
}

function parameterText(parameter: arg, value: expr | null | undefined): string {
  const annotation = parameter.annotation === null ? "" : `: ${text(parameter.annotation, Level.TEST)}`;
  const assigned = value === null || value === undefined ? "" : `=${text(value, Level.TEST)}`;
  return `${parameter.arg}${annotation}${assigned}`;
}

function argumentsText(args: Arguments): string {
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const parts: string[] = [];
  positional.forEach((parameter, i) => {
    parts.push(parameterText(parameter, args.defaults[i - firstDefault]));
    if (i + 1 === args.posonlyargs.length) parts.push("/");
  });
  if (args.vararg !== null) parts.push(`*${parameterText(args.vararg, null)}`);
  else if (args.kwonlyargs.length > 0) parts.push("*");
  args.kwonlyargs.forEach((parameter, i) => {
    parts.push(parameterText(parameter, args.kw_defaults[i]));
  });
  if (args.kwarg !== null) parts.push(`**${parameterText(args.kwarg, null)}`);
  return parts.join(", ");
}

/** The inside of an f-string or t-string, or of a format specification. */
function fieldsText(values: readonly expr[]): string {
  return values.map(partText).join("");
}

function partText(node: expr): string {
  switch (node.nodeType) {
    case "Constant":
      if (typeof node.value !== "string") break;
      return node.value.replaceAll("{", "{{").replaceAll("}", "}}");
    case "JoinedStr":
      return `f${stringRepr(fieldsText(node.values))}`;
    case "TemplateStr":
      return `t${stringRepr(fieldsText(node.values))}`;
    case "FormattedValue":
    case "Interpolation":
      return fieldText(node);
  }
  throw new InternalError("unknown expression kind inside f-string");
}

function fieldText(node: Extract<expr, { nodeType: "FormattedValue" | "Interpolation" }>): string {
  const value = text(node.value, Level.TEST + 1);
  const brace = value.startsWith("{") ? "{ " : "{";
  const conversion = node.conversion > 0 ? `!${String.fromCharCode(node.conversion)}` : "";
  let spec = "";
  if (node.format_spec !== null) {
    const inner = node.format_spec;
    spec = `:${inner.nodeType === "JoinedStr" ? fieldsText(inner.values) : partText(inner)}`;
  }
  return `${brace}${value}${conversion}${spec}}`;
}
