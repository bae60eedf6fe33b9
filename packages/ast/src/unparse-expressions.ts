import { constantRepr } from "./constant-repr.js";
import type { arg, arguments_, comprehension, expr, keyword, pattern } from "./generated/nodes.js";
import type { ConstantValue } from "./located.js";
import { type FormattedPart, formattedLiteral } from "./unparse-strings.js";

/** How strongly an expression binds, weakest first (`_Precedence` in Lib/_ast_unparse.py). */
export const enum Precedence {
  NAMED_EXPR = 1,
  TUPLE,
  YIELD,
  TEST,
  OR,
  AND,
  NOT,
  CMP,
  BOR,
  BXOR,
  BAND,
  SHIFT,
  ARITH,
  TERM,
  FACTOR,
  POWER,
  AWAIT,
  ATOM,
}

const binaryOperators: Readonly<Record<string, readonly [string, Precedence]>> = {
  Add: ["+", Precedence.ARITH],
  Sub: ["-", Precedence.ARITH],
  Mult: ["*", Precedence.TERM],
  MatMult: ["@", Precedence.TERM],
  Div: ["/", Precedence.TERM],
  Mod: ["%", Precedence.TERM],
  LShift: ["<<", Precedence.SHIFT],
  RShift: [">>", Precedence.SHIFT],
  BitOr: ["|", Precedence.BOR],
  BitXor: ["^", Precedence.BXOR],
  BitAnd: ["&", Precedence.BAND],
  FloorDiv: ["//", Precedence.TERM],
  Pow: ["**", Precedence.POWER],
};
const unaryOperators: Readonly<Record<string, readonly [string, Precedence]>> = {
  Invert: ["~", Precedence.FACTOR],
  Not: ["not ", Precedence.NOT],
  UAdd: ["+", Precedence.FACTOR],
  USub: ["-", Precedence.FACTOR],
};
const comparisons: Readonly<Record<string, string>> = {
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

/** The sign of a binary operator, as in `a += b`. */
export function operatorSign(op: string): string {
  return binaryOperators[op][0];
}

/** What overflows a float is written as a literal that overflows again. */
const infinity = "1e309";

function constant(value: ConstantValue): string {
  const text = constantRepr(value);
  if (value === null || typeof value !== "object" || (value.type !== "float" && value.type !== "complex")) {
    return text;
  }
  return text.replaceAll("inf", infinity).replaceAll("nan", `(${infinity}-${infinity})`);
}

function parens(text: string, outer: Precedence, own: Precedence): string {
  return outer > own ? `(${text})` : text;
}

/** Items with commas; a single one gets a comma of its own. */
function tupleItems(items: readonly string[]): string {
  return items.length === 1 ? `${items[0]},` : items.join(", ");
}

function list(nodes: readonly expr[]): string {
  return nodes.map((node) => unparseExpression(node)).join(", ");
}

function generators(nodes: readonly comprehension[]): string {
  let text = "";
  for (const { target, iter, ifs, is_async } of nodes) {
    text += is_async ? " async for " : " for ";
    text += `${unparseExpression(target, Precedence.TUPLE)} in ${unparseExpression(iter, Precedence.OR)}`;
    for (const test of ifs) text += ` if ${unparseExpression(test, Precedence.OR)}`;
  }
  return text;
}

/** Arguments of a call, or bases of a class. */
export function unparseArguments(args: readonly expr[], keywords: readonly keyword[]): string {
  const parts = args.map((node) => unparseExpression(node));
  for (const { arg, value } of keywords) {
    parts.push(`${arg === null ? "**" : `${arg}=`}${unparseExpression(value)}`);
  }
  return parts.join(", ");
}

function parameter({ arg, annotation }: arg): string {
  return annotation === null ? arg : `${arg}: ${unparseExpression(annotation)}`;
}

/** The parameters of a function, without brackets. */
export function unparseParameters(node: arguments_): string {
  const parts: string[] = [];
  const positional = [...node.posonlyargs, ...node.args];
  const firstDefault = positional.length - node.defaults.length;
  positional.forEach((item, i) => {
    const value = i >= firstDefault ? `=${unparseExpression(node.defaults[i - firstDefault])}` : "";
    const slash = i + 1 === node.posonlyargs.length ? ", /" : "";
    parts.push(parameter(item) + value + slash);
  });
  if (node.vararg !== null) parts.push(`*${parameter(node.vararg)}`);
  else if (node.kwonlyargs.length > 0) parts.push("*");
  node.kwonlyargs.forEach((item, i) => {
    const value = node.kw_defaults[i] as expr | null;
    parts.push(value === null ? parameter(item) : `${parameter(item)}=${unparseExpression(value)}`);
  });
  if (node.kwarg !== null) parts.push(`**${parameter(node.kwarg)}`);
  return parts.join(", ");
}

/** A replacement field, or the text between two of them. */
function formattedPart(node: expr, inSpec: boolean): string {
  switch (node.nodeType) {
    case "JoinedStr":
      return node.values.map((value) => formattedPart(value, inSpec)).join("");
    case "Constant": {
      let text = textOf(node.value).replaceAll("{", "{{").replaceAll("}", "}}");
      if (inSpec) {
        text = text
          .replaceAll("\\", "\\\\")
          .replaceAll("'", "\\'")
          .replaceAll('"', '\\"')
          .replaceAll("\n", "\\n");
      }
      return text;
    }
    case "FormattedValue":
    case "Interpolation": {
      const source =
        node.nodeType === "Interpolation" && node.str !== null
          ? textOf(node.str)
          : unparseExpression(node.value, Precedence.OR);
      const conversion = node.conversion === -1 ? "" : `!${String.fromCharCode(node.conversion)}`;
      const spec = node.format_spec === null ? "" : `:${formattedPart(node.format_spec, true)}`;
      return `{${source.startsWith("{") ? " " : ""}${source}${conversion}${spec}}`;
    }
    default:
      throw new TypeError(`unexpected node inside of an f-string: ${node.nodeType}`);
  }
}

/** A str constant as text; lone surrogates stay what they are. */
export function textOf(value: ConstantValue): string {
  if (typeof value === "string") return value;
  return value !== null && typeof value === "object" && value.type === "str"
    ? String.fromCodePoint(...value.codePoints)
    : "";
}

function formatted(values: readonly expr[]): string {
  const parts: FormattedPart[] = values.map((value) => ({
    text: formattedPart(value, false),
    constant: value.nodeType === "Constant",
  }));
  return formattedLiteral(parts);
}

function unparseConstant(value: ConstantValue, kind: string | null): string {
  if (value !== null && typeof value === "object") {
    if (value.type === "tuple") return `(${tupleItems(value.items.map(constant))})`;
    if (value.type === "ellipsis") return "...";
  }
  return (kind === "u" ? "u" : "") + constant(value);
}

/** The source of an expression; it gets parentheses where `precedence` binds more strongly than it does. */
export function unparseExpression(node: expr, precedence: Precedence = Precedence.TEST): string {
  switch (node.nodeType) {
    case "Name":
      return node.id;
    case "Constant":
      return unparseConstant(node.value, node.kind);
    case "Attribute": {
      const { value } = node;
      // `3.real` would be a float.
      const isInt =
        value.nodeType === "Constant" && ["number", "bigint", "boolean"].includes(typeof value.value);
      return `${unparseExpression(value, Precedence.ATOM)}${isInt ? " " : ""}.${node.attr}`;
    }
    case "Call":
      return `${unparseExpression(node.func, Precedence.ATOM)}(${unparseArguments(node.args, node.keywords)})`;
    case "Subscript": {
      const { slice } = node;
      const isTuple = slice.nodeType === "Tuple" && slice.elts.length > 0;
      const index = isTuple
        ? tupleItems(slice.elts.map((item) => unparseExpression(item)))
        : unparseExpression(slice);
      return `${unparseExpression(node.value, Precedence.ATOM)}[${index}]`;
    }
    case "Slice": {
      const part = (item: expr | null) => (item === null ? "" : unparseExpression(item));
      return `${part(node.lower)}:${part(node.upper)}${node.step === null ? "" : `:${part(node.step)}`}`;
    }
    case "BinOp": {
      const [sign, own] = binaryOperators[node.op];
      const left = unparseExpression(node.left, sign === "**" ? own + 1 : own);
      const right = unparseExpression(node.right, sign === "**" ? own : own + 1);
      return parens(`${left} ${sign} ${right}`, precedence, own);
    }
    case "UnaryOp": {
      const [sign, own] = unaryOperators[node.op];
      return parens(sign + unparseExpression(node.operand, own), precedence, own);
    }
    case "BoolOp": {
      const own = node.op === "And" ? Precedence.AND : Precedence.OR;
      let inner: number = own;
      // Each operand binds more strongly than the one before it.
      const parts = node.values.map((value) => {
        inner = Math.min(inner + 1, Precedence.ATOM);
        return unparseExpression(value, inner);
      });
      return parens(parts.join(node.op === "And" ? " and " : " or "), precedence, own);
    }
    case "Compare": {
      let text = unparseExpression(node.left, Precedence.BOR);
      node.comparators.forEach((value, i) => {
        text += ` ${comparisons[node.ops[i]]} ${unparseExpression(value, Precedence.BOR)}`;
      });
      return parens(text, precedence, Precedence.CMP);
    }
    case "IfExp": {
      const body = unparseExpression(node.body, Precedence.OR);
      const test = unparseExpression(node.test, Precedence.OR);
      return parens(`${body} if ${test} else ${unparseExpression(node.orelse)}`, precedence, Precedence.TEST);
    }
    case "Lambda": {
      const parameters = unparseParameters(node.args);
      const text = `lambda${parameters === "" ? "" : ` ${parameters}`}: ${unparseExpression(node.body)}`;
      return parens(text, precedence, Precedence.TEST);
    }
    case "NamedExpr": {
      const target = unparseExpression(node.target, Precedence.ATOM);
      const value = unparseExpression(node.value, Precedence.ATOM);
      return parens(`${target} := ${value}`, precedence, Precedence.NAMED_EXPR);
    }
    case "Await":
      return parens(`await ${unparseExpression(node.value, Precedence.ATOM)}`, precedence, Precedence.AWAIT);
    case "Yield": {
      const value = node.value === null ? "" : ` ${unparseExpression(node.value, Precedence.ATOM)}`;
      return parens(`yield${value}`, precedence, Precedence.YIELD);
    }
    case "YieldFrom":
      return parens(
        `yield from ${unparseExpression(node.value, Precedence.ATOM)}`,
        precedence,
        Precedence.YIELD,
      );
    case "Starred":
      return `*${unparseExpression(node.value, Precedence.BOR)}`;
    case "Tuple": {
      const text = tupleItems(node.elts.map((item) => unparseExpression(item)));
      return node.elts.length === 0 || precedence > Precedence.TUPLE ? `(${text})` : text;
    }
    case "List":
      return `[${list(node.elts)}]`;
    case "Set":
      return node.elts.length === 0 ? "{*()}" : `{${list(node.elts)}}`;
    case "Dict": {
      const items = node.values.map((value, i) => {
        const key = node.keys[i];
        if (key === null) return `**${unparseExpression(value, Precedence.BOR)}`;
        return `${unparseExpression(key)}: ${unparseExpression(value)}`;
      });
      return `{${items.join(", ")}}`;
    }
    case "ListComp":
      return `[${unparseExpression(node.elt)}${generators(node.generators)}]`;
    case "SetComp":
      return `{${unparseExpression(node.elt)}${generators(node.generators)}}`;
    case "GeneratorExp":
      return `(${unparseExpression(node.elt)}${generators(node.generators)})`;
    case "DictComp":
      return `{${unparseExpression(node.key)}: ${unparseExpression(node.value)}${generators(node.generators)}}`;
    case "JoinedStr":
      return `f${formatted(node.values)}`;
    case "TemplateStr":
      return `t${formatted(node.values)}`;
    case "FormattedValue":
    case "Interpolation":
      return formattedPart(node, false);
  }
}

/** The source of a pattern. */
export function unparsePattern(node: pattern, precedence: Precedence = Precedence.TEST): string {
  switch (node.nodeType) {
    case "MatchValue":
      return unparseExpression(node.value);
    case "MatchSingleton":
      return constant(node.value);
    case "MatchSequence":
      return `[${node.patterns.map((item) => unparsePattern(item)).join(", ")}]`;
    case "MatchStar":
      return `*${node.name ?? "_"}`;
    case "MatchMapping": {
      const items = node.keys.map(
        (key, i) => `${unparseExpression(key)}: ${unparsePattern(node.patterns[i])}`,
      );
      if (node.rest !== null) items.push(`**${node.rest}`);
      return `{${items.join(", ")}}`;
    }
    case "MatchClass": {
      const items = node.patterns.map((item) => unparsePattern(item));
      node.kwd_attrs.forEach((name, i) => {
        items.push(`${name}=${unparsePattern(node.kwd_patterns[i])}`);
      });
      return `${unparseExpression(node.cls, Precedence.ATOM)}(${items.join(", ")})`;
    }
    case "MatchAs":
      if (node.name === null) return "_";
      if (node.pattern === null) return node.name;
      return parens(
        `${unparsePattern(node.pattern, Precedence.BOR)} as ${node.name}`,
        precedence,
        Precedence.TEST,
      );
    case "MatchOr": {
      const text = node.patterns.map((item) => unparsePattern(item, Precedence.BXOR)).join(" | ");
      return parens(text, precedence, Precedence.BOR);
    }
  }
}
