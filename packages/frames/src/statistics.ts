import type { PyCode, ThreadState } from "@adder/objects";

/** What happened to the sites of one family of instructions. */
export class FamilyStatistics {
  /** How often a site was looked at. */
  attempts = 0;
  /** How often a form fitted. */
  successes = 0;
  /** How often a guard failed. */
  misses = 0;
  /** How often a site lost its form, because of too many misses, and got another one or none. */
  despecialised = 0;
  /** Why no form fitted, and how often. */
  readonly failures = new Map<string, number>();
  /** What became of sites that lost their form: `FROM: TO`, where `TO` is another form or the reason why there is none. */
  readonly despecialisations = new Map<string, number>();
}

/** An attempt of a specialiser, as it is told to {@link Statistics}. */
export interface Attempt {
  readonly code: PyCode;
  /** Code unit of the instruction. */
  readonly at: number;
  /** The family: its generic instruction. */
  readonly generic: number;
  /** Name of the form that the site has lost just now, `null` for none. */
  readonly former: string | null;
  /** Name of the form that it has now, `null` for none. */
  readonly chosen: string | null;
  /** Why there is none. */
  readonly reason: string;
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** What an interpreter counts of specialisation and frames. Only rare events are counted, so it always does. */
export class Statistics {
  /** By the family's generic instruction. */
  readonly families = new Map<number, FamilyStatistics>();
  /** Frames that got a Python object. */
  frameObjects = 0;
  /** Is told of each attempt, when somebody wants to know more. */
  onAttempt: ((attempt: Attempt) => void) | null = null;

  /** Those of a thread's interpreter. */
  static of(ts: ThreadState): Statistics {
    return ts.interp.state(Statistics, () => new Statistics());
  }

  /** Those of a family. */
  family(generic: number): FamilyStatistics {
    let family = this.families.get(generic);
    if (family === undefined) {
      family = new FamilyStatistics();
      this.families.set(generic, family);
    }
    return family;
  }

  /** A guard of a site has failed. */
  missed(generic: number): void {
    this.family(generic).misses++;
  }

  /** A site was looked at. */
  attempted(attempt: Attempt): void {
    const { chosen, former, reason } = attempt;
    const family = this.family(attempt.generic);
    family.attempts++;
    if (chosen !== null) family.successes++;
    else count(family.failures, reason);
    if (former !== null && former !== chosen) {
      family.despecialised++;
      count(family.despecialisations, `${former}: ${chosen ?? reason}`);
    }
    this.onAttempt?.(attempt);
  }
}
