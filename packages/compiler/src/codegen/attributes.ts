import type { Attribute, Call } from "@adder/ast";
import { Op } from "../generated/op.js";
import { Location, locationOf } from "../ir/index.js";
import { FREE, GLOBAL_IMPLICIT } from "../symtable/flags.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";

/** Number of code points. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/**
 * The location of an attribute access: where it spans several lines, it begins at the attribute's name.
 * Follows `update_start_location_to_match_attr`.
 */
export function attributeLocation(loc: Location, node: Attribute): Location {
  if (loc.lineno === node.end_lineno) return loc;
  const length = lengthOf(node.attr);
  const known = length <= node.end_col_offset;
  const start = known ? node.end_col_offset - length : -1;
  const lineno = node.end_lineno;
  const endLine = Math.max(lineno, loc.end_lineno);
  const end = known ? loc.end_col_offset : -1;
  return new Location(lineno, endLine, start, lineno === endLine ? Math.max(start, end) : end);
}

/** Whether `super().name` can be one instruction. Follows `can_optimize_super_call`. */
export function isSuperAccess(c: CodeGenerator, node: Attribute): boolean {
  const call = node.value;
  if (call.nodeType !== "Call" || call.func.nodeType !== "Name" || call.func.id !== "super") return false;
  if (node.attr === "__class__" || call.keywords.length > 0) return false;
  // The name must not be rebound anywhere that can be seen from here.
  if (c.unit.entry.scopeOf("super") !== GLOBAL_IMPLICIT) return false;
  if (c.table.top.scopeOf("super") !== 0) return false;
  if (call.args.length === 2) return call.args.every((argument) => argument.nodeType !== "Starred");
  if (call.args.length !== 0) return false;
  const { argcount, posonlyargcount } = c.unit.metadata;
  if (argcount === 0 && posonlyargcount === 0) return false;
  return c.referenceType("__class__") === FREE;
}

/** Loads what `super(...)` works on: the global, the class and the instance. */
function superArguments(c: CodeGenerator, call: Call): void {
  const loc = locationOf(call);
  variable(c, locationOf(call.func), "super", "Load");
  if (call.args.length === 2) {
    expression(c, call.args[0]);
    expression(c, call.args[1]);
    return;
  }
  variable(c, loc, "__class__", "Load");
  const [self] = c.unit.metadata.varnames.keys();
  variable(c, loc, self, "Load");
}

/** Compiles `super().name`, as a method if it is called. Returns the location for the call. */
export function superAccess(c: CodeGenerator, node: Attribute, isMethod: boolean): Location {
  const call = node.value as Call;
  const loc = locationOf(node);
  superArguments(c, call);
  const explicit = call.args.length > 0 ? 2 : 0;
  c.op(loc, Op.LOAD_SUPER_ATTR, (c.nameIndex(node.attr) << 2) | explicit | (isMethod ? 1 : 0));
  const place = attributeLocation(loc, node);
  c.op(place, Op.NOP);
  return place;
}

/** In a method, `self.name = value` makes `name` one of the class's `__static_attributes__`. */
function noteStaticAttribute(c: CodeGenerator, node: Attribute): void {
  if (node.ctx !== "Store" || node.value.nodeType !== "Name" || node.value.id !== "self") return;
  for (let i = c.outer.length - 1; i >= 0; i--) {
    const attributes = c.outer[i].staticAttributes;
    if (attributes !== null) {
      attributes.add(node.attr);
      return;
    }
  }
}

/** Compiles an attribute that is read, assigned to or deleted. */
export function attribute(c: CodeGenerator, node: Attribute): void {
  if (node.ctx === "Load" && isSuperAccess(c, node)) {
    superAccess(c, node, false);
    return;
  }
  noteStaticAttribute(c, node);
  expression(c, node.value);
  const loc = attributeLocation(locationOf(node), node);
  const index = c.nameIndex(node.attr);
  if (node.ctx === "Load") c.op(loc, Op.LOAD_ATTR, index << 1);
  else c.op(loc, node.ctx === "Store" ? Op.STORE_ATTR : Op.DELETE_ATTR, index);
}
