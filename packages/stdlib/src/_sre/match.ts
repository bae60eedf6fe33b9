import {
  classGetItem,
  defineType,
  getIter,
  IndexErrorType,
  iterNext,
  joinStr,
  type KwNames,
  None,
  noKeywords,
  PyDict,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  repr,
  strLength,
  substring,
  type ThreadState,
  toInt,
  toSize,
  typeOf,
  type Value,
} from "@adder/objects";
import type { PyPattern } from "./pattern.js";
import type { Subject } from "./subject.js";
import { compileTemplate, expandTemplate } from "./template.js";

/** A match of a pattern (CPython `MatchObject`). */
export class PyMatch implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  private regs: PyTuple | null = null;

  constructor(
    readonly pattern: PyPattern,
    readonly subject: Subject,
    /** Begin and end of the match and of each group, -1 where it has none. */
    readonly marks: readonly number[],
    readonly pos: number,
    readonly endpos: number,
    /** Group closed last, -1 for none. */
    readonly lastIndex: number,
  ) {
    this.cls = MatchType;
  }

  /** Text of a group, `otherwise` where it has none. */
  group(index: number, otherwise: Value): Value {
    const from = this.marks[2 * index];
    if (from < 0) return otherwise;
    const { length } = this.subject;
    return this.subject.slice(Math.min(from, length), Math.min(this.marks[2 * index + 1], length));
  }

  /** Begin and end of a group. */
  span(index: number): PyTuple {
    return new PyTuple([this.marks[2 * index], this.marks[2 * index + 1]]);
  }

  /** Spans of all groups, the whole match first. */
  spans(): PyTuple {
    this.regs ??= new PyTuple(Array.from({ length: this.marks.length / 2 }, (_, i) => this.span(i)));
    return this.regs;
  }
}

/** Number of the group that an argument names. IndexError "no such group". */
function groupIndex(ts: ThreadState, self: PyMatch, group: Value | undefined): Result<number> {
  if (group === undefined) return 0;
  let index: Result<number> = -1;
  if (typeof group === "number" || typeOf(group).nb_index !== null) {
    index = toSize(ts, group, null);
    if (index === null) return null;
  } else {
    const found = self.pattern.groupIndex.get(ts, group);
    if (found === null) return null;
    const n = found === undefined ? undefined : toInt(found);
    if (typeof n === "number") index = n;
  }
  return index < 0 || index >= self.marks.length / 2 ? raise(ts, IndexErrorType, "no such group") : index;
}

function groupValue(ts: ThreadState, self: PyMatch, group: Value, otherwise: Value): Result<Value> {
  const index = groupIndex(ts, self, group);
  return index === null ? null : self.group(index, otherwise);
}

function groupMethod(ts: ThreadState, self: PyMatch, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "re.Match.group", kwnames) === null) return null;
  if (args.length === 0) return self.group(0, None);
  if (args.length === 1) return groupValue(ts, self, args[0], None);
  const items: Value[] = [];
  for (const arg of args) {
    const item = groupValue(ts, self, arg, None);
    if (item === null) return null;
    items.push(item);
  }
  return new PyTuple(items);
}

function groupDict(ts: ThreadState, self: PyMatch, otherwise: Value = None): Result<Value> {
  const result = new PyDict();
  const it = getIter(ts, self.pattern.groupIndex);
  if (it === null) return null;
  for (;;) {
    const key = iterNext(ts, it);
    if (key === null) return null;
    if (key === undefined) return result;
    const item = groupValue(ts, self, key, otherwise);
    if (item === null || result.set(ts, key, item) === null) return null;
  }
}

function matchRepr(ts: ThreadState, self: PyMatch): Result<Value> {
  const text = repr(ts, self.group(0, None));
  if (text === null) return null;
  const shown = strLength(text) > 50 ? substring(text, 0, 50) : text;
  const span = `(${self.marks[0]}, ${self.marks[1]})`;
  return joinStr([`<re.Match object; span=${span}, match=`, shown, ">"], "");
}

/** `re.Match`. */
export const MatchType = defineType({
  name: "re.Match",
  doc: "What was found where. Always true.",
  slots: {
    tp_repr: matchRepr,
    mp_subscript: (ts, self: PyMatch, key: Value) => groupValue(ts, self, key, None),
  },
  methods: [
    ["group", "($self, /, *args)", groupMethod, "Texts of groups, by numbers or names.", { hidden: true }],
    [
      "start",
      "($self, group=0, /)",
      (ts, self: PyMatch, group: Value | undefined) => {
        const index = groupIndex(ts, self, group);
        return index === null ? null : self.marks[2 * index];
      },
      "Where a group begins.",
    ],
    [
      "end",
      "($self, group=0, /)",
      (ts, self: PyMatch, group: Value | undefined) => {
        const index = groupIndex(ts, self, group);
        return index === null ? null : self.marks[2 * index + 1];
      },
      "Where a group ends.",
    ],
    [
      "span",
      "($self, group=0, /)",
      (ts, self: PyMatch, group: Value | undefined) => {
        const index = groupIndex(ts, self, group);
        return index === null ? null : self.span(index);
      },
      "Where a group begins and ends.",
    ],
    [
      "groups",
      "($self, /, default=None)",
      (_ts, self: PyMatch, otherwise: Value = None) =>
        new PyTuple(
          Array.from({ length: self.marks.length / 2 - 1 }, (_, i) => self.group(i + 1, otherwise)),
        ),
      "Texts of all groups.",
    ],
    ["groupdict", "($self, /, default=None)", groupDict, "Texts of the named groups."],
    [
      "expand",
      "($self, /, template)",
      (ts, self: PyMatch, template: Value) => {
        const compiled = compileTemplate(ts, self.pattern, template);
        return compiled === null ? null : expandTemplate(ts, compiled, self);
      },
      "The template with the groups filled in.",
    ],
    ["__copy__", "($self, /)", (_ts, self: PyMatch) => self],
    ["__deepcopy__", "($self, memo, /)", (_ts, self: PyMatch) => self],
    [
      "__class_getitem__",
      "($type, object, /)",
      classGetItem,
      "Match[str] in annotations.",
      { binding: "class" },
    ],
  ],
  getset: [
    ["string", (_ts, self: PyMatch) => self.subject.value, null, "What was searched.", "member"],
    ["re", (_ts, self: PyMatch) => self.pattern, null, "The pattern.", "member"],
    ["pos", (_ts, self: PyMatch) => self.pos, null, "Where the search began.", "member"],
    ["endpos", (_ts, self: PyMatch) => self.endpos, null, "Where the search was to end.", "member"],
    [
      "lastindex",
      (_ts, self: PyMatch) => (self.lastIndex >= 0 ? self.lastIndex : None),
      null,
      "Group closed last.",
    ],
    [
      "lastgroup",
      (_ts, self: PyMatch) => {
        const { indexGroup } = self.pattern;
        return self.lastIndex >= 0 && self.lastIndex < indexGroup.length ? indexGroup[self.lastIndex] : None;
      },
      null,
      "Name of the group closed last.",
    ],
    ["regs", (_ts, self: PyMatch) => self.spans()],
  ],
});
