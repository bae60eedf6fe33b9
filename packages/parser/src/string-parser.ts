import { build, type Constant, type ConstantValue, type expr } from "@adder/ast";
import { decodeBytes, decodeString, joinStrings, LiteralError } from "./literals.js";
import { ParseError, TokenParser, type TokenWarning } from "./token-parser.js";
import { T } from "./tokens.js";

/** What separates the values of an f-string: a constant, or something to compute. */
type Part = expr;

/** String literals: adjacent strings, bytes, f-strings (PEP 701) and t-strings (PEP 750). */
export abstract class StringParser extends TokenParser {
  /** `annotated_rhs` of the grammar: what may stand in a replacement field. */
  protected abstract annotatedRhs(): expr;

  /** One or more adjacent string literals (Parser/action_helpers.c, `_PyPegen_concatenate_strings`). */
  protected strings(): expr {
    const first = this.p;
    const kind = this.kind[first];
    if (kind === T.STRING) {
      const next = this.kind[first + 1];
      if (next !== T.STRING && next !== T.FSTRING_START) return this.stringLiteral();
    }
    const parts: Part[] = [];
    let formatted = false;
    // A t-string joins with t-strings only; the second phase words the error.
    const template = kind === T.TSTRING_START;
    let bytes = false;
    let text = false;
    for (;;) {
      const kind = this.kind[this.p];
      if (template) {
        if (kind !== T.TSTRING_START) break;
        this.formattedString(parts);
      } else if (kind === T.STRING) {
        const literal = this.stringLiteral();
        if (isBytes(literal.value)) bytes = true;
        else text = true;
        parts.push(literal);
      } else if (kind === T.FSTRING_START) {
        formatted = true;
        this.formattedString(parts);
      } else break;
    }
    const last = this.p - 1;
    if (bytes && (text || formatted)) {
      throw new ParseError("SyntaxError", "cannot mix bytes and nonbytes literals", first, first);
    }
    const { line, col, endLine, endCol } = this;
    if (formatted || template) {
      const values = foldConstants(parts);
      const node = template ? build.TemplateStr : build.JoinedStr;
      return node(values, line[first], col[first], endLine[last], endCol[last]);
    }
    const start = parts[0] as Constant;
    let value = start.value;
    if (bytes) value = joinBytes(parts as Constant[]);
    else if (parts.every((part) => typeof (part as Constant).value === "string")) {
      value = parts.map((part) => (part as Constant).value).join("");
    } else for (let i = 1; i < parts.length; i++) value = joinStrings(value, (parts[i] as Constant).value);
    return build.Constant(value, start.kind, line[first], col[first], endLine[last], endCol[last]);
  }

  /** One STRING token. */
  protected stringLiteral(): Constant {
    const token = this.p++;
    const src = this.src;
    let at = this.starts[token];
    let end = this.ends[token];
    let bytes = false;
    let raw = false;
    let kind: string | null = null;
    let c = src.charCodeAt(at);
    for (; c !== 34 && c !== 39; c = src.charCodeAt(++at)) {
      if (c === 98 || c === 66) bytes = true;
      else if (c === 114 || c === 82) raw = true;
      else if (c === 117) kind = "u";
    }
    if (end - at >= 6 && src.charCodeAt(at + 1) === c && src.charCodeAt(at + 2) === c) {
      at += 3;
      end -= 3;
    } else {
      at++;
      end--;
    }
    const body = src.substring(at, end);
    let value: ConstantValue;
    if (bytes) {
      for (let i = 0; i < body.length; i++) {
        if (body.charCodeAt(i) >= 128) {
          throw new ParseError(
            "SyntaxError",
            "bytes can only contain ASCII literal characters",
            token,
            token,
          );
        }
      }
      const decoded = decodeBytes(body, raw, (message, offset) =>
        // CPython counts from the beginning of the token, unless a line has begun in between.
        this.warnLiteral(
          message,
          token,
          at + offset,
          body.lastIndexOf("\n", offset) < 0 ? this.starts[token] - at : 0,
        ),
      );
      if (decoded instanceof LiteralError) throw new ParseError("SyntaxError", decoded.message, token, token);
      value = { type: "bytes", value: decoded };
    } else value = raw || !body.includes("\\") ? body : this.decode(body, token, at);
    return build.Constant(
      value,
      kind,
      this.line[token],
      this.col[token],
      this.endLine[token],
      this.endCol[token],
    );
  }

