import type { Value } from "../../core/object.js";

/** Runs shorter than this win too rarely for galloping to pay. */
const MIN_GALLOP = 7;
/** Largest length to which short runs are extended by binary insertion; a power of two. */
const MAX_MINRUN = 64;

/** Is the first key less than the second? 1 yes, 0 no, -1 when the comparison raised. */
export type LessThan = (a: Value, b: Value) => -1 | 0 | 1;

/**
 * The merge sort of CPython's `list.sort` (Objects/listobject.c, listsort.txt): natural runs, binary insertion
 * for short ones, merges in the order of powersort, galloping. It makes the same comparisons in the same
 * order as CPython, which programs with an `__lt__` of their own can observe.
 *
 * Every method that compares returns false (or -1) when a comparison raised; the arrays are a permutation
 * of what they were at any time.
 */
export class Sorter {
  private minGallop = MIN_GALLOP;
  /** Pending runs: start, length and power (depth of the merge of the run with its right neighbour). */
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  private readonly powers: number[] = [];
  private tempKeys: Value[] = [];
  private tempValues: Value[] = [];

  constructor(
    /** What is compared; sorted in place. */
    private readonly keys: Value[],
    /** What moves along with the keys; `null` when the keys are the values. */
    private readonly values: Value[] | null,
    private readonly less: LessThan,
  ) {}

  /** Sorts; false when a comparison raised. */
  sort(): boolean {
    const total = this.keys.length;
    if (total < 2) return true;
    const minrun = minimumRun(total);
    let start = 0;
    while (start < total) {
      let length = this.countRun(start, total - start);
      if (length < 0) return false;
      if (length < minrun) {
        const forced = Math.min(minrun, total - start);
        if (!this.binarySort(start, forced, length)) return false;
        length = forced;
      }
      if (!this.pushRun(start, length)) return false;
      start += length;
    }
    return this.collapse();
  }

  /** Length of the run that begins at `lo`, which is made ascending if it was descending; -1 after a failure. */
  private countRun(lo: number, remaining: number): number {
    const { keys, less } = this;
    let n = 1;
    for (; n < remaining; n++) {
      const smaller = less(keys[lo + n], keys[lo + n - 1]);
      if (smaller < 0) return -1;
      if (smaller === 1) break;
    }
    if (n === remaining) return n;
    if (n > 1) {
      // An ascending run, unless everything so far was equal: then the descent has just begun.
      const ascended = less(keys[lo], keys[lo + n - 1]);
      if (ascended < 0) return -1;
      if (ascended === 1) return n;
      this.reverse(lo, lo + n);
    }
    n++;
    // Stretches of equal keys are reversed on the way, so that reversing the whole run keeps their order.
    let equal = 0;
    for (; n < remaining; n++) {
      const smaller = less(keys[lo + n], keys[lo + n - 1]);
      if (smaller < 0) return -1;
      if (smaller === 1) {
        if (equal > 0) this.reverse(lo + n - equal - 1, lo + n);
        equal = 0;
        continue;
      }
      const larger = less(keys[lo + n - 1], keys[lo + n]);
      if (larger < 0) return -1;
      if (larger === 1) break;
      equal++;
    }
    if (equal > 0) this.reverse(lo + n - equal - 1, lo + n);
    this.reverse(lo, lo + n);
    for (; n < remaining; n++) {
      const smaller = less(keys[lo + n], keys[lo + n - 1]);
      if (smaller < 0) return -1;
      if (smaller === 1) break;
    }
    return n;
  }

  private reverse(from: number, to: number): void {
    reverseRange(this.keys, from, to);
    if (this.values !== null) reverseRange(this.values, from, to);
  }

