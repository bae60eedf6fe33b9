import {
  asStr,
  BytesType,
  bytesFromObject,
  call,
  clearPending,
  defineType,
  IndexErrorType,
  importName,
  isInstance,
  join,
  None,
  PyBytes,
  PyList,
  type PyObject,
  type PyType,
  pendingMatches,
  type Result,
  RuntimeErrorType,
  raise,
  strLength,
  type ThreadState,
  TypeErrorType,
  toInt,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import type { PyMatch } from "./match.js";
import type { PyPattern } from "./pattern.js";

/** A compiled replacement: a literal, then groups and the literals behind them (`null` for empty ones). */
export class PyTemplate implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly literal: Value,
    readonly items: readonly { readonly index: number; readonly literal: Value | null }[],
  ) {
    this.cls = TemplateType;
  }
}

/** `_sre.SRE_Template`. */
export const TemplateType = defineType({ name: "_sre.SRE_Template" });

const isEmpty = (v: Value): boolean => {
  const text = asStr(v);
  return text !== undefined
    ? strLength(text) === 0
    : isInstance(v, BytesType) && (v as PyBytes).value.length === 0;
};

/** `_sre.template`: `[literal, group, literal, ...]` as the parser makes it. Raises TypeError. */
export function makeTemplate(ts: ThreadState, parts: Value): Result<PyTemplate> {
  if (!(parts instanceof PyList)) {
    return raise(ts, TypeErrorType, `template() argument 2 must be list, not ${typeName(parts)}`);
  }
  const list = parts.items;
  if (list.length % 2 === 0) return raise(ts, TypeErrorType, "invalid template");
  const items: { index: number; literal: Value | null }[] = [];
  for (let i = 1; i < list.length; i += 2) {
    const index = toInt(list[i]);
    if (index === undefined) return raise(ts, TypeErrorType, "an integer is required");
    if (index < 0) return raise(ts, TypeErrorType, "invalid template");
    items.push({ index: Number(index), literal: isEmpty(list[i + 1]) ? null : list[i + 1] });
  }
  return new PyTemplate(list[0], items);
}

/** Has `re` compile a replacement. Raises what the parser raises. */
export function compileTemplate(ts: ThreadState, pattern: PyPattern, template: Value): Result<PyTemplate> {
  const compile = importName(ts, "re", "_compile_template");
  if (compile === null) return null;
  let result = call(ts, compile, [pattern, template]);
  if (result === null && pendingMatches(ts, TypeErrorType)) {
    // A replacement that can't be hashed is turned into one that can.
    const text = asStr(template);
    let plain: Value | null;
    if (text !== undefined && template !== text) {
      clearPending(ts);
      plain = text;
    } else if (typeOf(template).bf_getbuffer !== null && typeOf(template) !== BytesType) {
      clearPending(ts);
      const bytes = bytesFromObject(ts, template, false);
      plain = bytes === null ? null : new PyBytes(bytes);
    } else return null;
    if (plain === null) return null;
    result = call(ts, compile, [pattern, plain]);
  }
  if (result === null || result instanceof PyTemplate) return result as PyTemplate | null;
  return raise(ts, RuntimeErrorType, `the result of compiling a replacement string is ${typeName(result)}`);
}

/** Joins strs, or bytes, as `"".join` does. Raises TypeError. */
export function joinParts(ts: ThreadState, parts: Value[], isBytes: boolean): Result<Value> {
  if (!isBytes) {
    let text = "";
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (typeof part !== "string") return join(ts, "", new PyList(parts));
      text += part;
    }
    return text;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const bytes = typeOf(part).bf_getbuffer === null ? undefined : bytesFromObject(ts, part, false);
    if (bytes === null) return null;
    if (bytes === undefined) {
      const what = `sequence item ${i}: expected a bytes-like object, ${typeName(part)} found`;
      return raise(ts, TypeErrorType, what);
    }
    chunks.push(bytes);
    length += bytes.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return new PyBytes(all);
}

/** The replacement for a match. Raises IndexError and TypeError. */
export function expandTemplate(ts: ThreadState, template: PyTemplate, match: PyMatch): Result<Value> {
  if (template.items.length === 0) return template.literal;
  const parts: Value[] = [template.literal];
  for (const { index, literal } of template.items) {
    if (index >= match.marks.length / 2) return raise(ts, IndexErrorType, "no such group");
    const text = match.group(index, None);
    if (text !== None) parts.push(text);
    if (literal !== null) parts.push(literal);
  }
  return joinParts(ts, parts, asStr(template.literal) === undefined);
}
