import { singleKind } from "../characters.js";
import { ruleNames, ruleTexts } from "../generated/grammar.js";
import { softKeywords, T } from "../tokens.js";
import { type Alternative, type Item, type Rule, RuleFlag } from "./rules.js";

/** Reads the shipped grammar (written by `tools/generate/grammar.mjs`, which describes the notation). */
class GrammarReader {
  readonly rules: Rule[];
  private text = "";
  private at = 0;

  constructor() {
    const texts = ruleTexts.split("\n");
    this.rules = texts.map((text, id) => {
      const flags = Number.parseInt(text[0], 16);
      return {
        name: ruleNames[id] ?? "",
        id,
        memo: (flags & RuleFlag.MEMO) !== 0,
        leftRecursive: (flags & RuleFlag.LEFT_RECURSIVE) !== 0,
        withoutInvalid: (flags & RuleFlag.WITHOUT_INVALID) !== 0,
        invalid: (flags & RuleFlag.INVALID) !== 0,
        alternatives: [],
      };
    });
    for (const rule of this.rules) {
      this.text = texts[rule.id];
      this.at = 0;
      rule.alternatives = this.alternatives();
    }
  }

  /** Alternatives behind the character at which the reader stands, up to a bracket or the end of the rule. */
  private alternatives(): Alternative[] {
    const all: Alternative[] = [];
    do {
      this.at++;
      const items: Item[] = [];
      const captures: string[] = [];
      let action: string[] = [];
      for (;;) {
        const character = this.text[this.at];
        if (character === undefined || character === "|" || character === ")") break;
        if (character === "{") {
          const [words] = this.text.slice(this.at + 1).split("|", 1);
          action = words.split(" ");
          this.at += 1 + words.length;
          break;
        }
        const capture = character === "<" ? "a" : character === ">" ? "b" : "";
        if (capture !== "") this.at++;
        captures.push(capture);
        items.push(this.item());
      }
      const invalid = items.length === 1 && items[0].op === "rule" && items[0].rule.invalid;
      all.push({ items, captures, action, invalid });
    } while (this.text[this.at] === "|");
    return all;
  }

  /** An element in Polish notation: what is done with it stands in front of it. */
  private item(): Item {
    switch (this.text[this.at++]) {
      case "(": {
        this.at--;
        const alternatives = this.alternatives();
        this.at++;
        return { op: "group", alternatives };
      }
      case "'": {
        const kind = this.number();
        return kind === T.SOFT_KEYWORD ? { op: "softKeyword" } : { op: "token", kind };
      }
      case '"':
        return { op: "soft", word: softKeywords[this.number()] };
      case "=":
        return { op: "force", kind: this.number(), text: this.text[this.at++] };
      case "~":
        return { op: "cut" };
      case "?":
        return { op: "optional", item: this.item() };
      case "*":
        return { op: "repeat", min: 0, separator: -1, item: this.item() };
      case "+":
        return { op: "repeat", min: 1, separator: -1, item: this.item() };
      case "%":
        return { op: "repeat", min: 1, separator: this.number(), item: this.item() };
      case "&":
        return { op: "look", positive: true, item: this.item() };
      case "!":
        return { op: "look", positive: false, item: this.item() };
      default: {
        const kind = singleKind[this.text.charCodeAt(--this.at)];
        if (kind === 0) return { op: "rule", rule: this.rules[this.number()] };
        this.at++;
        return { op: "token", kind };
      }
    }
  }

  /** A number below 572: a letter, or for 52 and above a digit and a letter. */
  private number(): number {
    const code = this.text.charCodeAt(this.at++);
    if (code < 58) return (code - 47) * 52 + this.number();
    return code < 91 ? code - 65 : code - 71;
  }
}

let rules: Readonly<Record<string, Rule>> | null = null;

/** The rules of the grammar that have names, by these; read on first use, and immutable from then on. */
export function grammarRules(): Readonly<Record<string, Rule>> {
  rules ??= Object.fromEntries(new GrammarReader().rules.map((rule) => [rule.name, rule]));
  return rules;
}