  /** Sorts `n` items from `lo`, of which the first `sorted` are in order, by binary insertion. */
  private binarySort(lo: number, n: number, sorted: number): boolean {
    const { keys, values, less } = this;
    for (; sorted < n; sorted++) {
      const at = lo + sorted;
      const pivot = keys[at];
      let left = lo;
      let right = at;
      while (left < right) {
        const middle = (left + right) >> 1;
        const smaller = less(pivot, keys[middle]);
        if (smaller < 0) return false;
        if (smaller === 1) right = middle;
        else left = middle + 1;
      }
      for (let i = at; i > left; i--) keys[i] = keys[i - 1];
      keys[left] = pivot;
      if (values !== null) {
        const value = values[at];
        for (let i = at; i > left; i--) values[i] = values[i - 1];
        values[left] = value;
      }
    }
    return true;
  }

  /** Puts a run on the stack, after merging runs that powersort wants merged first. */
  private pushRun(start: number, length: number): boolean {
    const { starts, lengths, powers } = this;
    const top = starts.length - 1;
    if (top >= 0) {
      const power = runPower(starts[top], lengths[top], length, this.keys.length);
      while (starts.length > 1 && powers[starts.length - 2] > power) {
        if (!this.mergeAt(starts.length - 2)) return false;
      }
      powers[starts.length - 1] = power;
    }
    starts.push(start);
    lengths.push(length);
    powers.push(0);
    return true;
  }

  /** Merges all runs that are left. */
  private collapse(): boolean {
    const { lengths } = this;
    while (lengths.length > 1) {
      let n = lengths.length - 2;
      if (n > 0 && lengths[n - 1] < lengths[n + 1]) n--;
      if (!this.mergeAt(n)) return false;
    }
    return true;
  }

  /** Merges the runs `i` and `i + 1` of the stack. */
  private mergeAt(i: number): boolean {
    const { starts, lengths, powers, keys } = this;
    let a = starts[i];
    let na = lengths[i];
    const b = starts[i + 1];
    let nb = lengths[i + 1];
    lengths[i] = na + nb;
    starts.splice(i + 1, 1);
    lengths.splice(i + 1, 1);
    powers.splice(i + 1, 1);
    // What is in its place already takes no part: the head of A and the tail of B.
    const head = this.gallopRight(keys[b], keys, a, na, 0);
    if (head < 0) return false;
    a += head;
    na -= head;
    if (na === 0) return true;
    nb = this.gallopLeft(keys[a + na - 1], keys, b, nb, nb - 1);
    if (nb <= 0) return nb === 0;
    return na <= nb ? this.mergeLow(a, na, b, nb) : this.mergeHigh(a, na, b, nb);
  }

