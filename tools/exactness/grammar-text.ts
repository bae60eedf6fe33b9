/** Writes sequences of the grammar's tokens as source. */
import { operatorKinds } from "../../packages/parser/src/diagnose/read-grammar.js";
import { keywords, softKeywords, T, tokenNames } from "../../packages/parser/src/tokens.js";

/** A token of a program that is made, or what the grammar demands of the next one. */
export interface Symbol {
  /** Name of the token's kind; a keyword itself; empty where this is no token. */
  readonly kind: string;
  /** Its text, where the kind alone does not tell. */
  readonly text?: string;
  /** Tokens that stand for this one, written without space between them. */
  readonly glued?: readonly Symbol[];
  /** The next token must be of these kinds, or must not. */
  readonly look?: { readonly positive: boolean; readonly kinds: readonly string[] };
}

/** Name of a kind of token; a keyword is its own. */
export function kindName(kind: number): string {
  return kind >= T.FALSE ? keywords[kind - T.FALSE] : tokenNames[kind];
}

const texts: Readonly<Record<string, string>> = {
  NUMBER: "1",
  STRING: "'s'",
  FSTRING_START: 'f"',
  FSTRING_MIDDLE: "m",
  FSTRING_END: '"',
  TSTRING_START: 't"',
  TSTRING_MIDDLE: "m",
  TSTRING_END: '"',
  ENDMARKER: "",
  ...Object.fromEntries(Object.entries(operatorKinds).map(([text, kind]) => [kindName(kind), text])),
};

const opening = new Set(["LPAR", "LSQB", "LBRACE"]);
const closing = new Set(["RPAR", "RSQB", "RBRACE"]);

/** Names `a`, `b`, ..., `z`, `a1`, ... that are no keywords. */
function* names(): Generator<string, never, undefined> {
  for (let i = 0; ; i++) {
    const name = String.fromCharCode(97 + (i % 26)) + (i < 26 ? "" : Math.floor(i / 26));
    if (!keywords.includes(name) && !softKeywords.includes(name)) yield name;
  }
}

class Writer {
  private out = "";
  private line = "";
  private depth = 0;
  private readonly names = names();
  /** Names that a `nonlocal` statement mentions. */
  readonly nonlocal: string[] = [];
  private statement = "";

  constructor(private indent: number) {}

  private text(symbol: Symbol): string {
    const { kind, glued } = symbol;
    if (glued !== undefined) return this.glue(glued);
    if (kind === "NAME") {
      const name = this.names.next().value;
      if (this.statement === "nonlocal") this.nonlocal.push(name);
      return name;
    }
    return symbol.text ?? texts[kind] ?? kind;
  }

  /** Parts of a string, with space only where words or braces would run together. */
  private glue(symbols: readonly Symbol[]): string {
    let text = "";
    for (const symbol of symbols) {
      if (symbol.look !== undefined) continue;
      const next = this.text(symbol);
      const together = (/\w$/.test(text) && /^\w/.test(next)) || (text.endsWith("{") && next.startsWith("{"));
      text += together ? ` ${next}` : next;
    }
    return text;
  }

  write(symbol: Symbol): void {
    const { kind } = symbol;
    if (kind === "INDENT") this.indent++;
    else if (kind === "DEDENT") this.indent--;
    else if (kind === "NEWLINE") this.end();
    else if (kind === "TYPE_COMMENT") {
      this.line += " # type: int";
      if (this.depth > 0) this.end();
    } else if (symbol.look === undefined) {
      if (this.line === "") this.statement = kind;
      if (opening.has(kind)) this.depth++;
      if (closing.has(kind)) this.depth--;
      const text = this.text(symbol);
      if (text !== "") this.line += this.line === "" ? text : ` ${text}`;
    }
  }

  private end(): void {
    this.out += `${this.line === "" ? "" : "    ".repeat(this.indent)}${this.line}\n`;
    this.line = "";
  }

  finish(): string {
    return this.line === "" ? this.out : this.out + "    ".repeat(this.indent) + this.line;
  }
}

/** What a program must stand in so that its statements are where they belong. */
function surroundings(symbols: readonly Symbol[]): string[] {
  const flat = (list: readonly Symbol[]): Symbol[] =>
    list.flatMap((symbol) => (symbol.glued === undefined ? [symbol] : flat(symbol.glued)));
  const tokens = flat(symbols).filter(({ look }) => look === undefined);
  const has = (...kinds: string[]) => tokens.some(({ kind }) => kinds.includes(kind));
  const isAsync = tokens.some(
    ({ kind }, i) => kind === "await" || (kind === "async" && tokens[i + 1]?.kind !== "def"),
  );
  const lines: string[] = [];
  if (has("nonlocal")) lines.push("def outer():");
  if (isAsync) lines.push("async def function():");
  else if (has("return", "yield", "nonlocal")) lines.push("def function():");
  if (has("break", "continue")) lines.push("while condition:");
  return lines;
}

/** A program of these tokens; one of a whole file stands in functions and loops as its statements need. */
export function programText(symbols: readonly Symbol[], isFile: boolean): string {
  const around = isFile ? surroundings(symbols) : [];
  const writer = new Writer(around.length);
  for (const symbol of symbols) writer.write(symbol);
  const text = writer.finish();
  const lines = around.map((line, i) => `${"    ".repeat(i)}${line}\n`);
  if (writer.nonlocal.length > 0) lines.splice(1, 0, `    ${writer.nonlocal.join(" = ")} = None\n`);
  return lines.join("") + text;
}
