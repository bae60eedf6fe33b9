import {
  asStr,
  bindKeywords,
  call,
  defineType,
  FloatType,
  getAttr,
  IntType,
  isTrue,
  type KwNames,
  None,
  PyDict,
  PyFloat,
  PyList,
  PyPlainObject,
  PyTuple,
  type PyType,
  RecursionErrorType,
  type Result,
  raise,
  type Status,
  type Str,
  sizeArgument,
  strKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { Document, decodeError, noValue } from "./document.js";
import { scanString } from "./scan-string.js";

/** Containers may nest this deep, about as deep as C's stack lets them in CPython. */
const MAX_DEPTH = 20_000;

/** Reads JSON values (CPython `PyScannerObject`). */
export class PyScanner extends PyPlainObject {
  strict = true;
  objectHook: Value = None;
  objectPairsHook: Value = None;
  parseFloat: Value = None;
  parseInt: Value = None;
  parseConstant: Value = None;
}

/** A container that is being read: an array's items, or an object's members as `PyDict` or as pairs. */
interface Open {
  readonly items: Value[] | null;
  readonly dict: PyDict | null;
  readonly pairs: Value[] | null;
  key: Str;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/**
 * One reading of a document. The index behind the last value stands in `end`. Containers are kept on a
 * stack, so that nesting costs none of the host's.
 */
class Reader {
  end = 0;
  private readonly stack: Open[] = [];
  /** Keys that came before: equal keys are one object. */
  private readonly memo = new Map<string, Str>();

  constructor(
    private readonly ts: ThreadState,
    private readonly self: PyScanner,
    private readonly doc: Document,
  ) {}

  /** The value at an index. */
  read(start: number): Result<Value> {
    const { stack, doc, ts } = this;
    let at = start;
    for (;;) {
      // A value begins at `at`.
      const c = doc.at(at);
      let value: Result<Value> | undefined;
      if (c === 123) {
        at = doc.skipSpace(at + 1);
        const open = this.openObject();
        if (doc.at(at) === 125) {
          this.end = at + 1;
          value = this.close(open);
        } else {
          if (!this.push(open, "object")) return null;
          at = this.key(open, at);
          if (at < 0) return null;
          continue;
        }
      } else if (c === 91) {
        at = doc.skipSpace(at + 1);
        const open: Open = { items: [], dict: null, pairs: null, key: "" };
        if (doc.at(at) === 93) {
          this.end = at + 1;
          value = this.close(open);
        } else {
          if (!this.push(open, "array")) return null;
          continue;
        }
      } else value = this.scalar(c, at);
      // A value is there: it ends its containers or goes on with the next one.
      for (;;) {
        if (value === null) return null;
        const open = stack[stack.length - 1];
        if (open === undefined) return value;
        if (this.put(open, value) === null) return null;
        at = doc.skipSpace(this.end);
        const next = doc.at(at);
        if (next === (open.items !== null ? 93 : 125)) {
          stack.pop();
          this.end = at + 1;
          value = this.close(open);
          continue;
        }
        if (next !== 44) return decodeError(ts, "Expecting ',' delimiter", doc, at);
        const comma = at;
        at = doc.skipSpace(at + 1);
        if (open.items !== null) {
          if (doc.at(at) === 93)
            return decodeError(ts, "Illegal trailing comma before end of array", doc, comma);
          break;
        }
        if (doc.at(at) === 125)
          return decodeError(ts, "Illegal trailing comma before end of object", doc, comma);
        at = this.key(open, at);
        if (at < 0) return null;
        break;
      }
    }
  }

  private push(open: Open, what: string): boolean {
    this.stack.push(open);
    if (this.stack.length <= MAX_DEPTH) return true;
    const message = `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`;
    raise(this.ts, RecursionErrorType, message);
    return false;
  }

  private openObject(): Open {
    const pairs = this.self.objectPairsHook !== None;
    return { items: null, dict: pairs ? null : new PyDict(), pairs: pairs ? [] : null, key: "" };
  }

  /** Reads a key and its colon; index of the value, or -1 with an exception pending. */
  private key(open: Open, start: number): number {
    const { doc, ts } = this;
    if (doc.at(start) !== 34) {
      return decodeError(ts, "Expecting property name enclosed in double quotes", doc, start) ?? -1;
    }
    const scanned = scanString(ts, doc, start + 1, this.self.strict);
    if (scanned === null) return -1;
    const name = strKey(scanned.value);
    const known = this.memo.get(name);
    if (known === undefined) this.memo.set(name, scanned.value);
    open.key = known ?? scanned.value;
    let at = doc.skipSpace(scanned.end);
    if (doc.at(at) !== 58) {
      return decodeError(ts, "Expecting ':' delimiter", doc, at) ?? -1;
    }
    at = doc.skipSpace(at + 1);
    return at;
  }

  private put(open: Open, value: Value): Status {
    if (open.items !== null) open.items.push(value);
    else if (open.pairs !== null) open.pairs.push(new PyTuple([open.key, value]));
    else return (open.dict as PyDict).set(this.ts, open.key, value);
    return true;
  }

  private close(open: Open): Result<Value> {
    const { self, ts } = this;
    if (open.items !== null) return new PyList(open.items);
    if (open.pairs !== null) return call(ts, self.objectPairsHook, [new PyList(open.pairs)]);
    const dict = open.dict as PyDict;
    return self.objectHook === None ? dict : call(ts, self.objectHook, [dict]);
  }

  private scalar(c: number, at: number): Result<Value> {
    const { doc, ts } = this;
    switch (c) {
      case 34: {
        const scanned = scanString(ts, doc, at + 1, this.self.strict);
        if (scanned === null) return null;
        this.end = scanned.end;
        return scanned.value;
      }
      case 110:
        if (this.word(at, "null")) return None;
        break;
      case 116:
        if (this.word(at, "true")) return true;
        break;
      case 102:
        if (this.word(at, "false")) return false;
        break;
      case 78:
        if (this.word(at, "NaN")) return call(ts, this.self.parseConstant, ["NaN"]);
        break;
      case 73:
        if (this.word(at, "Infinity")) return call(ts, this.self.parseConstant, ["Infinity"]);
        break;
      case 45:
        if (this.word(at, "-Infinity")) return call(ts, this.self.parseConstant, ["-Infinity"]);
        break;
    }
    return this.number(at);
  }

  private word(at: number, word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.doc.at(at + i) !== word.charCodeAt(i)) return false;
    this.end = at + word.length;
    return true;
  }

  private number(start: number): Result<Value> {
    const { doc, ts, self } = this;
    let at = start;
    if (doc.at(at) === 45) at++;
    const first = doc.at(at);
    if (!isDigit(first)) return noValue(ts, start);
    at++;
    if (first !== 48) while (isDigit(doc.at(at))) at++;
    let isFloat = false;
    if (doc.at(at) === 46 && isDigit(doc.at(at + 1))) {
      isFloat = true;
      at += 2;
      while (isDigit(doc.at(at))) at++;
    }
    const e = doc.at(at);
    if (e === 101 || e === 69) {
      let exponent = at + 1;
      const sign = doc.at(exponent);
      if (sign === 43 || sign === 45) exponent++;
      if (isDigit(doc.at(exponent))) {
        isFloat = true;
        at = exponent + 1;
        while (isDigit(doc.at(at))) at++;
      }
    }
    this.end = at;
    const text = toJs(doc.slice(start, at));
    if (isFloat) {
      return self.parseFloat === FloatType ? new PyFloat(Number(text)) : call(ts, self.parseFloat, [text]);
    }
    if (self.parseInt !== IntType) return call(ts, self.parseInt, [text]);
    if (text.length < 16) return Number(text) + 0;
    return call(ts, IntType, [text]);
  }
}

function scanOnce(ts: ThreadState, self: PyScanner, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "scan_once", args, kwnames, ["string", "idx"], 2, 2);
  if (bound === null) return null;
  const source = asStr(bound[0] as Value);
  const idx = sizeArgument(ts, bound[1] as Value);
  if (idx === null) return null;
  if (source === undefined) {
    return raise(ts, TypeErrorType, `first argument must be a string, not ${typeName(bound[0] as Value)}`);
  }
  if (idx < 0) return raise(ts, ValueErrorType, "idx cannot be negative");
  const doc = new Document(source);
  if (idx >= doc.length) return noValue(ts, idx);
  const reader = new Reader(ts, self, doc);
  const value = reader.read(idx);
  return value === null ? null : new PyTuple([value, reader.end]);
}

