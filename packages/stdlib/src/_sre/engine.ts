import { MemoryErrorType, newException, PyRaise, type ThreadState, takePending, tick } from "@adder/objects";
import { isAsciiWord, isUnicodeWord, lowerAscii, lowerUnicode, upperAscii } from "./characters.js";
import { CharsetCache } from "./charset.js";
import { At, Info, Op } from "./opcodes.js";
import type { Subject } from "./subject.js";

/** What is to be done when the matcher comes back to an entry of its stack. */
const enum Frame {
  /** Go on at `pc`. */
  RESUME = 0,
  /** Set a mark back: `pc` is its index, `ptr` its value, `count` the last group before. */
  MARK = 1,
  /** Take the alternative at `pc`. */
  BRANCH = 2,
  /** Give back a character of the REPEAT_ONE at `pc`, which holds `count`. */
  GREEDY = 3,
  /** Take one more character for the MIN_REPEAT_ONE at `pc`, which holds `count`. */
  LAZY = 4,
}

/** Words of a stack entry: kind, pc, ptr, repeat, count, end of the repeats. */
const FRAME = 6;
/** Words of a repeat: its REPEAT operator, repetitions so far, the repeat around it, where the last one began. */
const REPEAT = 4;
/** Stacks larger than this are not kept after a match. */
const KEPT = 1 << 16;
const MAX_STACK = 1 << 28;
/** The embedder is asked once in this many steps back whether to go on (a power of two). */
const POLL = 1 << 10;

/**
 * The matcher of one pattern: backtracking over the code words in one loop, with a stack of its own, so
 * that neither long texts nor deep nesting of repeats use the host's stack. (Only assertions, atomic groups
 * and possessive repeats nest calls, as deep as they are nested in the pattern.) Follows CPython
 * `Modules/_sre/sre_lib.h` in what it finds. The results stand in its fields until the next call.
 */
export class Engine {
  /** Begin and end of what was found. */
  start = 0;
  ptr = 0;
  /** Begin and end of each group, -1 where it has none. */
  readonly marks: Int32Array;
  /** Group closed last, -1 for none. */
  lastIndex = -1;

  private readonly sets: (CharsetCache | undefined)[] = [];
  private readonly prefix: string;
  private text: string | null = null;
  private units: Uint32Array | Uint8Array = new Uint8Array(0);
  private end = 0;
  private matchAll = false;
  private mustAdvance = false;
  private dirty = false;
  private stack = new Int32Array(FRAME * 16);
  private sp = 0;
  private repeats = new Int32Array(REPEAT * 8);
  private repeatsEnd = REPEAT;
  private steps = 0;
  private ts: ThreadState | null = null;

  /** @param code checked by `isValidCode`; a count without limit is negative */
  constructor(
    private readonly code: Int32Array,
    groups: number,
  ) {
    this.marks = new Int32Array(groups * 2).fill(-1);
    let prefix = "";
    if (code[0] === Op.INFO && (code[2] & Info.PREFIX) !== 0) {
      for (let i = 0; i < code[5]; i++) prefix += String.fromCodePoint(code[7 + i]);
    }
    this.prefix = prefix;
  }

  private begin(ts: ThreadState, subject: Subject, end: number): void {
    this.ts = ts;
    this.text = subject.text;
    this.units = subject.units;
    this.end = end;
    this.reset();
  }

  private reset(): void {
    if (this.dirty) {
      this.marks.fill(-1);
      this.dirty = false;
    }
    this.lastIndex = -1;
    this.sp = 0;
    this.repeatsEnd = REPEAT;
  }

  /** Lets go of the subject and of large stacks. */
  private finish(found: boolean): boolean {
    this.text = null;
    this.ts = null;
    if (this.stack.length > KEPT) this.stack = new Int32Array(FRAME * 16);
    if (this.repeats.length > KEPT) this.repeats = new Int32Array(REPEAT * 8);
    return found;
  }

  /** Matches at `start`; with `matchAll` up to `end` exactly. */
  match(
    ts: ThreadState,
    subject: Subject,
    start: number,
    end: number,
    matchAll: boolean,
    mustAdvance: boolean,
  ): boolean {
    if (start > end) return false;
    this.begin(ts, subject, end);
    this.matchAll = matchAll;
    this.mustAdvance = mustAdvance;
    this.start = start;
    this.ptr = this.run(0, start, 0, true);
    return this.finish(this.ptr >= 0);
  }