  /** Where `key` belongs among `n` sorted keys from `base`, left of its equals; `hint` is where to begin. -1: failed. */
  private gallopLeft(key: Value, from: readonly Value[], base: number, n: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    const first = less(from[base + hint], key);
    if (first < 0) return -1;
    if (first === 1) {
      const max = n - hint;
      while (offset < max) {
        const smaller = less(from[base + hint + offset], key);
        if (smaller < 0) return -1;
        if (smaller === 0) break;
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      last += hint;
      offset += hint;
    } else {
      const max = hint + 1;
      while (offset < max) {
        const smaller = less(from[base + hint - offset], key);
        if (smaller < 0) return -1;
        if (smaller === 1) break;
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      const k = last;
      last = hint - offset;
      offset = hint - k;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      const smaller = less(from[base + middle], key);
      if (smaller < 0) return -1;
      if (smaller === 1) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** As {@link gallopLeft}, right of the equals. */
  private gallopRight(key: Value, from: readonly Value[], base: number, n: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    const first = less(key, from[base + hint]);
    if (first < 0) return -1;
    if (first === 1) {
      const max = hint + 1;
      while (offset < max) {
        const smaller = less(key, from[base + hint - offset]);
        if (smaller < 0) return -1;
        if (smaller === 0) break;
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      const k = last;
      last = hint - offset;
      offset = hint - k;
    } else {
      const max = n - hint;
      while (offset < max) {
        const smaller = less(key, from[base + hint + offset]);
        if (smaller < 0) return -1;
        if (smaller === 1) break;
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      last += hint;
      offset += hint;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      const smaller = less(key, from[base + middle]);
      if (smaller < 0) return -1;
      if (smaller === 1) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Copies `n` items of the run at `from` to the temporary arrays. */
  private stash(from: number, n: number): void {
    this.tempKeys = this.keys.slice(from, from + n);
    if (this.values !== null) this.tempValues = this.values.slice(from, from + n);
  }

  /** Moves `n` items within the arrays, which may overlap. */
  private move(to: number, from: number, n: number): void {
    moveRange(this.keys, to, from, n);
    if (this.values !== null) moveRange(this.values, to, from, n);
  }

  /** Moves one item within the arrays. */
  private moveOne(to: number, from: number): void {
    this.keys[to] = this.keys[from];
    if (this.values !== null) this.values[to] = this.values[from];
  }

  /** Brings `n` items back from the temporary arrays. */
  private unstash(to: number, from: number, n: number): void {
    const { keys, values, tempKeys, tempValues } = this;
    for (let i = 0; i < n; i++) keys[to + i] = tempKeys[from + i];
    if (values !== null) for (let i = 0; i < n; i++) values[to + i] = tempValues[from + i];
  }

  /**
   * Merges A (`na` items from `a`) with its right neighbour B, from left to right, A put aside. The first
   * item of B belongs before all of A, the last of A behind all of B; `na <= nb`.
   */
  private mergeLow(a: number, na: number, b: number, nb: number): boolean {
    const { less } = this;
    this.stash(a, na);
    const { tempKeys, keys } = this;
    let to = a;
    let ia = 0;
    let ib = b;
    let ok = false;
    merge: {
      this.moveOne(to++, ib++);
      if (--nb === 0) {
        ok = true;
        break merge;
      }
      if (na === 1) return this.finishLow(to, ia, ib, nb);
      let minGallop = this.minGallop;
      for (;;) {
        let aWins = 0;
        let bWins = 0;
        for (;;) {
          const smaller = less(keys[ib], tempKeys[ia]);
          if (smaller < 0) break merge;
          if (smaller === 1) {
            this.moveOne(to++, ib++);
            bWins++;
            aWins = 0;
            if (--nb === 0) {
              ok = true;
              break merge;
            }
            if (bWins >= minGallop) break;
          } else {
            this.unstash(to++, ia++, 1);
            aWins++;
            bWins = 0;
            if (--na === 1) return this.finishLow(to, ia, ib, nb);
            if (aWins >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          aWins = this.gallopRight(keys[ib], tempKeys, ia, na, 0);
          if (aWins < 0) break merge;
          if (aWins > 0) {
            this.unstash(to, ia, aWins);
            to += aWins;
            ia += aWins;
            na -= aWins;
            if (na === 1) return this.finishLow(to, ia, ib, nb);
            // Only comparisons that contradict each other lead here.
            if (na === 0) {
              ok = true;
              break merge;
            }
          }
          this.moveOne(to++, ib++);
          if (--nb === 0) {
            ok = true;
            break merge;
          }
          bWins = this.gallopLeft(tempKeys[ia], keys, ib, nb, 0);
          if (bWins < 0) break merge;
          if (bWins > 0) {
            this.move(to, ib, bWins);
            to += bWins;
            ib += bWins;
            nb -= bWins;
            if (nb === 0) {
              ok = true;
              break merge;
            }
          }
          this.unstash(to++, ia++, 1);
          if (--na === 1) return this.finishLow(to, ia, ib, nb);
        } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    }
    this.unstash(to, ia, na);
    return ok;
  }

  /** One item of A is left: it goes behind what is left of B. */
  private finishLow(to: number, ia: number, ib: number, nb: number): boolean {
    this.move(to, ib, nb);
    this.unstash(to + nb, ia, 1);
    return true;
  }

  /** As {@link mergeLow}, from right to left with B put aside; `na >= nb`. */
  private mergeHigh(a: number, na: number, b: number, nb: number): boolean {
    const { less } = this;
    this.stash(b, nb);
    const { tempKeys, keys } = this;
    let to = b + nb - 1;
    let ia = a + na - 1;
    let ib = nb - 1;
    let ok = false;
    merge: {
      this.moveOne(to--, ia--);
      if (--na === 0) {
        ok = true;
        break merge;
      }
      if (nb === 1) return this.finishHigh(to, ia, na);
      let minGallop = this.minGallop;
      for (;;) {
        let aWins = 0;
        let bWins = 0;
        for (;;) {
          const smaller = less(tempKeys[ib], keys[ia]);
          if (smaller < 0) break merge;
          if (smaller === 1) {
            this.moveOne(to--, ia--);
            aWins++;
            bWins = 0;
            if (--na === 0) {
              ok = true;
              break merge;
            }
            if (aWins >= minGallop) break;
          } else {
            this.unstash(to--, ib--, 1);
            bWins++;
            aWins = 0;
            if (--nb === 1) return this.finishHigh(to, ia, na);
            if (bWins >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          const right = this.gallopRight(tempKeys[ib], keys, a, na, na - 1);
          if (right < 0) break merge;
          aWins = na - right;
          if (aWins > 0) {
            to -= aWins;
            ia -= aWins;
            this.move(to + 1, ia + 1, aWins);
            na -= aWins;
            if (na === 0) {
              ok = true;
              break merge;
            }
          }
          this.unstash(to--, ib--, 1);
          if (--nb === 1) return this.finishHigh(to, ia, na);
          const left = this.gallopLeft(keys[ia], tempKeys, 0, nb, nb - 1);
          if (left < 0) break merge;
          bWins = nb - left;
          if (bWins > 0) {
            to -= bWins;
            ib -= bWins;
            this.unstash(to + 1, ib + 1, bWins);
            nb -= bWins;
            if (nb === 1) return this.finishHigh(to, ia, na);
            // Only comparisons that contradict each other lead here.
            if (nb === 0) {
              ok = true;
              break merge;
            }
          }
          this.moveOne(to--, ia--);
          if (--na === 0) {
            ok = true;
            break merge;
          }
        } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    }
    this.unstash(to - nb + 1, 0, nb);
    return ok;
  }

  /** One item of B is left: it goes before what is left of A. */
  private finishHigh(to: number, ia: number, na: number): boolean {
    this.move(to - na + 1, ia - na + 1, na);
    this.unstash(to - na, 0, 1);
    return true;
  }
}

/** Length to which runs are extended: 32 to 64, so that about a power of two of them make up the whole. */
function minimumRun(n: number): number {
  let odd = 0;
  while (n >= MAX_MINRUN) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

/** Depth, in powersort's tree, of the boundary between a run and the next: the first bit in which their midpoints differ. */
function runPower(start: number, n1: number, n2: number, total: number): number {
  let a = 2 * start + n1;
  let b = a + n1 + n2;
  for (let power = 1; ; power++) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) {
      return power;
    }
    a *= 2;
    b *= 2;
  }
}

/** What `copyWithin` does, which V8 does one slow property at a time. */
function moveRange(array: Value[], to: number, from: number, n: number): void {
  if (to < from) for (let i = 0; i < n; i++) array[to + i] = array[from + i];
  else for (let i = n - 1; i >= 0; i--) array[to + i] = array[from + i];
}

/** Reverses `array[from:to]` in place. */
export function reverseRange(array: Value[], from: number, to: number): void {
  for (let i = from, j = to - 1; i < j; i++, j--) {
    const kept = array[i];
    array[i] = array[j];
    array[j] = kept;
  }
}
