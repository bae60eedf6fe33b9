import { Frame, Owner, type Slot } from "./frame.js";
import { Statistics } from "./statistics.js";

/** A stretch of the frame stack: frame records, and the values of all of them in one array. */
export class Chunk {
  /** The stack that the chunk is part of. */
  readonly owner: FrameStack;
  /** Never longer or shorter than at first, and without holes. */
  readonly values: Slot[];
  readonly first: Frame;
  /** The chunk that goes on where this one is full; kept for the next time. */
  next: Chunk | null = null;

  constructor(owner: FrameStack, frames: number, values: number) {
    this.owner = owner;
    this.values = new Array<Slot>(values).fill(undefined);
    let frame: Frame | null = null;
    for (let i = 0; i < frames; i++) {
      const below: Frame = new Frame(this, this.values);
      below.next = frame;
      frame = below;
    }
    this.first = frame as Frame;
  }
}

/**
 * The frame stack of one thread: frames as structures in chunks, pushed by a comparison and a bump.
 *
 * A frame begins in its chunk where the caller says: at the arguments that the caller has evaluated on its own
 * stack, so that they are the callee's first locals without being moved. Only where a chunk ends, and for calls
 * out of frames that live outside of the chunks (generators), does the callee begin elsewhere.
 */
export class FrameStack {
  readonly #frames: number;
  readonly #values: number;
  readonly #first: Chunk;
  /** Where frame objects are counted. */
  readonly statistics: Statistics;

  /**
   * @param frames records in a chunk
   * @param values slots in a chunk; a frame that needs more gets a chunk to measure
   * @param statistics where frame objects are counted
   */
  constructor(frames = 100, values = 4096, statistics = new Statistics()) {
    this.statistics = statistics;
    this.#frames = frames;
    this.#values = values;
    this.#first = new Chunk(this, frames, values);
  }

  /**
   * A record for a call out of `caller` whose locals begin at `base` of the caller's own stack if there is room,
   * otherwise elsewhere (the caller sees it from `frame.base` and `frame.stack`, and moves the arguments).
   * Its `stack`, `base` and `top` are set; slots behind the arguments hold leftovers of the caller.
   */
  push(caller: Frame, base: number, size: number): Frame {
    const next = caller.next;
    if (next !== null && next.stack === caller.stack && base + size <= next.stack.length) {
      next.base = base;
      next.top = base + size;
      return next;
    }
    return this.pushApart(caller, size);
  }

  /** A record for a call that shares no slots with its caller. Its slots are all `undefined`. */
  pushApart(caller: Frame | null, size: number): Frame {
    let frame = caller === null ? this.#first.first : caller.next;
    let base = caller === null ? 0 : caller.top;
    if (frame === null || base + size > frame.stack.length) {
      frame = this.#chunkAfter(caller?.chunk ?? null, size).first;
      base = 0;
    }
    frame.base = base;
    frame.top = base + size;
    return frame;
  }

  #chunkAfter(chunk: Chunk | null, size: number): Chunk {
    const before = chunk ?? this.#first;
    if (before.next === null || before.next.values.length < size) {
      before.next = new Chunk(this, this.#frames, Math.max(this.#values, size));
    }
    return before.next;
  }

  /**
   * Gives a record back: empties its slots and forgets what it refers to, so that nothing stays reachable. What others
   * refer to of the activation is kept.
   */
  pop(frame: Frame): void {
    if (frame.activation !== null) frame.activation.keep(frame);
    const stack = frame.stack;
    for (let i = frame.base, top = frame.top; i < top; i++) stack[i] = undefined;
    frame.func = null;
    frame.locals = null;
    frame.activation = null;
  }

  /**
   * Places a frame that lives outside of the chunks (a generator's) on top of `resumer`: calls out of it use the
   * part of the chunks that is free above the resumer.
   */
  mount(frame: Frame, resumer: Frame | null): void {
    frame.previous = resumer;
    if (resumer === null) {
      frame.next = this.#first.first;
      frame.chunk = this.#first;
      frame.top = 0;
      frame.depth = 1;
    } else {
      frame.next = resumer.next;
      frame.chunk = resumer.chunk;
      frame.top = resumer.top;
      frame.depth = resumer.depth + 1;
    }
  }
}

/** A copy of a frame with values of its own, for a generator. The locals are copied; the evaluation stack begins empty. */
export function detach(frame: Frame): Frame {
  const { code, base, stack } = frame;
  const nlocals = code.code.localsplusNames.length;
  const own: Slot[] = stack.slice(base, base + nlocals);
  for (let i = code.code.stacksize; i > 0; i--) own.push(undefined);
  const copy = new Frame(frame.chunk, own);
  copy.code = code;
  copy.func = frame.func;
  copy.globals = frame.globals;
  copy.builtins = frame.builtins;
  copy.locals = frame.locals;
  copy.sp = nlocals;
  copy.pc = frame.pc;
  copy.owner = Owner.GENERATOR;
  if (frame.activation !== null) {
    frame.activation.moveTo(copy);
    frame.activation = null;
  }
  return copy;
}
