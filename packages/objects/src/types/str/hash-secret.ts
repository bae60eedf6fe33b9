import type { Interpreter } from "../../core/thread-state.js";

/**
 * What makes an interpreter's hashes of str and bytes its own. With PYTHONHASHSEED in the environment they
 * are CPython's (SipHash-1-3 under the key that the seed gives, all zero for 0). Without, nobody can
 * know them beforehand, and a faster function takes their place.
 */
export class HashSecret {
  /** Four 32-bit words, low first. */
  readonly words = new Int32Array(4);
  /** The hashes are to be those of CPython. */
  readonly exact: boolean;

  /** @param seed PYTHONHASHSEED, 0 to 4294967295, or `null` for a random secret */
  constructor(interp: Interpreter, seed: number | null) {
    this.exact = seed !== null;
    const bytes = new Uint8Array(this.words.buffer);
    if (seed === null) interp.host.random(bytes);
    else if (seed !== 0) spread(seed, bytes);
  }
}

/** Fills bytes from a seed as CPython does (`lcg_urandom` in Python/bootstrap_hash.c). */
function spread(seed: number, bytes: Uint8Array): void {
  let x = seed | 0;
  for (let i = 0; i < bytes.length; i++) {
    x = (Math.imul(x, 214013) + 2531011) | 0;
    bytes[i] = x >>> 16;
  }
}

/** The interpreter's secret, made from its environment when it is first needed. */
export function hashSecret(interp: Interpreter): HashSecret {
  if (interp.hashSecret === null) {
    const seed = interp.host.environ().get("PYTHONHASHSEED");
    const fixed = seed === undefined || seed === "" || seed === "random" ? null : Number(seed);
    interp.hashSecret = new HashSecret(interp, fixed);
  }
  return interp.hashSecret;
}
