import { CodeObject } from "@adder/bytecode";
import type { PyCode } from "@adder/objects";

/** Gives code and all code inside it another file name, where it had the same as the outermost (`_imp._fix_co_filename`). */
export function renameFile(code: PyCode, filename: string): void {
  if (code.code.filename !== filename) rename(code.code, code.code.filename, filename);
}

function rename(code: CodeObject, from: string, to: string): void {
  if (code.filename !== from) return;
  // Fresh from a cache file, the code is nobody else's yet.
  (code as { filename: string }).filename = to;
  for (const constant of code.consts) if (constant instanceof CodeObject) rename(constant, from, to);
}
