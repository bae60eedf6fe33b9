import {
  CompareOp,
  call,
  classGetItem,
  defineType,
  equals,
  getAttr,
  hash,
  hashBytes,
  isCallable,
  joinStr,
  None,
  NotImplemented,
  PyCallableIterator,
  PyDict,
  PyList,
  PyMappingProxy,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  repr,
  sizeArgument,
  strLength,
  substring,
  type ThreadState,
  TypeFlags,
  type Value,
} from "@adder/objects";
import { checkSubject } from "./check-subject.js";
import { Engine } from "./engine.js";
import { PyMatch } from "./match.js";
import { FLAG_UNICODE, flagNames, TYPE_FLAGS } from "./opcodes.js";
import { PyScanner } from "./scanner.js";
import { type Subject, subjectOf } from "./subject.js";
import { compileTemplate, expandTemplate, joinParts, type PyTemplate } from "./template.js";

/** A compiled regular expression (CPython `PatternObject`). */
export class PyPattern implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Made by the first match. */
  #engine: Engine | null = null;

  constructor(
    /** The source; None when it is not known. */
    readonly pattern: Value,
    readonly flags: number,
    readonly code: Int32Array,
    readonly groups: number,
    /** Names of groups and their numbers. */
    readonly groupIndex: PyDict,
    /** Names by number, None for groups without; empty when no group has one. */
    readonly indexGroup: readonly Value[],
    /** Is it for bytes? `undefined` when it fits both. */
    readonly isBytes: boolean | undefined,
  ) {
    this.cls = PatternType;
  }

  get engine(): Engine {
    this.#engine ??= new Engine(this.code, this.groups);
    return this.#engine;
  }

  /** The match that the engine has just found. */
  newMatch(subject: Subject, pos: number, endpos: number): PyMatch {
    const { start, ptr, marks, lastIndex } = this.engine;
    const all = [start, ptr];
    for (let i = 0; i < marks.length; i += 2) {
      const set = marks[i] >= 0 && marks[i + 1] >= 0;
      all.push(set ? marks[i] : -1, set ? marks[i + 1] : -1);
    }
    return new PyMatch(this, subject, all, pos, endpos, lastIndex);
  }

  /** Text of a group of what the engine has just found. */
  foundGroup(subject: Subject, index: number, otherwise: Value): Value {
    const { marks } = this.engine;
    const from = marks[2 * index - 2];
    const to = marks[2 * index - 1];
    return from < 0 || to < 0 ? otherwise : subject.slice(from, to);
  }
}

/** A position or a count, `otherwise` where none is given. Raises TypeError and OverflowError. */
const size = (ts: ThreadState, v: Value | undefined, otherwise: number): Result<number> =>
  v === undefined ? otherwise : typeof v === "number" ? v : sizeArgument(ts, v);

/** A position, cut to the subject. */
const bound = (n: number, length: number): number => (n < 0 ? 0 : n > length ? length : n);

/** The subject and the bounds in it of a call; see {@link withBounds}. */
interface Task {
  readonly subject: Subject;
  readonly pos: number;
  readonly endpos: number;
}

/** Checks the arguments that most methods have. Raises TypeError and OverflowError. */
function prepare(
  ts: ThreadState,
  self: PyPattern,
  string: Value,
  pos: Value | undefined,
  endpos: Value | undefined,
): Result<Task> {
  const from = size(ts, pos, 0);
  const to = from === null ? null : size(ts, endpos, Number.MAX_SAFE_INTEGER);
  if (from === null || to === null) return null;
  const subject = subjectOf(ts, string);
  if (subject === null || checkSubject(ts, self, subject) === null) return null;
  const { length } = subject;
  return { subject, pos: bound(from, length), endpos: bound(to, length) };
}

type Args = [string: Value, pos?: Value, endpos?: Value];

function match(ts: ThreadState, self: PyPattern, ...[string, pos, endpos]: Args): Result<Value> {
  const task = prepare(ts, self, string, pos, endpos);
  if (task === null) return null;
  if (!self.engine.match(ts, task.subject, task.pos, task.endpos, false, false)) return None;
  return self.newMatch(task.subject, task.pos, task.endpos);
}

function fullMatch(ts: ThreadState, self: PyPattern, ...[string, pos, endpos]: Args): Result<Value> {
  const task = prepare(ts, self, string, pos, endpos);
  if (task === null) return null;
  if (!self.engine.match(ts, task.subject, task.pos, task.endpos, true, false)) return None;
  return self.newMatch(task.subject, task.pos, task.endpos);
}

