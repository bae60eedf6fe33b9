import type { ClassDef } from "@adder/ast";
import type { Constant } from "@adder/bytecode";
import { Intrinsic1, Op } from "../generated/op.js";
import { addName, Location, locationOf, NO_LOCATION } from "../ir/index.js";
import { body } from "./body.js";
import { callArguments } from "./calls.js";
import { makeFunction } from "./closures.js";
import { expressions } from "./expressions.js";
import { applyDecorators, firstLine } from "./functions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { sortNames } from "./sort-names.js";
import { typeParameters } from "./type-parameters.js";

/** Stores the cell of a class in its namespace, for `type.__new__` to fill. */
function storeCell(c: CodeGenerator, cell: string, name: string, keep: boolean): void {
  c.op(NO_LOCATION, Op.LOAD_CLOSURE, addName(c.unit.metadata.cellvars, cell));
  if (keep) c.op(NO_LOCATION, Op.COPY, 1);
  variable(c, NO_LOCATION, name, "Store");
}

/** Pushes `__build_class__`, the function made of the class's body, and the name. Follows `codegen_class_body`. */
function classBody(c: CodeGenerator, node: ClassDef, firstlineno: number): void {
  c.enterScope(node.name, "class", c.entryOf(node), firstlineno, node.name);
  const { unit } = c;
  const { entry, metadata } = unit;
  const loc = new Location(firstlineno, firstlineno, 0, 0);
  const define = (name: string, value: Constant) => {
    c.loadConst(loc, value);
    variable(c, loc, name, "Store");
  };
  variable(c, loc, "__name__", "Load");
  variable(c, loc, "__module__", "Store");
  define("__qualname__", metadata.qualname);
  define("__firstlineno__", firstlineno);
  if (node.type_params.length > 0) {
    variable(c, loc, ".type_params", "Load");
    variable(c, loc, "__type_params__", "Store");
  }
  if (entry.needsClassdict) {
    c.op(loc, Op.LOAD_LOCALS);
    c.op(loc, Op.STORE_DEREF, addName(metadata.cellvars, "__classdict__"));
  }
  if (entry.hasConditionalAnnotations) {
    c.op(loc, Op.BUILD_SET, 0);
    c.op(loc, Op.STORE_DEREF, addName(metadata.cellvars, "__conditional_annotations__"));
  }
  body(c, loc, node.body);
  c.loadConst(NO_LOCATION, { type: "tuple", items: sortNames([...(unit.staticAttributes ?? [])]) });
  variable(c, NO_LOCATION, "__static_attributes__", "Store");
  if (entry.needsClassdict) storeCell(c, "__classdict__", "__classdictcell__", false);
  if (entry.needsClassClosure) storeCell(c, "__class__", "__classcell__", true);
  else c.loadConst(NO_LOCATION, null);
  c.op(NO_LOCATION, Op.RETURN_VALUE);
  const code = c.finishScope(true);
  const place = locationOf(node);
  c.op(place, Op.LOAD_BUILD_CLASS);
  c.op(place, Op.PUSH_NULL);
  makeFunction(c, place, code);
  c.loadConst(place, node.name);
}

/** Compiles `class`. Follows `codegen_class`. */
export function classDefinition(c: CodeGenerator, node: ClassDef): void {
  const loc = locationOf(node);
  const firstlineno = firstLine(node);
  expressions(c, node.decorator_list);
  if (node.type_params.length === 0) {
    classBody(c, node, firstlineno);
    callArguments(c, loc, 2, node.bases, node.keywords);
  } else {
    genericClass(c, loc, node, firstlineno);
  }
  applyDecorators(c, node.decorator_list);
  variable(c, loc, node.name, "Store");
}

/** A generic class is made in a scope that holds its type parameters, with `Generic[...]` as its last base. */
function genericClass(c: CodeGenerator, loc: Location, node: ClassDef, firstlineno: number): void {
  const name = `<generic parameters of ${node.name}>`;
  c.enterScope(name, "annotations", c.entryOf(node.type_params), firstlineno, node.name);
  typeParameters(c, node.type_params);
  variable(c, loc, ".type_params", "Store");
  classBody(c, node, firstlineno);
  variable(c, loc, ".type_params", "Load");
  c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.SUBSCRIPT_GENERIC);
  variable(c, loc, ".generic_base", "Store");
  callArguments(c, loc, 2, node.bases, node.keywords, ".generic_base");
  makeFunction(c, loc, c.finishScope(false));
  c.op(loc, Op.PUSH_NULL);
  c.op(loc, Op.CALL, 0);
}
