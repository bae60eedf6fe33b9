import { DictType, StrType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import { equals } from "../../core/numbers.js";
import { PyObject, type Result, type Status, type Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { strFromKey } from "../str/py-str.js";
import { hashDictKey, hashHigh, hashInteger, hashKey, restoreHash } from "./key-hash.js";
import { equalsForeign, simpleKey } from "./simple-key.js";

/** Dicts that never had room for more entries than this are searched from end to end. */
const LINEAR_CAPACITY = 16;
/** Smallest capacity, `PyDict_MINSIZE`. */
const MIN_CAPACITY = 8;
/** Entries that fit into the smallest capacity. */
const FIRST_ENTRIES = 5;
/** An index slot whose entry was deleted. */
const DUMMY = -1;

/**
 * A dict: keys and values in insertion order, and an index over them.
 *
 * - As long as it is small and has simple keys only (see `simpleKey`) it has no index: `linear`.
 * - Afterwards strs and objects with `object`'s equality are found through `map`, by their simple key,
 *   and every other key through `slots`, an open-addressing table over hashes that probes as CPython's does.
 * - A key with an `__eq__` of its own may equal a key of the map. So that it finds those, the first
 *   `covered` entries are in `slots` even if they are in `map`; and once such a key is in the dict
 *   (`foreign`), a key that the map lacks is looked for in `slots`.
 *
 * Capacity, growth and the moment of compaction are those of CPython's Objects/dictobject.c, because
 * they can be seen when a dict is changed while it is iterated over.
 */
export class PyDict extends PyObject {
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;
  /** Number of items. */
  size = 0;
  /** Changes when keys are added or removed, not when a value is replaced. */
  version = 0;
  /** Keys in insertion order; `undefined` where one was deleted. */
  keys: (Value | undefined)[] = [];
  /** Values, parallel to `keys`. */
  values: (Value | undefined)[] = [];
  /** No index yet: all keys are their own simple keys. */
  private linear = true;
  /** A key that is no plain str was inserted: CPython then has a table of another kind. */
  private general = false;
  /** Slots that CPython's table would have, a power of two. */
  private capacity = MIN_CAPACITY;
  /** Insertions left until the table must grow or be compacted. */
  private usable = FIRST_ENTRIES;
  /** Simple key to entry. */
  private map: Map<string | PyObject, number> | null = null;
  /** Open-addressing table: 0 free, {@link DUMMY}, or entry + 1. */
  private slots: Int32Array | null = null;
  /** Low and high halves of the hashes of entries in `slots`; `null` while all of those are numbers. */
  private lows: Int32Array | null = null;
  private highs: Int32Array | null = null;
  /** Entries below this are in `slots` whether or not they are in `map`. */
  private covered = 0;
  /** There is, or was, a key that may equal a key of the map. */
  private foreign = false;

  constructor(cls: PyType = DictType) {
    super(cls);
  }

  // Keys that are strs: no Python code runs, nothing fails.

  /** Entry of a str key given in `strKey` form, -1 if absent. Stays the same while `version` does. */
  indexOfStr(key: string): number {
    const map = this.map;
    if (map !== null) {
      const entry = map.get(key);
      return entry === undefined ? -1 : entry;
    }
    if (!this.linear) return -1;
    const keys = this.keys;
    for (let i = keys.length - 1; i >= 0; i--) {
      const k = keys[i];
      if (typeof k === "string" && k === key) return i;
    }
    return -1;
  }

  /** The value of a str key given in `strKey` form. */
  getStr(key: string): Value | undefined {
    const entry = this.indexOfStr(key);
    return entry < 0 ? undefined : this.values[entry];
  }

  /** Is there a str key, given in `strKey` form? */
  hasStr(key: string): boolean {
    return this.indexOfStr(key) >= 0;
  }

  /** Sets the value of a str key given in `strKey` form. */
  setStr(key: string, value: Value): void {
    const entry = this.indexOfStr(key);
    if (entry >= 0) this.values[entry] = value;
    else this.insertMapped(strFromKey(key), key, value);
  }

  /** Removes a str key given in `strKey` form; false if it was absent. */
  deleteStr(key: string): boolean {
    const entry = this.indexOfStr(key);
    if (entry < 0) return false;
    this.removeEntry(entry);
    return true;
  }

  // Keys of any kind.

  /** `self[key]` without `__missing__`; `undefined` if absent. Raises what `__hash__` and `__eq__` raise. */
  get(ts: ThreadState, key: Value): Result<Value | undefined> {
    const entry = this.find(ts, key);
    if (entry === null) return null;
    return entry < 0 ? undefined : this.values[entry];
  }

  /** `key in self`. */
  has(ts: ThreadState, key: Value): Result<boolean> {
    const entry = this.find(ts, key);
    return entry === null ? null : entry >= 0;
  }

  /** `self[key] = value`. A key that is there already stays the object that it is. */
  set(ts: ThreadState, key: Value, value: Value): Status {
    const entry = this.findOrInsert(ts, key, value);
    if (entry === null) return null;
    if (entry >= 0) this.values[entry] = value;
    return true;
  }

  /** Sets `self[key]` unless the key is there. Returns the value that was there, `undefined` if `value` went in. */
  setDefault(ts: ThreadState, key: Value, value: Value): Result<Value | undefined> {
    const entry = this.findOrInsert(ts, key, value);
    if (entry === null) return null;
    return entry >= 0 ? this.values[entry] : undefined;
  }

  /** Removes a key; false if it was absent. */
  delete(ts: ThreadState, key: Value): Result<boolean> {
    const entry = this.find(ts, key);
    if (entry === null) return null;
    if (entry < 0) return false;
    this.removeEntry(entry);
    return true;
  }

  /** Removes a key and returns its value, `undefined` if it was absent. */
  pop(ts: ThreadState, key: Value): Result<Value | undefined> {
    const entry = this.find(ts, key);
    if (entry === null) return null;
    if (entry < 0) return undefined;
    const value = this.values[entry];
    this.removeEntry(entry);
    return value;
  }

  /** Entry of a key, -1 if absent; `null` with what `__hash__` or `__eq__` raised. */
  find(ts: ThreadState, key: Value): Result<number> {
    if (typeof key === "string") {
      const entry = this.indexOfStr(key);
      return entry >= 0 || !this.foreign ? entry : this.findHashed(ts, key);
    }
    if (typeof key === "number") return this.findNumber(ts, key);
    const simple = simpleKey(key);
    if (typeof simple === "number") return this.findNumber(ts, simple);
    if (simple === undefined) return this.findHashed(ts, key);
    const entry = typeof simple === "string" ? this.indexOfStr(simple) : this.indexOfObject(simple);
    return entry >= 0 || !this.foreign ? entry : this.findHashed(ts, key);
  }

  /** Entry of a key, or -1 after it was inserted with this value. */
  private findOrInsert(ts: ThreadState, key: Value, value: Value): Result<number> {
    if (typeof key === "number") {
      const entry = this.findNumber(ts, key);
      if (entry === -1) this.insertNumber(key, key, value);
      return entry;
    }
    const simple = simpleKey(key);
    if (typeof simple === "number") {
      const entry = this.findNumber(ts, simple);
      if (entry === -1) this.insertNumber(key, simple, value);
      return entry;
    }
    if (simple === undefined) {
      const low = hashDictKey(ts, key);
      if (low === null) return null;
      const high = hashHigh;
      const entry = this.findByHash(ts, key, low, high);
      if (entry === -1) this.insertHashed(key, low, high, value);
      return entry;
    }
    let entry: number | null =
      typeof simple === "string" ? this.indexOfStr(simple) : this.indexOfObject(simple);
    if (entry === -1 && this.foreign) entry = this.findHashed(ts, key);
    if (entry === -1) this.insertMapped(key, simple, value);
    return entry;
  }

  // Keys whose hash is known, in halves: `__hash__` is not called again.

  /** As {@link find}. */
  findKnown(ts: ThreadState, key: Value, low: number, high: number): Result<number> {
    return simpleKey(key) === undefined ? this.findByHash(ts, key, low, high) : this.find(ts, key);
  }

  /** As {@link set}; with `overwrite` false a value that is there stays. */
  setKnown(ts: ThreadState, key: Value, low: number, high: number, value: Value, overwrite = true): Status {
    let entry: number | null;
    if (simpleKey(key) !== undefined) {
      entry = this.findOrInsert(ts, key, value);
    } else {
      entry = this.findByHash(ts, key, low, high);
      if (entry === -1) this.insertHashed(key, low, high, value);
    }
    if (entry === null) return null;
    if (entry >= 0 && overwrite) this.values[entry] = value;
    return true;
  }

  /** Entry of an object that is its own simple key. */
  private indexOfObject(key: PyObject): number {
    if (this.map !== null) {
      const entry = this.map.get(key);
      return entry === undefined ? -1 : entry;
    }
    return this.linear ? this.keys.lastIndexOf(key) : -1;
  }

  /** Entry of a key that is, or equals, a safe integer. */
  private findNumber(ts: ThreadState, key: number): Result<number> {
    const keys = this.keys;
    const slots = this.slots;
    if (slots === null) {
      if (this.linear) {
        for (let i = keys.length - 1; i >= 0; i--) {
          const k = keys[i];
          if (typeof k === "number" && k === key) return i;
        }
      }
      return -1;
    }
    const mask = slots.length - 1;
    const low = hashInteger(key);
    const high = hashHigh;
    let perturb = low >>> 0;
    let i = perturb & mask;
    for (;;) {
      const slot = slots[i];
      if (slot === 0) return -1;
      if (slot > 0) {
        const k = keys[slot - 1];
        if (k === key) return slot - 1;
        if (typeof k !== "number" && this.lows![slot - 1] === low && this.highs![slot - 1] === high) {
          // A bool, a float, or an object that may run Python code to compare.
          return this.findByHash(ts, key, low, high);
        }
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  /** Entry of a key that has to be found by hash and `__eq__`. */
  private findHashed(ts: ThreadState, key: Value): Result<number> {
    const low = hashDictKey(ts, key);
    return low === null ? null : this.findByHash(ts, key, low, hashHigh);
  }

  /**
   * Entry of a key whose hash is known, -1 if absent. Compares as CPython's `do_lookup`
   * does: the stored key on the left, and from the beginning when a comparison has changed the dict.
   */
  findByHash(ts: ThreadState, key: Value, low: number, high: number): Result<number> {
    if (this.covered < this.keys.length && equalsForeign(key) && this.cover(ts) === null) return null;
    const slots = this.slots;
    if (slots === null) return -1;
    const keys = this.keys;
    const mask = slots.length - 1;
    let perturb = low >>> 0;
    let i = perturb & mask;
    for (;;) {
      const slot = slots[i];
      if (slot === 0) return -1;
      if (slot > 0 && this.hasHash(slot - 1, low, high)) {
        const stored = keys[slot - 1] as Value;
        if (stored === key) return slot - 1;
        const same = equals(ts, stored, key);
        if (same === null) return null;
        if (this.slots !== slots || slots[i] !== slot || keys[slot - 1] !== stored) {
          return this.findByHash(ts, key, low, high);
        }
        if (same) return slot - 1;
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  private hasHash(entry: number, low: number, high: number): boolean {
    if (this.lows !== null) return this.lows[entry] === low && this.highs![entry] === high;
    return hashInteger(this.keys[entry] as number) === low && hashHigh === high;
  }

  // Insertion of keys known to be absent.

  private insertMapped(key: Value, simple: string | PyObject, value: Value): void {
    if (this.linear && key !== simple) this.buildIndex();
    if (!this.general && typeof key !== "string") this.becomeGeneral(key);
    if (this.usable === 0) this.grow();
    if (!this.linear) (this.map ??= new Map()).set(simple, this.keys.length);
    this.append(key, value);
  }

  private insertNumber(key: Value, simple: number, value: Value): void {
    if (this.linear && key !== simple) this.buildIndex();
    if (!this.general) this.becomeGeneral(key);
    if (this.usable === 0) this.grow();
    if (!this.linear) {
      const low = hashInteger(simple);
      this.index(this.keys.length, low, hashHigh, key !== simple);
    }
    this.append(key, value);
  }

  private insertHashed(key: Value, low: number, high: number, value: Value): void {
    if (this.linear) this.buildIndex();
    if (!this.general) this.becomeGeneral(key);
    if (this.usable === 0) this.grow();
    if (!this.foreign && equalsForeign(key)) this.foreign = true;
    this.index(this.keys.length, low, high, true);
    this.append(key, value);
  }

  /** The first key that is no plain str makes CPython build another table, unless there is none yet. */
  private becomeGeneral(key: Value): void {
    if (typeof key === "object" && key.cls === StrType) return;
    this.general = true;
    if (this.keys.length > 0 || this.usable !== FIRST_ENTRIES) this.grow();
  }

  private append(key: Value, value: Value): void {
    this.keys.push(key);
    this.values.push(value);
    this.usable--;
    this.size++;
    this.version++;
  }

  /** Enters an entry into `slots`. */
  private index(entry: number, low: number, high: number, keepHash: boolean): void {
    const slots = (this.slots ??= new Int32Array(this.capacity));
    if (keepHash && this.lows === null) this.keepHashes();
    if (this.lows !== null) {
      this.lows[entry] = low;
      this.highs![entry] = high;
    }
    enter(slots, entry, low);
  }

  /** Makes the arrays of hashes, now that a key is no number; the hashes of the numbers go in. */
  private keepHashes(): void {
    const room = usableFraction(this.capacity);
    const lows = new Int32Array(room);
    const highs = new Int32Array(room);
    const keys = this.keys;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== "number") continue;
      lows[i] = hashInteger(key);
      highs[i] = hashHigh;
    }
    this.lows = lows;
    this.highs = highs;
  }

  /** Enters the keys of the map that `slots` lacks; their hashes cannot fail. */
  private cover(ts: ThreadState): Status {
    if (this.linear) this.buildIndex();
    const keys = this.keys;
    while (this.covered < keys.length) {
      const entry = this.covered;
      const key = keys[entry];
      if (key !== undefined && isMapped(key)) {
        const low = hashKey(ts, key);
        if (low === null) return null;
        this.index(entry, low, hashHigh, true);
      }
      this.covered = entry + 1;
    }
    return true;
  }

  /** Leaves the linear form. */
  private buildIndex(): void {
    this.linear = false;
    const keys = this.keys;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === undefined) continue;
      if (typeof key === "number") {
        const low = hashInteger(key);
        this.index(i, low, hashHigh, false);
      } else {
        (this.map ??= new Map()).set(key as string | PyObject, i);
      }
    }
  }

  /** What CPython's `insertion_resize` does: room for three times the items, and no gaps. */
  private grow(): void {
    let capacity = MIN_CAPACITY;
    while (capacity < this.size * 3) capacity *= 2;
    this.resize(capacity);
  }

  private resize(capacity: number): void {
    if (this.size < this.keys.length) this.compact();
    this.capacity = capacity;
    const room = usableFraction(capacity);
    this.usable = room - this.size;
    if (this.linear) {
      if (capacity > LINEAR_CAPACITY) this.buildIndex();
      return;
    }
    if (this.slots !== null) this.rebuildSlots(capacity, room);
  }

  private rebuildSlots(capacity: number, room: number): void {
    const slots = new Int32Array(capacity);
    const keys = this.keys;
    const { lows, highs } = this;
    if (lows === null) {
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        if (typeof key === "number") enter(slots, i, hashInteger(key));
      }
    } else {
      const covered = this.covered;
      for (let i = 0; i < keys.length; i++) {
        if (i < covered || !isMapped(keys[i] as Value)) enter(slots, i, lows[i]);
      }
      this.lows = widen(lows, room);
      this.highs = widen(highs!, room);
    }
    this.slots = slots;
  }

  /** Closes the gaps that deletions left. `slots` must be built anew afterwards. */
  private compact(): void {
    const { keys, values, lows, highs, map } = this;
    let to = 0;
    let covered = 0;
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from];
      if (from < this.covered && key !== undefined) covered++;
      if (key === undefined) continue;
      if (to !== from) {
        keys[to] = key;
        values[to] = values[from];
        if (lows !== null) {
          lows[to] = lows[from];
          highs![to] = highs![from];
        }
        if (map !== null) {
          const simple = simpleKey(key);
          if (simple !== undefined && typeof simple !== "number") map.set(simple, to);
        }
      }
      to++;
    }
    keys.length = to;
    values.length = to;
    this.covered = covered;
  }

  // Removal.

  /** Removes an entry that is there. */
  removeEntry(entry: number): void {
    const key = this.keys[entry] as Value;
    if (!this.linear) {
      const simple = simpleKey(key);
      const mapped = simple !== undefined && typeof simple !== "number";
      if (mapped) this.map!.delete(simple);
      if (!mapped || entry < this.covered) this.unindex(entry);
    }
    this.keys[entry] = undefined;
    this.values[entry] = undefined;
    this.size--;
    this.version++;
  }

  private unindex(entry: number): void {
    const slots = this.slots!;
    const mask = slots.length - 1;
    const low = this.lows !== null ? this.lows[entry] : hashInteger(this.keys[entry] as number);
    let perturb = low >>> 0;
    let i = perturb & mask;
    while (slots[i] !== entry + 1) {
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    slots[i] = DUMMY;
  }

  /** Entry of the last item, -1 if empty. */
  lastEntry(): number {
    let entry = this.keys.length - 1;
    while (entry >= 0 && this.keys[entry] === undefined) entry--;
    return entry;
  }

  /** Removes the last item, as `popitem` does: later insertions take its place. */
  removeLast(entry: number): void {
    this.removeEntry(entry);
    this.keys.length = entry;
    this.values.length = entry;
    if (this.covered > entry) this.covered = entry;
  }

  /** Removes all items. */
  clear(): void {
    if (this.size > 0) this.version++;
    this.size = 0;
    this.keys = [];
    this.values = [];
    this.linear = true;
    this.capacity = MIN_CAPACITY;
    this.usable = FIRST_ENTRIES;
    this.general = false;
    this.map = null;
    this.slots = null;
    this.lows = null;
    this.highs = null;
    this.covered = 0;
    this.foreign = false;
  }

  // The whole.

  /** A `dict` (no subclass) with the same items; no hash is computed again. */
  copy(): PyDict {
    const copy = new PyDict();
    if (this.size === 0) return copy;
    copy.clone(this);
    if (this.size < Math.floor((this.keys.length * 2) / 3)) copy.resize(roomyCapacity(this.size));
    return copy;
  }

  /** Makes an empty dict equal to another, as `update` does; no hash is computed again. */
  takeFrom(other: PyDict): void {
    this.clone(other);
    const full = other.size === other.keys.length && usableFraction(other.capacity / 2) < other.size;
    if (!full && other.capacity > MIN_CAPACITY) this.resize(roomyCapacity(other.size));
  }

  private clone(other: PyDict): void {
    this.keys = other.keys.slice();
    this.values = other.values.slice();
    this.size = other.size;
    this.version++;
    this.linear = other.linear;
    this.general = other.general;
    this.capacity = other.capacity;
    this.usable = other.usable;
    this.map = other.map === null ? null : new Map(other.map);
    this.slots = other.slots === null ? null : other.slots.slice();
    this.lows = other.lows === null ? null : other.lows.slice();
    this.highs = other.highs === null ? null : other.highs.slice();
    this.covered = other.covered;
    this.foreign = other.foreign;
  }

  /** `__sizeof__` without the garbage collector's header: what CPython would allocate. */
  sizeOf(): number {
    if (this.size === 0 && this.keys.length === 0) return 48;
    const { capacity } = this;
    const slotSize = capacity <= 0x80 ? 1 : capacity <= 0x8000 ? 2 : 4;
    return 48 + 32 + capacity * slotSize + usableFraction(capacity) * (this.general ? 24 : 16);
  }

  /** The entry at or after `entry`, -1 if there is none. */
  nextIndex(entry: number): number {
    const keys = this.keys;
    while (entry < keys.length) {
      if (keys[entry] !== undefined) return entry;
      entry++;
    }
    return -1;
  }

  /** The keys in order, a fresh array. */
  keysArray(): Value[] {
    if (this.size === this.keys.length) return this.keys.slice() as Value[];
    return this.keys.filter((key) => key !== undefined) as Value[];
  }

  /** The values in order, a fresh array. */
  valuesArray(): Value[] {
    if (this.size === this.keys.length) return this.values.slice() as Value[];
    return this.values.filter((value) => value !== undefined) as Value[];
  }

  /**
   * The hash of an entry's key, not computed again where the dict knows it: the low half, with the high half
   * in `hashHigh`.
   */
  entryHash(ts: ThreadState, entry: number): Result<number> {
    const key = this.keys[entry] as Value;
    if (this.lows !== null && (entry < this.covered || !isMapped(key))) {
      return restoreHash(this.lows[entry], this.highs![entry]);
    }
    return hashKey(ts, key);
  }
}

/** Does a dict with an index keep this key in its map? */
function isMapped(key: Value): boolean {
  if (typeof key === "string") return true;
  if (typeof key === "number") return false;
  const simple = simpleKey(key);
  return simple !== undefined && typeof simple !== "number";
}

/** Puts an entry into the first free slot of its probe sequence. */
function enter(slots: Int32Array, entry: number, low: number): void {
  const mask = slots.length - 1;
  let perturb = low >>> 0;
  let i = perturb & mask;
  while (slots[i] > 0) {
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  slots[i] = entry + 1;
}

/** Capacity for a number of entries known beforehand, CPython's `estimate_log2_keysize`. */
function roomyCapacity(size: number): number {
  let capacity = MIN_CAPACITY;
  while (capacity < Math.floor((size * 3 + 1) / 2)) capacity *= 2;
  return capacity;
}

/** Entries that a table of this capacity may have, CPython's `USABLE_FRACTION`. */
function usableFraction(capacity: number): number {
  return Math.floor((capacity * 2) / 3);
}

function widen(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length);
  to.set(length < from.length ? from.subarray(0, length) : from);
  return to;
}
