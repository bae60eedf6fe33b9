import { SetType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Result, Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { hashElement, hashHigh, hashInteger, restoreHash } from "../dict/key-hash.js";
import { sameKey } from "../dict/same-key.js";

/** Size of the smallest table, `PySet_MINSIZE`. */
const MIN_SIZE = 8;
/** Neighbours looked at before the next jump, `LINEAR_PROBES`. */
const LINEAR_PROBES = 9;

/** A slot of a table: an element, `null` where one was removed, `undefined` where none ever was. */
type Slot = Value | null | undefined;

/**
 * A set or frozenset (by class). The table, its probing and its growth are those of CPython's
 * Objects/setobject.c, because programs see them: a set is iterated over in the order of its table, and of
 * ints, for instance, that order is the same in every process.
 */
export class PySet implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;
  /** Number of elements. */
  size = 0;
  /** The table; its length is a power of two. Iterate by index, skipping `null` and `undefined`. */
  table: Slot[] = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
  /** `hash()` of a frozenset once computed, `null` before. */
  hash: number | bigint | null = null;
  /** Slots that are not `undefined`. */
  private fill = 0;
  /** Where `pop` looks next. */
  private finger = 0;
  /** Halves of the hashes of the elements by slot; `null` while all elements are plain numbers. */
  private lows: Int32Array | null = null;
  private highs: Int32Array | null = null;

  constructor(cls: PyType = SetType) {
    this.cls = cls;
  }

  /** `key in self`. Raises what `__hash__` and `__eq__` raise. */
  has(ts: ThreadState, key: Value): Result<boolean> {
    if (typeof key === "number") {
      // Most often the first slot tells.
      const { table } = this;
      const first = table[key & (table.length - 1)];
      if (typeof first === "number") {
        if (first === key) return true;
      } else if (first === undefined && key === (key | 0) && key !== -1) return false;
      const slot = this.probeNumber(ts, key, hashInteger(key), hashHigh);
      return slot === null ? null : slot >= 0;
    }
    const low = hashElement(ts, key);
    return low === null ? null : this.hasHashed(ts, key, low, hashHigh);
  }

  /** Adds an element; one that is there already stays the object that it is. */
  add(ts: ThreadState, key: Value): Status {
    if (typeof key === "number") return this.addHashed(ts, key, hashInteger(key), hashHigh);
    const low = hashElement(ts, key);
    return low === null ? null : this.addHashed(ts, key, low, hashHigh);
  }

  /** Removes an element; false if it was absent. */
  delete(ts: ThreadState, key: Value): Result<boolean> {
    const low = hashElement(ts, key);
    return low === null ? null : this.deleteHashed(ts, key, low, hashHigh);
  }

  // The same for a key whose hash is known, in halves (see key-hash.ts).

  /** `key in self`. */
  hasHashed(ts: ThreadState, key: Value, low: number, high: number): Result<boolean> {
    const slot = this.probe(ts, key, low, high);
    return slot === null ? null : slot >= 0;
  }

  /** Adds an element. */
  addHashed(ts: ThreadState, key: Value, low: number, high: number): Status {
    const found = this.probe(ts, key, low, high);
    if (found === null) return null;
    if (found >= 0) return true;
    const slot = -1 - found;
    const table = this.table;
    const fresh = table[slot] === undefined;
    table[slot] = key;
    this.keepHash(slot, key, low, high);
    this.size++;
    if (fresh) {
      this.fill++;
      if (this.fill * 5 >= (table.length - 1) * 3)
        this.resize(this.size > 50000 ? this.size * 2 : this.size * 4);
    }
    return true;
  }

  /** Removes an element; false if it was absent. */
  deleteHashed(ts: ThreadState, key: Value, low: number, high: number): Result<boolean> {
    const slot = this.probe(ts, key, low, high);
    if (slot === null) return null;
    if (slot < 0) return false;
    this.table[slot] = null;
    this.size--;
    return true;
  }

  /**
   * The slot of a key, or `-1 - slot` of the slot that it would be put into. Compares the stored element with
   * the key, in this order, and starts again when a comparison has changed the table.
   */
  private probe(ts: ThreadState, key: Value, low: number, high: number): Result<number> {
    if (typeof key === "number") return this.probeNumber(ts, key, low, high);
    const table = this.table;
    const mask = table.length - 1;
    let perturbLow = low;
    let perturbHigh = high;
    let i = low & mask;
    let free = -1;
    for (;;) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let j = i; j <= end; j++) {
        const stored = table[j];
        if (stored === undefined) return -1 - (free >= 0 ? free : j);
        if (stored === null) {
          free = j;
        } else if (this.slotHasHash(j, stored, low, high)) {
          if (stored === key) return j;
          const same = sameKey(ts, stored, key);
          if (same === null) return null;
          if (this.table !== table || table[j] !== stored) return this.probe(ts, key, low, high);
          if (same) return j;
        }
      }
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      i = (i * 5 + 1 + (perturbLow >>> 0)) & mask;
    }
  }

  /** The same for a small int. Only numbers are compared with numbers here: V8 has an instruction for that. */
  private probeNumber(ts: ThreadState, key: number, low: number, high: number): Result<number> {
    const table = this.table;
    const mask = table.length - 1;
    let perturbLow = low;
    let perturbHigh = high;
    let i = low & mask;
    let free = -1;
    for (;;) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let j = i; j <= end; j++) {
        const stored = table[j];
        if (typeof stored === "number") {
          // Two ints that are not the same are not equal.
          if (stored === key) return j;
        } else if (stored === undefined) {
          return -1 - (free >= 0 ? free : j);
        } else if (stored === null) {
          free = j;
        } else if (this.slotHasHash(j, stored, low, high)) {
          const same = sameKey(ts, stored, key);
          if (same === null) return null;
          if (this.table !== table || table[j] !== stored) return this.probeNumber(ts, key, low, high);
          if (same) return j;
        }
      }
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      i = (i * 5 + 1 + (perturbLow >>> 0)) & mask;
    }
  }

  private slotHasHash(slot: number, stored: Value, low: number, high: number): boolean {
    // Numbers with equal hashes below the modulus are equal, except -1 and -2.
    if (typeof stored === "number") return hashInteger(stored) === low && hashHigh === high;
    return this.lows![slot] === low && this.highs![slot] === high;
  }

  private keepHash(slot: number, key: Value, low: number, high: number): void {
    if (this.lows === null) {
      if (typeof key === "number") return;
      this.lows = new Int32Array(this.table.length);
      this.highs = new Int32Array(this.table.length);
    }
    this.lows[slot] = low;
    this.highs![slot] = high;
  }

  /** Low half of the hash of the element in a slot; the high half goes to `hashHigh`. */
  slotHash(slot: number): number {
    const key = this.table[slot];
    return typeof key === "number" ? hashInteger(key) : restoreHash(this.lows![slot], this.highs![slot]);
  }

  /** Puts an element that is known to be absent into a table without gaps. */
  private insertClean(key: Value, low: number, high: number): void {
    const table = this.table;
    const mask = table.length - 1;
    let perturbLow = low;
    let perturbHigh = high;
    let i = low & mask;
    for (;;) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let j = i; j <= end; j++) {
        if (table[j] !== undefined) continue;
        table[j] = key;
        this.keepHash(j, key, low, high);
        return;
      }
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      i = (i * 5 + 1 + (perturbLow >>> 0)) & mask;
    }
  }

  /** Makes the table the smallest one with more than `used` slots, without gaps. */
  private resize(used: number): void {
    let size = MIN_SIZE;
    while (size <= used) size *= 2;
    const { table, lows, highs } = this;
    if (size === MIN_SIZE && table.length === MIN_SIZE && this.fill === this.size) return;
    this.table = emptyTable(size);
    this.lows = null;
    this.highs = null;
    this.fill = this.size;
    for (let i = 0; i < table.length; i++) {
      const key = table[i];
      if (key === undefined || key === null) continue;
      if (typeof key === "number") {
        const low = hashInteger(key);
        this.insertClean(key, low, hashHigh);
      } else {
        this.insertClean(key, lows![i], highs![i]);
      }
    }
  }

  /** Adds the elements of another set (`set_merge`). */
  merge(ts: ThreadState, other: PySet): Status {
    if (other === this || other.size === 0) return true;
    if ((this.fill + other.size) * 5 >= (this.table.length - 1) * 3)
      this.resize((this.size + other.size) * 2);
    const from = other.table;
    if (this.fill === 0) {
      this.size = other.size;
      this.fill = other.size;
      if (this.table.length === from.length && other.fill === other.size) {
        this.table = from.slice();
        this.lows = other.lows === null ? null : other.lows.slice();
        this.highs = other.highs === null ? null : other.highs.slice();
        return true;
      }
      for (let i = 0; i < from.length; i++) {
        const key = from[i];
        if (key === undefined || key === null) continue;
        const low = other.slotHash(i);
        this.insertClean(key, low, hashHigh);
      }
      return true;
    }
    // A comparison may run Python code that changes `other`: its table is read afresh each time.
    for (let i = 0; i < other.table.length; i++) {
      const key = other.table[i];
      if (key === undefined || key === null) continue;
      const low = other.slotHash(i);
      if (this.addHashed(ts, key, low, hashHigh) === null) return null;
    }
    return true;
  }

  /** Makes room before many elements are added that are probably new. */
  reserve(count: number): void {
    if ((this.fill + count) * 5 >= (this.table.length - 1) * 3) this.resize((this.size + count) * 2);
  }

  /** Rebuilds the table when more than a quarter of it are gaps, as `difference_update` does at its end. */
  shrink(): void {
    if (this.fill - this.size <= Math.floor((this.table.length - 1) / 4)) return;
    this.resize(this.size > 50000 ? this.size * 2 : this.size * 4);
  }

  /** Removes some element and returns it; `undefined` when there is none. */
  pop(): Value | undefined {
    if (this.size === 0) return undefined;
    const table = this.table;
    const mask = table.length - 1;
    let i = this.finger & mask;
    for (;;) {
      const key = table[i];
      if (key !== undefined && key !== null) {
        table[i] = null;
        this.size--;
        this.finger = i + 1;
        return key;
      }
      i = (i + 1) & mask;
    }
  }

  /** `__sizeof__` without the garbage collector's header: what CPython would allocate. */
  sizeOf(): number {
    return 200 + (this.table.length > MIN_SIZE ? this.table.length * 16 : 0);
  }

  /** Removes all elements. */
  clear(): void {
    this.table = emptyTable(MIN_SIZE);
    this.lows = null;
    this.highs = null;
    this.size = 0;
    this.fill = 0;
    this.hash = null;
  }

  /** Takes the elements of a set that nobody else has, which gets those of this one. */
  swap(other: PySet): void {
    const { table, lows, highs, size, fill } = this;
    this.table = other.table;
    this.lows = other.lows;
    this.highs = other.highs;
    this.size = other.size;
    this.fill = other.fill;
    other.table = table;
    other.lows = lows;
    other.highs = highs;
    other.size = size;
    other.fill = fill;
    this.hash = null;
    other.hash = null;
  }

  /** The slot of the next element at or after a slot, -1 if there is none. */
  nextSlot(slot: number): number {
    const table = this.table;
    for (; slot < table.length; slot++) {
      const key = table[slot];
      if (key !== undefined && key !== null) return slot;
    }
    return -1;
  }

  /** The elements in the order of iteration, a fresh array. */
  itemsArray(): Value[] {
    const items: Value[] = [];
    for (const key of this.table) if (key !== undefined && key !== null) items.push(key);
    return items;
  }
}

function emptyTable(size: number): Slot[] {
  return new Array<Slot>(size).fill(undefined);
}
