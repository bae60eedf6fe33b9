import { expect, test } from "vitest";
import { namedRules } from "./grammar.js";
import { grammarRules } from "./grammar-rules.js";
import { readGrammar } from "./read-grammar.js";
import type { Rule } from "./rules.js";

/** A rule and all those that it leads to, with numbers in the order in which they are met. */
function described(start: Rule): unknown[] {
  const met = new Map([[start, 0]]);
  const rules: unknown[] = [];
  for (const rule of met.keys()) {
    const { name: _name, id: _id, ...what } = rule;
    const text = JSON.stringify(what, (key, value) => {
      if (key !== "rule") return value;
      if (!met.has(value)) met.set(value, met.size);
      return met.get(value);
    });
    rules.push(JSON.parse(text));
  }
  return rules;
}

test.each(namedRules)("the shipped rule %s is that of grammar.ts", (name) => {
  expect(described(grammarRules()[name])).toEqual(described(readGrammar().get(name)!));
});

test("every rule has alternatives", () => {
  for (const [name, rule] of readGrammar()) expect(rule.alternatives, name).not.toEqual([]);
});
