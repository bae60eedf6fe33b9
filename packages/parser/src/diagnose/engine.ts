import { ParserInternalError } from "../errors.js";
import type { RuleName } from "../generated/grammar.js";
import type { Lexer } from "../lexer.js";
import { MAX_DEPTH } from "../token-parser.js";
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

type Attempt = Item & { readonly op: "optional" | "look" };

/** A call of the grammar that yields those that it waits for. */
type Matching = Generator<Matching, Span | null, Span | null>;

function isCall(found: Span | null | Matching): found is Matching {
  return found !== null && "next" in found;
}

/** Thrown when rules call one another more deeply than CPython allows. */
export class TooComplex {}

interface Memo {
  readonly result: Span | null;
  readonly mark: number;
}

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
  run(start: Rule): Span | null {
    // Calls wait here instead of on the host's stack, which is too small for what CPython's parser takes.
    const waiting: Matching[] = [];
    let current = this.alternatives(start.alternatives, start);
    let result: Span | null = null;
    for (;;) {
      const step = current.next(result);
      if (!step.done) {
        waiting.push(current);
        current = step.value;
        result = null;
        continue;
      }
      result = step.value;
      const caller = waiting.pop();
      if (caller === undefined) return result;
      current = caller;
    }
  }

  /** One level deeper, as when CPython's parser calls a function. */
  private enter(): void {
    if (++this.depth > MAX_DEPTH) throw new TooComplex();
  }

  /** What an item matches, or how to find out. */
  private item(item: Item): Span | null | Matching {
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
      case "optional":
      case "look":
        return this.attempt(item);
      case "repeat":
        return this.repeat(item.item, item.min, item.separator);
      case "force": {
        this.read();
        if (this.kind[this.mark] !== item.kind) this.onMissing(item.text);
        return this.token(item.kind);
      }
      case "cut":
        throw new ParserInternalError("a cut stands outside of an alternative");
    }
  }

  private rule(rule: Rule): Span | null | Matching {
    const { mark } = this;
    if (rule.memo || rule.leftRecursive) {
      this.read();
      const remembered = this.memo.get(mark * RULE_LIMIT + rule.id);
      if (remembered !== undefined) {
        if (this.depth === MAX_DEPTH) throw new TooComplex();
        this.mark = remembered.mark;
        return remembered.result;
      }
      if (rule.leftRecursive) return this.leftRecursive(rule, mark);
    } else if (rule.name === "statement") {
      const known = this.statements.get(mark);
      if (known !== undefined) return this.knownStatement(mark, known);
    }
    return this.alternatives(rule.alternatives, rule);
  }

  /** Steps over a statement that the parser proper has accepted, reading what it reads. */
  private knownStatement(start: number, end: number): Span {
    this.mark = end - 1;
    this.read();
    this.mark = end;
    if (this.callInvalid) this.onStatement(start, end);
    return { start, end, rule: "statement", items: null };
  }

  private *leftRecursive(rule: Rule, mark: number): Matching {
    const key = mark * RULE_LIMIT + rule.id;
    let result: Span | null = null;
    let end = mark;
    this.enter();
    for (;;) {
      this.memo.set(key, { result, mark: end });
      this.mark = mark;
      const longer: Span | null = yield this.alternatives(rule.alternatives, rule);
      if (longer === null || this.mark <= end) break;
      end = this.mark;
      result = longer;
    }
    this.depth--;
    this.mark = end;
    return result;
  }

  /** The alternatives of a rule, or those of a group where `rule` is null. */
  private *alternatives(alternatives: readonly Alternative[], rule: Rule | null): Matching {
    // CPython's generator makes a function of a group, unless that is a single item.
    const [{ items, action }] = alternatives;
    const calls = rule !== null || alternatives.length > 1 || items.length > 1 || action.length > 0;
    if (calls) this.enter();
    const { mark, callInvalid } = this;
    if (rule?.withoutInvalid) this.callInvalid = false;
    let result: Span | null = null;
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
        const found = this.item(item);
        const span: Span | null = isCall(found) ? yield found : found;
        if (span === null) break;
        if (item.op !== "look") {
          results++;
          single = span;
        }
        const name = alternative.captures[i];
        if (name === "a") captures.a = span;
        else if (name === "b") captures.b = span;
      }
      if (i < items.length) {
        if (cut) break;
        continue;
      }
      result =
        rule === null && results === 1
          ? single!
          : { start: mark, end: this.mark, rule: (rule?.name ?? "") as RuleName, items: null };
      const { action } = alternative;
      // As in CPython, an action without a result ends the rule: the other alternatives are not tried.
      if (action.length > 0) result = this.actions[action[0]](this, action, captures, result);
      break;
    }
    if (calls) this.depth--;
    this.callInvalid = callInvalid;
    if (rule?.memo) this.memo.set(mark * RULE_LIMIT + rule.id, { result, mark: this.mark });
    return result;
  }

  /** What may be missing, or is only looked at. */
  private attempt(item: Attempt): Span | null | Matching {
    const { mark } = this;
    const found = this.item(item.item);
    return isCall(found) ? this.attemptCall(item, mark, found) : this.attempted(item, mark, found);
  }

  private *attemptCall(item: Attempt, mark: number, call: Matching): Matching {
    return this.attempted(item, mark, yield call);
  }

  private attempted(item: Attempt, mark: number, span: Span | null): Span | null {
    if (item.op === "optional" && span !== null) return span;
    this.mark = mark;
    if (item.op === "optional") return { start: mark, end: mark, rule: "", items: [] };
    return (span !== null) === item.positive ? { start: mark, end: mark, rule: "", items: null } : null;
  }

  private *repeat(item: Item, min: number, separator: number): Matching {
    const start = this.mark;
    const items: Span[] = [];
    // CPython has a function for this, and a second one for what stands behind separators.
    const { depth } = this;
    this.enter();
    for (;;) {
      const { mark } = this;
      if (separator >= 0 && items.length > 0) {
        if (this.depth === depth + 1) this.enter();
        if (this.token(separator) === null) {
          this.mark = mark;
          break;
        }
      }
      const found = this.item(item);
      const span: Span | null = isCall(found) ? yield found : found;
      if (span === null) {
        this.mark = mark;
        break;
      }
      items.push(span);
      if (this.mark === mark) break;
    }
    this.depth = depth;
    return items.length < min ? null : { start, end: this.mark, rule: "", items };
  }

  private token(kind: number): Span | null {
    this.read();
    if (this.kind[this.mark] !== kind) return null;
    const start = this.mark++;
    if (kind === T.NUMBER) this.onNumber(start);
    return { start, end: start + 1, rule: "", items: null };
  }

  /** The text of a token. */
  text(token: number): string {
    const { start, end } = this.lexer.tokens;
    return this.lexer.src.substring(start[token], end[token]);
  }
}
