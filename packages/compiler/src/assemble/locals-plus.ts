import { CodeFlags, LocalKind } from "@adder/bytecode";
import type { UnitMetadata } from "../ir/index.js";
import { tableWriter as writer } from "./byte-writer.js";

/** Names and kinds of the frame slots of a unit. Follows CPython's `compute_localsplus_info` (`Python/assemble.c`). */
export function describeLocals(unit: UnitMetadata, flags: number): { names: string[]; kinds: Uint8Array } {
  const names: string[] = [];
  const { ARG_POS, ARG_KW, ARG_VAR, HIDDEN, LOCAL, CELL, FREE } = LocalKind;
  const positional = unit.posonlyargcount;
  const ordinary = positional + unit.argcount;
  const keyword = ordinary + unit.kwonlyargcount;
  const starred = keyword + (flags & CodeFlags.VARARGS ? 1 : 0);
  const doubleStarred = starred + (flags & CodeFlags.VARKEYWORDS ? 1 : 0);
  unit.varnames.forEach((index, name) => {
    let kind: number = LOCAL;
    if (index < positional) kind |= ARG_POS;
    else if (index < ordinary) kind |= ARG_POS | ARG_KW;
    else if (index < keyword) kind |= ARG_KW;
    else if (index < starred) kind |= ARG_VAR | ARG_POS;
    else if (index < doubleStarred) kind |= ARG_VAR | ARG_KW;
    if (unit.fasthidden?.has(name)) kind |= HIDDEN;
    if (unit.cellvars.has(name)) kind |= CELL;
    writer.push(kind);
    names.push(name);
  });
  for (const name of unit.cellvars.keys()) {
    if (unit.varnames.has(name)) continue;
    writer.push(CELL);
    names.push(name);
  }
  for (const name of unit.freevars.keys()) {
    writer.push(FREE);
    names.push(name);
  }
  return { names, kinds: writer.take() };
}
