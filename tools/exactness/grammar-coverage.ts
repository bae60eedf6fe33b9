/** Which productions of the grammar a set of programs goes through. */
import { makeActions } from "../../packages/parser/src/diagnose/actions.js";
import { Diagnostics } from "../../packages/parser/src/diagnose/diagnostics.js";
import { type Action, Engine } from "../../packages/parser/src/diagnose/engine.js";
import { readGrammar } from "../../packages/parser/src/diagnose/read-grammar.js";
import { Reparser } from "../../packages/parser/src/diagnose/reparser.js";
import type { Alternative, Item, Rule } from "../../packages/parser/src/diagnose/rules.js";
import { Lexer } from "../../packages/parser/src/lexer.js";
import { isInvalid } from "./grammar-corpus.js";
import type { Program } from "./sections.js";

const filename = "program.py";
const starts = { exec: "file", single: "interactive", eval: "eval", func_type: "func_type" } as const;

/** The grammar with an action on every alternative that reports it, and what there is to be reported. */
class CoveredGrammar {
  readonly rules = readGrammar();
  /** All alternatives, `rule/number`, those within another with the numbers of both, optional parts with 0 and 1. */
  readonly productions = new Set<string>();

  constructor() {
    const reachable = new Set<Rule>(Object.values(starts).map((name) => this.rules.get(name)!));
    for (const rule of reachable) {
      rule.memo = false;
      this.mark(rule.alternatives, rule.name, (other) => reachable.add(other));
    }
  }

  private mark(alternatives: readonly Alternative[], name: string, mention: (rule: Rule) => void): void {
    for (const [i, alternative] of alternatives.entries()) {
      if (isInvalid(alternative)) continue;
      const label = `${name}/${i}`;
      this.productions.add(label);
      alternative.action = ["cover", label, ...alternative.action];
      alternative.items.forEach((item, at) => {
        alternative.items[at] = this.marked(item, `${label}.${at}`, mention);
      });
    }
  }

  private marked(item: Item, name: string, mention: (rule: Rule) => void): Item {
    switch (item.op) {
      case "rule":
        mention(item.rule);
        return item;
      case "group":
        this.mark(item.alternatives, name, mention);
        return item;
      case "repeat":
        return { ...item, item: this.marked(item.item, name, mention) };
      case "optional": {
        const present: Alternative = { items: [item.item], captures: [""], action: [], invalid: false };
        const absent: Alternative = { items: [], captures: [], action: [], invalid: false };
        const alternatives = [present, absent];
        this.mark(alternatives, name, mention);
        return { op: "group", alternatives };
      }
      default:
        return item;
    }
  }
}

/**
 * Goes through programs, and answers the productions that none of those that are correct matched, up to `expected` of
 * them.
 */
export function uncovered(programs: Iterable<Program>, expected: number): string[] {
  const { rules, productions } = new CoveredGrammar();
  const left = new Set(productions);
  for (const { source, mode, typeComments = false } of programs) {
    const lexer = new Lexer(new TextDecoder().decode(source) + (mode === "exec" ? "\n" : ""), {
      codepoints: true,
      typeComments,
      single: mode === "single",
    });
    lexer.run();
    const settings = { characterNames: null, featureVersion: 14, maxIntDigits: 0 };
    const diagnostics = new Diagnostics(lexer, new Reparser(lexer, settings), filename, 14);
    const found: string[] = [];
    const actions: Record<string, Action> = { ...makeActions(diagnostics) };
    actions.cover = (engine, [, label, ...words], captures, whole) => {
      const result = words.length === 0 ? whole : actions[words[0]](engine, words, captures, whole);
      if (result !== null) found.push(label);
      return result;
    };
    const refuse = (): never => {
      throw diagnostics.atTokenizerError();
    };
    const ignore = () => {};
    const engine = new Engine(lexer, actions, refuse, refuse, new Map(), ignore, ignore);
    try {
      if (engine.run(rules.get(starts[mode])!) === null) continue;
    } catch {
      continue;
    }
    for (const label of found) left.delete(label);
    if (left.size <= expected) break;
  }
  return [...left];
}
