import { keywords, softKeywords } from "./tokens.js";

/** The lexer computes the same hash while it scans an identifier: no step calls anything or leaves 32 bits. */
function hashOf(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (h << 5) ^ h ^ text.charCodeAt(i);
  return h;
}

const preset = [...keywords, ...softKeywords];
const presetHashes = Int32Array.from(preset, hashOf);
const INITIAL_SIZE = 256;

function insertAll(slots: Int32Array, hashes: Int32Array, count: number): void {
  const mask = slots.length - 1;
  for (let id = 0; id < count; id++) {
    let at = (hashes[id] ^ (hashes[id] >>> 15)) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = id + 1;
  }
}

const presetSlots = new Int32Array(INITIAL_SIZE);
insertAll(presetSlots, presetHashes, preset.length);

/**
 * Interns the identifiers of one source: equal names get one id and one string object, and the
 * reserved words come out as the ids 0..34 (then the soft keywords), so that no token allocates text.
 */
export class NameTable {
  /** The text of each id. */
  readonly names: string[] = preset.slice();
  private slots = presetSlots.slice();
  private hashes = new Int32Array(INITIAL_SIZE >> 1);

  constructor() {
    this.hashes.set(presetHashes);
  }

  /** Id of `source[start:end]`; `hash` is what `hashOf` computes for it. */
  lookup(source: string, start: number, end: number, hash: number): number {
    const slots = this.slots;
    const hashes = this.hashes;
    const mask = slots.length - 1;
    const length = end - start;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const id = slots[at] - 1;
      if (id < 0) return this.add(source.substring(start, end), hash, at);
      if (hashes[id] === hash) {
        const name = this.names[id];
        if (name.length === length && source.startsWith(name, start)) return id;
      }
      at = (at + 1) & mask;
    }
  }

  /**
   * Id of a name that does not stand in the source as it is (NFKC-normalised identifiers). Such a name is
   * never a reserved word, even if it reads like one.
   */
  intern(text: string): number {
    const id = this.lookup(text, 0, text.length, hashOf(text));
    if (id >= preset.length) return id;
    this.names.push(text);
    if (this.names.length >= this.hashes.length) this.grow();
    return this.names.length - 1;
  }

  private add(text: string, hash: number, at: number): number {
    const id = this.names.length;
    this.names.push(text);
    this.slots[at] = id + 1;
    this.hashes[id] = hash;
    if (id + 1 === this.hashes.length) this.grow();
    return id;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(this.slots.length * 2);
    insertAll(this.slots, hashes, this.names.length);
  }
}