  /** Looks for the first match at or after `start`; with `mustAdvance` not an empty one at `start`. */
  search(ts: ThreadState, subject: Subject, start: number, end: number, mustAdvance: boolean): boolean {
    if (start > end) return false;
    this.begin(ts, subject, end);
    this.matchAll = false;
    this.mustAdvance = mustAdvance;
    return this.finish(this.find(start));
  }

  private find(start: number): boolean {
    const { code, end } = this;
    let pc = 0;
    let last = end;
    if (code[0] === Op.INFO) {
      pc = code[1] + 1;
      if (code[3] < 0) return false;
      last = end - code[3];
      const flags = code[2];
      if ((flags & Info.PREFIX) !== 0) return this.findPrefix(pc, start, last, (flags & Info.LITERAL) !== 0);
      if ((flags & Info.CHARSET) !== 0) {
        const set = this.set(5);
        this.mustAdvance = false;
        for (let p = start; p <= last && p < end; p++) {
          if (set.has(this.at(p)) && this.tryAt(pc, p)) return true;
        }
        return false;
      }
    }
    const first = code[pc] === Op.AT ? code[pc + 1] : -1;
    const anchored = first === At.BEGINNING || first === At.BEGINNING_STRING;
    for (let p = start; p <= last; p++) {
      if (anchored && p > 0) return false;
      if (this.tryAt(pc, p)) return true;
      this.mustAdvance = false;
    }
    return false;
  }

  private findPrefix(pc: number, start: number, last: number, literal: boolean): boolean {
    const { text, prefix } = this;
    const first = this.code[7];
    const length = this.code[5];
    this.mustAdvance = false;
    for (let p = start; p <= last; p++) {
      if (text !== null) {
        p = text.indexOf(prefix, p);
        if (p < 0 || p > last) return false;
      } else if (this.at(p) !== first || !this.hasPrefix(p, length)) continue;
      if (literal) {
        this.start = p;
        this.ptr = p + length;
        return true;
      }
      if (this.tryAt(pc, p)) return true;
    }
    return false;
  }

  private hasPrefix(p: number, length: number): boolean {
    if (p + length > this.end) return false;
    for (let i = 1; i < length; i++) if (this.at(p + i) !== this.code[7 + i]) return false;
    return true;
  }

  private tryAt(pc: number, p: number): boolean {
    this.start = p;
    const ptr = this.run(pc, p, 0, true);
    if (ptr >= 0) {
      this.ptr = ptr;
      return true;
    }
    this.reset();
    return false;
  }

  private at(i: number): number {
    return this.text !== null ? this.text.charCodeAt(i) : this.units[i];
  }

  private set(pc: number): CharsetCache {
    let set = this.sets[pc];
    if (set === undefined) {
      set = new CharsetCache(this.code, pc);
      this.sets[pc] = set;
    }
    return set;
  }

  private push(kind: Frame, pc: number, ptr: number, repeat: number, count: number): void {
    const sp = this.sp;
    if (sp + FRAME > this.stack.length) this.stack = this.grown(this.stack);
    const { stack } = this;
    stack[sp] = kind;
    stack[sp + 1] = pc;
    stack[sp + 2] = ptr;
    stack[sp + 3] = repeat;
    stack[sp + 4] = count;
    stack[sp + 5] = this.repeatsEnd;
    this.sp = sp + FRAME;
  }

  private newRepeat(pc: number, count: number, outer: number, lastPtr: number): number {
    const r = this.repeatsEnd;
    if (r + REPEAT > this.repeats.length) this.repeats = this.grown(this.repeats);
    const { repeats } = this;
    repeats[r] = pc;
    repeats[r + 1] = count;
    repeats[r + 2] = outer;
    repeats[r + 3] = lastPtr;
    this.repeatsEnd = r + REPEAT;
    return r;
  }

  private grown(words: Int32Array): Int32Array<ArrayBuffer> {
    if (words.length >= MAX_STACK) throw new PyRaise(newException(MemoryErrorType, []));
    const larger = new Int32Array(words.length * 2);
    larger.set(words);
    return larger;
  }

