import type { Module, stmt } from "@adder/ast";
import { byteCount, codePointCount } from "./diagnose/location.js";
import { type ParserWarning, PythonSyntaxError } from "./errors.js";
import { acceptText, type ParseOptions, parseText, recoverText } from "./parse-module.js";
import { type Clause, type Open, splitClauses } from "./segments.js";
import {
  type Block,
  blocksOf,
  correctPiece,
  type ErrorStatement,
  isErrorExpression,
  mendEnd,
  type Piece,
  type TolerantStatement,
} from "./tolerant-tree.js";

/** Options of `parseModule` that make sense for a whole file that is being edited. */
export type TolerantOptions = Omit<ParseOptions, "mode" | "dontImplyDedent" | "allowIncomplete" | "decoder">;

/** Blocks within blocks that are looked into, as many as CPython lets be indented. */
const MAX_DEPTH = 100;

const spaceAtStart = /^[ \t\f]*/;

/** What stands on a line before its first character that is neither space nor comment; null if there is none. */
export function indentOf(line: string): string | null {
  const indent = spaceAtStart.exec(line)![0];
  const c = line.charCodeAt(indent.length);
  return Number.isNaN(c) || c === 35 ? null : indent;
}

/**
 * The statements of a block that begins at line `first`, null when `parse` makes none of it. An indented one is parsed as
 * the block of a statement on the line before.
 */
function parseBlock(
  text: string,
  first: number,
  indent: string,
  parse: (text: string, line: number) => Module | null,
): stmt[] | null {
  if (indent === "") return parse(text, first + 1)?.body ?? null;
  const body = parse(`if 1:\n${text}`, first)?.body ?? [];
  const [wrapper] = body;
  return body.length === 1 && wrapper.nodeType === "If" ? wrapper.body : null;
}

/**
 * Parses a source block by block, so that a block's errors do not hide what stands around it. What becomes of a piece
 * depends on its own text alone: a parse after an edit may take it from the one before.
 */
export class TolerantParser {
  private readonly lines: readonly string[];
  /** What some piece is depends on all that follows it, and not just on how a string goes on. */
  entangled = false;
  /** The string, if any, that is open at the end of a block. */
  open: Open = "";
  /** Lines that were scanned, those of a block within a block once for each. */
  work = 0;
  /** What can be done only when all statements have their places. */
  private readonly last: (() => void)[] = [];
  private readonly options: TolerantOptions;

  /** @param lines those of a source */
  constructor(lines: readonly string[], options: TolerantOptions) {
    this.lines = lines;
    this.options = options;
  }

  /** The pieces of the lines from `first` to `end`, which stand in a block `depth` blocks deep. */
  parse(first: number, end: number, indent: string, depth: number): Piece[] {
    const pieces = this.block(first, end, indent, depth);
    for (const step of this.last) step();
    return pieces;
  }

  /** The pieces of the lines from `first` to `end`, whose statements have `indent` in front. */
  private block(first: number, end: number, indent: string, depth: number): Piece[] {
    const statements: Clause[][] = [];
    this.work += end - first;
    for (const clause of this.clauses(first, end, indent)) {
      if (clause.joins && statements.length > 0) statements[statements.length - 1].push(clause);
      else statements.push([clause]);
      if (clause.open !== "") this.runsOn(clause.open);
    }
    return this.pieces(statements, end, indent, depth);
  }

  private runsOn(open: Open): void {
    if (open === "?" || (this.open !== "" && this.open !== open)) this.entangled = true;
    this.open = open;
  }

  /** The pieces of statements up to line `end`: one, where all are Python together, else those of both halves. */
  private pieces(statements: readonly Clause[][], end: number, indent: string, depth: number): Piece[] {
    const { length } = statements;
    if (length === 0) return [];
    if (length === 1) return [this.piece(statements[0], end, indent, depth)];
    const first = statements[0][0].line;
    const stopped = statements.some((clauses) => clauses.some((clause) => clause.stopped));
    if (!stopped && this.fits(first, end, indent)) {
      const nodes = this.accept(this.text(first, end), first, indent);
      if (nodes !== null) return [correctPiece(first, end, nodes)];
    }
    const half = length >> 1;
    const middle = statements[half][0].line;
    const before = this.pieces(statements.slice(0, half), middle, indent, depth);
    return before.concat(this.pieces(statements.slice(half), end, indent, depth));
  }

