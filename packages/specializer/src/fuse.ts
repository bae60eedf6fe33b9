import {
  cacheWords,
  genericOf,
  makeWord,
  OPCODE_BITS,
  OPCODE_MASK,
  Op,
  superinstructionParts,
} from "@adder/bytecode";
import type { PyCode } from "@adder/objects";

/** A part of a superinstruction. */
interface Part {
  readonly opcode: number;
  readonly generic: number;
  /** Code units from the first part to this one. */
  readonly offset: number;
}

interface Fusion {
  readonly opcode: number;
  readonly parts: readonly Part[];
}

const all: readonly Fusion[] = superinstructionParts.map(([opcode, ...parts]) => {
  let offset = 0;
  return {
    opcode,
    parts: parts.map((part) => {
      const placed = { opcode: part, generic: genericOf(part), offset };
      offset += 1 + cacheWords[placed.generic];
      return placed;
    }),
  };
});

const isSpecialised = (part: Part): boolean => part.opcode !== part.generic;

/** Superinstructions by the specialised instructions in them, and how far in front of these they begin. */
const byForm = new Map<number, { readonly fusion: Fusion; readonly before: number }[]>();
for (const fusion of all) {
  for (const { opcode, offset } of fusion.parts.filter(isSpecialised)) {
    byForm.set(opcode, [...(byForm.get(opcode) ?? []), { fusion, before: offset }]);
  }
}

/** Superinstructions of plain instructions only. */
const plain = all.filter(({ parts }) => !parts.some(isSpecialised));

const firstParts = new Map(all.map(({ opcode, parts }) => [opcode, parts[0].opcode]));

/** Loads that are executed like another one, which superinstructions are defined for. */
const alike: ReadonlyMap<number, number> = new Map([
  [Op.LOAD_FAST, Op.LOAD_FAST_BORROW],
  [Op.LOAD_FAST_LOAD_FAST, Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW],
]);

/** Do the parts stand in the code from a code unit on? Cache units of generic code are 0, which is no part. */
function stand(code: PyCode, start: number, parts: readonly Part[]): boolean {
  const units = code.code.code;
  for (const { opcode, generic, offset } of parts) {
    const at = start + offset;
    if (at < 0 || at >= units.length) return false;
    const found = units[at] & 0xff;
    if ((alike.get(found) ?? found) !== generic) return false;
    if (opcode !== generic && (code.instructions[at] & OPCODE_MASK) !== opcode && at !== start) return false;
  }
  return true;
}

function put(words: Int32Array, at: number, opcode: number): void {
  words[at] = makeWord(opcode, words[at] >> OPCODE_BITS);
}

/** Joins an instruction that has just become `form` with its neighbours, where there is a superinstruction for them. */
export function fuse(code: PyCode, at: number, form: number): void {
  for (const { fusion, before } of byForm.get(form) ?? []) {
    if (!stand(code, at - before, fusion.parts)) continue;
    put(code.instructions, at - before, fusion.opcode);
    return;
  }
}

/** Puts the parts of superinstructions back that rely on an instruction being `form`, before its cache changes. */
export function separate({ code, instructions: words }: PyCode, at: number, form: number): void {
  for (const { fusion, before } of byForm.get(form) ?? []) {
    const start = at - before;
    // A cache word may look like anything.
    if (start < 0 || (code.code[start] & 0xff) === Op.CACHE) continue;
    if ((words[start] & OPCODE_MASK) === fusion.opcode) unfuse(words, start);
  }
}

/** Joins plain instructions that have just been quickened. */
export function fusePlain(code: PyCode): void {
  const words = code.instructions;
  for (let at = 0; at < words.length; at += 1 + cacheWords[code.code.code[at] & 0xff]) {
    for (const { opcode, parts } of plain) {
      if (parts[0].opcode === (words[at] & OPCODE_MASK) && stand(code, at, parts)) {
        put(words, at, opcode);
        break;
      }
    }
  }
}

/** If a superinstruction stands at a code unit, puts its first part back; tells whether it did. */
export function unfuse(words: Int32Array, at: number): boolean {
  const first = firstParts.get(words[at] & OPCODE_MASK);
  if (first === undefined) return false;
  put(words, at, first);
  return true;
}