function search(ts: ThreadState, self: PyPattern, ...[string, pos, endpos]: Args): Result<Value> {
  const task = prepare(ts, self, string, pos, endpos);
  if (task === null) return null;
  if (!self.engine.search(ts, task.subject, task.pos, task.endpos, false)) return None;
  return self.newMatch(task.subject, task.pos, task.endpos);
}

function findAll(ts: ThreadState, self: PyPattern, ...[string, from, endpos]: Args): Result<Value> {
  const task = prepare(ts, self, string, from, endpos);
  if (task === null) return null;
  const { subject } = task;
  const { engine, groups } = self;
  const items: Value[] = [];
  const empty = subject.slice(0, 0);
  let pos = task.pos;
  let mustAdvance = false;
  while (engine.search(ts, subject, pos, task.endpos, mustAdvance)) {
    if (groups === 0) items.push(subject.slice(engine.start, engine.ptr));
    else if (groups === 1) items.push(self.foundGroup(subject, 1, empty));
    else {
      const all: Value[] = [];
      for (let i = 1; i <= groups; i++) all.push(self.foundGroup(subject, i, empty));
      items.push(new PyTuple(all));
    }
    mustAdvance = engine.ptr === engine.start;
    pos = engine.ptr;
  }
  return new PyList(items);
}

function scanner(ts: ThreadState, self: PyPattern, ...[string, pos, endpos]: Args): Result<PyScanner> {
  const task = prepare(ts, self, string, pos, endpos);
  return task === null ? null : new PyScanner(self, task.subject, task.pos, task.endpos);
}

function findIter(ts: ThreadState, self: PyPattern, ...args: Args): Result<Value> {
  const made = scanner(ts, self, ...args);
  if (made === null) return null;
  const next = getAttr(ts, made, "search");
  return next === null ? null : new PyCallableIterator(next, None);
}

function split(ts: ThreadState, self: PyPattern, string: Value, maxSplit: Value | undefined): Result<Value> {
  const most = size(ts, maxSplit, 0);
  if (most === null) return null;
  const task = prepare(ts, self, string, undefined, undefined);
  if (task === null) return null;
  const { subject, endpos } = task;
  const { engine, groups } = self;
  const items: Value[] = [];
  let last = 0;
  let mustAdvance = false;
  for (let n = 0; most === 0 || n < most; n++) {
    if (!engine.search(ts, subject, last, endpos, mustAdvance)) break;
    items.push(subject.slice(last, engine.start));
    for (let i = 1; i <= groups; i++) items.push(self.foundGroup(subject, i, None));
    mustAdvance = engine.ptr === engine.start;
    last = engine.ptr;
  }
  items.push(subject.slice(last, endpos));
  return new PyList(items);
}

/** A replacement: a function, a compiled template, or (both `null`) a literal. */
interface Replacement {
  readonly callable: Value | null;
  readonly template: PyTemplate | null;
  readonly literal: Value;
}

function replacement(ts: ThreadState, self: PyPattern, repl: Value): Result<Replacement> {
  if (isCallable(repl)) return { callable: repl, template: null, literal: None };
  const subject = subjectOf(ts, repl);
  if (subject === null) ts.pending = null;
  else {
    const escapes = subject.text !== null ? subject.text.includes("\\") : subject.units.includes(92);
    if (!escapes) return { callable: null, template: null, literal: repl };
  }
  const template = compileTemplate(ts, self, repl);
  if (template === null) return null;
  if (template.items.length === 0) return { callable: null, template: null, literal: template.literal };
  return { callable: null, template, literal: None };
}

/** `sub` and `subn`: the text and how often something was replaced. */
function substitute(
  ts: ThreadState,
  self: PyPattern,
  repl: Value,
  string: Value,
  count: Value | undefined,
): Result<{ readonly text: Value; readonly n: number }> {
  const most = size(ts, count, 0);
  if (most === null) return null;
  const how = replacement(ts, self, repl);
  if (how === null) return null;
  const task = prepare(ts, self, string, undefined, undefined);
  if (task === null) return null;
  const { subject, endpos } = task;
  const { engine } = self;
  const { callable, template, literal } = how;
  const parts: Value[] = [];
  let last = 0;
  let mustAdvance = false;
  let n = 0;
  while (most === 0 || n < most) {
    if (!engine.search(ts, subject, last, endpos, mustAdvance)) break;
    const { start, ptr } = engine;
    if (last < start) parts.push(subject.slice(last, start));
    let item: Value | null = literal;
    // The function may use this pattern, and the engine with it.
    if (callable !== null) item = call(ts, callable, [self.newMatch(subject, 0, endpos)]);
    else if (template !== null) item = expandTemplate(ts, template, self.newMatch(subject, 0, endpos));
    if (item === null) return null;
    if (item !== None) parts.push(item);
    mustAdvance = ptr === start;
    last = ptr;
    n++;
  }
  if (last < endpos) parts.push(subject.slice(last, endpos));
  const text = parts.length === 0 ? subject.slice(0, 0) : joinParts(ts, parts, subject.isBytes);
  return text === null ? null : { text, n };
}

