import { ParserInternalError } from "../errors.js";
import type { RuleName } from "../generated/grammar.js";
import type { Lexer } from "../lexer.js";
import { softKeywords, T } from "../tokens.js";
import type { Alternative, Item, Rule } from "./rules.js";

/** A stretch of tokens that a rule or token of the grammar matched; `items` where it is a list. */
export interface Span {
  readonly start: number;
  /** Index behind the last token. */
  readonly end: number;
  /** Name of the rule, "" for tokens, groups, and rules that nothing asks for. */
  readonly rule: RuleName;
  readonly items: readonly Span[] | null;
}

/** Names that an alternative gave to its results. */
export interface Captures {
  a: Span | null;
  b: Span | null;
}

/** What an action wants: the result of its alternative, or `null` for none. Errors are thrown. */
export type Action = (
  engine: Engine,
  words: readonly string[],
  captures: Captures,
  whole: Span,
) => Span | null;

/** Thrown when rules call one another more deeply than CPython allows. */
export class TooComplex {}

interface Memo {
  readonly result: Span | null;
  readonly mark: number;
}

/** As MAXSTACK in Parser/pegen.h. */
const MAX_DEPTH = 4000;
/** Distance between the rules of two tokens in the table of remembered results. */
const RULE_LIMIT = 512;

/**
 * Runs the grammar as CPython's generated parser does, over tokens that are already there: the same
 * alternatives in the same order, the same results remembered, and a count of the tokens "read", since
 * error positions depend on how far the parser has looked.
 */
export class Engine {
  /** Index of the next token. */
  mark = 0;
  /** Number of tokens read so far. */
  fill = 0;
  /** The second pass: `invalid_` rules are tried. */
  callInvalid = false;
  /** The second pass, also within rules that leave `invalid_` rules out. */
  secondPass = false;
  private depth = 0;
  private memo = new Map<number, Memo>();
  private readonly kind: Uint8Array;

  constructor(
    readonly lexer: Lexer,
    private readonly actions: Readonly<Record<string, Action>>,
    /** Called when the parser reads the token at which the lexer stopped; throws. */
    private readonly onTokenizerError: () => never,
    /** Called when `&&'x'` does not find its token; throws. */
    private readonly onMissing: (text: string) => never,
    /** Statements known to be correct: index behind the last token by that of the first one. */
    private readonly statements: ReadonlyMap<number, number>,
    /** Called for each number read; throws if it has no value. */
    private readonly onNumber: (token: number) => void,
    /** Called in the second pass for each of the known statements. */
    private readonly onStatement: (start: number, end: number) => void,
  ) {
    this.kind = lexer.tokens.kind;
  }

  /** Forgets the first pass. */
  restart(): void {
    this.memo = new Map();
    this.mark = 0;
    this.depth = 0;
    this.callInvalid = true;
    this.secondPass = true;
  }

  /** Makes sure that the next token is read. */
  read(): void {
    while (this.mark >= this.fill) {
      this.fill++;
      if (this.kind[this.fill - 1] === T.ERRORTOKEN) this.onTokenizerError();
    }
  }

  /** Result of a rule at the current position; null (position undefined) when it does not match. */
  rule(rule: Rule): Span | null {
    if (++this.depth > MAX_DEPTH) throw new TooComplex();
    const mark = this.mark;
    let result: Span | null;
    if (rule.leftRecursive) result = this.leftRecursive(rule, mark);
    else {
      const key = mark * RULE_LIMIT + rule.id;
      const remembered = rule.memo ? this.remembered(key) : undefined;
      if (remembered !== undefined) {
        this.mark = remembered.mark;
        result = remembered.result;
      } else {
        const known = rule.name === "statement" ? this.statements.get(mark) : undefined;
        const invalid = this.callInvalid;
        if (rule.withoutInvalid) this.callInvalid = false;
        if (known !== undefined) result = this.knownStatement(mark, known);
        else result = this.alternatives(rule.alternatives, rule);
        this.callInvalid = invalid;
        if (rule.memo) this.memo.set(key, { result, mark: this.mark });
      }
    }
    this.depth--;
    return result;
  }

  private remembered(key: number): Memo | undefined {
    this.read();
    return this.memo.get(key);
  }

  /** Steps over a statement that the parser proper has accepted, reading what it reads. */
  private knownStatement(start: number, end: number): Span {
    this.mark = end - 1;
    this.read();
    this.mark = end;
    if (this.callInvalid) this.onStatement(start, end);
    return { start, end, rule: "statement", items: null };
  }

