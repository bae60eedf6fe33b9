/** The Mersenne Twister MT19937 of M. Matsumoto and T. Nishimura: 32 random bits at a time. */
export class MersenneTwister {
  readonly state = new Uint32Array(624);
  index = 625;

  /** Starts from one number. */
  seedWith(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < 624; i++) {
      const x = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = Math.imul(1812433253, x) + i;
    }
    this.index = 624;
  }

  /** Starts from a key of 32-bit words, at least one. */
  seedByKey(key: ArrayLike<number>): void {
    this.seedWith(19650218);
    const { state } = this;
    let i = 1;
    let j = 0;
    for (let k = Math.max(624, key.length); k > 0; k--) {
      const x = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = (state[i] ^ Math.imul(x, 1664525)) + key[j] + j;
      if (++i >= 624) {
        state[0] = state[623];
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = 623; k > 0; k--) {
      const x = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = (state[i] ^ Math.imul(x, 1566083941)) - i;
      if (++i >= 624) {
        state[0] = state[623];
        i = 1;
      }
    }
    state[0] = 0x80000000;
  }

  /** The next 32 bits, not negative. */
  next(): number {
    const { state } = this;
    if (this.index >= 624) {
      for (let k = 0; k < 624; k++) {
        const y = (state[k] & 0x80000000) | (state[(k + 1) % 624] & 0x7fffffff);
        state[k] = state[(k + 397) % 624] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      this.index = 0;
    }
    let y = state[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** A double in [0, 1) with 53 random bits. */
  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }
}
