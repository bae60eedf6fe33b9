import type { SymbolTableEntry } from "./entry.js";

/**
 * Name mangling: `__private` in class `C` becomes `_C__private`.
 * Follows `_Py_Mangle` (`Python/symtable.c`).
 */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith("__")) return name;
  if (name.endsWith("__") || name.includes(".")) return name;
  let start = 0;
  while (start < privateName.length && privateName.charCodeAt(start) === 0x5f) start++;
  // A class whose name is all underscores does not mangle.
  if (start === privateName.length) return name;
  return `_${privateName.slice(start)}${name}`;
}

/**
 * Mangles unless the block is the type-parameter scope of a generic class, where only the parameters' own names are.
 * Follows `_Py_MaybeMangle` (`Python/symtable.c`).
 */
export function maybeMangle(privateName: string | null, entry: SymbolTableEntry, name: string): string {
  if (privateName === null) return name;
  if (entry.mangledNames !== null && !entry.mangledNames.has(name)) return name;
  return mangle(privateName, name);
}