  /** After the success of an atomic part: forgets the choices made in it, but not how to undo its marks. */
  private cut(base: number): void {
    const { stack } = this;
    let to = base;
    for (let from = base; from < this.sp; from += FRAME) {
      if (stack[from] !== Frame.MARK) continue;
      if (to !== from) stack.copyWithin(to, from, from + FRAME);
      to += FRAME;
    }
    this.sp = to;
  }

  /** Runs code from `pc` to its SUCCESS: the index where it ends, or -1. */
  private run(pc: number, ptr: number, repeat: number, top: boolean): number {
    const { code, end, marks, text, units } = this;
    const base = this.sp;
    for (;;) {
      // A `break` out of the switch is a failure.
      switch (code[pc]) {
        case Op.SUCCESS:
          if (!top) {
            if (this.sp > base) this.cut(base);
            return ptr;
          }
          if ((this.matchAll && ptr !== end) || (this.mustAdvance && ptr === this.start)) break;
          return ptr;
        case Op.FAILURE:
          break;
        case Op.LITERAL:
          if (ptr >= end || (text !== null ? text.charCodeAt(ptr) : units[ptr]) !== code[pc + 1]) break;
          ptr++;
          pc += 2;
          continue;
        case Op.NOT_LITERAL:
          if (ptr >= end || (text !== null ? text.charCodeAt(ptr) : units[ptr]) === code[pc + 1]) break;
          ptr++;
          pc += 2;
          continue;
        case Op.ANY:
          if (ptr >= end || (text !== null ? text.charCodeAt(ptr) : units[ptr]) === 10) break;
          ptr++;
          pc++;
          continue;
        case Op.ANY_ALL:
          if (ptr >= end) break;
          ptr++;
          pc++;
          continue;
        case Op.IN:
          if (ptr >= end || !this.set(pc + 2).has(text !== null ? text.charCodeAt(ptr) : units[ptr])) break;
          ptr++;
          pc += code[pc + 1] + 1;
          continue;
        case Op.IN_IGNORE:
        case Op.IN_UNI_IGNORE:
        case Op.IN_LOC_IGNORE:
          if (ptr >= end || !this.matchesOne(pc, this.at(ptr))) break;
          ptr++;
          pc += code[pc + 1] + 1;
          continue;
        case Op.LITERAL_IGNORE:
        case Op.NOT_LITERAL_IGNORE:
        case Op.LITERAL_UNI_IGNORE:
        case Op.NOT_LITERAL_UNI_IGNORE:
        case Op.LITERAL_LOC_IGNORE:
        case Op.NOT_LITERAL_LOC_IGNORE:
          if (ptr >= end || !this.matchesOne(pc, this.at(ptr))) break;
          ptr++;
          pc += 2;
          continue;
        case Op.MARK: {
          const i = code[pc + 1];
          if (!top || this.sp > 0) this.push(Frame.MARK, i, marks[i], 0, this.lastIndex);
          this.dirty = true;
          marks[i] = ptr;
          if ((i & 1) === 1) this.lastIndex = (i >> 1) + 1;
          pc += 2;
          continue;
        }
        case Op.AT:
          if (!this.isAt(code[pc + 1], ptr)) break;
          pc += 2;
          continue;
        case Op.JUMP:
        case Op.INFO:
          pc += code[pc + 1] + 1;
          continue;
        case Op.BRANCH: {
          const chosen = this.alternative(pc + 1, ptr);
          if (chosen === 0) break;
          const next = this.alternative(chosen + code[chosen], ptr);
          if (next !== 0) this.push(Frame.BRANCH, next, ptr, repeat, 0);
          pc = chosen + 1;
          continue;
        }
        case Op.REPEAT_ONE: {
          const min = code[pc + 2];
          if (min < 0 || min > end - ptr) break;
          let n = this.count(pc + 4, ptr, code[pc + 3], repeat);
          if (n < min) break;
          const tail = pc + 1 + code[pc + 1];
          ptr += n;
          if (n > min) {
            if (code[tail] === Op.LITERAL) {
              const c = code[tail + 1];
              while (n >= min && (ptr >= end || (text !== null ? text.charCodeAt(ptr) : units[ptr]) !== c)) {
                ptr--;
                n--;
              }
              if (n < min) break;
            }
            if (n > min) this.push(Frame.GREEDY, pc, ptr, repeat, n);
          }
          pc = tail;
          continue;
        }
        case Op.MIN_REPEAT_ONE: {
          const min = code[pc + 2];
          if (min < 0 || min > end - ptr) break;
          if (min > 0) {
            if (this.count(pc + 4, ptr, min, repeat) < min) break;
            ptr += min;
          }
          if (code[pc + 3] !== min) this.push(Frame.LAZY, pc, ptr, repeat, min);
          pc += 1 + code[pc + 1];
          continue;
        }
        case Op.POSSESSIVE_REPEAT_ONE: {
          const min = code[pc + 2];
          if (min < 0 || min > end - ptr) break;
          const n = this.count(pc + 4, ptr, code[pc + 3], repeat);
          if (n < min) break;
          ptr += n;
          pc += 1 + code[pc + 1];
          continue;
        }
        case Op.REPEAT:
          repeat = this.newRepeat(pc, -1, repeat, -1);
          pc += 1 + code[pc + 1];
          continue;
        case Op.MAX_UNTIL: {
          const { repeats } = this;
          const body = repeats[repeat];
          const count = repeats[repeat + 1] + 1;
          const outer = repeats[repeat + 2];
          const lastPtr = repeats[repeat + 3];
          const min = code[body + 2];
          const max = code[body + 3];
          if (count < min || min < 0) {
            repeat = this.newRepeat(body, count, outer, lastPtr);
            pc = body + 4;
          } else if ((max < 0 || count < max) && ptr !== lastPtr) {
            this.push(Frame.RESUME, pc + 1, ptr, outer, 0);
            repeat = this.newRepeat(body, count, outer, ptr);
            pc = body + 4;
          } else {
            repeat = outer;
            pc++;
          }
          continue;
        }
        case Op.MIN_UNTIL: {
          const { repeats } = this;
          const body = repeats[repeat];
          const count = repeats[repeat + 1] + 1;
          const outer = repeats[repeat + 2];
          const lastPtr = repeats[repeat + 3];
          const min = code[body + 2];
          const max = code[body + 3];
          if (count < min || min < 0) {
            repeat = this.newRepeat(body, count, outer, lastPtr);
            pc = body + 4;
            continue;
          }
          if ((max < 0 || count < max) && ptr !== lastPtr) {
            const again = this.newRepeat(body, count, outer, ptr);
            this.push(Frame.RESUME, body + 4, ptr, again, 0);
          }
          repeat = outer;
          pc++;
          continue;
        }
        case Op.POSSESSIVE_REPEAT: {
          const after = this.possessive(pc, ptr, repeat);
          if (after < 0) break;
          ptr = after;
          pc += 2 + code[pc + 1];
          continue;
        }
        case Op.ATOMIC_GROUP: {
          const after = this.run(pc + 2, ptr, repeat, false);
          if (after < 0) break;
          ptr = after;
          pc += 1 + code[pc + 1];
          continue;
        }
        case Op.ASSERT: {
          const from = ptr - code[pc + 2];
          if (from < 0 || this.run(pc + 3, from, repeat, false) < 0) break;
          pc += 1 + code[pc + 1];
          continue;
        }
        case Op.ASSERT_NOT: {
          const from = ptr - code[pc + 2];
          if (from >= 0 && this.run(pc + 3, from, repeat, false) >= 0) break;
          pc += 1 + code[pc + 1];
          continue;
        }
        case Op.GROUPREF:
        case Op.GROUPREF_IGNORE:
        case Op.GROUPREF_UNI_IGNORE:
        case Op.GROUPREF_LOC_IGNORE: {
          const after = this.afterGroup(code[pc], code[pc + 1] * 2, ptr);
          if (after < 0) break;
          ptr = after;
          pc += 2;
          continue;
        }
        case Op.GROUPREF_EXISTS: {
          const i = code[pc + 1] * 2;
          const set = marks[i] >= 0 && marks[i + 1] >= marks[i];
          pc += set ? 3 : 1 + code[pc + 2];
          continue;
        }
      }

      // Failure: back to the last choice.
      for (;;) {
        const sp = this.sp - FRAME;
        if (sp < base) return -1;
        const { stack } = this;
        const kind = stack[sp];
        if (kind === Frame.MARK) {
          marks[stack[sp + 1]] = stack[sp + 2];
          this.lastIndex = stack[sp + 4];
          this.sp = sp;
          continue;
        }
        if ((++this.steps & (POLL - 1)) === 0) this.poll();
        pc = stack[sp + 1];
        ptr = stack[sp + 2];
        repeat = stack[sp + 3];
        this.repeatsEnd = stack[sp + 5];
        if (kind === Frame.RESUME) {
          this.sp = sp;
          break;
        }
        if (kind === Frame.BRANCH) {
          const next = this.alternative(pc + code[pc], ptr);
          if (next !== 0) stack[sp + 1] = next;
          else this.sp = sp;
          pc++;
          break;
        }
        let n = stack[sp + 4];
        const tail = pc + 1 + code[pc + 1];
        if (kind === Frame.GREEDY) {
          const min = code[pc + 2];
          ptr--;
          n--;
          if (code[tail] === Op.LITERAL) {
            const c = code[tail + 1];
            while (n >= min && (text !== null ? text.charCodeAt(ptr) : units[ptr]) !== c) {
              ptr--;
              n--;
            }
            if (n < min) {
              this.sp = sp;
              continue;
            }
          }
          if (n > min) {
            stack[sp + 2] = ptr;
            stack[sp + 4] = n;
          } else this.sp = sp;
          pc = tail;
          break;
        }
        // Lazy: one more character, and on to one that the tail can begin with.
        const max = code[pc + 3];
        const c = code[tail] === Op.LITERAL ? code[tail + 1] : -1;
        let ok = false;
        while (ptr < end && (max < 0 || n < max) && this.count(pc + 4, ptr, 1, repeat) === 1) {
          ptr++;
          n++;
          if (c < 0 || (ptr < end && (text !== null ? text.charCodeAt(ptr) : units[ptr]) === c)) {
            ok = true;
            break;
          }
        }
        if (!ok) {
          this.sp = sp;
          continue;
        }
        this.stack[sp + 2] = ptr;
        this.stack[sp + 4] = n;
        pc = tail;
        break;
      }
    }
  }

