import { Lexer } from "./lexer.js";
import { T } from "./tokens.js";

/** Lines that go on with a compound statement: they do not begin a statement of their own. */
const continues: ReadonlySet<number> = new Set([T.ELIF, T.ELSE, T.EXCEPT, T.FINALLY]);

/** What may be followed by a block. */
const opensBlock: ReadonlySet<number> = new Set([
  ...continues,
  ...[T.IF, T.WHILE, T.FOR, T.TRY, T.WITH, T.DEF, T.CLASS, T.ASYNC],
]);

/**
 * What a clause is depends on all that follows it: the quotes of a string that is open at the end of the text, or anything
 * else ("?"). Empty where it is known.
 */
export type Open = "" | '"""' | "'''" | "?";

/** A logical line at the margin, with the block below it. Lines count from 0. */
export interface Clause {
  line: number;
  /** First line of the block; -1 if there is none. */
  bodyLine: number;
  /** Goes on with the statement of the clause before. */
  joins: boolean;
  /** The lexer stopped in it. */
  stopped: boolean;
  open: Open;
}

/** What can begin a statement where a text could not be scanned. */
export const marginStart: RegExp = /^[A-Za-z_@\u0080-\uffff]/;

/** The first line behind `at` that begins with what can begin a statement at the margin; else the end. */
function nextAtMargin(text: string, at: number): number {
  const margin = /\n(?=[A-Za-z_@\u0080-\uffff])/g;
  margin.lastIndex = at;
  const match = margin.exec(text);
  return match === null ? text.length : match.index + 1;
}

function clauseAt(line: number, joins: boolean): Clause {
  return { line, bodyLine: -1, joins, stopped: false, open: "" };
}

/** How often a text may be scanned again from an error on before the rest is taken line by line. */
const MAX_SCANS = 8;

/** Splits a text into clauses; see {@link splitClauses}. */
class Splitter {
  readonly clauses: Clause[] = [];
  private readonly text: string;
  /** Index and number of the line from which scanning goes on. */
  private from = 0;
  private line = 0;

  constructor(text: string) {
    // The lexer takes a NUL for its end mark; any other character that Python has no use for will do.
    this.text = text.replaceAll("\0", "\u0001");
  }

  run(): Clause[] {
    let budget = MAX_SCANS * this.text.length;
    while (this.from < this.text.length) {
      this.clauses.push(clauseAt(this.line, false));
      if (budget < 0) this.goOn(nextAtMargin(this.text, this.from));
      else {
        budget -= this.text.length - this.from;
        this.scan();
      }
    }
    return this.clauses;
  }

  /** Moves to a line further down. */
  private goOn(to: number): void {
    for (let at = this.text.indexOf("\n", this.from); at >= 0 && at < to; ) {
      this.line++;
      at = this.text.indexOf("\n", at + 1);
    }
    this.from = to;
  }

  /** The quotes of a string that is open. */
  private quotesAt(at: number): Open {
    const text = this.text.slice(at, at + 5);
    return text.includes('"""') ? '"""' : text.includes("'''") ? "'''" : "?";
  }

  /** Scans from the current line to the first error or the end. */
  private scan(): void {
    const { clauses, from } = this;
    const lexer = new Lexer(this.text.slice(from), { firstLine: this.line });
    const complete = lexer.run();
    const { kind, line, length } = lexer.tokens;
    let clause = clauses[clauses.length - 1];
    let lastKind: number = T.ENDMARKER;
    let depth = 0;
    let atStart = true;
    let newline = 0;
    let decorated = false;
    for (let i = 0; i < length && kind[i] !== T.ERRORTOKEN && kind[i] !== T.ENDMARKER; i++) {
      const current = kind[i];
      if (current === T.NEWLINE) {
        atStart = true;
        newline = line[i];
      } else if (current === T.INDENT) {
        if (depth++ === 0 && clause.bodyLine < 0) clause.bodyLine = newline + 1;
      } else if (current === T.DEDENT) depth--;
      else if (atStart) {
        atStart = false;
        if (depth > 0) continue;
        if (line[i] > clause.line) {
          clause = clauseAt(line[i], decorated);
          clauses.push(clause);
        }
        clause.joins ||= continues.has(current);
        lastKind = current;
        decorated = current === T.AT;
      }
    }
    if (complete) {
      clause.open = decorated ? "?" : "";
      this.from = this.text.length;
      return;
    }
    // A line that could not be scanned to its end may have a block all the same.
    if (clause.bodyLine < 0 && opensBlock.has(lastKind)) clause.bodyLine = clause.line + 1;
    // An open bracket or string is noticed far behind its beginning: go on behind the line that it began on.
    const { level, insideFormattedString: inside } = lexer;
    const error = lexer.error!;
    const early = error.eof || error.unterminated || level > 0;
    const last = from + lexer.lineStart(clause.line);
    this.goOn(nextAtMargin(this.text, Math.max(last, early ? last : from + error.pos - 1)));
    const beyond = error.unterminated || from + error.pos >= this.from;
    clause.stopped = true;
    if (beyond ? inside || level === 0 : inside && /"""|'''/.test(this.text))
      clause.open = error.unterminated && !inside ? this.quotesAt(from + error.pos - 1) : "?";
  }
}

/**
 * Splits a text into the logical lines at its margin, each with the block below it. Where the text cannot be scanned,
 * a clause ends at the next line that begins at the margin. Takes time linear in the text's length.
 *
 * @param text source with `\n` line ends and a final one
 */
export function splitClauses(text: string): Clause[] {
  return new Splitter(text).run();
}
