/**
 * The corpus "grammar": programs that go through every production of the grammar, made from the parser's own table of
 * `Grammar/python.gram`. For each rule there is a program for each combination of its alternatives, optional parts and
 * numbers of repetitions, and one for each alternative of each rule that it mentions, in each place.
 */
import { readGrammar } from "../../packages/parser/src/diagnose/read-grammar.js";
import type { Alternative, Item, Rule } from "../../packages/parser/src/diagnose/rules.js";
import { kindName, programText, type Symbol } from "./grammar-text.js";
import type { Program } from "./sections.js";

/** Combinations of one alternative beyond this number are left out. */
const MAX_COMBINATIONS = 64;
/** Different short forms that are kept for a rule. */
const MAX_SHORT = 6;

type Sequence = readonly Symbol[];

/** Whether an alternative is there for its error message only. */
export const isInvalid = (alternative: Alternative) =>
  alternative.items.some((item) => item.op === "rule" && item.rule.name.startsWith("invalid_"));

const validAlternatives = (rule: Rule) => rule.alternatives.filter((alternative) => !isInvalid(alternative));

/** Rules whose texts are written without space between their parts. */
const glued =
  /^[ft]string$|^fstring_conversion$|^[ft]string_(?:replacement_field|full_format_spec|format_spec_replacement_field)$/;

/** The kinds of tokens that a lookahead asks for. */
function lookedFor(item: Item): string[] {
  switch (item.op) {
    case "token":
      return [kindName(item.kind)];
    case "soft":
      return [item.word];
    case "group":
      return item.alternatives.flatMap(({ items }) => lookedFor(items[0]));
    case "rule":
      return item.rule.alternatives.flatMap(({ items }) => lookedFor(items[0]));
    default:
      return [];
  }
}

const atNewline: Symbol = { kind: "", look: { positive: true, kinds: ["NEWLINE"] } };

/** What stands between the items of a repetition. */
function separatorOf({ separator }: Item & { op: "repeat" }): Sequence {
  return separator < 0 ? [] : [{ kind: kindName(separator) }];
}

const isLook = (symbol: Symbol) => symbol.look !== undefined;

/** Whether every lookahead in a sequence is content with the token behind it, as far as there is one. */
function consistent(sequence: Sequence): boolean {
  return sequence.every((symbol, i) => {
    if (symbol.look === undefined) return true;
    const next = sequence.slice(i + 1).find((other) => !isLook(other));
    return next === undefined || symbol.look.kinds.includes(next.kind) === symbol.look.positive;
  });
}

/** What matters of a sequence to what stands around it. */
function signature(sequence: Sequence): string {
  const trailing = sequence.slice(sequence.findLastIndex((symbol) => !isLook(symbol)) + 1);
  const first = sequence.find((symbol) => !isLook(symbol))?.kind ?? "";
  return `${/^(?:NEWLINE|STAR)$/.test(first) ? first : ""} ${trailing.map(({ look }) => `${look!.positive}${look!.kinds}`).join()}`;
}

/** Sequences joined in every way, those that contradict a lookahead left out. */
function join(parts: readonly (readonly Sequence[])[], limit: number): Sequence[] {
  let joined: Sequence[] = [[]];
  for (const part of parts) {
    joined = joined.flatMap((head) => part.map((tail) => [...head, ...tail])).filter(consistent);
    if (joined.length > limit) joined = joined.sort((a, b) => a.length - b.length).slice(0, limit);
  }
  return joined;
}

/** How long a sequence is; names are preferred to keywords. */
const cost = (sequence: Sequence) =>
  sequence.reduce((sum, { kind, glued = [] }) => sum + (/^[a-z]/.test(kind) ? 1.5 : 1) + glued.length, 0);

/** Of sequences that look alike from outside only the shortest. */
function shortest(sequences: readonly Sequence[]): Sequence[] {
  const bySignature = new Map<string, Sequence>();
  for (const sequence of [...sequences].sort((a, b) => cost(a) - cost(b))) {
    const key = signature(sequence);
    if (!bySignature.has(key)) bySignature.set(key, sequence);
  }
  return [...bySignature.values()].slice(0, MAX_SHORT);
}

/** How a sequence of a rule becomes a program of a start rule: with these around it, then by `wrap`. */
interface Context {
  readonly start: string;
  readonly before: Sequence;
  readonly after: Sequence;
  readonly wrap: (inner: Sequence) => Sequence;
}

class Combiner {
  /** Shortest sequences of each rule. */
  private readonly short = new Map<Rule, readonly Sequence[]>();
  private readonly contexts = new Map<Rule, Context>();