  private poll(): void {
    const ts = this.ts as ThreadState;
    if (tick(ts) === null) throw new PyRaise(takePending(ts));
  }

  /** The first alternative at or after index `p` of its skip word that can match at `ptr`; 0 for none. */
  private alternative(p: number, ptr: number): number {
    const { code, end } = this;
    for (; code[p] !== 0; p += code[p]) {
      const op = code[p + 1];
      if (op === Op.LITERAL) {
        if (ptr >= end || this.at(ptr) !== code[p + 2]) continue;
      } else if (op === Op.IN) {
        if (ptr >= end || !this.set(p + 3).has(this.at(ptr))) continue;
      }
      return p;
    }
    return 0;
  }

  private possessive(pc: number, from: number, repeat: number): number {
    const { code } = this;
    const min = code[pc + 2];
    const max = code[pc + 3];
    let ptr = from;
    let lastPtr = -1;
    if (min < 0) return -1;
    for (let count = 0; max < 0 || count < max; count++) {
      if (count >= min) {
        if (ptr === lastPtr) break;
        lastPtr = ptr;
      }
      const after = this.run(pc + 4, ptr, repeat, false);
      if (after < 0) {
        if (count < min) return -1;
        break;
      }
      ptr = after;
    }
    return ptr;
  }

  /** Where the text of a group ends when it stands at `ptr` again; -1 otherwise. */
  private afterGroup(op: number, mark: number, ptr: number): number {
    const from = this.marks[mark];
    const to = this.marks[mark + 1];
    if (from < 0 || to < from || to - from > this.end - ptr) return -1;
    for (let i = from; i < to; i++, ptr++) {
      const a = this.at(i);
      const b = this.at(ptr);
      if (a === b) continue;
      if (op === Op.GROUPREF) return -1;
      if (
        op === Op.GROUPREF_UNI_IGNORE ? lowerUnicode(a) !== lowerUnicode(b) : lowerAscii(a) !== lowerAscii(b)
      )
        return -1;
    }
    return ptr;
  }

