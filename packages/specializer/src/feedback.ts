import {
  cacheWords,
  genericOf,
  isAdaptive,
  OPCODE_BITS,
  OPCODE_MASK,
  superinstructionParts,
} from "@adder/bytecode";
import { PolymorphicCache, type SiteFeedback } from "@adder/frames";
import type { PyCode } from "@adder/objects";
import { attempts, waitingForm } from "./backoff.js";

const firstParts = new Map(superinstructionParts.map(([opcode, first]) => [opcode, first]));

/** What the adaptive instructions of a code object have become, in their order. */
export function feedbackOf(code: PyCode): SiteFeedback[] {
  const { instructions: words, caches, code: generic } = code;
  const sites: SiteFeedback[] = [];
  for (let at = 0; at < words.length; ) {
    const family = generic.code[at] & 0xff;
    const size = cacheWords[family];
    if (isAdaptive(family)) sites.push(siteFeedback(words, caches, at, family, size));
    at += 1 + size;
  }
  return sites;
}

function siteFeedback(
  words: Int32Array,
  caches: readonly unknown[],
  at: number,
  generic: number,
  size: number,
): SiteFeedback {
  const counter = words[at + 1];
  const word = words[at] & OPCODE_MASK;
  const quickened = caches.length > 0;
  let form = firstParts.get(word) ?? word;
  // While the generic instruction stands in for a form, the counter says for which one.
  if (form === generic && quickened && waitingForm(counter) !== 0) form = waitingForm(counter);
  const specialised = form !== generic && genericOf(form) === generic;
  const value = specialised ? caches[at + 1] : undefined;
  return {
    at,
    oparg: words[at] >> OPCODE_BITS,
    generic,
    form: specialised ? form : null,
    state: !quickened
      ? "cold"
      : specialised
        ? value instanceof PolymorphicCache
          ? "polymorphic"
          : "specialised"
        : attempts(counter) > 0
          ? "given up"
          : "adaptive",
    cache: words.slice(at + 2, at + 1 + size),
    value,
  };
}
