import type { expr, Name, TypeAlias, type_param } from "@adder/ast";
import { Intrinsic1, Intrinsic2, Op } from "../generated/op.js";
import { InternalError } from "../internal-error.js";
import { locationOf } from "../ir/index.js";
import type { SymbolTableEntry } from "../symtable/entry.js";
import { enterAnnotationScope } from "./annotations.js";
import { makeFunction } from "./closures.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { FunctionAttribute } from "./operands.js";

/** Default of the format parameter of lazily evaluated functions: `annotationlib.Format.VALUE`. */
const FORMAT_DEFAULT = { type: "tuple", items: [1] } as const;

/** Pushes the function that evaluates a bound or default. */
function lazyValue(
  c: CodeGenerator,
  node: expr,
  name: string,
  entry: SymbolTableEntry | undefined,
  allowStarred: boolean,
): void {
  if (entry === undefined) throw new InternalError("no block for a type variable");
  const loc = locationOf(node);
  c.loadConst(loc, FORMAT_DEFAULT);
  enterAnnotationScope(c, loc, entry, name);
  if (allowStarred && node.nodeType === "Starred") {
    expression(c, node.value);
    c.op(loc, Op.UNPACK_SEQUENCE, 1);
  } else {
    expression(c, node);
  }
  c.op(loc, Op.RETURN_VALUE);
  makeFunction(c, loc, c.finishScope(true), FunctionAttribute.DEFAULTS);
}

/** Pushes a TypeVar, ParamSpec or TypeVarTuple. */
function typeParameter(c: CodeGenerator, node: type_param): void {
  const loc = locationOf(node);
  const { blocks, defaultBlocks } = c.table;
  c.loadConst(loc, node.name);
  let defaultEntry = blocks.get(node);
  switch (node.nodeType) {
    case "TypeVar":
      if (node.bound === null) c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.TYPEVAR);
      else {
        lazyValue(c, node.bound, node.name, blocks.get(node), false);
        const constraints = node.bound.nodeType === "Tuple";
        const intrinsic = constraints ? Intrinsic2.TYPEVAR_WITH_CONSTRAINTS : Intrinsic2.TYPEVAR_WITH_BOUND;
        c.op(loc, Op.CALL_INTRINSIC_2, intrinsic);
      }
      defaultEntry = defaultBlocks.get(node);
      break;
    case "TypeVarTuple":
      c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.TYPEVARTUPLE);
      break;
    case "ParamSpec":
      c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.PARAMSPEC);
      break;
  }
  if (node.default_value === null) return;
  lazyValue(c, node.default_value, node.name, defaultEntry, node.nodeType === "TypeVarTuple");
  c.op(loc, Op.CALL_INTRINSIC_2, Intrinsic2.SET_TYPEPARAM_DEFAULT);
}

/**
 * Binds type parameters and pushes the tuple of them. Follows `codegen_type_params`.
 * Throws SyntaxError when one without a default follows one with a default.
 */
export function typeParameters(c: CodeGenerator, nodes: readonly type_param[]): void {
  let seenDefault = false;
  for (const node of nodes) {
    typeParameter(c, node);
    if (node.default_value !== null) seenDefault = true;
    else if (seenDefault) {
      throw c.error(`non-default type parameter '${node.name}' follows default type parameter`, node);
    }
    const loc = locationOf(node);
    c.op(loc, Op.COPY, 1);
    variable(c, loc, node.name, "Store");
  }
  c.op(locationOf(nodes[0]), Op.BUILD_TUPLE, nodes.length);
}

/** Compiles a `type` statement; its value is evaluated when it is asked for. Follows `codegen_typealias`. */
export function typeAlias(c: CodeGenerator, node: TypeAlias): void {
  const loc = locationOf(node);
  const name = (node.name as Name).id;
  const generic = node.type_params.length > 0;
  if (generic) {
    const scope = `<generic parameters of ${name}>`;
    c.enterScope(scope, "annotations", c.entryOf(node.type_params), node.lineno);
    c.loadConst(loc, name);
    typeParameters(c, node.type_params);
  } else {
    c.loadConst(loc, name);
    c.loadConst(loc, null);
  }
  c.loadConst(loc, FORMAT_DEFAULT);
  enterAnnotationScope(c, loc, c.entryOf(node), name);
  expression(c, node.value);
  c.op(loc, Op.RETURN_VALUE);
  makeFunction(c, loc, c.finishScope(false), FunctionAttribute.DEFAULTS);
  c.op(loc, Op.BUILD_TUPLE, 3);
  c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.TYPEALIAS);
  if (generic) {
    makeFunction(c, loc, c.finishScope(false));
    c.op(loc, Op.PUSH_NULL);
    c.op(loc, Op.CALL, 0);
  }
  variable(c, loc, name, "Store");
}
