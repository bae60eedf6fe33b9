import {
  COLD_COUNTER,
  Form,
  genericOf,
  instructionName,
  makeWord,
  OPCODE_BITS,
  OPCODE_MASK,
  Op,
} from "@adder/bytecode";
import { type Frame, type SiteFeedback, type Specializer, Statistics } from "@adder/frames";
import type { PyCode, ThreadState } from "@adder/objects";
import {
  ADAPTIVE_START,
  COLD,
  COOLDOWN_VALUE,
  missesLeft,
  PATIENT,
  restart,
  suspended,
  waitingForm,
} from "./backoff.js";
import { choosers } from "./choosers.js";
import { feedbackOf } from "./feedback.js";
import { fuse, separate, unfuse } from "./fuse.js";
import { quicken } from "./quicken.js";
import { Site } from "./site.js";

/** The policy of PEP 659: code that is executed again becomes adaptive, sites specialise for what they see. */
export class AdaptiveSpecializer implements Specializer {
  /**
   * @param threshold executions of a code object, back-edges included, from which on it is adaptive; 1 means at once
   * @param counter what fresh counters start with; 0 looks at a site on its first execution
   */
  constructor(
    readonly threshold = 2,
    readonly counter: number = ADAPTIVE_START,
  ) {}

  quicken(code: PyCode): void {
    quicken(code, this.counter);
  }

  feedback(code: PyCode): readonly SiteFeedback[] {
    return feedbackOf(code);
  }

  specialize(ts: ThreadState, frame: Frame, at: number, oparg: number, sp: number): void {
    const words = frame.code.instructions;
    const opcode = words[at] & OPCODE_MASK;
    // A guard of a superinstruction has failed: its parts see to it, each by itself.
    if (unfuse(words, at)) return;
    if (frame.code.caches.length === 0) {
      // Not quickened yet: a cold counter has run out.
      words[at + 1] = COLD_COUNTER;
      return;
    }
    const generic = genericOf(opcode);
    const counter = words[at + 1];
    if (opcode !== generic) {
      // A guard has failed. A polymorphic site learns at once.
      Statistics.of(ts).missed(generic);
      if (
        counter > 0 &&
        renewable.has(opcode) &&
        this.#renew(new Site(ts, frame, at, oparg, sp, opcode), counter)
      )
        return;
      if (counter > 0 && !isPolymorphic(opcode)) {
        replace(words, at, generic, suspended(opcode, counter - 1));
        return;
      }
    } else if (waitingForm(counter) !== 0) {
      // The generic instruction has taken the place of a form for one execution.
      const form = waitingForm(counter);
      replace(words, at, form, missesLeft(counter));
      fuse(frame.code, at, form);
      return;
    }
    if (opcode !== generic) separate(frame.code, at, opcode);
    const site = new Site(ts, frame, at, oparg, sp, opcode);
    const chosen = choosers.get(generic)?.(site) ?? 0;
    Statistics.of(ts).attempted({
      code: frame.code,
      at,
      generic,
      former: opcode === generic ? null : instructionName(opcode),
      chosen: chosen === 0 ? null : instructionName(chosen),
      reason: site.reason,
    });
    if (chosen !== 0) {
      replace(words, at, chosen, COOLDOWN_VALUE);
      fuse(frame.code, at, chosen);
    } else
      replace(
        words,
        at,
        generic,
        restart(opcode === generic ? counter : isPolymorphic(opcode) ? PATIENT : COLD),
      );
  }

  /** Fills the cache of a renewable form anew; tells whether the value is where such a form finds it. */
  #renew(site: Site, misses: number): boolean {
    const { frame, at, former } = site;
    separate(frame.code, at, former);
    const form = choosers.get(genericOf(former))?.(site) ?? 0;
    if (form === 0) return false;
    replace(site.words, at, form, misses - 1);
    fuse(frame.code, at, form);
    return true;
  }
}

/**
 * Forms that find a value by the keys of a dict. When it has got other keys, as while a module is being executed, they only
 * have to look again; the value is there.
 */
const renewable: ReadonlySet<number> = new Set([
  Op.LOAD_GLOBAL_MODULE,
  Op.LOAD_GLOBAL_BUILTIN,
  Op.LOAD_ATTR_MODULE,
]);

const isPolymorphic = (opcode: number): boolean =>
  opcode === Form.LOAD_ATTR_POLYMORPHIC || opcode === Form.STORE_ATTR_POLYMORPHIC;

/** Puts `opcode` in an instruction's place, with another counter; its argument stays. */
function replace(words: Int32Array, at: number, opcode: number, counter: number): void {
  words[at] = makeWord(opcode, words[at] >> OPCODE_BITS);
  words[at + 1] = counter;
}
