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
  const generics = new Set([...statistics.families.keys(), ...(executions?.keys() ?? [])]);
  const families: Record<string, FamilyStats> = {};
  for (const generic of [...generics].sort((a, b) => a - b)) {
    const { failures, despecialisations, ...counts } =
      statistics.families.get(generic) ?? new FamilyStatistics();
    families[instructionName(generic)] = {
      ...counts,
      hits: executions === null ? null : (executions.get(generic)?.hits ?? 0),
      generic: executions === null ? null : (executions.get(generic)?.generic ?? 0),
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
