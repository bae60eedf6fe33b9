import { At, Info, LAST_CATEGORY, Op } from "./opcodes.js";

/** Checks a character set between two indices. */
function validCharset(code: Uint32Array, from: number, end: number): boolean {
  let i = from;
  while (i < end) {
    switch (code[i++]) {
      case Op.NEGATE:
        break;
      case Op.LITERAL:
        i++;
        break;
      case Op.RANGE:
      case Op.RANGE_UNI_IGNORE:
        i += 2;
        break;
      case Op.CHARSET:
        i += 8;
        break;
      case Op.BIGCHARSET: {
        const blocks = code[i++];
        if (i + 64 > end) return false;
        for (let n = 0; n < 256; n++)
          if (((code[i + (n >> 2)] >>> ((n & 3) * 8)) & 255) >= blocks) return false;
        i += 64 + blocks * 8;
        break;
      }
      case Op.CATEGORY:
        if (i >= end || code[i++] > LAST_CATEGORY) return false;
        break;
      default:
        return false;
    }
    if (i > end) return false;
  }
  return true;
}

/** `"jump"` when the last operator is a JUMP, which only the first half of a conditional may have. */
type Outcome = boolean | "jump";

function validInfo(code: Uint32Array, at: number, next: number): boolean {
  const flags = code[at + 2];
  if (flags > 7 || ((flags & Info.PREFIX) !== 0 && (flags & Info.CHARSET) !== 0)) return false;
  if ((flags & Info.LITERAL) !== 0 && (flags & Info.PREFIX) === 0) return false;
  let i = at + 5;
  if ((flags & Info.PREFIX) !== 0) {
    const length = code[i];
    i += 2;
    if (i + 2 * length > next) return false;
    for (let n = 0; n < length; n++) if (code[i + length + n] >= length) return false;
    i += 2 * length;
  }
  if ((flags & Info.CHARSET) !== 0) return validCharset(code, i, next - 1) && code[next - 1] === Op.FAILURE;
  return i === next;
}

/** Checks the alternatives of a BRANCH from the first skip on; index behind it, or -1. */
function branchEnd(code: Uint32Array, from: number, end: number, groups: number): number {
  let i = from;
  let target = -1;
  for (;;) {
    if (i >= end) return -1;
    const skip = code[i];
    if (skip === 0) break;
    const jump = i + skip - 2;
    if (jump + 1 >= end || valid(code, i + 1, jump, groups) !== true || code[jump] !== Op.JUMP) return -1;
    const to = jump + 1 + code[jump + 1];
    if (to > end || (target >= 0 && to !== target)) return -1;
    target = to;
    i += skip;
  }
  return i + 1 === target ? target : -1;
}

function valid(code: Uint32Array, from: number, end: number, groups: number): Outcome {
  let i = from;
  if (i > end) return false;
  while (i < end) {
    const op = code[i];
    const skip = i + 1 < end ? code[i + 1] : -1;
    const next = i + 1 + skip;
    switch (op) {
      case Op.SUCCESS:
      case Op.FAILURE:
      case Op.ANY:
      case Op.ANY_ALL:
        i++;
        continue;
      case Op.JUMP:
        return next <= end + skip && i + 2 === end ? "jump" : false;
    }
    if (skip < 0) return false;
    switch (op) {
      case Op.MARK:
        if (skip > 2 * groups + 1) return false;
        i += 2;
        continue;
      case Op.LITERAL:
      case Op.NOT_LITERAL:
      case Op.LITERAL_IGNORE:
      case Op.NOT_LITERAL_IGNORE:
      case Op.LITERAL_UNI_IGNORE:
      case Op.NOT_LITERAL_UNI_IGNORE:
      case Op.LITERAL_LOC_IGNORE:
      case Op.NOT_LITERAL_LOC_IGNORE:
        i += 2;
        continue;
      case Op.AT:
        if (skip > At.UNI_NON_BOUNDARY) return false;
        i += 2;
        continue;
      case Op.GROUPREF:
      case Op.GROUPREF_IGNORE:
      case Op.GROUPREF_UNI_IGNORE:
      case Op.GROUPREF_LOC_IGNORE:
        if (skip >= groups) return false;
        i += 2;
        continue;
      case Op.BRANCH:
        i = branchEnd(code, i + 1, end, groups);
        if (i < 0) return false;
        continue;
      case Op.GROUPREF_EXISTS: {
        if (skip >= groups || i + 2 >= end) return false;
        const no = i + 1 + code[i + 2];
        if (no > end) return false;
        const yes = valid(code, i + 3, no, groups);
        if (yes === false) return false;
        i = no;
        if (yes === "jump") {
          const behind = no - 1 + code[no - 1];
          if (behind > end || valid(code, no, behind, groups) !== true) return false;
          i = behind;
        }
        continue;
      }
    }
    if (next > end) return false;
    switch (op) {
      case Op.IN:
      case Op.IN_IGNORE:
      case Op.IN_UNI_IGNORE:
      case Op.IN_LOC_IGNORE:
        if (skip < 2 || !validCharset(code, i + 2, next - 1) || code[next - 1] !== Op.FAILURE) return false;
        i = next;
        continue;
      case Op.INFO:
        if (skip < 4 || !validInfo(code, i, next)) return false;
        i = next;
        continue;
      case Op.REPEAT_ONE:
      case Op.MIN_REPEAT_ONE:
      case Op.POSSESSIVE_REPEAT_ONE:
        if (skip < 4 || code[i + 2] > code[i + 3]) return false;
        if (valid(code, i + 4, next - 1, groups) !== true || code[next - 1] !== Op.SUCCESS) return false;
        i = next;
        continue;
      case Op.REPEAT:
      case Op.POSSESSIVE_REPEAT: {
        if (skip < 3 || next >= end || code[i + 2] > code[i + 3]) return false;
        if (valid(code, i + 4, next, groups) !== true) return false;
        const last = code[next];
        if (op === Op.REPEAT ? last !== Op.MAX_UNTIL && last !== Op.MIN_UNTIL : last !== Op.SUCCESS)
          return false;
        i = next + 1;
        continue;
      }
      case Op.ATOMIC_GROUP:
        if (skip < 2 || valid(code, i + 2, next - 1, groups) !== true || code[next - 1] !== Op.SUCCESS)
          return false;
        i = next;
        continue;
      case Op.ASSERT:
      case Op.ASSERT_NOT:
        if (skip < 3 || valid(code, i + 3, next - 1, groups) !== true || code[next - 1] !== Op.SUCCESS)
          return false;
        i = next;
        continue;
      default:
        return false;
    }
  }
  return true;
}

/** Is this code that the engine can run without leaving it (CPython `_validate`)? */
export function isValidCode(code: Uint32Array, groups: number): boolean {
  const last = code.length - 1;
  if (groups < 0 || last < 0 || code[last] !== Op.SUCCESS) return false;
  return valid(code, 0, last, groups) === true;
}
