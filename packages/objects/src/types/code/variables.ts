import { type CodeObject, LocalKind } from "@adder/bytecode";

function namesOfKind(code: CodeObject, mask: number): string[] {
  return code.localsplusNames.filter((_, i) => (code.localsplusKinds[i] & mask) !== 0);
}

/** `co_varnames`: parameters and local variables. */
export function localVariables(code: CodeObject): string[] {
  return namesOfKind(code, LocalKind.LOCAL);
}

/** `co_cellvars`: variables that inner functions use. */
export function cellVariables(code: CodeObject): string[] {
  return namesOfKind(code, LocalKind.CELL);
}

/** `co_freevars`: variables of outer functions. */
export function freeVariables(code: CodeObject): string[] {
  return namesOfKind(code, LocalKind.FREE);
}