  /** Does the operator for one character that stands at `pc` take `c`? */
  private matchesOne(pc: number, c: number): boolean {
    const { code } = this;
    const wanted = code[pc + 1];
    switch (code[pc]) {
      case Op.LITERAL_IGNORE:
        return lowerAscii(c) === wanted;
      case Op.NOT_LITERAL_IGNORE:
        return lowerAscii(c) !== wanted;
      case Op.LITERAL_UNI_IGNORE:
        return lowerUnicode(c) === wanted;
      case Op.NOT_LITERAL_UNI_IGNORE:
        return lowerUnicode(c) !== wanted;
      case Op.LITERAL_LOC_IGNORE:
        return c === wanted || lowerAscii(c) === wanted || upperAscii(c) === wanted;
      case Op.NOT_LITERAL_LOC_IGNORE:
        return c !== wanted && lowerAscii(c) !== wanted && upperAscii(c) !== wanted;
      case Op.IN_IGNORE:
        return this.set(pc + 2).has(lowerAscii(c));
      case Op.IN_UNI_IGNORE:
        return this.set(pc + 2).has(lowerUnicode(c));
      case Op.IN_LOC_IGNORE: {
        const set = this.set(pc + 2);
        return set.has(lowerAscii(c)) || set.has(upperAscii(c));
      }
      default:
        return false;
    }
  }

