import {
  defineType,
  hash,
  type ModuleSpec,
  None,
  normalize,
  OverflowErrorType,
  outOfMemory,
  PyFloat,
  type PyInstance,
  PyPlainObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  type Status,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toInt,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { MersenneTwister } from "./mersenne-twister.js";

class PyRandom extends PyPlainObject {
  attrs: PyInstance | null = null;
  readonly twister = new MersenneTwister();
}

function seed(ts: ThreadState, self: PyRandom, v: Value | undefined): Status {
  if (v === undefined || v === None) {
    const words = new Uint32Array(624);
    ts.interp.host.random(new Uint8Array(words.buffer));
    self.twister.seedByKey(words);
    return true;
  }
  const direct = toInt(v);
  let n = direct;
  if (n === undefined) {
    const h = hash(ts, v);
    if (h === null) return null;
    n = h;
  }
  let magnitude = BigInt(n) < 0n ? -BigInt(n) : BigInt(n);
  // A hash counts as the unsigned number of its bits.
  if (direct === undefined && BigInt(n) < 0n) magnitude = BigInt.asUintN(64, BigInt(n));
  const key: number[] = [];
  do {
    key.push(Number(magnitude & 0xffffffffn));
    magnitude >>= 32n;
  } while (magnitude > 0n);
  self.twister.seedByKey(key);
  return true;
}

/** Bits of the largest int. */
const MAX_BITS = 2 ** 30;

function getRandBits(ts: ThreadState, self: PyRandom, kValue: Value): Result<Value> {
  const k = toIndex(ts, kValue);
  if (k === null) return null;
  if (k >= 2n ** 64n) return raise(ts, OverflowErrorType, "Python int too large for C uint64_t");
  if (k < 0) return raise(ts, ValueErrorType, "Cannot convert negative int");
  if (k === 0) return 0;
  if (k > MAX_BITS) return outOfMemory(ts);
  const { twister } = self;
  if (k <= 32) return twister.next() >>> (32 - Number(k));
  // The first word holds the lowest bits; hexadecimal digits, highest first, become an int in linear time.
  const words: string[] = [];
  let bits = Number(k);
  for (; bits > 32; bits -= 32) words.push(twister.next().toString(16).padStart(8, "0"));
  words.push((twister.next() >>> (32 - bits)).toString(16));
  return normalize(BigInt(`0x${words.reverse().join("")}`));
}

function setState(ts: ThreadState, self: PyRandom, state: Value): Result<Value> {
  if (!(state instanceof PyTuple)) return raise(ts, TypeErrorType, "state vector must be a tuple");
  if (state.items.length !== 625) return raise(ts, ValueErrorType, "state vector is the wrong size");
  const words: number[] = [];
  for (const item of state.items) {
    const n = toInt(item);
    if (n === undefined) return raise(ts, TypeErrorType, "an integer is required");
    words.push(Number(n));
  }
  const index = words[624];
  if (index < 0 || index > 624) return raise(ts, ValueErrorType, "invalid state");
  for (let i = 0; i < 624; i++) self.twister.state[i] = words[i];
  self.twister.index = index;
  return None;
}

const RandomType: PyType = defineType({
  name: "_random.Random",
  flags: TypeFlags.BASETYPE,
  doc: "The Mersenne Twister with a state of its own.",
  slots: {
    tp_new: (_ts, cls) => new PyRandom(cls),
    tp_init(ts, self: PyRandom, args, kwnames) {
      if (self.cls === RandomType && kwnames !== null && kwnames.length > 0) {
        return raise(ts, TypeErrorType, "Random() takes no keyword arguments");
      }
      if (args.length > 1)
        return raise(ts, TypeErrorType, `Random() takes at most 1 argument (${args.length} given)`);
      return seed(ts, self, args[0]);
    },
  },
  methods: [
    [
      "random",
      "($self, /)",
      (_ts, self: PyRandom) => new PyFloat(self.twister.random()),
      "A float in [0, 1).",
    ],
    [
      "seed",
      "($self, n=None, /)",
      (ts, self: PyRandom, n: Value | undefined) => (seed(ts, self, n) === null ? null : None),
      "Starts again from a number.",
    ],
    [
      "getstate",
      "($self, /)",
      (_ts, self: PyRandom) => new PyTuple([...self.twister.state, self.twister.index]),
      "The state.",
    ],
    ["setstate", "($self, state, /)", setState, "Restores a state."],
    ["getrandbits", "($self, k, /)", getRandBits, "An int of k random bits."],
  ],
});

/** `_random` (CPython `Modules/_randommodule.c`). */
export const randomModule: ModuleSpec = {
  name: "_random",
  doc: "The Mersenne Twister.",
  types: [RandomType],
};