  /** The clauses of the lines from `first` to `end`. */
  private clauses(first: number, end: number, indent: string): Clause[] {
    const clauses = splitClauses(this.dedented(first, end, indent));
    for (const clause of clauses) {
      clause.line += first;
      if (clause.bodyLine >= 0) clause.bodyLine += first;
    }
    return clauses;
  }

  private text(first: number, end: number): string {
    return `${this.lines.slice(first, end).join("\n")}\n`;
  }

  /** Lines without the indentation of their block. */
  private dedented(first: number, end: number, indent: string): string {
    if (indent === "") return this.text(first, end);
    const rows: string[] = [];
    for (let i = first; i < end; i++) {
      const line = this.lines[i];
      rows.push(line.startsWith(indent) ? line.slice(indent.length) : line.replace(spaceAtStart, ""));
    }
    return `${rows.join("\n")}\n`;
  }

  /** The first line with code; -1 if there is none. */
  private firstCode(first: number, end: number): number {
    for (let i = first; i < end; i++) if (indentOf(this.lines[i]) !== null) return i;
    return -1;
  }

  /** Whether the first line with code has just the indentation of its block. */
  private fits(first: number, end: number, indent: string): boolean {
    const code = this.firstCode(first, end);
    return code >= 0 && indentOf(this.lines[code]) === indent;
  }

  private piece(clauses: readonly Clause[], end: number, indent: string, depth: number): Piece {
    const first = clauses[0].line;
    const piece = correctPiece(first, end, []);
    piece.stops = clauses.filter((clause) => clause.stopped).length;
    piece.open = clauses[clauses.length - 1].open;
    if (this.firstCode(first, end) < 0) return piece;
    if (this.lines[end - 1].endsWith("\\")) this.entangled = true;
    const fits = this.fits(first, end, indent);
    const blocks = fits && depth < MAX_DEPTH ? this.blocks(clauses, end, indent) : [];
    if (fits && piece.stops === 0) {
      const nodes = this.accept(this.text(first, end), first, indent);
      if (nodes !== null) return { ...piece, nodes };
    }
    if (blocks.length > 0) {
      const nodes = this.accept(this.skeleton(first, end, blocks), first, indent);
      if (nodes !== null) return this.assemble({ ...piece, nodes }, blocks, depth);
    }
    return this.broken(piece, indent, blocks, fits, depth);
  }

  /** The blocks of some clauses, those of the cases of a `match` among them. */
  private blocks(clauses: readonly Clause[], end: number, indent: string): Block[] {
    const blocks: Block[] = [];
    for (let i = 0; i < clauses.length; i++) {
      const { line, bodyLine } = clauses[i];
      const last = i + 1 < clauses.length ? clauses[i + 1].line : end;
      if (bodyLine < 0) continue;
      const code = this.firstCode(bodyLine, last);
      const inner = code < 0 ? null : indentOf(this.lines[code]);
      if (inner === null || inner.length <= indent.length) continue;
      const isMatch = /^match\b/.test(this.lines[line].slice(indent.length));
      if (isMatch && /^case\b/.test(this.lines[code].slice(inner.length))) {
        blocks.push(...this.blocks(this.clauses(code, last, inner), last, inner));
      } else blocks.push({ first: bodyLine, end: last, indent: inner, body: [], pieces: [] });
    }
    return blocks;
  }

  /** The statements of a text that begins at line `first`; null when it is not Python. */
  private accept(text: string, first: number, indent: string): stmt[] | null {
    const warnings: ParserWarning[] = [];
    const onWarning =
      this.options.onWarning === undefined ? undefined : (w: ParserWarning) => void warnings.push(w);
    const options = { ...this.options, onWarning };
    try {
      const parse = onWarning === undefined ? acceptText : parseText;
      const nodes = parseBlock(text, first, indent, (block, line) => parse(block, options, line) as Module);
      if (nodes !== null) for (const warning of warnings) this.options.onWarning?.(warning);
      return nodes;
    } catch (reason) {
      if (reason instanceof PythonSyntaxError) return null;
      throw reason;
    }
  }

