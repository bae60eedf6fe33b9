import type { AnnAssign, arguments_ as Arguments, arg, expr, Name } from "@adder/ast";
import { PyCF } from "../future.js";
import { CommonConstant, Op } from "../generated/op.js";
import { InternalError } from "../internal-error.js";
import { addName, InstructionSequence, type Location, locationOf } from "../ir/index.js";
import type { SymbolTableEntry } from "../symtable/entry.js";
import { BlockType } from "../symtable/flags.js";
import { annotationText } from "./annotation-text.js";
import { makeFunction } from "./closures.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { compareOperand, FunctionAttribute } from "./operands.js";

/** `annotationlib.Format.VALUE_WITH_FAKE_GLOBALS`, the last format that generated functions support. */
const VALUE_WITH_FAKE_GLOBALS = 2;

function hasStringAnnotations(c: CodeGenerator): boolean {
  return (c.future.features & PyCF.FUTURE_ANNOTATIONS) !== 0;
}

/**
 * Starts a function of one argument, the format, that is evaluated later: annotations, a bound, a default, or the
 * value of a type alias. It refuses formats that it does not know. Follows `codegen_setup_annotations_scope`.
 */
export function enterAnnotationScope(
  c: CodeGenerator,
  loc: Location,
  entry: SymbolTableEntry,
  name: string,
): void {
  c.enterScope(name, "annotations", entry, loc.lineno, null, { posonlyargcount: 1 });
  c.op(loc, Op.LOAD_FAST, 0);
  c.loadConst(loc, VALUE_WITH_FAKE_GLOBALS);
  c.op(loc, Op.COMPARE_OP, compareOperand("Gt"));
  const body = c.newLabel();
  c.jump(loc, Op.POP_JUMP_IF_FALSE, body);
  c.op(loc, Op.LOAD_COMMON_CONSTANT, CommonConstant.NOT_IMPLEMENTED_ERROR);
  c.op(loc, Op.RAISE_VARARGS, 1);
  c.useLabel(body);
}

/** Ends an `__annotate__` function and pushes it. */
function leaveAnnotationScope(c: CodeGenerator, loc: Location): void {
  c.op(loc, Op.RETURN_VALUE);
  // Inside it the parameter is `.format`, so that annotations may use the name; its signature shows `format`.
  makeFunction(c, loc, c.finishScope(true, "format"));
}

/** Pushes the value of an annotation; `*args: *Ts` is annotated with the one item of `*Ts`. */
function annotationValue(c: CodeGenerator, loc: Location, annotation: expr): void {
  if (hasStringAnnotations(c)) {
    c.loadConst(locationOf(annotation), annotationText(annotation));
  } else if (annotation.nodeType === "Starred") {
    expression(c, annotation.value);
    c.op(loc, Op.UNPACK_SEQUENCE, 1);
  } else {
    expression(c, annotation);
  }
}

/**
 * Pushes the function that makes a function's annotations; returns the bit of the attribute, or 0 if there are none.
 * Follows `codegen_function_annotations`.
 */
export function functionAnnotations(
  c: CodeGenerator,
  loc: Location,
  args: Arguments,
  returns: expr | null,
): number {
  const entry = c.entryOf(args);
  if (!entry.annotationsUsed) return 0;
  enterAnnotationScope(c, loc, entry, entry.name);
  let count = 0;
  const add = (name: string, annotation: expr | null) => {
    if (annotation === null) return;
    c.loadConst(loc, c.maybeMangle(name));
    annotationValue(c, loc, annotation);
    count++;
  };
  const addParameters = (parameters: readonly (arg | null)[]) => {
    for (const parameter of parameters) if (parameter !== null) add(parameter.arg, parameter.annotation);
  };
  addParameters(args.args);
  addParameters(args.posonlyargs);
  addParameters([args.vararg]);
  addParameters(args.kwonlyargs);
  addParameters([args.kwarg]);
  add("return", returns);
  c.op(loc, Op.BUILD_MAP, count);
  leaveAnnotationScope(c, loc);
  return FunctionAttribute.ANNOTATE;
}

/**
 * Compiles the `__annotate__` function of a module or class from the annotations met in its body (PEP 649).
 * Follows `codegen_process_deferred_annotations`.
 */