function sub(
  ts: ThreadState,
  self: PyPattern,
  repl: Value,
  string: Value,
  count: Value | undefined,
): Result<Value> {
  return substitute(ts, self, repl, string, count)?.text ?? null;
}

function subN(
  ts: ThreadState,
  self: PyPattern,
  repl: Value,
  string: Value,
  count: Value | undefined,
): Result<Value> {
  const result = substitute(ts, self, repl, string, count);
  return result === null ? null : new PyTuple([result.text, result.n]);
}

function patternRepr(ts: ThreadState, self: PyPattern): Result<Value> {
  let { flags } = self;
  if (self.isBytes === false && (flags & TYPE_FLAGS) === FLAG_UNICODE) flags &= ~FLAG_UNICODE;
  const names: string[] = [];
  for (const [name, flag] of flagNames) {
    if ((flags & flag) === 0) continue;
    names.push(name);
    flags &= ~flag;
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  const text = repr(ts, self.pattern);
  if (text === null) return null;
  const shown = strLength(text) > 200 ? substring(text, 0, 200) : text;
  return joinStr(["re.compile(", shown, names.length === 0 ? ")" : `, ${names.join("|")})`], "");
}

function patternHash(ts: ThreadState, self: PyPattern): Result<number | bigint> {
  const source = hash(ts, self.pattern);
  if (source === null) return null;
  const { code } = self;
  const own = hashBytes(ts, new Uint8Array(code.buffer, code.byteOffset, code.byteLength));
  const bytes = self.isBytes === undefined ? -1n : self.isBytes ? 1n : 0n;
  const mixed = BigInt(source) ^ BigInt(own) ^ BigInt(self.flags) ^ bytes ^ BigInt(code.length);
  const value = BigInt.asIntN(64, mixed);
  if (value === -1n) return -2;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function patternCompare(ts: ThreadState, self: PyPattern, other: Value, op: CompareOp): Result<Value> {
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(other instanceof PyPattern)) return NotImplemented;
  let same: boolean | null = self === other;
  if (!same) {
    same =
      self.flags === other.flags &&
      self.isBytes === other.isBytes &&
      self.code.length === other.code.length &&
      self.code.every((word, i) => word === other.code[i]);
    if (same) same = equals(ts, self.pattern, other.pattern);
    if (same === null) return null;
  }
  return same === (op === CompareOp.EQ);
}

const RANGE_ARGS = "($self, /, string, pos=0, endpos=sys.maxsize)";

/** `re.Pattern`. */
export const PatternType = defineType({
  name: "re.Pattern",
  doc: "A compiled regular expression.",
  flags: TypeFlags.HAS_WEAKREFS,
  slots: { tp_repr: patternRepr, tp_hash: patternHash, tp_richcompare: patternCompare },
  methods: [
    ["match", RANGE_ARGS, match, "The match that begins where the search begins, or None."],
    ["fullmatch", RANGE_ARGS, fullMatch, "The match of all the text, or None."],
    ["search", RANGE_ARGS, search, "The first match, or None."],
    ["sub", "($self, /, repl, string, count=0)", sub, "The text with matches replaced."],
    ["subn", "($self, /, repl, string, count=0)", subN, "The text with matches replaced, and their number."],
    ["findall", RANGE_ARGS, findAll, "Texts of all matches, or of their groups."],
    ["split", "($self, /, string, maxsplit=0)", split, "The texts between matches."],
    ["finditer", RANGE_ARGS, findIter, "All matches, one by one."],
    ["scanner", RANGE_ARGS, scanner],
    ["__copy__", "($self, /)", (_ts, self: PyPattern) => self],
    ["__deepcopy__", "($self, memo, /)", (_ts, self: PyPattern) => self],
    [
      "__class_getitem__",
      "($type, object, /)",
      classGetItem,
      "Pattern[str] in annotations.",
      { binding: "class" },
    ],
  ],
  getset: [
    ["pattern", (_ts, self: PyPattern) => self.pattern, null, "The source.", "member"],
    ["flags", (_ts, self: PyPattern) => self.flags, null, "The flags.", "member"],
    ["groups", (_ts, self: PyPattern) => self.groups, null, "Number of groups.", "member"],
    [
      "groupindex",
      (_ts, self: PyPattern) =>
        self.groupIndex.size === 0 ? new PyDict() : new PyMappingProxy(self.groupIndex, false),
    ],
  ],
});