  /** Text with escapes; `at` is the index of its first character. */
  private decode(body: string, token: number, at: number): ConstantValue {
    const value = decodeString(
      body,
      (message, offset) => this.warnLiteral(message, token, at + offset),
      this.settings.characterNames,
    );
    if (value instanceof LiteralError) throw new ParseError("SyntaxError", value.message, token, token);
    return value;
  }

  private warnLiteral(message: string, token: number, pos: number, shift = 0): void {
    const escaped = this.src.charCodeAt(pos + 1);
    // The lexer has already complained about braces in f-strings.
    if (this.kind[token] !== T.STRING && (escaped === 123 || escaped === 125)) return;
    let line = this.line[token];
    for (
      let i = this.src.indexOf("\n", this.starts[token]);
      i >= 0 && i < pos;
      i = this.src.indexOf("\n", i + 1)
    ) {
      line++;
    }
    const category = this.settings.featureVersion >= 12 ? "SyntaxWarning" : "DeprecationWarning";
    this.warnings.push({ category, message, line, pos, shift, scanned: this.ends[token] });
  }

  /** An f-string or t-string: appends its values to `parts`. */
  private formattedString(parts: Part[]): void {
    this.enter();
    const opening = this.p++;
    const template = this.kind[opening] === T.TSTRING_START;
    const middle = template ? T.TSTRING_MIDDLE : T.FSTRING_MIDDLE;
    const prefix = this.src.charCodeAt(this.starts[opening]) | 32;
    const raw = prefix === 114 || (this.src.charCodeAt(this.starts[opening] + 1) | 32) === 114;
    // CPython decodes the text when it has the whole string, after what its fields contain.
    const own: TokenWarning[] = [];
    for (;;) {
      const kind = this.kind[this.p];
      if (kind === middle) {
        const told = this.warnings.length;
        const text = this.formattedText(raw);
        if (this.warnings.length > told) own.push(...this.warnings.splice(told));
        if (text.value !== "") parts.push(text);
      } else if (kind === T.LBRACE) this.replacementField(parts, template, raw);
      else break;
    }
    this.expect(template ? T.TSTRING_END : T.FSTRING_END);
    const scanned = this.ends[this.p - 1];
    for (const warning of own) this.warnings.push({ ...warning, scanned });
    this.depth--;
  }

  /** A MIDDLE token. */
  protected formattedText(raw: boolean): Constant {
    const token = this.p++;
    const at = this.starts[token];
    const body = this.src.substring(at, this.ends[token]);
    const value = raw || !body.includes("\\") ? body : this.decode(body, token, at);
    return build.Constant(
      value,
      null,
      this.line[token],
      this.col[token],
      this.endLine[token],
      this.endCol[token],
    );
  }