  constructor(starts: readonly Rule[]) {
    const rules = this.reachable(starts);
    const mentioning = new Map<Rule, Rule[]>([...rules].map((rule) => [rule, []]));
    for (const rule of rules) for (const other of mentionedBy(rule)) mentioning.get(other)!.push(rule);
    // Until nothing becomes shorter: rules refer to each other in circles.
    const pending = new Set([...rules].reverse());
    for (const rule of pending) {
      pending.delete(rule);
      const sequences = shortest(
        validAlternatives(rule).flatMap((alternative) =>
          this.finish(rule, this.alternative(alternative, false)),
        ),
      );
      if (JSON.stringify(sequences) === JSON.stringify(this.shortOf(rule))) continue;
      this.short.set(rule, sequences);
      for (const other of mentioning.get(rule)!) pending.add(other);
    }
    for (const start of starts) this.findContexts(start);
  }

  private reachable(starts: readonly Rule[]): Set<Rule> {
    const rules = new Set(starts);
    for (const rule of rules) for (const mentioned of mentionedBy(rule)) rules.add(mentioned);
    return rules;
  }

  private shortOf(rule: Rule): readonly Sequence[] {
    return this.short.get(rule) ?? [];
  }

  /** A rule's sequence from that of an alternative: some rules are more than their tokens. */
  private finish(rule: Rule, sequences: readonly Sequence[]): Sequence[] {
    if (rule.name === "imaginary_number") return [[{ kind: "NUMBER", text: "2j" }]];
    if (rule.name === "fstring_conversion") return [[{ kind: "EXCLAMATION", text: "!r" }]];
    // Without a star it is an annotation of another rule.
    if (rule.name === "star_annotation") return sequences.filter((sequence) => sequence[1]?.kind === "STAR");
    if (glued.test(rule.name)) return sequences.map((sequence) => [{ ...sequence[0], glued: sequence }]);
    // A comment goes on up to the end of its line, which only between parentheses may be anywhere.
    if (rule.name.startsWith("param")) return [...sequences];
    return sequences
      .map((sequence) =>
        sequence.flatMap((symbol) => (symbol.kind === "TYPE_COMMENT" ? [symbol, atNewline] : [symbol])),
      )
      .filter(consistent);
  }

  /** Sequences of an alternative: all combinations, or a few short ones. */
  private alternative({ items }: Alternative, all: boolean): Sequence[] {
    const parts = items.map((item) => this.item(item, all));
    return join(parts, all ? MAX_COMBINATIONS : MAX_SHORT * 4);
  }

  private item(item: Item, all: boolean): readonly Sequence[] {
    switch (item.op) {
      case "token":
        return [[{ kind: kindName(item.kind) }]];
      case "force":
        return [[{ kind: kindName(item.kind) }]];
      case "soft":
        return [[{ kind: item.word, text: item.word }]];
      case "softKeyword":
      case "cut":
        return [[]];
      case "look":
        return [[{ kind: "", look: { positive: item.positive, kinds: lookedFor(item.item) } }]];
      case "rule":
        return this.shortOf(item.rule);
      case "group":
        return item.alternatives
          .filter((alternative) => !isInvalid(alternative))
          .flatMap((alternative) => this.alternative(alternative, all));
      case "optional":
        return all ? [[], ...this.item(item.item, true)] : [[]];
      case "repeat": {
        const one = this.item(item.item, all);
        if (!all) return item.min === 0 ? [[], ...one] : [...one, ...this.repeated(item, 2)];
        const none = item.min === 0 ? [[]] : [];
        return [...none, ...one, ...this.repeated(item, 2), ...this.repeated(item, 3)];
      }
    }
  }

  private repeated(item: Item & { op: "repeat" }, times: number): Sequence[] {
    const one = this.item(item.item, false);
    const separator = [separatorOf(item)];
    const parts = Array.from({ length: times }, (_, i) => (i === 0 ? [one] : [separator, one])).flat();
    return join(parts, MAX_SHORT);
  }

  /** Contexts of all rules below a start rule, the nearest first. */
  private findContexts(start: Rule): void {
    const whole: Context = { start: start.name, before: [], after: [], wrap: (inner) => inner };
    if (!this.contexts.has(start)) this.contexts.set(start, whole);
    const queue = [start];
    for (const rule of queue) {
      const outer = this.contexts.get(rule)!;
      if (outer.start !== start.name) continue;
      for (const alternative of validAlternatives(rule)) {
        for (const [mentioned, left, right] of this.places(alternative.items)) {
          if (this.contexts.has(mentioned)) continue;
          this.contexts.set(mentioned, this.innerContext(outer, rule, left, right));
          queue.push(mentioned);
        }
      }
    }
  }

