import { isPrintable, stringRepr } from "./constant-repr.js";

/** Quotes in the order in which `ast.unparse` prefers them. */
export const allQuotes: readonly string[] = ["'", '"', '"""', "'''"];
/** Quotes that may contain newlines. */
export const multiQuotes: readonly string[] = ['"""', "'''"];

/** A piece of an f-string: constant text, or source that stands as it is. */
export interface FormattedPart {
  readonly text: string;
  readonly constant: boolean;
}

function escapeCharacter(c: string, escapeWhitespace: boolean): string {
  if (!escapeWhitespace && (c === "\n" || c === "\t")) return c;
  return c === "\\" || !isPrintable(c.codePointAt(0)!) ? stringRepr([c.codePointAt(0)!]).slice(1, -1) : c;
}

/** The body of a literal with few escapes, and the quotes that fit around it (best first). */
function literalBody(
  text: string,
  quotes: readonly string[],
  escapeWhitespace: boolean,
): { body: string; quotes: readonly string[] } {
  let body = "";
  for (const c of text) body += escapeCharacter(c, escapeWhitespace);
  let possible = body.includes("\n") ? quotes.filter((quote) => multiQuotes.includes(quote)) : [...quotes];
  possible = possible.filter((quote) => !body.includes(quote));
  if (possible.length === 0) {
    const repr = stringRepr(text);
    const quote = quotes.find((candidate) => candidate.includes(repr[0])) ?? repr[0];
    return { body: repr.slice(1, -1), quotes: [quote] };
  }
  if (body !== "") {
    // A quote at the end goes better with the other kind around it, and must be escaped otherwise.
    const last = body[body.length - 1];
    possible.sort((a, b) => Number(a[0] === last) - Number(b[0] === last));
    if (possible[0][0] === last) body = `${body.slice(0, -1)}\\${last}`;
  }
  return { body, quotes: possible };
}

/** A docstring: triple quotes, and as few backslashes as possible. */
export function docstringLiteral(text: string): string {
  const { body, quotes } = literalBody(text, multiQuotes, false);
  return quotes[0] + body + quotes[0];
}

/** An f-string or t-string (without its prefix) made of its parts. */
export function formattedLiteral(parts: readonly FormattedPart[]): string {
  let quotes = allQuotes;
  let body = "";
  for (const { text, constant } of parts) {
    if (constant) {
      const literal = literalBody(text, quotes, true);
      const current = quotes;
      // No quote fits all parts: double quotes are kept, everything else is escaped.
      if (!literal.quotes.some((quote) => current.includes(quote))) return escapedLiteral(parts);
      quotes = literal.quotes;
      body += literal.body;
    } else {
      if (text.includes("\n")) quotes = quotes.filter((quote) => multiQuotes.includes(quote));
      const fitting = quotes.filter((quote) => !text.includes(quote));
      if (fitting.length > 0) quotes = fitting;
      body += text;
    }
  }
  return quotes[0] + body + quotes[0];
}

function escapedLiteral(parts: readonly FormattedPart[]): string {
  let body = "";
  // The leading double quote makes repr() choose single quotes.
  for (const { text, constant } of parts) body += constant ? stringRepr(`"${text}`).slice(2, -1) : text;
  return `'''${body}'''`;
}