  /** How often, up to `max`, the one-character item at `pc` matches from `ptr` on. */
  private count(pc: number, ptr: number, max: number, repeat: number): number {
    const { code, text, units } = this;
    const end = max >= 0 && max < this.end - ptr ? ptr + max : this.end;
    let p = ptr;
    switch (code[pc]) {
      case Op.IN: {
        const set = this.set(pc + 2);
        if (text !== null) while (p < end && set.has(text.charCodeAt(p))) p++;
        else while (p < end && set.has(units[p])) p++;
        break;
      }
      case Op.ANY:
        if (text !== null && end === this.end && end - p > 16) {
          const line = text.indexOf("\n", p);
          p = line < 0 || line > end ? end : line;
        } else if (text !== null) while (p < end && text.charCodeAt(p) !== 10) p++;
        else while (p < end && units[p] !== 10) p++;
        break;
      case Op.ANY_ALL:
        p = end;
        break;
      case Op.LITERAL: {
        const c = code[pc + 1];
        if (text !== null) while (p < end && text.charCodeAt(p) === c) p++;
        else while (p < end && units[p] === c) p++;
        break;
      }
      case Op.NOT_LITERAL: {
        const c = code[pc + 1];
        if (text !== null) while (p < end && text.charCodeAt(p) !== c) p++;
        else while (p < end && units[p] !== c) p++;
        break;
      }
      case Op.LITERAL_IGNORE:
      case Op.NOT_LITERAL_IGNORE:
      case Op.LITERAL_UNI_IGNORE:
      case Op.NOT_LITERAL_UNI_IGNORE:
      case Op.LITERAL_LOC_IGNORE:
      case Op.NOT_LITERAL_LOC_IGNORE:
      case Op.IN_IGNORE:
      case Op.IN_UNI_IGNORE:
      case Op.IN_LOC_IGNORE:
        while (p < end && this.matchesOne(pc, this.at(p))) p++;
        break;
      default:
        // A group of one character, a reference to one, alternatives of one.
        while (p < end) {
          const after = this.run(pc, p, repeat, false);
          if (after < 0) break;
          p = after;
        }
    }
    return p - ptr;
  }

  private isAt(where: number, ptr: number): boolean {
    const { end } = this;
    switch (where) {
      case At.BEGINNING:
      case At.BEGINNING_STRING:
        return ptr === 0;
      case At.BEGINNING_LINE:
        return ptr === 0 || this.at(ptr - 1) === 10;
      case At.END:
        return ptr === end || (ptr === end - 1 && this.at(ptr) === 10);
      case At.END_LINE:
        return ptr === end || this.at(ptr) === 10;
      case At.END_STRING:
        return ptr === end;
      case At.BOUNDARY:
      case At.LOC_BOUNDARY:
        return this.word(ptr - 1) !== this.word(ptr);
      case At.NON_BOUNDARY:
      case At.LOC_NON_BOUNDARY:
        return this.word(ptr - 1) === this.word(ptr);
      case At.UNI_BOUNDARY:
        return this.unicodeWord(ptr - 1) !== this.unicodeWord(ptr);
      case At.UNI_NON_BOUNDARY:
        return this.unicodeWord(ptr - 1) === this.unicodeWord(ptr);
      default:
        return false;
    }
  }

  private word(i: number): boolean {
    return i >= 0 && i < this.end && isAsciiWord(this.at(i));
  }

  private unicodeWord(i: number): boolean {
    return i >= 0 && i < this.end && isUnicodeWord(this.at(i));
  }
}
