import { cacheWords, deopt, FIRST_FORM, formShown, makeWord, OPCODE_BITS, OPCODE_MASK, superinstructionParts } from "@adder/bytecode";
import type { PyCode } from "@adder/objects";

/** A superinstruction, seen from the part that specialises. */
interface Fusion {
  readonly opcode: number;
  /** Generic opcodes of the parts. */
  readonly generic: readonly number[];
  /** Code units from the first part to the one that specialises. */
  readonly before: number;
}

const genericOf = (opcode: number): number => deopt[opcode < FIRST_FORM ? opcode : formShown[opcode - FIRST_FORM]];

/** Superinstructions by the specialised instruction in them. */
const fusions = new Map<number, Fusion[]>();
/** The first part of each superinstruction. */
const firstParts = new Map<number, number>();
for (const [opcode, ...parts] of superinstructionParts) {
  const at = parts.findIndex((part) => genericOf(part) !== part);
  const before = parts.slice(0, at).reduce((sum, part) => sum + 1 + cacheWords[part], 0);
  firstParts.set(opcode, parts[0]);
  const list = fusions.get(parts[at]) ?? [];
  list.push({ opcode, generic: parts.map(genericOf), before });
  fusions.set(parts[at], list);
}

/** Loads that are executed alike. */
const alike: ReadonlyMap<number, number> = new Map([
  [84, 86],
  [89, 87],
]);

/** Do these generic instructions stand in the code from a code unit on? Cache units of generic code are 0, which is none. */
function stand(units: Uint16Array, start: number, generic: readonly number[]): boolean {
  let at = start;
  for (const opcode of generic) {
    if (at < 0 || at >= units.length) return false;
    const found = units[at] & 0xff;
    if ((alike.get(found) ?? found) !== opcode) return false;
    at += 1 + cacheWords[opcode];
  }
  return true;
}

/** Joins an instruction that has just become `form` with its neighbours, where there is a superinstruction for them. */
export function fuse(code: PyCode, at: number, form: number): void {
  const words = code.instructions;
  for (const { opcode, generic, before } of fusions.get(form) ?? []) {
    const start = at - before;
    if (!stand(code.code.code, start, generic)) continue;
    words[start] = makeWord(opcode, words[start] >> OPCODE_BITS);
    return;
  }
}

/** If a superinstruction stands at a code unit, puts its first part back; tells whether it did. */
export function unfuse(words: Int32Array, at: number): boolean {
  const first = firstParts.get(words[at] & OPCODE_MASK);
  if (first === undefined) return false;
  words[at] = makeWord(first, words[at] >> OPCODE_BITS);
  return true;
}