  /** The statements of a text that is not Python, with errors in their expressions; null where that is not enough. */
  private recover(text: string, first: number, indent: string): TolerantStatement[] | null {
    const options = { ...this.options, onWarning: undefined };
    const nodes = parseBlock(text, first, indent, (block, line) => recoverText(block, options, line));
    const isError = (node: stmt) => node.nodeType === "Expr" && isErrorExpression(node.value);
    return nodes === null || nodes.some(isError) ? null : nodes;
  }

  /** What the strict parser says of a text that begins at line `first`. */
  private explain(text: string, first: number, indent: string, fits: boolean): PythonSyntaxError {
    const options = { ...this.options, onWarning: undefined };
    const before = indent === "" ? "" : fits ? "if 1:\n" : `if 1:\n${indent}pass\n`;
    try {
      parseText(before + text, options, first + 2 - before.split("\n").length);
    } catch (reason) {
      if (reason instanceof PythonSyntaxError) return reason;
      throw reason;
    }
    const location = {
      lineno: first + 1,
      offset: 1,
      endLineno: first + 1,
      endOffset: 1,
      text: this.lines[first],
    };
    return new PythonSyntaxError("SyntaxError", "invalid syntax", options.filename ?? "<unknown>", location);
  }

  /** A statement's lines with `pass` in the place of each block. */
  private skeleton(first: number, end: number, blocks: readonly Block[]): string {
    const rows = this.lines.slice(first, end);
    for (const block of blocks) {
      rows.fill("", block.first - first, block.end - first);
      rows[block.first - first] = `${block.indent}pass`;
    }
    return `${rows.join("\n")}\n`;
  }

  /** Parses the blocks of a piece that was parsed without them. */
  private assemble(piece: Piece, blocks: readonly Block[], depth: number): Piece {
    const byLine = new Map(blocks.map((block) => [block.first + 1, block]));
    const fill = (list: readonly TolerantStatement[]): void => {
      for (const node of list) {
        const inner = blocksOf(node);
        for (const body of inner) {
          const block =
            body.length === 1 && body[0].nodeType === "Pass" ? byLine.get(body[0].lineno) : undefined;
          if (block === undefined) fill(body);
          else {
            this.fill(block, depth);
            body.length = 0;
            for (const piece of block.pieces) for (const statement of piece.nodes) body.push(statement);
            block.body = body;
          }
        }
        if (inner.length > 0) this.last.push(() => mendEnd(node));
      }
    };
    fill(piece.nodes);
    return { ...piece, blocks };
  }

  private fill(block: Block, depth: number): void {
    block.pieces = this.block(block.first, block.end, block.indent, depth + 1);
  }

  /**
   * A piece that is not Python: a statement with errors in its expressions, or error statements, each with the statements
   * of its block.
   */
  private broken(
    piece: Piece,
    indent: string,
    blocks: readonly Block[],
    fits: boolean,
    depth: number,
  ): Piece {
    const { first, end } = piece;
    const text = this.skeleton(first, end, blocks);
    const diagnostics = [this.explain(text, first, indent, fits)];
    const recovered = fits ? this.recover(text, first, indent) : null;
    if (recovered !== null) {
      const result = { ...piece, nodes: recovered, diagnostics };
      return blocks.length > 0 ? this.assemble(result, blocks, depth) : result;
    }
    const nodes: ErrorStatement[] = [];
    let start = first;
    for (const block of blocks) {
      this.fill(block, depth);
      block.body = block.pieces.flatMap((inner) => inner.nodes);
      nodes.push(this.errorStatement(start, block.first, block.body));
      start = block.end;
    }
    if (this.firstCode(start, end) >= 0) nodes.push(this.errorStatement(start, end, []));
    return { ...piece, nodes, blocks, diagnostics };
  }

  private errorStatement(first: number, end: number, body: readonly TolerantStatement[]): ErrorStatement {
    const start = Math.max(first, this.firstCode(first, end));
    let last = end - 1;
    while (last > start && this.lines[last].trim() === "") last--;
    const text = this.lines[last].trimEnd();
    const characters = codePointCount(text, 0, text.length);
    const below = body[body.length - 1];
    const node = {
      nodeType: "ErrorStatement" as const,
      body,
      lineno: start + 1,
      col_offset: indentOf(this.lines[start])?.length ?? 0,
      end_lineno: last + 1,
      end_col_offset: this.options.columns === "codepoint" ? characters : byteCount(text, characters),
    };
    if (below !== undefined) this.last.push(() => mendEnd(node));
    return node;
  }
}