function newScanner(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "make_scanner", args, kwnames, ["context"], 1, 1);
  if (bound === null) return null;
  const context = bound[0] as Value;
  const self = new PyScanner(cls);
  const strict = getAttr(ts, context, "strict");
  if (strict === null) return null;
  const isStrict = isTrue(ts, strict);
  if (isStrict === null) return null;
  self.strict = isStrict;
  const names = ["object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"] as const;
  const values: Value[] = [];
  for (const name of names) {
    const value = getAttr(ts, context, name);
    if (value === null) return null;
    values.push(value);
  }
  [self.objectHook, self.objectPairsHook, self.parseFloat, self.parseInt, self.parseConstant] = values;
  return self;
}

/** `_json.make_scanner`. */
export const ScannerType = defineType({
  name: "_json.Scanner",
  doc: "Reads JSON values.",
  flags: TypeFlags.BASETYPE,
  slots: { tp_new: newScanner, tp_call: scanOnce },
  getset: [
    ["strict", (_ts, self: PyScanner) => self.strict, null, "strict", "member"],
    ["object_hook", (_ts, self: PyScanner) => self.objectHook, null, "object_hook", "member"],
    [
      "object_pairs_hook",
      (_ts, self: PyScanner) => self.objectPairsHook,
      null,
      "object_pairs_hook",
      "member",
    ],
    ["parse_float", (_ts, self: PyScanner) => self.parseFloat, null, "parse_float", "member"],
    ["parse_int", (_ts, self: PyScanner) => self.parseInt, null, "parse_int", "member"],
    ["parse_constant", (_ts, self: PyScanner) => self.parseConstant, null, "parse_constant", "member"],
  ],
});
