import {
  DictType,
  isInstance,
  ListType,
  type ModuleSpec,
  None,
  OverflowErrorType,
  PyDict,
  type PyList,
  type PyTuple,
  type Result,
  RuntimeErrorType,
  raise,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toIndex,
  toInt,
  toSize,
  typeName,
  type Value,
} from "@adder/objects";
import { lowerAscii, lowerUnicode, upperUnicode } from "./characters.js";
import { CODESIZE, MAGIC, MAXGROUPS, MAXREPEAT } from "./opcodes.js";
import { PyPattern } from "./pattern.js";
import { subjectOf } from "./subject.js";
import { makeTemplate } from "./template.js";
import { isValidCode } from "./validate.js";

/** Code words of a list of ints. Raises TypeError and OverflowError. */
function codeWords(ts: ThreadState, list: readonly Value[]): Result<Uint32Array> {
  const words = new Uint32Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const n = toInt(list[i]);
    if (n === undefined) return raise(ts, TypeErrorType, "an integer is required");
    if (n < 0) return raise(ts, OverflowErrorType, "can't convert negative value to unsigned int");
    if (n >= 2n ** 64n)
      return raise(ts, OverflowErrorType, "Python int too large to convert to C unsigned long");
    if (n > MAXREPEAT) return raise(ts, OverflowErrorType, "regular expression code size limit exceeded");
    words[i] = Number(n);
  }
  return words;
}

function compile(
  ts: ThreadState,
  _m: Value,
  pattern: Value,
  flagsValue: Value,
  code: Value,
  groupsValue: Value,
  groupIndex: Value,
  indexGroup: Value,
): Result<Value> {
  const wrong = (name: string, expected: string, got: Value): null =>
    raise(ts, TypeErrorType, `compile() argument '${name}' must be ${expected}, not ${typeName(got)}`);
  const flags = toIndex(ts, flagsValue);
  if (flags === null) return null;
  if (!isInstance(code, ListType)) return wrong("code", "list", code);
  const groups = toSize(ts, groupsValue, OverflowErrorType);
  if (groups === null) return null;
  if (!isInstance(groupIndex, DictType)) return wrong("groupindex", "dict", groupIndex);
  if (!isInstance(indexGroup, TupleType)) return wrong("indexgroup", "tuple", indexGroup);
  const words = codeWords(ts, (code as PyList).items);
  if (words === null) return null;
  let isBytes: boolean | undefined;
  if (pattern !== None) {
    const subject = subjectOf(ts, pattern);
    if (subject === null) return null;
    isBytes = subject.isBytes;
  }
  if (groups > MAXGROUPS || !isValidCode(words, groups))
    return raise(ts, RuntimeErrorType, "invalid SRE code");
  const named = (groupIndex as PyDict).size > 0;
  return new PyPattern(
    pattern,
    Number(flags),
    new Int32Array(words.buffer),
    groups,
    named ? (groupIndex as PyDict) : new PyDict(),
    named ? (indexGroup as PyTuple).items : [],
    isBytes,
  );
}

/** A function of one code point. */
const onCharacter =
  (fn: (c: number) => Value) =>
  (ts: ThreadState, _m: Value, character: Value): Result<Value> => {
    const n = toIndex(ts, character);
    return n === null ? null : fn(Number(n));
  };

const isAsciiLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** `_sre`: the engine that `re` compiles for (CPython `Modules/_sre/sre.c`). */
export const sreModule: ModuleSpec = {
  name: "_sre",
  doc: null,
  attributes: { MAGIC, CODESIZE, MAXREPEAT, MAXGROUPS, copyright: "" },
  functions: [
    [
      "compile",
      "($module, /, pattern, flags, code, groups, groupindex, indexgroup)",
      compile,
      "A pattern from code.",
    ],
    [
      "template",
      "($module, pattern, template, /)",
      (ts, _m, _p: Value, parts: Value) => makeTemplate(ts, parts),
    ],
    ["getcodesize", "($module, /)", () => CODESIZE],
    ["ascii_iscased", "($module, character, /)", onCharacter(isAsciiLetter)],
    [
      "unicode_iscased",
      "($module, character, /)",
      onCharacter((c) => c !== lowerUnicode(c) || c !== upperUnicode(c)),
    ],
    ["ascii_tolower", "($module, character, /)", onCharacter(lowerAscii)],
    ["unicode_tolower", "($module, character, /)", onCharacter(lowerUnicode)],
  ],
};
