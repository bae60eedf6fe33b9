import type { expr_context } from "@adder/ast";
import { Op } from "../generated/op.js";
import { addName, type Location } from "../ir/index.js";
import { BlockType, CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL } from "../symtable/flags.js";
import type { CodeGenerator } from "./generator.js";

const FAST = { Load: Op.LOAD_FAST, Store: Op.STORE_FAST, Del: Op.DELETE_FAST } as const;
const DEREF = { Load: Op.LOAD_DEREF, Store: Op.STORE_DEREF, Del: Op.DELETE_DEREF } as const;
const GLOBAL = { Load: Op.LOAD_GLOBAL, Store: Op.STORE_GLOBAL, Del: Op.DELETE_GLOBAL } as const;
const NAME = { Load: Op.LOAD_NAME, Store: Op.STORE_NAME, Del: Op.DELETE_NAME } as const;

/** Loads the namespace of the class around an annotation scope. */
function loadClassdict(c: CodeGenerator, loc: Location): void {
  c.op(loc, Op.LOAD_DEREF, addName(c.unit.metadata.freevars, "__classdict__"));
}

function derefOp(c: CodeGenerator, loc: Location, arg: number, ctx: expr_context): void {
  const { entry, inlinedComprehensions } = c.unit;
  let opcode: number = DEREF[ctx];
  if (ctx === "Load") {
    if (entry.type === BlockType.CLASS && inlinedComprehensions === 0) {
      c.op(loc, Op.LOAD_LOCALS);
      opcode = Op.LOAD_FROM_DICT_OR_DEREF;
    } else if (entry.canSeeClassScope) {
      loadClassdict(c, loc);
      opcode = Op.LOAD_FROM_DICT_OR_DEREF;
    }
  }
  c.op(loc, opcode, arg);
}

function globalOp(c: CodeGenerator, loc: Location, name: string, ctx: expr_context, implicit: boolean): void {
  const index = addName(c.unit.metadata.names, name);
  if (ctx !== "Load") c.op(loc, GLOBAL[ctx], index);
  else if (implicit && c.unit.entry.canSeeClassScope) {
    loadClassdict(c, loc);
    c.op(loc, Op.LOAD_FROM_DICT_OR_GLOBALS, index);
  } else c.op(loc, Op.LOAD_GLOBAL, index << 1);
}

/** Reads, binds or deletes a variable. Follows `codegen_nameop` and `_PyCompile_ResolveNameop`. */
export function variable(c: CodeGenerator, loc: Location, name: string, ctx: expr_context): void {
  const { unit } = c;
  const { entry, metadata } = unit;
  const mangled = unit.privateName === null ? name : c.maybeMangle(name);
  const scope = entry.scopeOf(mangled);
  switch (scope) {
    case FREE:
      derefOp(c, loc, addName(metadata.freevars, mangled), ctx);
      return;
    case CELL:
      derefOp(c, loc, addName(metadata.cellvars, mangled), ctx);
      return;
    case LOCAL:
      if (entry.isFunctionLike || metadata.fasthidden?.get(mangled) === true) {
        c.op(loc, FAST[ctx], addName(metadata.varnames, mangled));
        return;
      }
      break;
    case GLOBAL_IMPLICIT:
      if (entry.isFunctionLike) {
        globalOp(c, loc, mangled, ctx, true);
        return;
      }
      break;
    case GLOBAL_EXPLICIT:
      globalOp(c, loc, mangled, ctx, false);
      return;
  }
  const index = addName(metadata.names, mangled);
  if (ctx === "Load" && entry.type === BlockType.CLASS && unit.inlinedComprehensions > 0) {
    c.op(loc, Op.LOAD_GLOBAL, index << 1);
  } else {
    c.op(loc, NAME[ctx], index);
  }
}
