import type { ParseError } from "../token-parser.js";
import { T } from "../tokens.js";
import { type Diagnostics, nodeRange } from "./diagnostics.js";
import type { Action, Captures, Engine, Span } from "./engine.js";
import { expressionName, invalidTarget, type TargetUse } from "./expression-name.js";

function needed(span: Span | null): Span {
  return span!;
}

/** First and last element of a result that may be a list. */
function first(span: Span): Span {
  return span.items !== null && span.items.length > 0 ? span.items[0] : span;
}
function last(span: Span): Span {
  return span.items !== null && span.items.length > 0 ? span.items[span.items.length - 1] : span;
}

/** Nearest f-string or t-string around a token, and whether its text is raw. */
function enclosingString(engine: Engine, token: number): { letter: string; raw: boolean } {
  const { kind } = engine.lexer.tokens;
  let nested = 0;
  for (let i = token; i >= 0; i--) {
    if (kind[i] === T.FSTRING_END || kind[i] === T.TSTRING_END) nested++;
    else if (kind[i] === T.FSTRING_START || kind[i] === T.TSTRING_START) {
      if (nested === 0) {
        return { letter: kind[i] === T.TSTRING_START ? "t" : "f", raw: /^.?r/i.test(engine.text(i)) };
      }
      nested--;
    }
  }
  return { letter: "f", raw: false };
}

