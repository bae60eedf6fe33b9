import type { PyInstance, PyObject, PyType, Value } from "@adder/objects";

const SMALLEST = 8;

const emptyBuffer = (): (Value | undefined)[] => [
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
];

/**
 * A deque: a ring in an array whose length is a power of two. Adding and removing at both ends and reading by
 * index take constant time.
 */
export class PyDeque implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;
  /** Number of items. */
  size = 0;
  /** Number of items that it may have; -1 for no bound. */
  maxlen = -1;
  /** Changes whenever items are added, removed or moved. */
  version = 0;
  /** Slots without item hold `undefined`, so that no garbage stays alive. */
  private buffer = emptyBuffer();
  /** Slot of the first item. */
  private head = 0;

  constructor(cls: PyType) {
    this.cls = cls;
  }

  /** The item at an index within bounds. */
  at(index: number): Value {
    const { buffer } = this;
    return buffer[(this.head + index) & (buffer.length - 1)] as Value;
  }

  /** Replaces the item at an index within bounds. */
  put(index: number, value: Value): void {
    const { buffer } = this;
    buffer[(this.head + index) & (buffer.length - 1)] = value;
  }

  /** Adds an item at the end, beyond `maxlen` too. */
  push(value: Value): void {
    if (this.size === this.buffer.length) this.grow();
    const { buffer } = this;
    buffer[(this.head + this.size) & (buffer.length - 1)] = value;
    this.size++;
    this.version++;
  }

  /** Adds an item at the beginning, beyond `maxlen` too. */
  unshift(value: Value): void {
    if (this.size === this.buffer.length) this.grow();
    const { buffer } = this;
    this.head = (this.head - 1) & (buffer.length - 1);
    buffer[this.head] = value;
    this.size++;
    this.version++;
  }

  /** Removes the last item, which must exist. */
  pop(): Value {
    const { buffer } = this;
    const slot = (this.head + this.size - 1) & (buffer.length - 1);
    const value = buffer[slot] as Value;
    buffer[slot] = undefined;
    this.size--;
    this.version++;
    return value;
  }

  /** Removes the first item, which must exist. */
  shift(): Value {
    const { buffer } = this;
    const value = buffer[this.head] as Value;
    buffer[this.head] = undefined;
    this.head = (this.head + 1) & (buffer.length - 1);
    this.size--;
    this.version++;
    return value;
  }

  /** Moves items from the end to the beginning, or the other way for a negative count smaller than the size. */
  rotate(count: number): void {
    if (this.size === this.buffer.length) {
      // In a full ring, only the place where it begins changes.
      this.head = (this.head - count) & (this.buffer.length - 1);
      this.version++;
      return;
    }
    for (; count > 0; count--) this.unshift(this.pop());
    for (; count < 0; count++) this.push(this.shift());
  }

  /** Puts an item before the one at an index within bounds, or at the end. */
  insert(index: number, value: Value): void {
    if (index < this.size >> 1) {
      this.unshift(value);
      for (let i = 0; i < index; i++) this.put(i, this.at(i + 1));
    } else {
      this.push(value);
      for (let i = this.size - 1; i > index; i--) this.put(i, this.at(i - 1));
    }
    this.put(index, value);
  }

  /** Removes the item at an index within bounds. */
  removeAt(index: number): void {
    if (index < this.size >> 1) {
      for (let i = index; i > 0; i--) this.put(i, this.at(i - 1));
      this.shift();
    } else {
      for (let i = index; i < this.size - 1; i++) this.put(i, this.at(i + 1));
      this.pop();
    }
  }

  /** Turns the order of the items around. */
  reverse(): void {
    for (let i = 0, j = this.size - 1; i < j; i++, j--) {
      const item = this.at(i);
      this.put(i, this.at(j));
      this.put(j, item);
    }
  }

  /** Removes all items. */
  clear(): void {
    this.buffer = emptyBuffer();
    this.head = 0;
    this.size = 0;
    this.version++;
  }

  /** The items in order, a fresh array. */
  toArray(): Value[] {
    const { buffer, head } = this;
    const end = head + this.size;
    if (end <= buffer.length) return buffer.slice(head, end) as Value[];
    return buffer.slice(head).concat(buffer.slice(0, end - buffer.length)) as Value[];
  }

  /** Doubles the room. */
  private grow(): void {
    const wider: (Value | undefined)[] = this.toArray();
    const length = Math.max(SMALLEST, this.buffer.length * 2);
    while (wider.length < length) wider.push(undefined);
    this.buffer = wider;
    this.head = 0;
  }
}
