import { constantRepr, stringRepr } from "./constant-repr.js";
import { isEnumeration, nodeInfo } from "./fields.js";
import type { Node } from "./generated/nodes.js";
import type { ConstantValue } from "./located.js";

/** How `dump` writes; the names and defaults are those of Python's `ast.dump`. */
export interface DumpOptions {
  /** Write the names of fields; default true. */
  readonly annotateFields?: boolean;
  /** Write positions; default false. */
  readonly includeAttributes?: boolean;
  /** Spread over lines with this indentation (a number of spaces or a text); default one line. */
  readonly indent?: number | string | null;
  /** Write empty lists and None where they are the default; default false. */
  readonly showEmpty?: boolean;
}

const attributes = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

/** The text of Python's `ast.dump(node)` (Lib/ast.py). */
export function dump(node: Node, options: DumpOptions = {}): string {
  const indent = typeof options.indent === "number" ? " ".repeat(options.indent) : (options.indent ?? null);
  return new Dumper(
    options.annotateFields !== false,
    options.includeAttributes === true,
    indent,
    options.showEmpty === true,
  ).node(node, 0);
}

class Dumper {
  /** Whether the text written last fits on its parent's line. */
  private simple = true;

  constructor(
    private readonly annotate: boolean,
    private readonly positions: boolean,
    private readonly indent: string | null,
    private readonly showEmpty: boolean,
  ) {}

  node(node: Node, level: number): string {
    level++;
    const args: string[] = [];
    // Empty lists at the end are left out even where positions tell the fields apart.
    let pending: string[] = [];
    let allSimple = true;
    let keywords = this.annotate;
    const { fields, located } = nodeInfo(node.nodeType);
    const values = node as unknown as Record<string, unknown>;
    for (const { name, type, mark } of fields) {
      const value = values[name];
      if (value === null && mark === "?") {
        keywords = true;
        continue;
      }
      if (!this.showEmpty) {
        if (Array.isArray(value) && value.length === 0) {
          if (!keywords) pending.push("[]");
          continue;
        }
        if (!keywords) {
          args.push(...pending);
          pending = [];
        }
      }
      const text = Array.isArray(value) ? this.list(value, type, level) : this.value(value, type, level);
      allSimple = allSimple && this.simple;
      args.push(keywords ? `${name}=${text}` : text);
    }
    if (this.positions && located) for (const name of attributes) args.push(`${name}=${values[name]}`);
    if (allSimple && args.length <= 3) {
      this.simple = args.length === 0;
      return `${node.nodeType}(${args.join(", ")})`;
    }
    this.simple = false;
    return `${node.nodeType}(${this.join(args, level)})`;
  }

  private join(items: readonly string[], level: number): string {
    if (this.indent === null) return items.join(", ");
    const start = `\n${this.indent.repeat(level)}`;
    return start + items.join(`,${start}`);
  }

  private list(items: readonly unknown[], type: string, level: number): string {
    if (items.length === 0) {
      this.simple = true;
      return "[]";
    }
    level++;
    const text = this.join(
      items.map((item) => this.value(item, type, level)),
      level,
    );
    this.simple = false;
    return `[${text}]`;
  }

  private value(value: unknown, type: string, level: number): string {
    if (type === "constant") {
      this.simple = true;
      return constantRepr(value as ConstantValue);
    }
    if (value !== null && typeof value === "object") return this.node(value as Node, level);
    this.simple = true;
    if (isEnumeration(type)) return `${value}()`;
    return typeof value === "string" ? stringRepr(value) : value === null ? "None" : String(value);
  }
}
