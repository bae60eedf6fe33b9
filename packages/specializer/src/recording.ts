import { OPCODE_MASK } from "@adder/bytecode";
import type { Frame, SiteFeedback, Specializer } from "@adder/frames";
import type { PyCode, ThreadState } from "@adder/objects";
import { makeCounter } from "./backoff.js";
import { choosers } from "./choosers.js";
import { feedbackOf } from "./feedback.js";
import { quicken } from "./quicken.js";
import { Site } from "./site.js";

/** What a site was seen with: how often each form would have fitted, and why none did. */
export interface Observation {
  /** Executions by the opcode of the form that fits, 0 for none. */
  readonly forms: Map<number, number>;
  readonly reasons: Map<string, number>;
}

const increment = <K>(counts: Map<K, number>, key: K): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Only records: sites are looked at on each execution, and stay generic. For tests, and for finding out what a program's
 * sites see over time.
 */
export class RecordingSpecializer implements Specializer {
  readonly threshold = 1;
  /** By code object and code unit. */
  readonly sites = new Map<PyCode, Map<number, Observation>>();

  quicken(code: PyCode): void {
    quicken(code, 0);
  }

  specialize(ts: ThreadState, frame: Frame, at: number, oparg: number, sp: number): void {
    const { code } = frame;
    const words = code.instructions;
    const generic = words[at] & OPCODE_MASK;
    const site = new Site(ts, frame, at, oparg, sp, generic);
    const form = choosers.get(generic)?.(site) ?? 0;
    const { forms, reasons } = this.#observation(code, at);
    increment(forms, form);
    if (form === 0) increment(reasons, site.reason);
    // This execution counts it down, and the next one comes here again.
    words[at + 1] = makeCounter(1, 0);
  }

  feedback(code: PyCode): readonly SiteFeedback[] {
    return feedbackOf(code);
  }

  #observation(code: PyCode, at: number): Observation {
    const sites = this.sites.get(code) ?? new Map<number, Observation>();
    this.sites.set(code, sites);
    const known = sites.get(at) ?? { forms: new Map(), reasons: new Map() };
    sites.set(at, known);
    return known;
  }
}
