import { genericOf, instructionName, isAdaptive } from "@adder/bytecode";
import { FamilyStatistics, Statistics } from "@adder/frames";
import type { ThreadState } from "@adder/objects";
import { Watch } from "./watch.js";

/** What became of a family of instructions. */
export interface FamilyStats {
  /** How often a site was looked at. */
  readonly attempts: number;
  /** How often a form fitted. */
  readonly successes: number;
  /** How often a guard failed. */
  readonly misses: number;
  /** How often a site lost its form because of too many misses. */
  readonly despecialised: number;
  /** Executions of specialised forms; `null` when the interpreter was not watched. */
  readonly hits: number | null;
  /** Executions of the generic instruction, those after a failed guard included; `null` when it was not watched. */
  readonly generic: number | null;
  /** Why executions were generic: what the last attempt at their site said, and how many they were; empty when not watched. */
  readonly unspecialised: Readonly<Record<string, number>>;
  /** Why no form fitted, and how often. */
  readonly failures: Readonly<Record<string, number>>;
  /** `FORM: REASON` or `FORM: OTHER_FORM` for sites that lost their form, and how often. */
  readonly despecialisations: Readonly<Record<string, number>>;
}

/** What an interpreter has counted since it was made; `null` stands for what is counted only while it is watched. */
export interface InterpreterStats {
  /** Instructions executed. */
  readonly instructions: number | null;
  /** Share of the executions of adaptive instructions that were in a specialised form, from 0 to 1. */
  readonly hitRate: number | null;
  /** By the name of the generic instruction. */
  readonly families: Readonly<Record<string, FamilyStats>>;
  readonly frames: {
    /** Begun. */
    readonly pushed: number | null;
    /** Begun by the interpreter loop itself, without nesting on the JavaScript stack: calls that were inlined. */
    readonly inlined: number | null;
    /** Got a Python object. */
    readonly materialised: number;
  };
  readonly instances: {
    /** Made, of classes whose attributes begin in fields. */
    readonly made: number;
    /** Whose attributes moved to a dict. */
    readonly dicts: number;
  };
  readonly ints: {
    /** Results of arithmetic on small ints that became big ones. */
    readonly leftSafeRange: number | null;
  };
}

const record = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));

/** What a thread's interpreter has counted so far. */
export function interpreterStats(ts: ThreadState): InterpreterStats {
  const statistics = Statistics.of(ts);
  const watch = Watch.existing(ts);
  const executions = watch === null ? null : executionsByFamily(watch);
  const reasons = watch === null ? new Map() : executionsByReason(watch);
  const generics = new Set([...statistics.families.keys(), ...(executions?.keys() ?? [])]);
  const families: Record<string, FamilyStats> = {};
  for (const generic of [...generics].sort((a, b) => a - b)) {
    const { failures, despecialisations, ...counts } =
      statistics.families.get(generic) ?? new FamilyStatistics();
    families[instructionName(generic)] = {
      ...counts,
      hits: executions === null ? null : (executions.get(generic)?.hits ?? 0),
      generic: executions === null ? null : (executions.get(generic)?.generic ?? 0),
      unspecialised: record(reasons.get(generic) ?? new Map()),
      failures: record(failures),
      despecialisations: record(despecialisations),
    };
  }
  const { instances, instanceDicts } = ts.interp.counters;
  return {
    instructions: watch === null ? null : watch.byOpcode.reduce((sum, n) => sum + n, 0),
    hitRate: executions === null ? null : hitRate([...executions.values()]),
    families,
    frames: {
      pushed: watch?.frames ?? null,
      inlined: watch === null ? null : watch.frames - watch.framesFromNative,
      materialised: statistics.frameObjects,
    },
    instances: { made: instances, dicts: instanceDicts },
    ints: { leftSafeRange: watch?.intsBeyondSafe ?? null },
  };
}

interface Executions {
  hits: number;
  generic: number;
}

function executionsByFamily({ byOpcode }: Watch): Map<number, Executions> {
  const families = new Map<number, Executions>();
  for (const [opcode, count] of byOpcode.entries()) {
    if (count === 0) continue;
    const generic = genericOf(opcode);
    if (!isAdaptive(generic)) continue;
    const known = families.get(generic) ?? { hits: 0, generic: 0 };
    known[opcode === generic ? "generic" : "hits"] += count;
    families.set(generic, known);
  }
  return families;
}

/** Generic executions by family and by why their site has no form. */
function executionsByReason({ codes }: Watch): Map<number, Map<string, number>> {
  const families = new Map<number, Map<string, number>>();
  for (const [{ code }, counts] of codes) {
    for (const [at, executed] of counts.generic.entries()) {
      const generic = code.code[at] & 0xff;
      if (executed === 0 || !isAdaptive(generic)) continue;
      const reasons = families.get(generic) ?? new Map<string, number>();
      const warm = counts.hits[at] > 0 ? "before it had a form, or after a miss" : "executed too seldom";
      const reason = counts.reasons.get(at) ?? warm;
      reasons.set(reason, (reasons.get(reason) ?? 0) + executed);
      families.set(generic, reasons);
    }
  }
  return families;
}

/** Share of executions in a specialised form; 1 when there were none at all. */
export function hitRate(executions: readonly Readonly<Executions>[]): number {
  let hits = 0;
  let all = 0;
  for (const e of executions) {
    hits += e.hits;
    all += e.hits + e.generic;
  }
  return all === 0 ? 1 : hits / all;
}
