import {
  type CodeObject,
  type Constant,
  decodeInstructions,
  describeArgument,
  instructionName,
  isAdaptive,
  jumpTarget,
  Op,
  positions,
  reprConstant,
  type SourceRange,
} from "@adder/bytecode";
import { PyCode } from "@adder/objects";
import type { Watch } from "@adder/runtime";
import { feedbackOf, type SiteFeedback } from "@adder/specializer";

/**
 * What became of an instruction, or of all of an expression: `plain` ones have nothing to specialise, `never` ones were not
 * executed.
 */
export type Heat = "specialised" | "polymorphic" | "adaptive" | "given-up" | "plain" | "never";

/** An instruction of a program that has run. */
export interface HeatInstruction {
  /** Code unit. */
  readonly at: number;
  /** Of the generic instruction. */
  readonly name: string;
  /** Of the form that stands there now; `name` where it has none. */
  readonly form: string;
  readonly argument: string;
  readonly range: SourceRange;
  readonly heat: Heat;
  readonly executed: number;
  readonly hits: number;
  readonly misses: number;
  /** Why it has no form, empty where that is not known. */
  readonly reason: string;
}

/** A code object of a program that has run. */
export interface HeatCode {
  readonly qualname: string;
  readonly firstLine: number;
  readonly instructions: readonly HeatInstruction[];
}

/** Everything that was compiled from a file, outermost code first. */
export function heatOf(watch: Watch, filename: string): HeatCode[] {
  const found = new Set<PyCode>();
  const add = (code: PyCode): void => {
    if (found.has(code)) return;
    found.add(code);
    for (const constant of code.consts) if (constant instanceof PyCode) add(constant);
  };
  for (const code of watch.codes.keys()) if (code.code.filename === filename) add(code);
  return [...found]
    .sort((a, b) => a.code.firstlineno - b.code.firstlineno)
    .map((code) => heatCode(watch, code));
}

function heatCode(watch: Watch, code: PyCode): HeatCode {
  const counts = watch.codes.get(code);
  const sites = new Map(feedbackOf(code).map((site) => [site.at, site]));
  const ranges = [...positions(code.code)];
  const instructions: HeatInstruction[] = [];
  for (const instruction of decodeInstructions(code.code.code)) {
    const { opcode, oparg, offset: at } = instruction;
    if (opcode === Op.CACHE || opcode === Op.EXTENDED_ARG) continue;
    const site = sites.get(at);
    const hits = counts?.hits[at] ?? 0;
    const executed = hits + (counts?.generic[at] ?? 0);
    const name = instructionName(opcode);
    const form = site?.form ?? null;
    const target = jumpTarget(instruction);
    const reason = counts?.reasons.get(at) ?? "";
    instructions.push({
      at,
      name,
      form: form === null ? name : instructionName(form),
      argument: target === null ? argumentOf(code.code, opcode, oparg) : `to ${target}`,
      range: ranges[at],
      heat: executed === 0 ? "never" : heatOfSite(site, opcode, reason),
      executed,
      hits,
      misses: counts?.misses[at] ?? 0,
      reason: form === null ? reason : "",
    });
  }
  const { qualname, firstlineno } = code.code;
  return { qualname, firstLine: firstlineno, instructions };
}

function argumentOf(code: CodeObject, opcode: number, oparg: number | null): string {
  if (oparg === null) return "";
  const repr = (constant: Constant): string =>
    typeof constant === "object" && constant !== null && constant.type === "code"
      ? `<code ${constant.name}>`
      : reprConstant(constant);
  return describeArgument(code, opcode, oparg, repr) || String(oparg);
}

function heatOfSite(site: SiteFeedback | undefined, opcode: number, reason: string): Heat {
  if (site === undefined || !isAdaptive(opcode)) return "plain";
  if (site.state === "specialised" || site.state === "polymorphic") return site.state;
  return site.state === "given up" || reason !== "" ? "given-up" : "adaptive";
}

/** From the best to the worst, for expressions of several instructions. */
const order: readonly Heat[] = ["never", "plain", "specialised", "polymorphic", "adaptive", "given-up"];

/** What became of several instructions together: of the one among them that was executed most, the worst of equals. */
export function heatOfAll(instructions: readonly HeatInstruction[]): Heat {
  let heat: Heat = "never";
  let most = 0;
  for (const i of instructions) {
    if (i.heat === "never") continue;
    const weight = i.heat === "plain" ? 0 : i.executed;
    if (weight > most || (weight === most && order.indexOf(i.heat) > order.indexOf(heat))) {
      heat = i.heat;
      most = weight;
    }
  }
  return heat;
}