export function deferredAnnotations(c: CodeGenerator, loc: Location): void {
  const { unit } = c;
  const { entry, deferredAnnotations: nodes } = unit;
  if (nodes.length === 0) return;
  const isModule = unit.scopeType === "module";
  const { sequence } = unit;
  // A module's function must exist before its first statement runs.
  if (isModule) unit.sequence = new InstructionSequence();
  const block = entry.annotationBlock;
  if (block === null) throw new InternalError("annotations without a block");
  enterAnnotationScope(c, loc, block, block.name);
  c.op(loc, Op.BUILD_MAP, 0);
  nodes.forEach((node, i) => {
    deferredAnnotation(c, loc, node, unit.conditionalIndices[i], isModule);
  });
  leaveAnnotationScope(c, loc);
  variable(c, loc, entry.type === BlockType.CLASS ? "__annotate_func__" : "__annotate__", "Store");
  if (isModule) {
    sequence.annotationsCode = unit.sequence;
    unit.sequence = sequence;
  }
}

/** Adds one annotation to the dict on the stack, if its statement has run. */
function deferredAnnotation(
  c: CodeGenerator,
  loc: Location,
  node: AnnAssign,
  index: number,
  isModule: boolean,
): void {
  const place = locationOf(node);
  const { names, freevars } = c.unit.metadata;
  const name = c.mangle((node.target as Name).id);
  const notSet = c.newLabel();
  if (index !== -1) {
    c.loadConst(place, index);
    if (isModule) c.op(place, Op.LOAD_GLOBAL, addName(names, "__conditional_annotations__") << 1);
    else c.op(place, Op.LOAD_DEREF, addName(freevars, "__conditional_annotations__"));
    c.op(place, Op.CONTAINS_OP, 0);
    c.jump(place, Op.POP_JUMP_IF_FALSE, notSet);
  }
  expression(c, node.annotation);
  c.op(place, Op.COPY, 2);
  c.loadConst(place, name);
  c.op(loc, Op.STORE_SUBSCR);
  c.useLabel(notSet);
}

function evaluateAndDrop(c: CodeGenerator, node: expr | null): void {
  if (node === null) return;
  expression(c, node);
  c.op(locationOf(node), Op.POP_TOP);
}

/** Evaluates the parts of a subscript that is annotated but not assigned to. */
function checkSubscript(c: CodeGenerator, node: expr): void {
  switch (node.nodeType) {
    case "Slice":
      evaluateAndDrop(c, node.lower);
      evaluateAndDrop(c, node.upper);
      evaluateAndDrop(c, node.step);
      return;
    case "Tuple":
      for (const element of node.elts) checkSubscript(c, element);
      return;
    default:
      evaluateAndDrop(c, node);
  }
}

/** Compiles `target: annotation` and `target: annotation = value`. Follows `codegen_annassign`. */
export function annotatedAssignment(c: CodeGenerator, node: AnnAssign): void {
  const { target, value } = node;
  const { scopeType } = c.unit;
  const stored = scopeType === "module" || scopeType === "class";
  if (value !== null) {
    expression(c, value);
    expression(c, target);
  }
  switch (target.nodeType) {
    case "Name":
      if (node.simple && stored) recordAnnotation(c, node, target);
      break;
    case "Attribute":
      if (value === null) evaluateAndDrop(c, target.value);
      break;
    case "Subscript":
      if (value === null) {
        evaluateAndDrop(c, target.value);
        checkSubscript(c, target.slice);
      }
      break;
    default:
      throw new InternalError(`invalid node type (${target.nodeType}) for annotated assignment`);
  }
}

function recordAnnotation(c: CodeGenerator, node: AnnAssign, target: Name): void {
  const { unit } = c;
  const { cellvars, names } = unit.metadata;
  const loc = locationOf(node);
  if (hasStringAnnotations(c)) {
    c.loadConst(locationOf(node.annotation), annotationText(node.annotation));
    c.op(loc, Op.LOAD_NAME, addName(names, "__annotations__"));
    c.loadConst(loc, c.maybeMangle(target.id));
    c.op(loc, Op.STORE_SUBSCR);
    return;
  }
  unit.deferredAnnotations.push(node);
  if (unit.scopeType !== "module" && unit.conditionalBlocks === 0) {
    unit.conditionalIndices.push(-1);
    return;
  }
  const index = unit.nextConditionalIndex++;
  unit.conditionalIndices.push(index);
  const conditional = "__conditional_annotations__";
  if (unit.scopeType === "class") c.op(loc, Op.LOAD_DEREF, addName(cellvars, conditional));
  else c.op(loc, Op.LOAD_NAME, addName(names, conditional));
  c.loadConst(loc, index);
  c.op(loc, Op.SET_ADD, 1);
  c.op(loc, Op.POP_TOP);
}
