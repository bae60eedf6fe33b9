import { DictType, StrType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Result, Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { freshVersion } from "../../core/versions.js";
import { strFromKey } from "../str/py-str.js";
import { HashSlots, startOf, startOfInteger } from "./hash-slots.js";
import { hashDictKey, hashHigh, hashInteger, hashKey, restoreHash } from "./key-hash.js";
import { sameKey } from "./same-key.js";
import { equalsForeign, simpleKey } from "./simple-key.js";

/** Dicts of simple keys that never had more capacity than this are searched from end to end. */
const LINEAR_CAPACITY = 8;
/** The same for dicts whose first key is a number. */
const LINEAR_CAPACITY_NUMBERS = 16;
/** Smallest capacity, `PyDict_MINSIZE`. */
const MIN_CAPACITY = 8;
/** Entries that fit into the smallest capacity. */
const FIRST_ENTRIES = 5;
/**
 * A dict: keys and values in insertion order, and an index over them.
 *
 * - As long as it is small and has simple keys only (see `simpleKey`) it has no index.
 * - Afterwards strs and objects with `object`'s equality are found through `map`, by their simple key,
 *   and every other key through `table`, by its hash.
 * - A key with an `__eq__` of its own may equal a key of the map. So that it finds those, the first
 *   `covered` entries are in the table even if they are in the map; and once such a key is in the dict
 *   (`foreign`), a key that the map lacks is looked for in the table.
 *
 * Capacity, growth and the moment of compaction are those of CPython's Objects/dictobject.c, because
 * they can be seen when a dict is changed while it is iterated over.
 */
export class PyDict implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;
  /** Number of items. */
  size = 0;
  /**
   * What {@link watchKeys} has answered, 0 once keys were added or removed since. Replacing a value is no change, so
   * whoever knows the version knows at which entry each key is.
   */
  keysVersion = 0;
  /** Keys in insertion order; `undefined` where one was deleted. */
  keys: (Value | undefined)[] = [];
  /** Values, parallel to `keys`. */
  values: (Value | undefined)[] = [];
  /** A key that is no plain str was inserted: CPython then has a table of another kind. */
  private general = false;
  /** Slots that CPython's table would have, a power of two. */
  private capacity = MIN_CAPACITY;
  /** Insertions left until the table must grow or be compacted. */
  private usable = FIRST_ENTRIES;
  /** Simple key to entry. Without map and table the dict has no index. */
  private map: Map<string | PyObject, number> | null = null;
  private table: HashSlots | null = null;
  /** Entries below this are in the table whether or not they are in the map. */
  private covered = 0;
  /** There is, or was, a key that may equal a key of the map. */
  private foreign = false;

  constructor(cls: PyType = DictType) {
    this.cls = cls;
  }

  /** A number that stands for the present keys of this dict alone: `keysVersion` keeps it until they change. Never 0. */
  watchKeys(): number {
    if (this.keysVersion === 0) this.keysVersion = freshVersion();
    return this.keysVersion;
  }

  // Keys that are strs: no Python code runs, nothing fails.

  /** Entry of a str key given in `strKey` form, -1 if absent. Stays the same while `keysVersion` does. */
  indexOfStr(key: string): number {
    const map = this.map;
    if (map !== null) {
      const entry = map.get(key);
      return entry === undefined ? -1 : entry;
    }
    if (this.table !== null) return -1;
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
    else this.insertMapped(hasSurrogate(key) ? strFromKey(key) : key, key, value);
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
    const entry =
      typeof key === "number" ? this.setNumber(ts, key, value) : this.findOrInsert(ts, key, value);
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
    if (typeof key === "number") return this.findNumber(ts, key, key);
    const simple = simpleKey(key);
    if (typeof simple === "number") return this.findNumber(ts, simple, key);
    if (simple === undefined) return this.findHashed(ts, key);
    const entry = typeof simple === "string" ? this.indexOfStr(simple) : this.indexOfObject(simple);
    return entry >= 0 || !this.foreign ? entry : this.findHashed(ts, key);
  }

  /** Entry of a key, or -1 after it was inserted with this value. */
  private findOrInsert(ts: ThreadState, key: Value, value: Value): Result<number> {
    if (typeof key === "number") {
      const entry = this.findNumber(ts, key, key);
      if (entry === -1) this.insertNumber(key, key, value);
      return entry;
    }
    const simple = simpleKey(key);
    if (typeof simple === "number") {
      const entry = this.findNumber(ts, simple, key);
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
    return this.table === null ? this.keys.indexOf(key) : -1;
  }

  /** Entry of a key that is, or equals, a safe integer: `simple`. */
  private findNumber(ts: ThreadState, simple: number, key: Value): Result<number> {
    const { keys, table } = this;
    if (table === null) return this.map === null ? this.scanNumbers(simple) : -1;
    const { slots } = table;
    const mask = slots.length - 1;
    const low = (simple | 0) === simple ? (simple === -1 ? -2 : simple) : hashInteger(simple);
    let perturb = (simple | 0) === simple ? low >>> 0 : startOf(low, hashHigh);
    let i = perturb & mask;
    for (;;) {
      const slot = slots[i];
      if (slot === 0) return -1;
      if (slot > 0) {
        const stored = keys[slot - 1];
        if (stored === simple) return slot - 1;
        // A bool, a float, or an object that may run Python code to compare.
        if (typeof stored !== "number" && (table.hashes as Int32Array)[2 * (slot - 1)] === low) {
          return this.findByHash(ts, key, hashInteger(simple), hashHigh);
        }
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  /** As {@link findNumber} for a dict without index. */
  private scanNumbers(key: number): number {
    const { keys } = this;
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (typeof k === "number" && k === key) return i;
    }
    return -1;
  }

  /** `findOrInsert` of an int, in one pass where that can be done. */
  private setNumber(ts: ThreadState, key: number, value: Value): Result<number> {
    const { keys, table } = this;
    const low = key | 0;
    if (table === null || table.hashes !== null || low !== key || low === -1 || this.usable === 0) {
      return this.findOrInsert(ts, key, value);
    }
    const { slots } = table;
    const mask = slots.length - 1;
    let perturb = low >>> 0;
    let i = perturb & mask;
    for (;;) {
      const slot = slots[i];
      if (slot === 0) break;
      if (slot > 0 && keys[slot - 1] === key) return slot - 1;
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    slots[i] = keys.length + 1;
    this.append(key, value);
    return -1;
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
    const { keys, table } = this;
    if (table === null) return -1;
    const { slots } = table;
    const mask = slots.length - 1;
    let perturb = startOf(low, high);
    let i = perturb & mask;
    for (;;) {
      const slot = slots[i];
      if (slot === 0) return -1;
      if (slot > 0) {
        const stored = keys[slot - 1] as Value;
        if (stored === key) return slot - 1;
        if (table.hasHash(slot - 1, stored, low, high)) {
          const same = sameKey(ts, stored, key);
          if (same === null) return null;
          if (
            this.table !== table ||
            table.slots !== slots ||
            slots[i] !== slot ||
            keys[slot - 1] !== stored
          ) {
            return this.findByHash(ts, key, low, high);
          }
          if (same) return slot - 1;
        }
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  // Insertion of keys known to be absent.

  private insertMapped(key: Value, simple: string | PyObject, value: Value): void {
    if (key !== simple) this.needMap();
    if (!this.general && typeof key !== "string") this.becomeGeneral(key);
    if (this.usable === 0) this.grow();
    if (this.map !== null) this.map.set(simple, this.keys.length);
    else if (this.table !== null) this.map = new Map().set(simple, this.keys.length);
    this.append(key, value);
  }

  private insertNumber(key: Value, simple: number, value: Value): void {
    if (key !== simple) this.needTable();
    if (!this.general) this.becomeGeneral(key);
    if (this.usable === 0) this.grow();
    if (this.table !== null || this.map !== null) {
      const low = hashInteger(simple);
      this.index(this.keys.length, low, hashHigh, key !== simple);
    }
    this.append(key, value);
  }

  private insertHashed(key: Value, low: number, high: number, value: Value): void {
    this.needTable();
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
    this.keysVersion = 0;
  }

  /** Enters an entry into the table. */
  private index(entry: number, low: number, high: number, keepHash: boolean): void {
    const table = this.needTable();
    if (keepHash && table.hashes === null) table.keepAll(this.keys, usableFraction(this.capacity));
    if (table.hashes !== null) table.keep(entry, low, high);
    table.enter(entry, startOf(low, high));
  }

  /** Enters the keys of the map that the table lacks; their hashes cannot fail. */
  private cover(ts: ThreadState): Status {
    this.needTable();
    const { keys } = this;
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

  private needTable(): HashSlots {
    if (this.table !== null) return this.table;
    if (this.map === null) this.buildIndex();
    return (this.table ??= new HashSlots(this.capacity));
  }

  private needMap(): Map<string | PyObject, number> {
    if (this.map !== null) return this.map;
    if (this.table === null) this.buildIndex();
    return (this.map ??= new Map());
  }

  /** Gives the dict an index: all its keys are simple and stand for themselves. */
  private buildIndex(): void {
    const { keys } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key === "number")
        (this.table ??= new HashSlots(this.capacity)).enter(i, startOfInteger(key));
      else if (key !== undefined) (this.map ??= new Map()).set(key as string | PyObject, i);
    }
  }

  /** What CPython's `insertion_resize` does: room for three times the items, and no gaps. */
  private grow(): void {
    let capacity = MIN_CAPACITY;
    while (capacity < this.size * 3) capacity *= 2;
    this.resize(capacity);
  }

  private resize(capacity: number): void {
    const gaps = this.size < this.keys.length;
    if (gaps) this.compact();
    this.capacity = capacity;
    const room = usableFraction(capacity);
    this.usable = room - this.size;
    const { table } = this;
    if (table !== null) {
      table.widen(room);
      if (gaps || table.dirty || table.slots.length < capacity) this.rebuildTable(table);
    } else if (this.map === null && capacity > LINEAR_CAPACITY) {
      if (capacity > LINEAR_CAPACITY_NUMBERS || typeof this.keys[0] !== "number") this.buildIndex();
    }
  }

  private rebuildTable(table: HashSlots): void {
    table.reset(this.capacity);
    const { keys } = this;
    if (table.hashes === null) {
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        if (typeof key === "number") table.enter(i, startOfInteger(key));
      }
      return;
    }
    const covered = this.map === null ? keys.length : this.covered;
    for (let i = 0; i < keys.length; i++) {
      if (i < covered || !isMapped(keys[i] as Value)) table.enter(i, table.keptStart(i));
    }
  }

  /** Closes the gaps that deletions left. The table must be built anew afterwards. */
  private compact(): void {
    const { keys, values, map } = this;
    const table = this.table !== null && this.table.hashes !== null ? this.table : null;
    let to = 0;
    let covered = 0;
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from];
      if (key === undefined) continue;
      if (from < this.covered) covered++;
      if (to !== from) {
        keys[to] = key;
        values[to] = values[from];
        if (table !== null) table.keep(to, table.hashes![2 * from], table.hashes![2 * from + 1]);
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
    const { map, table } = this;
    if (map !== null || table !== null) {
      const simple = simpleKey(key);
      const mapped = simple !== undefined && typeof simple !== "number";
      if (mapped) map!.delete(simple);
      if (!mapped || entry < this.covered) table!.remove(entry, key);
    }
    this.keys[entry] = undefined;
    this.values[entry] = undefined;
    this.size--;
    this.keysVersion = 0;
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
    this.endAt(entry);
  }

  /** Later insertions take the places from an entry on. There is nothing left in them. */
  endAt(entry: number): void {
    this.keys.length = entry;
    this.values.length = entry;
    if (this.covered > entry) this.covered = entry;
  }

  /** Removes all items. */
  clear(): void {
    if (this.size > 0) this.keysVersion = 0;
    this.size = 0;
    this.keys = [];
    this.values = [];
    this.capacity = MIN_CAPACITY;
    this.usable = FIRST_ENTRIES;
    this.general = false;
    this.map = null;
    this.table = null;
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
    this.keysVersion = 0;
    this.general = other.general;
    this.capacity = other.capacity;
    this.usable = other.usable;
    this.map = other.map === null ? null : new Map(other.map);
    this.table = other.table === null ? null : other.table.clone();
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
    const { table } = this;
    if (table !== null && table.hashes !== null && (entry < this.covered || !isMapped(key))) {
      return restoreHash(table.hashes[2 * entry], table.hashes[2 * entry + 1]);
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

/** Is a key in `strKey` form that of a wide str? */
function hasSurrogate(key: string): boolean {
  for (let i = 0; i < key.length; i++) if ((key.charCodeAt(i) & 0xf800) === 0xd800) return true;
  return false;
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
