import type { Module, stmt } from "@adder/ast";
import { byteCount, codePointCount } from "./diagnose/location.js";
import { type ParserWarning, PythonSyntaxError } from "./errors.js";
import { acceptText, type ParseOptions, parseText, recoverText } from "./parse-module.js";
import type { Reuse } from "./reuse.js";
import { type Clause, splitClauses } from "./segments.js";
import {
  blocksOf,
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

/** Statements of fewer lines are parsed as a whole before their blocks are. */
const SMALL = 40;

/** A block that a placeholder stands for while the statement around it is parsed; lines count from 0. */
interface Block {
  readonly first: number;
  readonly end: number;
  readonly indent: string;
}

const spaceAtStart = /^[ \t\f]*/;

/** What stands on a line before its first character that is neither space nor comment; null if there is none. */
function indentOf(line: string): string | null {
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
  readonly lines: readonly string[];
  /** A piece goes on in the next one: pieces do not show what the whole is. */
  entangled = false;
  /** What can be done only when all statements have their places. */
  private readonly last: (() => void)[] = [];
  private readonly options: TolerantOptions;
  private readonly reuse: Reuse | null;

  /** @param text source with `\n` line ends and a final one */
  constructor(text: string, options: TolerantOptions, reuse: Reuse | null) {
    this.lines = text.split("\n");
    this.options = options;
    this.reuse = reuse;
  }

  /** The pieces of the whole source. */
  parse(): Piece[] {
    const pieces = this.block(0, this.lines.length - 1, "", 0);
    this.reuse?.finish();
    for (const step of this.last) step();
    return pieces;
  }

  /** The pieces of the lines from `first` to `end`, whose statements have `indent` in front. */
  private block(first: number, end: number, indent: string, depth: number): Piece[] {
    const pieces: Piece[] = [];
    const clauses = splitClauses(this.dedented(first, end, indent));
    for (let i = 0; i < clauses.length; ) {
      let next = i + 1;
      while (next < clauses.length && clauses[next].joins) next++;
      const last = next < clauses.length ? first + clauses[next].line : end;
      const own = clauses.slice(i, next).map((clause) => ({
        ...clause,
        line: first + clause.line,
        bodyLine: clause.bodyLine < 0 ? -1 : first + clause.bodyLine,
      }));
      pieces.push(this.piece(own, last, indent, depth));
      i = next;
    }
    return pieces;
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

  private piece(clauses: readonly Clause[], end: number, indent: string, depth: number): Piece {
    const first = clauses[0].line;
    const code = this.firstCode(first, end);
    const piece = { first, end, indent, nodes: [], diagnostics: [], children: null };
    if (code < 0) return piece;
    const known = this.reuse?.find(first, end, indent, code);
    if (known !== undefined) return known;
    if (this.lines[end - 1].endsWith("\\")) this.entangled = true;
    const fits = indentOf(this.lines[code]) === indent;
    const blocks = fits && depth < MAX_DEPTH ? this.blocks(clauses, end, indent) : [];
    const byBlocks = this.reuse !== null && end - first > SMALL && this.endsPlainly(blocks);
    if (!byBlocks && fits) {
      const nodes = this.accept(this.text(first, end), first, indent);
      if (nodes !== null) return { ...piece, nodes };
    }
    if (blocks.length > 0) {
      const nodes = this.accept(this.skeleton(first, end, blocks), first, indent);
      if (nodes !== null) return this.assemble({ ...piece, nodes }, blocks, depth);
    }
    return this.broken(clauses, end, indent, blocks, fits, depth);
  }

  /** Whether the last statement of each block ends with its last token: a semicolon is no part of it. */
  private endsPlainly(blocks: readonly Block[]): boolean {
    for (const { first, end } of blocks) {
      let last = end - 1;
      while (last > first && indentOf(this.lines[last]) === null) last--;
      if (this.lines[last].includes(";")) return false;
    }
    return blocks.length > 0;
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
        const cases = splitClauses(this.dedented(code, last, inner)).map((clause) => ({
          line: code + clause.line,
          bodyLine: clause.bodyLine < 0 ? -1 : code + clause.bodyLine,
          joins: true,
        }));
        blocks.push(...this.blocks(cases, last, inner));
      } else blocks.push({ first: bodyLine, end: last, indent: inner });
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
    const children: Piece[] = [];
    const byLine = new Map(blocks.map((block) => [block.first + 1, block]));
    const fill = (list: TolerantStatement[]): void => {
      for (const node of list) {
        const inner = blocksOf(node);
        for (const body of inner) {
          const block =
            body.length === 1 && body[0].nodeType === "Pass" ? byLine.get(body[0].lineno) : undefined;
          if (block === undefined) fill(body);
          else {
            const pieces = this.block(block.first, block.end, block.indent, depth + 1);
            children.push(...pieces);
            body.length = 0;
            for (const piece of pieces) for (const statement of piece.nodes) body.push(statement);
          }
        }
        if (inner.length > 0) this.last.push(() => mendEnd(node));
      }
    };
    fill(piece.nodes);
    const diagnostics = [...piece.diagnostics, ...children.flatMap((child) => child.diagnostics)];
    return { ...piece, diagnostics, children };
  }

  /**
   * Clauses that are not Python: a statement with errors in its expressions, or error statements, each with the statements
   * of its block.
   */
  private broken(
    clauses: readonly Clause[],
    end: number,
    indent: string,
    blocks: readonly Block[],
    fits: boolean,
    depth: number,
  ): Piece {
    const { line: first } = clauses[0];
    const text = blocks.length > 0 ? this.skeleton(first, end, blocks) : this.text(first, end);
    const diagnostics = [this.explain(text, first, indent, fits)];
    const recovered = fits ? this.recover(text, first, indent) : null;
    if (recovered !== null) {
      const piece = { first, end, indent, nodes: recovered, diagnostics, children: null };
      return blocks.length > 0 ? this.assemble(piece, blocks, depth) : piece;
    }
    const nodes: ErrorStatement[] = [];
    const children: Piece[] = [];
    let start = first;
    for (const block of blocks) {
      const pieces = this.block(block.first, block.end, block.indent, depth + 1);
      const body = pieces.flatMap((piece) => piece.nodes);
      nodes.push(this.errorStatement(start, block.first, body));
      children.push(...pieces);
      for (const piece of pieces) diagnostics.push(...piece.diagnostics);
      start = block.end;
    }
    if (this.firstCode(start, end) >= 0) nodes.push(this.errorStatement(start, end, []));
    return { first, end, indent, nodes, diagnostics, children };
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