  private innerContext(outer: Context, rule: Rule, left: Sequence, right: Sequence): Context {
    if (!glued.test(rule.name))
      return { ...outer, before: [...outer.before, ...left], after: [...right, ...outer.after] };
    const around = (inner: Sequence) => [...outer.before, ...inner, ...outer.after];
    const wrap = (inner: Sequence) => outer.wrap(around(this.finish(rule, [inner])[0]));
    return { start: outer.start, before: left, after: right, wrap };
  }

  /** Every mention of a rule among items, with the shortest sequences before and behind it. */
  private *places(items: readonly Item[]): Generator<[Rule, Sequence, Sequence]> {
    for (const [i, item] of items.entries()) {
      const side = (others: readonly Item[]) =>
        join(
          others.map((other) => this.item(other, false)),
          MAX_SHORT,
        )[0];
      const before = side(items.slice(0, i));
      const after = side(items.slice(i + 1));
      if (before === undefined || after === undefined) continue;
      for (const [rule, inner, outer] of this.placesIn(item))
        yield [rule, [...before, ...inner], [...outer, ...after]];
    }
  }

  private *placesIn(item: Item): Generator<[Rule, Sequence, Sequence]> {
    switch (item.op) {
      case "rule":
        yield [item.rule, [], []];
        break;
      case "group":
        for (const alternative of item.alternatives)
          if (!isInvalid(alternative)) yield* this.places(alternative.items);
        break;
      case "optional":
        yield* this.placesIn(item.item);
        break;
      case "repeat": {
        const separator = separatorOf(item);
        const [other] = this.item(item.item, false);
        for (const [rule, left, right] of this.placesIn(item.item)) {
          yield [rule, left, right];
          yield [rule, [...other, ...separator, ...left], right];
          yield [rule, left, [...right, ...separator, ...other]];
        }
        break;
      }
    }
  }

  /** All forms of a rule; where an alternative is nothing but another rule, the forms of that rule. */
  private forms(rule: Rule, seen: Set<Rule> = new Set()): Sequence[] {
    if (seen.has(rule)) return [];
    seen.add(rule);
    const forms = validAlternatives(rule).flatMap((alternative) => {
      const inner = onlyRule(alternative);
      return inner === null ? this.alternative(alternative, true) : this.forms(inner, seen);
    });
    return this.finish(rule, forms);
  }

  /** The programs of a rule, each as the start rule and a sequence. */
  *programs(rule: Rule): Generator<{ start: string; sequence: Sequence }> {
    const context = this.contexts.get(rule);
    if (context === undefined) return;
    const { start, before, after, wrap } = context;
    const whole = (inner: Sequence) => ({ start, sequence: wrap([...before, ...inner, ...after]) });
    for (const form of this.forms(rule)) yield whole(form);
    for (const alternative of validAlternatives(rule)) {
      if (onlyRule(alternative) !== null) continue;
      for (const [mentioned, left, right] of this.places(alternative.items))
        for (const form of this.forms(mentioned))
          for (const sequence of this.finish(rule, [[...left, ...form, ...right]])) yield whole(sequence);
    }
  }
}

function* mentionedRules(items: readonly Item[]): Generator<Rule> {
  for (const item of items) {
    if (item.op === "rule") yield item.rule;
    else if (item.op === "group") {
      for (const alternative of item.alternatives)
        if (!isInvalid(alternative)) yield* mentionedRules(alternative.items);
    } else if (item.op === "optional" || item.op === "repeat") yield* mentionedRules([item.item]);
  }
}

function mentionedBy(rule: Rule): Rule[] {
  return validAlternatives(rule).flatMap(({ items }) => [...mentionedRules(items)]);
}

/** The rule that an alternative consists of, or null. */
function onlyRule({ items }: Alternative): Rule | null {
  const [first, ...others] = items.filter(({ op }) => op !== "look" && op !== "cut");
  return first?.op === "rule" && others.length === 0 ? first.rule : null;
}

const modes = { file: "exec", interactive: "single", eval: "eval", func_type: "func_type" } as const;

/** The programs of each rule of the grammar, by its name. */
export function grammarPrograms(): Map<string, Program[]> {
  const rules = readGrammar();
  const combiner = new Combiner(Object.keys(modes).map((name) => rules.get(name)!));
  const groups = new Map<string, Program[]>();
  const known = new Set<string>();
  for (const [name, rule] of rules) {
    const programs: Program[] = [];
    for (const { start, sequence } of combiner.programs(rule)) {
      if (!consistent(sequence)) continue;
      const text = programText(sequence, start === "file");
      const key = `${start} ${text}`;
      if (known.has(key)) continue;
      known.add(key);
      const mode = modes[start as keyof typeof modes];
      programs.push({ source: new TextEncoder().encode(text), mode, typeComments: true });
    }
    if (programs.length > 0) groups.set(name, programs);
  }
  return groups;
}
