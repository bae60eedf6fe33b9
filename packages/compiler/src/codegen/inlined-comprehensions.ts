import { Op } from "../generated/op.js";
import { addName, type Label, type Location, NO_LABEL, NO_LOCATION } from "../ir/index.js";
import type { SymbolTableEntry } from "../symtable/entry.js";
import { BlockType, CELL, DEF_LOCAL, DEF_NONLOCAL, FREE, scopeOf } from "../symtable/flags.js";
import type { CodeGenerator } from "./generator.js";

/** What must be undone behind an inlined comprehension (PEP 709). */
export interface InlinedState {
  /** Names whose values from outside wait on the stack. */
  readonly pushed: string[];
  /** Symbols of the enclosing block that the comprehension's replace. */
  readonly replaced: Map<string, number>;
  /** Names that are fast locals only inside. */
  readonly hidden: string[];
  /** Handler that puts the values back after an exception. */
  cleanup: Label;
}

/** Whether the name is bound in the comprehension, so that it must not touch the enclosing block's variable. */
function isIsolated(symbol: number): boolean {
  return (symbol & DEF_LOCAL) !== 0 && (symbol & DEF_NONLOCAL) === 0;
}

/** Gives names in the comprehension their scope there. Follows `_PyCompile_TweakInlinedComprehensionScopes`. */
function replaceScopes(
  c: CodeGenerator,
  entry: SymbolTableEntry,
  state: InlinedState,
  inClass: boolean,
): void {
  const { unit } = c;
  const { symbols } = unit.entry;
  for (const [name, symbol] of entry.symbols) {
    const scope = scopeOf(symbol);
    const outside = symbols.get(name) ?? 0;
    const outsideScope = scopeOf(outside);
    const differs = scope !== outsideScope && scope !== FREE && !(scope === CELL && outsideScope === FREE);
    if (differs || inClass) {
      symbols.set(name, symbol);
      state.replaced.set(name, outside);
    }
    if ((inClass || isIsolated(symbol)) && !unit.entry.isFunctionLike) {
      unit.metadata.fasthidden ??= new Map();
      const { fasthidden } = unit.metadata;
      if (fasthidden.get(name) !== true) {
        fasthidden.set(name, true);
        state.hidden.push(name);
      }
    }
  }
}

/**
 * Saves variables from outside on the stack, below the iterator.
 * Follows `codegen_push_inlined_comprehension_locals`.
 */
function saveLocals(c: CodeGenerator, loc: Location, entry: SymbolTableEntry, state: InlinedState): void {
  const { varnames, cellvars, freevars } = c.unit.metadata;
  for (const [name, symbol] of entry.symbols) {
    if (!isIsolated(symbol)) continue;
    // A cell is pushed as such; the comprehension gets a new one.
    c.nameOp(loc, Op.LOAD_FAST_AND_CLEAR, name, varnames);
    if (scopeOf(symbol) === CELL) {
      const table = c.unit.entry.scopeOf(name) === FREE ? freevars : cellvars;
      c.op(loc, Op.MAKE_CELL, addName(table, c.maybeMangle(name)));
    }
    state.pushed.push(name);
  }
  if (state.pushed.length === 0) return;
  c.op(loc, Op.SWAP, state.pushed.length + 1);
  state.cleanup = c.newLabel();
  c.jump(loc, Op.SETUP_FINALLY, state.cleanup);
}

/** Begins an inlined comprehension, whose iterator is on the stack. */
export function enterInlined(c: CodeGenerator, loc: Location, entry: SymbolTableEntry): InlinedState {
  const { unit } = c;
  const state: InlinedState = { pushed: [], replaced: new Map(), hidden: [], cleanup: NO_LABEL };
  const inClass = unit.entry.type === BlockType.CLASS && unit.inlinedComprehensions === 0;
  unit.inlinedComprehensions++;
  replaceScopes(c, entry, state, inClass);
  saveLocals(c, loc, entry, state);
  return state;
}

/** Puts the saved variables back, under the value on top. */
function restoreLocals(c: CodeGenerator, loc: Location, state: InlinedState): void {
  const { varnames } = c.unit.metadata;
  c.op(loc, Op.SWAP, state.pushed.length + 1);
  for (let i = state.pushed.length - 1; i >= 0; i--) {
    c.nameOp(loc, Op.STORE_FAST_MAYBE_NULL, state.pushed[i], varnames);
  }
}

/** Ends an inlined comprehension, whose result is on the stack. */
export function leaveInlined(c: CodeGenerator, loc: Location, state: InlinedState): void {
  const { unit } = c;
  if (state.pushed.length > 0) {
    c.op(NO_LOCATION, Op.POP_BLOCK);
    const end = c.newLabel();
    c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
    c.useLabel(state.cleanup);
    // Drop the unfinished result below the exception.
    c.op(NO_LOCATION, Op.SWAP, 2);
    c.op(NO_LOCATION, Op.POP_TOP);
    restoreLocals(c, loc, state);
    c.op(NO_LOCATION, Op.RERAISE, 0);
    c.useLabel(end);
    restoreLocals(c, loc, state);
  }
  unit.inlinedComprehensions--;
  for (const [name, symbol] of state.replaced) unit.entry.symbols.set(name, symbol);
  // False rather than absent: assembly must know which names were hidden locals at some time.
  for (const name of state.hidden) unit.metadata.fasthidden?.set(name, false);
}