  private leftRecursive(rule: Rule, mark: number): Span | null {
    const key = mark * RULE_LIMIT + rule.id;
    const remembered = this.remembered(key);
    if (remembered !== undefined) {
      this.mark = remembered.mark;
      return remembered.result;
    }
    let result: Span | null = null;
    let end = mark;
    for (;;) {
      this.memo.set(key, { result, mark: end });
      this.mark = mark;
      const longer = this.alternatives(rule.alternatives, rule);
      if (longer === null || this.mark <= end) break;
      end = this.mark;
      result = longer;
    }
    this.mark = end;
    return result;
  }

  private alternatives(alternatives: readonly Alternative[], rule: Rule | null): Span | null {
    const mark = this.mark;
    for (const alternative of alternatives) {
      if (alternative.invalid && !this.callInvalid) continue;
      this.mark = mark;
      const captures: Captures = { a: null, b: null };
      const { items } = alternative;
      let single: Span | null = null;
      let results = 0;
      let cut = false;
      let i = 0;
      for (; i < items.length; i++) {
        const item = items[i];
        if (item.op === "cut") {
          cut = true;
          continue;
        }
        const result = this.item(item);
        if (result === null) break;
        if (item.op !== "look") {
          results++;
          single = result;
        }
        const name = alternative.captures[i];
        if (name === "a") captures.a = result;
        else if (name === "b") captures.b = result;
      }
      if (i < items.length) {
        if (cut) return null;
        continue;
      }
      const whole: Span =
        rule === null && results === 1
          ? single!
          : { start: mark, end: this.mark, rule: (rule?.name ?? "") as RuleName, items: null };
      const { action } = alternative;
      if (action.length === 0) return whole;
      const run = this.actions[action[0]];
      if (run === undefined) throw new ParserInternalError(`no such grammar action: ${action[0]}`);
      // As in CPython, an action without a result ends the rule: the other alternatives are not tried.
      return run(this, action, captures, whole);
    }
    return null;
  }

  private item(item: Item): Span | null {
    switch (item.op) {
      case "token":
        return this.token(item.kind);
      case "rule":
        return this.rule(item.rule);
      case "soft":
        this.read();
        if (this.kind[this.mark] !== T.NAME || this.text(this.mark) !== item.word) return null;
        return this.token(T.NAME);
      case "softKeyword":
        this.read();
        if (this.kind[this.mark] !== T.NAME) return null;
        if (!softKeywords.includes(this.text(this.mark))) return null;
        return this.token(T.NAME);
      case "group":
        return this.alternatives(item.alternatives, null);
      case "optional": {
        const mark = this.mark;
        const result = this.item(item.item);
        if (result !== null) return result;
        this.mark = mark;
        return { start: mark, end: mark, rule: "", items: [] };
      }
      case "repeat":
        return this.repeat(item.item, item.min, item.separator);
      case "look": {
        const mark = this.mark;
        const result = this.item(item.item);
        this.mark = mark;
        return (result !== null) === item.positive ? { start: mark, end: mark, rule: "", items: null } : null;
      }
      case "force": {
        this.read();
        if (this.kind[this.mark] !== item.kind) this.onMissing(item.text);
        return this.token(item.kind);
      }
      case "cut":
        throw new ParserInternalError("a cut stands outside of an alternative");
    }
  }

  private token(kind: number): Span | null {
    this.read();
    if (this.kind[this.mark] !== kind) return null;
    const start = this.mark++;
    if (kind === T.NUMBER) this.onNumber(start);
    return { start, end: start + 1, rule: "", items: null };
  }

  private repeat(item: Item, min: number, separator: number): Span | null {
    const start = this.mark;
    const items: Span[] = [];
    for (;;) {
      const mark = this.mark;
      if (separator >= 0 && items.length > 0 && this.token(separator) === null) {
        this.mark = mark;
        break;
      }
      const result = this.item(item);
      if (result === null) {
        this.mark = mark;
        break;
      }
      items.push(result);
      if (this.mark === mark) break;
    }
    return items.length < min ? null : { start, end: this.mark, rule: "", items };
  }

  /** The text of a token. */
  text(token: number): string {
    const { start, end } = this.lexer.tokens;
    return this.lexer.src.substring(start[token], end[token]);
  }
}
