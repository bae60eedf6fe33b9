import { KIND_COUNT, keywords, T, tokenNames } from "../tokens.js";
import { grammar } from "./grammar.js";
import type { Alternative, Item, Rule } from "./rules.js";

/** Kinds of the operators by their text. */
export const operatorKinds: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "( LPAR ) RPAR [ LSQB ] RSQB : COLON , COMMA ; SEMI + PLUS - MINUS * STAR / SLASH | VBAR & AMPER < LESS > GREATER " +
    "= EQUAL . DOT % PERCENT { LBRACE } RBRACE == EQEQUAL != NOTEQUAL <= LESSEQUAL >= GREATEREQUAL ~ TILDE ^ CIRCUMFLEX " +
    "<< LEFTSHIFT >> RIGHTSHIFT ** DOUBLESTAR += PLUSEQUAL -= MINEQUAL *= STAREQUAL /= SLASHEQUAL %= PERCENTEQUAL " +
    "&= AMPEREQUAL |= VBAREQUAL ^= CIRCUMFLEXEQUAL <<= LEFTSHIFTEQUAL >>= RIGHTSHIFTEQUAL **= DOUBLESTAREQUAL " +
    "// DOUBLESLASH //= DOUBLESLASHEQUAL @ AT @= ATEQUAL -> RARROW ... ELLIPSIS := COLONEQUAL ! EXCLAMATION"
  )
    .split(" ")
    .flatMap((text, i, all) => (i % 2 === 0 ? [[text, tokenNames.indexOf(all[i + 1])]] : [])),
);

/** Kind of the token that is written as `text` in the grammar. */
function kindOf(text: string): number {
  const kind = operatorKinds[text] ?? T.FALSE + keywords.indexOf(text);
  return kind >= T.FALSE && kind < KIND_COUNT ? kind : operatorKinds[text];
}

/** Turns the text of the grammar into rules. */
class GrammarReader {
  readonly rules = new Map<string, Rule>();
  private tokens: string[] = [];
  private at = 0;

  read(text: string): Map<string, Rule> {
    const lines = text.split("\n").flatMap((line) =>
      // The rules of f-strings and t-strings differ by one letter.
      line.startsWith("invalid_#") ? ["f", "t"].map((letter) => line.replaceAll("#", letter)) : [line],
    );
    for (const line of lines) {
      const colon = line.indexOf(": ");
      if (colon < 0) continue;
      const [, name, flag] = /^(\w+)([*<]?)$/.exec(line.slice(0, colon))!;
      const rule = this.rule(name);
      rule.memo = flag === "*";
      rule.leftRecursive = flag === "<";
      this.tokens = splitAlternatives(line.slice(colon + 2));
      this.at = 0;
      rule.alternatives = this.alternatives();
    }
    return this.rules;
  }

  private rule(name: string): Rule {
    let rule = this.rules.get(name);
    if (rule === undefined) {
      rule = {
        name,
        id: this.rules.size,
        memo: false,
        leftRecursive: false,
        withoutInvalid: name.endsWith("_without_invalid"),
        invalid: name.startsWith("invalid_"),
        alternatives: [],
      };
      this.rules.set(name, rule);
    }
    return rule;
  }

  private alternatives(): Alternative[] {
    const all: Alternative[] = [];
    do {
      if (all.length > 0) this.at++;
      const alternative: Alternative = { items: [], captures: [], action: [], invalid: false };
      for (;;) {
        const token = this.tokens[this.at];
        if (token === undefined || token === "|" || token === ")") break;
        if (token.startsWith("{")) {
          this.at++;
          alternative.action = token.slice(1, -1).split(" ");
          break;
        }
        const capture = /^[ab]=$/.test(token) ? token[0] : "";
        if (capture !== "") this.at++;
        alternative.captures.push(capture);
        alternative.items.push(this.suffixed());
      }
      const first = alternative.items[0];
      // Only alternatives that are nothing else wait for the second pass.
      alternative.invalid = alternative.items.length === 1 && first.op === "rule" && first.rule.invalid;
      all.push(alternative);
    } while (this.tokens[this.at] === "|");
    return all;
  }

  private suffixed(): Item {
    const token = this.tokens[this.at];
    if (token === "&" || token === "!") {
      this.at++;
      return { op: "look", item: this.atom(), positive: token === "&" };
    }
    if (token === "&&") {
      this.at++;
      const text = this.tokens[this.at++].slice(1, -1);
      return { op: "force", kind: kindOf(text), text };
    }
    let item = this.atom();
    for (;;) {
      switch (this.tokens[this.at]) {
        case "?":
          item = { op: "optional", item };
          break;
        case "*":
          item = { op: "repeat", item, min: 0, separator: -1 };
          break;
        case "+":
          item = { op: "repeat", item, min: 1, separator: -1 };
          break;
        case "%":
          this.at++;
          item = { op: "repeat", item, min: 1, separator: kindOf(this.tokens[this.at].slice(1, -1)) };
          break;
        default:
          return item;
      }
      this.at++;
    }
  }

  private atom(): Item {
    const token = this.tokens[this.at++];
    if (token === "(") {
      const alternatives = this.alternatives();
      this.at++;
      return { op: "group", alternatives };
    }
    if (token === "~") return { op: "cut" };
    if (token.startsWith("'")) return { op: "token", kind: kindOf(token.slice(1, -1)) };
    if (token.startsWith('"')) return { op: "soft", word: token.slice(1, -1) };
    if (token === "SOFT_KEYWORD") return { op: "softKeyword" };
    if (/^[A-Z]/.test(token)) return { op: "token", kind: tokenNames.indexOf(token) };
    return { op: "rule", rule: this.rule(token) };
  }
}

/** Splits the right side of a rule; an action is one token, up to the brace that ends its alternative. */
function splitAlternatives(text: string): string[] {
  const tokens: string[] = [];
  const word = /'[^']*'|"[^"]*"|&&|[ab]=(?=\S)|[A-Za-z_]+|[|&!~()?*+%]/y;
  let at = 0;
  while (at < text.length) {
    if (text[at] === " ") {
      at++;
    } else if (text[at] === "{") {
      // Messages contain braces themselves, but never before ` | ` or the end of the line.
      let end = text.indexOf("} | ", at);
      if (end < 0) end = text.lastIndexOf("}");
      tokens.push(text.slice(at, end + 1));
      at = end + 1;
    } else {
      word.lastIndex = at;
      const [token] = word.exec(text)!;
      tokens.push(token);
      at += token.length;
    }
  }
  return tokens;
}

/** The rules of `grammar.ts` by name: what the shipped grammar is made of. */
export function readGrammar(): Map<string, Rule> {
  return new GrammarReader().read(grammar);
}
