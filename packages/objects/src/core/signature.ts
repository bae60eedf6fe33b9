import { InternalError } from "./errors.js";

/** A parameter of a native function, read from its signature text. */
export interface NativeParameter {
  readonly name: string;
  readonly kind: "positional-only" | "positional-or-keyword" | "keyword-only";
  readonly optional: boolean;
}

/** A signature text, understood. */
export interface NativeSignature {
  /** Parameters in order, `$self` left out; empty for a raw function. */
  readonly parameters: readonly NativeParameter[];
  /** It has `*args` or `**kwargs`: the function gets its arguments unchecked. */
  readonly raw: boolean;
}

/**
 * Reads a signature text such as `"($self, object, /, *, key=None)"`. `$self`, `$module` and `$type`
 * are not counted.
 */
export function parseSignature(text: string): NativeSignature {
  // The old notations for parameters that can be left out: `(sub[, start[, end]], /)`, and `(value, [start, [stop]])`,
  // which are positional ones.
  const bracket = text.search(/\[,|, \[\w/);
  if (bracket >= 0) {
    const end = text.lastIndexOf("]") + 1;
    const optional = text.slice(bracket, end).replace(/[[\]]/g, "").replace(/\w+/g, "$&=None");
    const slash = text[bracket] === "," ? ", /" : "";
    return parseSignature(text.slice(0, bracket) + optional + slash + text.slice(end));
  }
  if (!text.startsWith("(") || !text.endsWith(")")) throw new InternalError(`bad signature: ${text}`);
  const parameters: NativeParameter[] = [];
  let raw = false;
  let keywordOnly = false;
  let slash = -1;
  for (const part of splitTop(text.slice(1, -1))) {
    if (part === "/") slash = parameters.length;
    else if (part === "*") keywordOnly = true;
    else if (part.startsWith("*")) raw = true;
    else if (!part.startsWith("$")) {
      const equals = part.indexOf("=");
      parameters.push({
        name: equals < 0 ? part : part.slice(0, equals),
        kind: keywordOnly ? "keyword-only" : "positional-or-keyword",
        optional: equals >= 0,
      });
    }
  }
  return {
    raw,
    parameters: parameters.map((p, i) => (i < slash ? { ...p, kind: "positional-only" } : p)),
  };
}

/** Splits at commas outside brackets and quotes. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote !== "") {
      if (c === "\\") i++;
      else if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") depth--;
    else if (c === "," && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last !== "") parts.push(last);
  return parts;
}
