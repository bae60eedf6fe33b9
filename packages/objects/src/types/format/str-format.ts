import { getAttr } from "../../core/attributes.js";
import { raise, raiseKeyError } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import { ascii, format, getItem, repr, str } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { IndexErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import { type Str, strKey } from "../str/py-str.js";
import { codePoints, indexOf, joinStr, strLength, substring, toJs } from "../str/text.js";

/** Where the values of a format string's fields come from. */
interface Source {
  positional(index: number): Result<Value>;
  named(name: Str): Result<Value>;
}

/** State of automatic field numbering: not decided, automatic (next index), manual. */
interface Numbering {
  next: number;
  mode: "" | "automatic" | "manual";
}

const OPEN = 123;
const CLOSE = 125;
const BRACKET = 91;

/** `str.format(*args, **kwargs)`. */
export function strFormat(ts: ThreadState, self: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const named = kwnames === null ? 0 : kwnames.length;
  const positional = args.length - named;
  const source: Source = {
    positional: (index) =>
      index < positional
        ? args[index]
        : raise(ts, IndexErrorType, `Replacement index ${index} out of range for positional args tuple`),
    named: (name) => {
      const at = kwnames === null ? -1 : kwnames.indexOf(strKey(name));
      return at < 0 ? raiseKeyError(ts, name) : args[positional + at];
    },
  };
  return formatted(ts, self, source);
}

/** What fields make of a text: the text itself, also an instance of a subclass, where nothing is replaced. */
function formatted(ts: ThreadState, self: Value, source: Source): Result<Value> {
  const text = asStr(self) as Str;
  if (/^[^{}]+$/.test(toJs(text))) return self;
  return formatWith(ts, text, source, { next: 0, mode: "" }, 2);
}

/** `str.format_map(mapping)`. */
export function strFormatMap(ts: ThreadState, self: Value, mapping: Value): Result<Value> {
  const source: Source = {
    positional: () => raise(ts, ValueErrorType, "Format string contains positional fields"),
    named: (name) => getItem(ts, mapping, name),
  };
  return formatted(ts, self, source);
}

/** A replacement field in a format string. */
export interface FormatField {
  /** Text before the field. */
  readonly literal: Str;
  /** `undefined` where text has no field behind it: at the end and before a doubled brace. */
  readonly name: Str | undefined;
  /** Message of the ValueError that is due here: what is before has been formatted by then. */
  readonly fault?: string;
  /** `r`, `s`, `a`, or empty. */
  readonly conversion: string;
  readonly spec: Str;
}

/** Splits a format string into literal text and fields (CPython `MarkupIterator_next`), up to the first that can't be read. */
export function parseFormatString(s: Str): FormatField[] {
  const points = codePoints(s);
  const n = points.length;
  const fields: FormatField[] = [];
  const faulty = (fault: string): FormatField[] => [
    ...fields,
    { literal: "", name: undefined, fault, conversion: "", spec: "" },
  ];
  let literal: Str[] = [];
  let i = 0;
  while (i < n) {
    let start = i;
    while (i < n && points[i] !== OPEN && points[i] !== CLOSE) i++;
    if (i > start) literal.push(substring(s, start, i));
    if (i === n) break;
    const brace = points[i++];
    if (i < n && points[i] === brace) {
      literal.push(brace === OPEN ? "{" : "}");
      i++;
      // A doubled brace ends a piece of text, which `string.Formatter` shows.
      fields.push({ literal: joinStr(literal, ""), name: undefined, conversion: "", spec: "" });
      literal = [];
      continue;
    }
    if (brace === CLOSE) return faulty("Single '}' encountered in format string");
    if (i === n) return faulty("Single '{' encountered in format string");
    start = i;
    let inBrackets = false;
    let c = 0;
    while (i < n) {
      c = points[i];
      if (c === BRACKET) inBrackets = true;
      else if (c === 93) inBrackets = false;
      else if (!inBrackets) {
        if (c === OPEN) return faulty("unexpected '{' in field name");
        if (c === CLOSE || c === 58 || c === 33) break;
      }
      i++;
    }
    if (i === n) return faulty("expected '}' before end of string");
    const name = substring(s, start, i);
    i++;
    let conversion = "";
    let spec: Str = "";
    if (c === 33) {
      if (i >= n) {
        return faulty("end of string while looking for conversion specifier");
      }
      if (points[i] === CLOSE || i + 1 >= n) return faulty("unmatched '{' in format spec");
      conversion = String.fromCodePoint(points[i++]);
      c = points[i++];
      if (c !== 58 && c !== CLOSE) return faulty("expected ':' after conversion specifier");
    }
    if (c === 58) {
      start = i;
      let depth = 1;
      while (i < n) {
        if (points[i] === OPEN) depth++;
        else if (points[i] === CLOSE && --depth === 0) break;
        i++;
      }
      if (i === n) return faulty("unmatched '{' in format spec");
      spec = substring(s, start, i);
      i++;
    }
    fields.push({ literal: joinStr(literal, ""), name, conversion, spec });
    literal = [];
  }
  if (literal.length > 0)
    fields.push({ literal: joinStr(literal, ""), name: undefined, conversion: "", spec: "" });
  return fields;
}

function formatWith(
  ts: ThreadState,
  s: Str,
  source: Source,
  numbering: Numbering,
  depth: number,
): Result<Str> {
  if (depth === 0) return raise(ts, ValueErrorType, "Max string recursion exceeded");
  const parts: Str[] = [];
  for (const field of parseFormatString(s)) {
    if (field.fault !== undefined) return raise(ts, ValueErrorType, field.fault);
    parts.push(field.literal);
    if (field.name === undefined) continue;
    let value = fieldValue(ts, field.name, source, numbering);
    if (value === null) return null;
    if (field.conversion !== "") {
      const converted = convert(ts, value, field.conversion);
      if (converted === null) return null;
      value = converted;
    }
    let spec: Result<Str> = field.spec;
    if (indexOf(spec, "{", 0, strLength(spec)) >= 0)
      spec = formatWith(ts, spec, source, numbering, depth - 1);
    if (spec === null) return null;
    const text = format(ts, value, spec);
    if (text === null) return null;
    parts.push(text);
  }
  return joinStr(parts, "");
}

function convert(ts: ThreadState, value: Value, conversion: string): Result<Str> {
  switch (conversion) {
    case "r":
      return repr(ts, value);
    case "s":
      return str(ts, value);
    case "a":
      return ascii(ts, value);
    default: {
      const c = conversion.codePointAt(0) as number;
      const shown = c > 32 && c < 127 ? conversion : `\\x${c.toString(16)}`;
      return raise(ts, ValueErrorType, `Unknown conversion specifier ${shown}`);
    }
  }
}

/** A step of a field name behind its first part. */
export type FieldStep =
  | { readonly kind: "attribute"; readonly name: Str }
  | { readonly kind: "item"; readonly key: Value }
  /** What is behind can't be read, which matters to who gets so far. */
  | { readonly kind: "fault"; readonly message: string };

/** Length of the first part of a field name. */
function headLength(points: ArrayLike<number>): number {
  let i = 0;
  while (i < points.length && points[i] !== 46 && points[i] !== BRACKET) i++;
  return i;
}

/** The first part of a field name `first.attr[item]...` (CPython `field_name_split`), an int where it is all digits. */
export const fieldHead = (ts: ThreadState, name: Str): Result<Str | number> =>
  asIndex(ts, substring(name, 0, headLength(codePoints(name))));

/** The steps of a field name behind its first part. */
export function fieldSteps(ts: ThreadState, name: Str): Result<FieldStep[]> {
  const points = codePoints(name);
  const n = points.length;
  let i = headLength(points);
  const steps: FieldStep[] = [];
  while (i < n) {
    const c = points[i++];
    const start = i;
    if (c === 46) {
      while (i < n && points[i] !== 46 && points[i] !== BRACKET) i++;
      if (i === start) return [...steps, { kind: "fault", message: "Empty attribute in format string" }];
      steps.push({ kind: "attribute", name: substring(name, start, i) });
    } else if (c === BRACKET) {
      while (i < n && points[i] !== 93) i++;
      if (i === n) return [...steps, { kind: "fault", message: "Missing ']' in format string" }];
      if (i === start) return [...steps, { kind: "fault", message: "Empty attribute in format string" }];
      const key = asIndex(ts, substring(name, start, i));
      if (key === null) return null;
      steps.push({ kind: "item", key });
      i++;
    } else {
      return [
        ...steps,
        { kind: "fault", message: "Only '.' or '[' may follow ']' in format field specifier" },
      ];
    }
  }
  return steps;
}

function asIndex(ts: ThreadState, name: Str): Result<Str | number> {
  if (typeof name !== "string" || !/^\d+$/.test(name)) return name;
  const index = Number(name);
  return Number.isSafeInteger(index)
    ? index
    : raise(ts, ValueErrorType, "Too many decimal digits in format string");
}

function fieldValue(ts: ThreadState, name: Str, source: Source, numbering: Numbering): Result<Value> {
  let first = fieldHead(ts, name);
  if (first === null) return null;
  if (first === "" || typeof first === "number") {
    const mode = first === "" ? "automatic" : "manual";
    if (numbering.mode !== "" && numbering.mode !== mode) {
      return raise(
        ts,
        ValueErrorType,
        mode === "manual"
          ? "cannot switch from automatic field numbering to manual field specification"
          : "cannot switch from manual field specification to automatic field numbering",
      );
    }
    numbering.mode = mode;
    if (first === "") first = numbering.next++;
  }
  let value = typeof first === "number" ? source.positional(first) : source.named(first);
  const steps = value === null ? null : fieldSteps(ts, name);
  if (steps === null) return null;
  for (const step of steps) {
    if (value === null) return null;
    if (step.kind === "fault") return raise(ts, ValueErrorType, step.message);
    value = step.kind === "attribute" ? getAttr(ts, value, strKey(step.name)) : getItem(ts, value, step.key);
  }
  return value;
}