  /** `{ expression = !r : spec }`; a debug field (`=`) gives two values. */
  private replacementField(parts: Part[], template: boolean, raw: boolean): void {
    const { line, col, endLine, endCol } = this;
    const first = this.p++;
    const value = this.annotatedRhs();
    const debug = this.kind[this.p] === T.EQUAL;
    if (debug) this.p++;
    const behind = this.p;
    let debugEndLine = 0;
    let debugEndCol = 0;
    let conversion = debug ? 114 : -1;
    let spec: expr | null = null;
    const explicit = this.kind[this.p] === T.EXCLAMATION;
    if (explicit) {
      const bang = this.p++;
      const letter = this.identifier();
      // The conversion must touch its exclamation mark, and be one of three letters.
      if (this.starts[bang + 1] !== this.ends[bang] || !/^[sra]$/.test(letter)) this.fail();
      conversion = letter.charCodeAt(0);
      debugEndLine = line[bang];
      debugEndCol = col[bang];
    }
    if (this.kind[this.p] === T.COLON) {
      const colon = this.p++;
      if (debug && !explicit) conversion = -1;
      spec = this.formatSpec(colon, raw);
      if (!explicit) {
        debugEndLine = line[colon];
        debugEndCol = col[colon];
      }
    }
    const last = this.p;
    this.expect(T.RBRACE);
    if (!explicit && spec === null) {
      debugEndLine = endLine[last];
      debugEndCol = endCol[last] - 1;
    }
    const text =
      debug || template ? stripComments(this.src.substring(this.ends[first], this.starts[behind])) : "";
    if (debug) parts.push(build.Constant(text, null, line[first], col[first] + 1, debugEndLine, debugEndCol));
    parts.push(
      template
        ? build.Interpolation(
            value,
            text.replace(/[\s=]+$/, ""),
            conversion,
            spec,
            line[first],
            col[first],
            endLine[last],
            endCol[last],
          )
        : build.FormattedValue(value, conversion, spec, line[first], col[first], endLine[last], endCol[last]),
    );
  }

  /** What follows the colon of a replacement field; a t-string's has plain fields as well. */
  private formatSpec(colon: number, raw: boolean): expr {
    this.enter();
    const parts: Part[] = [];
    for (;;) {
      const kind = this.kind[this.p];
      if (kind === T.FSTRING_MIDDLE || kind === T.TSTRING_MIDDLE) parts.push(this.formattedText(raw));
      else if (kind === T.LBRACE) this.replacementField(parts, false, raw);
      else break;
    }
    this.depth--;
    const last = this.p - 1;
    const { line, col, endLine, endCol } = this;
    const full = parts.filter((part) => part.nodeType !== "Constant" || part.value !== "");
    if (full.length > 1 && full.every((part) => part.nodeType === "Constant")) {
      // CPython joins several constants into one without the JoinedStr around it.
      const value = (full as Constant[]).map((part) => part.value).reduce(joinStrings);
      return build.Constant(value, null, line[colon], col[colon], endLine[last], endCol[last]);
    }
    return build.JoinedStr(foldConstants(full), line[colon], col[colon], endLine[last], endCol[last]);
  }
}

function isBytes(value: ConstantValue): boolean {
  return value !== null && typeof value === "object" && value.type === "bytes";
}

function joinBytes(parts: readonly Constant[]): ConstantValue {
  const all: number[] = [];
  for (const part of parts) for (const byte of (part.value as { value: Uint8Array }).value) all.push(byte);
  return { type: "bytes", value: Uint8Array.from(all) };
}

/** Joins neighbouring constants and drops empty ones. */
function foldConstants(parts: readonly Part[]): expr[] {
  const values: expr[] = [];
  for (const part of parts) {
    const before = values.length > 0 ? values[values.length - 1] : null;
    if (part.nodeType === "Constant" && before !== null && before.nodeType === "Constant") {
      values[values.length - 1] = build.Constant(
        joinStrings(before.value, part.value),
        before.kind,
        before.lineno,
        before.col_offset,
        part.end_lineno,
        part.end_col_offset,
      );
    } else values.push(part);
  }
  return values.filter((value) => value.nodeType !== "Constant" || value.value !== "");
}

/** The text of an expression as `=` and t-strings show it: without the comments outside of its strings. */
function stripComments(text: string): string {
  if (!text.includes("#")) return text;
  let out = "";
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"' || c === "'") {
      // Quotes come in odd numbers at each end, so that taking them in pairs ends well for `"""` too.
      if (quote === "") quote = c;
      else if (c === quote) quote = "";
    } else if (c === "#" && quote === "") {
      const end = text.indexOf("\n", i);
      if (end < 0) break;
      i = end;
      out += "\n";
      continue;
    }
    out += c;
  }
  return out;
}