/** What the alternatives of the grammar do: names as in `grammar.ts`, behaviour as in Parser/action_helpers.c. */
export function makeActions(diagnostics: Diagnostics): Readonly<Record<string, Action>> {
  const message = (words: readonly string[], from: number, captures: Captures): string => {
    const text = words.slice(from).join(" ");
    if (text.includes("%s")) {
      const node = diagnostics.expression(needed(captures.a));
      return text.replace("%s", node === null ? "expression" : expressionName(node));
    }
    return text;
  };
  const isLegacy = (span: Span): string | null => {
    const node = diagnostics.expression(span);
    if (node === null || node.nodeType !== "Name") return null;
    return node.id === "print" || node.id === "exec" ? node.id : null;
  };
  const rangeOf = (a: Span, b: Span) => {
    const from = diagnostics.range(first(a));
    const to =
      b.items !== null && last(b).rule === "for_if_clause"
        ? diagnostics.lastOfComprehension(b)
        : diagnostics.range(last(b));
    return { line: from.line, col: from.col, endLine: to.endLine, endCol: to.endCol };
  };
  /**
   * Reads a literal. CPython reports its warnings where no `invalid_` rules are tried; in the first pass these are
   * those that the parser did not come to.
   */
  const literalError = (engine: Engine, read: () => ParseError | null): ParseError | null => {
    const { warnings } = diagnostics.reparser;
    const before = warnings.length;
    const error = read();
    if (!engine.callInvalid) {
      const scanned = engine.lexer.tokens.end[engine.fill - 1];
      for (const warning of warnings.slice(before)) {
        if (engine.secondPass || !told.has(warning.pos)) diagnostics.warnings.push({ ...warning, scanned });
      }
    }
    return error;
  };
  const told = new Set(diagnostics.reparser.warnings.map(({ pos }) => pos));
  const actions: Record<string, Action> = {
    at: (_engine, words, captures) => {
      throw diagnostics.errorAt(
        "SyntaxError",
        message(words, 2, captures),
        diagnostics.range(needed(captures.a)),
      );
    },
    range: (engine, words, captures) => {
      const a = needed(captures.a);
      const b = words[2] === "a" ? a : needed(captures.b);
      const text = message(words, 3, captures).replace("%t", engine.text(a.start));
      throw diagnostics.errorAt("SyntaxError", text, rangeOf(a, b));
    },
    from: (_engine, words, captures) => {
      throw diagnostics.errorFrom(message(words, 2, captures), diagnostics.range(needed(captures.a)));
    },
    last: (_engine, words, captures) => {
      throw diagnostics.errorAtLast("SyntaxError", message(words, 1, captures));
    },
    next: (engine, words, captures) => {
      engine.read();
      throw diagnostics.errorAtToken("SyntaxError", message(words, 1, captures), engine.mark);
    },
    indent: (_engine, words, captures) => {
      const { a } = captures;
      const text = words.slice(a === null ? 1 : 2).join(" ");
      const line = a === null ? "" : String(diagnostics.tokenLine(a.start));
      throw diagnostics.errorAtLast("IndentationError", text.replace("%d", line));
    },
    statement: (engine, _words, _captures, whole) => {
      if (engine.callInvalid) diagnostics.noteStatement(whole.start, whole.end);
      return whole;
    },
    list: (_engine, _words, captures) => captures.a,
    interactive_exit: () => null,
    since: (_engine, words, _captures, whole) => {
      const version = Number(words[1]);
      if (diagnostics.featureVersion >= version) return whole;
      const what = words.slice(2).join(" ");
      throw diagnostics.errorAtLast(
        "SyntaxError",
        `${what} only supported in Python 3.${version} and greater`,
      );
    },
    future_import: (engine, _words, _captures, whole) => {
      if (engine.text(whole.start + 1) === "__future__") {
        for (let i = whole.start; i < whole.end; i++) {
          if (engine.text(i) === "barry_as_FLUFL") diagnostics.flufl = true;
        }
      }
      return whole;
    },
    not_equal: (engine, _words, captures, whole) => {
      const diamond = engine.text(needed(captures.a).start) === "<>";
      if (diagnostics.flufl && !diamond) {
        throw diagnostics.errorAtLast("SyntaxError", "with Barry as BDFL, use '<>' instead of '!='");
      }
      return diamond === diagnostics.flufl ? whole : null;
    },
    real: (engine, _words, captures, whole) => {
      const a = needed(captures.a);
      if (!/j$/i.test(engine.text(a.start))) return whole;
      throw diagnostics.errorAt(
        "SyntaxError",
        "real number required in complex literal",
        diagnostics.range(a),
      );
    },
    imaginary: (engine, _words, captures, whole) => {
      const a = needed(captures.a);
      if (/j$/i.test(engine.text(a.start))) return whole;
      throw diagnostics.errorAt(
        "SyntaxError",
        "imaginary number required in complex literal",
        diagnostics.range(a),
      );
    },
    conversion: (engine, _words, captures, whole) => {
      const a = needed(captures.a);
      const b = needed(captures.b);
      const { letter } = enclosingString(engine, a.start);
      const { start, end } = engine.lexer.tokens;
      if (end[a.start] !== start[b.start]) {
        const text = `${letter}-string: conversion type must come right after the exclamation mark`;
        throw diagnostics.errorAt("SyntaxError", text, rangeOf(a, b));
      }
      const name = engine.text(b.start).normalize("NFKC");
      if (/^[sra]$/.test(name)) return whole;
      const text = `${letter}-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`;
      throw diagnostics.errorAt("SyntaxError", text, diagnostics.range(b));
    },
    string: (engine, _words, captures, whole) => {
      const { start } = needed(captures.a);
      const error = literalError(engine, () => diagnostics.reparser.stringError(start));
      if (error === null) return whole;
      if (error.message.startsWith("bytes ")) {
        throw diagnostics.errorAt("SyntaxError", error.message, diagnostics.tokenRange(start));
      }
      throw diagnostics.errorAtLast("SyntaxError", error.message);
    },
    middle: (engine, _words, captures, whole) => {
      const { start } = needed(captures.a);
      const { raw } = enclosingString(engine, start);
      const error = literalError(engine, () => diagnostics.reparser.textError(start, raw));
      if (error !== null) throw diagnostics.errorAtLast("SyntaxError", error.message);
      return whole;
    },
    middles: (engine, _words, _captures, whole) => {
      const { kind } = engine.lexer.tokens;
      const raw = /^.?r/i.test(engine.text(whole.start));
      let depth = 0;
      for (let i = whole.start + 1; i < whole.end - 1; i++) {
        if (kind[i] === T.LBRACE) depth++;
        else if (kind[i] === T.RBRACE) depth--;
        else if (depth === 0 && (kind[i] === T.FSTRING_MIDDLE || kind[i] === T.TSTRING_MIDDLE)) {
          const error = literalError(engine, () => diagnostics.reparser.textError(i, raw));
          if (error !== null) throw diagnostics.errorAtLast("SyntaxError", error.message);
        }
      }
      return whole;
    },
    concatenate: (engine, _words, captures, whole) => {
      let bytes = false;
      let text = false;
      for (const { start } of needed(captures.a).items!) {
        if (engine.lexer.tokens.kind[start] === T.STRING && /^r?b/i.test(engine.text(start))) bytes = true;
        else text = true;
      }
      if (bytes && text)
        throw diagnostics.errorAtLast("SyntaxError", "cannot mix bytes and nonbytes literals");
      return whole;
    },
    mixed: (_engine, _words, captures) => {
      const from = diagnostics.range(last(needed(captures.a)));
      const to = diagnostics.range(needed(captures.b));
      const text = "cannot mix t-string literals with string or bytes literals";
      throw diagnostics.errorAt("SyntaxError", text, { ...from, endLine: to.endLine, endCol: to.endCol });
    },
    bare_generator: (_engine, _words, captures) => {
      const call = diagnostics.arguments(needed(captures.a));
      if (call === null || call.args.length <= 1) return null;
      const from = nodeRange(call.args[call.args.length - 1]);
      const to = diagnostics.lastOfComprehension(needed(captures.b));
      const text = "Generator expression must be parenthesized";
      throw diagnostics.errorAt("SyntaxError", text, { ...from, endLine: to.endLine, endCol: to.endCol });
    },
    positional_follows: (_engine, _words, captures) => {
      const call = diagnostics.arguments(needed(captures.a));
      const unpacking = call?.keywords.some((keyword) => keyword.arg === null) ?? false;
      const text = `positional argument follows keyword argument${unpacking ? " unpacking" : ""}`;
      throw diagnostics.errorAtLast("SyntaxError", text);
    },
    legacy: (_engine, _words, captures) => {
      const a = needed(captures.a);
      const name = isLegacy(a);
      if (name === null) return null;
      const text = `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`;
      throw diagnostics.errorAt("SyntaxError", text, rangeOf(a, needed(captures.b)));
    },
    missing_comma: (engine, _words, captures) => {
      const a = needed(captures.a);
      if (isLegacy(a) !== null || diagnostics.level(engine.mark - 1) === 0) return null;
      const text = "invalid syntax. Perhaps you forgot a comma?";
      throw diagnostics.errorAt("SyntaxError", text, rangeOf(a, needed(captures.b)));
    },
    bound: (_engine, words, captures) => {
      const what = diagnostics.expression(needed(captures.b))?.nodeType === "Tuple" ? "constraints" : "bound";
      throw diagnostics.errorFrom(
        `cannot use ${what} with ${words[3]}`,
        diagnostics.range(needed(captures.a)),
      );
    },
    target: (_engine, words, captures) => {
      const use = words[2] as TargetUse;
      const node = diagnostics.expression(needed(captures.a));
      const invalid = node === null ? null : invalidTarget(node, use);
      if (invalid === null) return null;
      const verb = use === "delete" ? "delete" : "assign to";
      const text = `cannot ${verb} ${expressionName(invalid)}`;
      throw diagnostics.errorAt("SyntaxError", text, nodeRange(invalid));
    },
    key_without_value: (_engine, _words, captures) => {
      const { line, endLine, endCol } = diagnostics.range(needed(captures.a));
      const range = { line, col: endCol - 1, endLine, endCol: -1 };
      throw diagnostics.errorAt("SyntaxError", "':' expected after dictionary key", range);
    },
  };
  return actions;
}
