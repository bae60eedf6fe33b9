import {
  asStr,
  BytesType,
  bindParameters,
  call,
  clearPending,
  decode,
  defineType,
  isInstance,
  isTrue,
  type KwNames,
  type ModuleSpec,
  type PyBytes,
  type PyObject,
  PyTuple,
  type PyType,
  pendingMatches,
  type Result,
  raise,
  StopIterationType,
  type SyntaxProblem,
  selfIter,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  type Value,
} from "@adder/objects";
import { strictTokenError, type TokenInfo, tokenize, tokenTypes } from "@adder/parser";
import { isSyntaxProblem, raiseSyntaxProblem } from "../syntax-problem.js";

/** An iterator over the tokens of lines that a function reads. */
class PyTokenizerIter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Made on the first step, which reads all lines. */
  tokens: Iterator<TokenInfo> | null = null;

  constructor(
    cls: PyType,
    readonly readline: Value,
    readonly extraTokens: boolean,
    readonly encoding: string | null,
  ) {
    this.cls = cls;
  }
}

const parameters = {
  names: ["", "extra_tokens", "encoding"],
  minPositional: 1,
  maxPositional: 1,
  minKeywordOnly: 1,
};

function tokenizerNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindParameters(ts, "tokenizeriter", args, kwnames, parameters);
  if (bound === null) return null;
  const [readline, extra, encoding] = bound as [Value, Value, Value | undefined];
  const extraTokens = isTrue(ts, extra);
  if (extraTokens === null) return null;
  const name = encoding === undefined ? undefined : asStr(encoding);
  if (encoding !== undefined && name === undefined) {
    const got = typeName(encoding);
    return raise(ts, TypeErrorType, `tokenizeriter() argument 'encoding' must be str, not ${got}`);
  }
  return new PyTokenizerIter(cls, readline, extraTokens, name === undefined ? null : toJs(name));
}

/** Calls `readline` to the end. */
function readSource(ts: ThreadState, self: PyTokenizerIter): Result<string> {
  const parts: string[] = [];
  while (true) {
    const line = call(ts, self.readline, []);
    if (line === null) {
      if (!pendingMatches(ts, StopIterationType)) return null;
      clearPending(ts);
      break;
    }
    const text = lineText(ts, line, self.encoding);
    if (text === null) return null;
    if (text === "") break;
    parts.push(text);
  }
  return parts.join("");
}

function lineText(ts: ThreadState, line: Value, encoding: string | null): Result<string> {
  let text = asStr(line);
  if (encoding !== null) {
    if (!isInstance(line, BytesType)) {
      return raise(ts, TypeErrorType, "readline() returned a non-bytes object");
    }
    const decoded = decode(ts, (line as PyBytes).value, encoding, "replace");
    if (decoded === null) return null;
    text = asStr(decoded);
  }
  return text === undefined
    ? raise(ts, TypeErrorType, "readline() returned a non-string object")
    : toJs(text);
}

const { COMMENT, NL, NEWLINE, INDENT, DEDENT, ENDMARKER, NOTEQUAL } = tokenTypes;

/** A token with some fields changed. */
function changed(
  { type, exactType, string, start, end, line }: TokenInfo,
  to: Partial<TokenInfo>,
): TokenInfo {
  return { type, exactType, string, start, end, line, ...to };
}

/** The tokens without comments and empty lines, each with its own type, as the parser sees them. */
function* plainTokens(source: string): Generator<TokenInfo> {
  const wrong = strictTokenError(source);
  let left = wrong === null ? Number.POSITIVE_INFINITY : wrong.count;
  let comment: TokenInfo | null = null;
  let line = "";
  let last = 1;
  for (const token of tokenize(source)) {
    const { exactType, start } = token;
    if (exactType === COMMENT) comment = token;
    if (exactType === COMMENT || exactType === NL) continue;
    if (left-- <= 0) break;
    if (exactType === NEWLINE) {
      const { string, start: from, end } = comment ?? { string: "", start, end: start };
      yield changed(token, { string, start: from, end });
    } else if (exactType === INDENT || (exactType === DEDENT && token.line !== "")) {
      yield changed(token, { string: "", start: [start[0], -1], end: [start[0], -1] });
    } else if (token.line === "" && (exactType === DEDENT || exactType === ENDMARKER)) {
      yield changed(token, { start: [last, -1], end: [last, -1], line });
    } else yield changed(token, { type: token.string === "<>" ? NOTEQUAL : exactType });
    comment = null;
    if (token.line !== "") line = token.line;
    if (exactType !== ENDMARKER && exactType !== DEDENT) last = token.end[0];
  }
  if (wrong !== null) throw wrong.error;
}

/** The tokenizer reads no line with a null character; its error shows what comes before. */
function raiseNullByte(ts: ThreadState, problem: SyntaxProblem): null {
  const message = "source code cannot contain null bytes";
  const text = problem.text?.split("\0")[0] ?? null;
  return raiseSyntaxProblem(ts, { ...problem, message, offset: 0, endOffset: 0, text }, false);
}

function nextToken(ts: ThreadState, self: PyTokenizerIter): Result<Value | undefined> {
  if (self.tokens === null) {
    const source = readSource(ts, self);
    if (source === null) return null;
    self.tokens = self.extraTokens ? tokenize(source) : plainTokens(source);
  }
  let step: IteratorResult<TokenInfo>;
  try {
    step = self.tokens.next();
  } catch (error) {
    if (!isSyntaxProblem(error)) throw error;
    if (error.message.endsWith("character U+0000")) return raiseNullByte(ts, error);
    if (error.type === "IndentationError" && error.message.startsWith("unindent")) {
      const { message } = error;
      const text = error.text?.replace(/\n$/, "") ?? null;
      return raiseSyntaxProblem(ts, { ...error, message, text, endLineno: null, endOffset: null }, false);
    }
    return raiseSyntaxProblem(ts, error, error.message === "unexpected EOF in multi-line statement");
  }
  if (step.done === true) return undefined;
  const { type, string, start, end, line } = step.value;
  return new PyTuple([type, strFromJs(string), new PyTuple(start), new PyTuple(end), strFromJs(line)]);
}

const TokenizerIterType = defineType({
  name: "_tokenize.TokenizerIter",
  slots: { tp_new: tokenizerNew, tp_iter: selfIter, tp_iternext: nextToken },
});

/** `_tokenize` (CPython Python/Python-tokenize.c). */
export const tokenizeModule: ModuleSpec = { name: "_tokenize", types: [TokenizerIterType] };
