import {
  asStr,
  attributesOf,
  bindKeywords,
  concat,
  defineType,
  getInstanceDict,
  intArgument,
  joinStr,
  type KwNames,
  None,
  OSErrorType,
  PyDict,
  PyTuple,
  type PyType,
  type Result,
  raise,
  repeat,
  type Status,
  type Str,
  sizeArgument as sizeOf,
  strFromJs,
  strLength,
  substring,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  indexOf as textIndexOf,
  toInt,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { streamNew, TextIOBaseType } from "./base.js";
import { checkOpen, sizeArgument, wholeNumber } from "./common.js";
import { NewlineTranslator, newlinesShown } from "./newline-decoder.js";
import { type NewlineMode, newlineMode, PyStream } from "./py-io.js";

const CLOSED = "I/O operation on closed file";

/** Text in memory as a stream. What is written at the end is kept in parts until somebody reads. */
export class PyStringIO extends PyStream {
  /** What has been joined. */
  whole: Str = "";
  /** What has been written at the end since. */
  parts: Str[] = [];
  /** Code points in all. */
  length = 0;
  position = 0;
  mode: NewlineMode = newlineMode("\n");
  translator: NewlineTranslator | null = null;
  ready = false;

  /** The whole text. */
  get text(): Str {
    if (this.parts.length > 0) {
      this.whole = joinStr([this.whole, ...this.parts], "");
      this.parts = [];
    }
    return this.whole;
  }

  set text(text: Str) {
    this.whole = text;
    this.parts = [];
    this.length = strLength(text);
  }

  /** Puts text at the position, over what stands there. */
  put(text: Str): void {
    const n = strLength(text);
    if (n === 0) return;
    if (this.position === this.length) {
      this.parts.push(text);
      this.length += n;
    } else {
      let whole = this.text;
      if (this.position > this.length) whole = concat(whole, repeat("\0", this.position - this.length));
      const end = this.position + n;
      const after = end < this.length ? substring(whole, end, this.length) : "";
      this.text = joinStr([substring(whole, 0, this.position), text, after], "");
    }
    this.position += n;
  }
}

function checkReady(ts: ThreadState, self: PyStringIO): Status {
  if (!self.ready) return raise(ts, ValueErrorType, "I/O operation on uninitialized object");
  return checkOpen(ts, self, CLOSED);
}

/** Text as it is kept: line ends as the mode says. */
function translated(self: PyStringIO, text: Str): Str {
  const { translator, mode } = self;
  if (translator === null && mode.writeAs === null) return text;
  let js = toJs(text);
  if (translator !== null) js = translator.push(js, true);
  if (mode.writeAs !== null) js = js.replaceAll("\n", mode.writeAs);
  return strFromJs(js);
}

/** The end of the line that starts at the position. */
function lineEnd(self: PyStringIO): number {
  const { text, length, position, mode } = self;
  const end = findLineEnd(text, position, length, mode);
  return end < 0 ? length : end;
}

/** Index behind the line end that follows `start`; -1 when there is none before `end`. */
export function findLineEnd(text: Str, start: number, end: number, mode: NewlineMode): number {
  if (mode.translate || mode.newline === "\n") {
    const at = textIndexOf(text, "\n", start, end);
    return at < 0 ? -1 : at + 1;
  }
  if (!mode.universal) {
    const mark = mode.newline as string;
    const at = textIndexOf(text, mark, start, end);
    return at < 0 ? -1 : at + mark.length;
  }
  const newline = textIndexOf(text, "\n", start, end);
  const carriage = textIndexOf(text, "\r", start, end);
  if (carriage < 0 || (newline >= 0 && newline < carriage)) return newline < 0 ? -1 : newline + 1;
  return newline === carriage + 1 ? newline + 1 : carriage + 1;
}

function take(self: PyStringIO, end: number): Str {
  const start = Math.min(self.position, self.length);
  const text = substring(self.text, start, Math.max(start, Math.min(end, self.length)));
  self.position = Math.max(self.position, Math.min(end, self.length));
  return text;
}

function init(ts: ThreadState, self: PyStringIO, args: Value[], kwnames: KwNames): Status {
  const bound = bindKeywords(ts, "StringIO", args, kwnames, ["initial_value", "newline"]);
  if (bound === null) return null;
  const [initial, newlineValue] = bound;
  let newline: string | null = "\n";
  if (newlineValue !== undefined) {
    const text = newlineValue === None ? undefined : asStr(newlineValue);
    if (text === undefined && newlineValue !== None) {
      return raise(ts, TypeErrorType, `newline must be str or None, not ${typeName(newlineValue)}`);
    }
    newline = text === undefined ? null : toJs(text);
    if (newline !== null && !["", "\n", "\r", "\r\n"].includes(newline)) {
      return raise(ts, ValueErrorType, `illegal newline value: '${newline}'`);
    }
  }
  const text = initial === undefined || initial === None ? "" : asStr(initial);
  if (text === undefined) {
    return raise(ts, TypeErrorType, `initial_value must be str or None, not ${typeName(initial as Value)}`);
  }
  self.mode = newlineMode(newline);
  self.translator = self.mode.universal ? new NewlineTranslator(self.mode.translate) : null;
  self.text = translated(self, text);
  self.position = 0;
  self.closed = false;
  self.ready = true;
  return true;
}

function seek(
  ts: ThreadState,
  self: PyStringIO,
  posValue: Value,
  whenceValue: Value | undefined,
): Result<Value> {
  if (checkReady(ts, self) === null) return null;
  const pos = sizeOf(ts, posValue);
  if (pos === null) return null;
  const whence = whenceValue === undefined ? 0 : intArgument(ts, whenceValue);
  if (whence === null) return null;
  if (whence !== 0 && whence !== 1 && whence !== 2) {
    return raise(ts, ValueErrorType, `Invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (pos < 0 && whence === 0) return raise(ts, ValueErrorType, `Negative seek position ${pos}`);
  if (whence !== 0 && pos !== 0) return raise(ts, OSErrorType, "Can't do nonzero cur-relative seeks");
  self.position = whence === 0 ? pos : whence === 1 ? self.position : self.length;
  return self.position;
}

function setState(ts: ThreadState, self: PyStringIO, state: Value): Result<Value> {
  if (checkOpen(ts, self, CLOSED) === null) return null;
  if (!(state instanceof PyTuple) || state.items.length < 4) {
    return raise(
      ts,
      TypeErrorType,
      `${typeName(self)}.__setstate__ argument should be 4-tuple, got ${typeName(state)}`,
    );
  }
  const [value, newline, position, dict] = state.items;
  if (init(ts, self, ["", newline], null) === null) return null;
  const text = value === None ? "" : asStr(value);
  if (text === undefined) return raise(ts, TypeErrorType, "initial_value must be str or None");
  // The value was translated before it was saved.
  self.text = text;
  const at = toInt(position);
  if (at === undefined)
    return raise(ts, TypeErrorType, `third item of state must be an integer, got ${typeName(position)}`);
  if (at < 0) return raise(ts, ValueErrorType, "position value cannot be negative");
  self.position = Number(at);
  if (dict instanceof PyDict) {
    const own = getInstanceDict(ts, self);
    if (own === null) return null;
    for (let i = 0; i < dict.keys.length; i++) {
      const key = dict.keys[i];
      if (key !== undefined && own.set(ts, key, dict.values[i] as Value) === null) return null;
    }
  } else if (dict !== None) {
    return raise(ts, TypeErrorType, `fourth item of state should be a dict, got a ${typeName(dict)}`);
  }
  return None;
}

const yes = (ts: ThreadState, self: PyStringIO): Result<Value> => checkReady(ts, self);

/** `_io.StringIO` (CPython `Modules/_io/stringio.c`). */
export const StringIOType: PyType = defineType({
  name: "_io.StringIO",
  base: TextIOBaseType,
  flags: TypeFlags.BASETYPE,
  doc: "Text in memory as a stream.",
  signature: "(initial_value='', newline='\\n')",
  slots: {
    tp_new: streamNew(PyStringIO),
    tp_init: init,
    tp_iternext(ts, self: PyStringIO) {
      if (checkReady(ts, self) === null) return null;
      const line = take(self, lineEnd(self));
      return line === "" ? undefined : line;
    },
  },
  methods: [
    [
      "read",
      "($self, size=-1, /)",
      (ts, self: PyStringIO, sizeValue) => {
        if (checkReady(ts, self) === null) return null;
        const size = sizeArgument(ts, sizeValue);
        return size === null ? null : take(self, size < 0 ? self.length : self.position + size);
      },
      "Reads characters.",
    ],
    [
      "readline",
      "($self, size=-1, /)",
      (ts, self: PyStringIO, sizeValue) => {
        if (checkReady(ts, self) === null) return null;
        const size = sizeArgument(ts, sizeValue);
        if (size === null) return null;
        const end = self.position >= self.length ? self.position : lineEnd(self);
        return take(self, size >= 0 ? Math.min(end, self.position + size) : end);
      },
      "Reads a line.",
    ],
    [
      "write",
      "($self, s, /)",
      (ts, self: PyStringIO, value: Value) => {
        if (checkReady(ts, self) === null) return null;
        const text = asStr(value);
        if (text === undefined) {
          return raise(ts, TypeErrorType, `string argument expected, got '${typeName(value)}'`);
        }
        self.put(translated(self, text));
        return strLength(text);
      },
      "Writes text.",
    ],
    ["seek", "($self, pos, whence=0, /)", seek, "Changes the position."],
    [
      "tell",
      "($self, /)",
      (ts, self: PyStringIO) => (checkReady(ts, self) === null ? null : self.position),
      "The position.",
    ],
    [
      "truncate",
      "($self, pos=None, /)",
      (ts, self: PyStringIO, posValue) => {
        if (checkReady(ts, self) === null) return null;
        const size = posValue === undefined || posValue === None ? self.position : wholeNumber(ts, posValue);
        if (size === null) return null;
        if (size < 0) return raise(ts, ValueErrorType, `Negative size value ${size}`);
        if (size < self.length) self.text = substring(self.text, 0, size);
        return size;
      },
      "Cuts the text.",
    ],
    [
      "getvalue",
      "($self, /)",
      (ts, self: PyStringIO) => (checkReady(ts, self) === null ? null : self.text),
      "The whole text.",
    ],
    [
      "close",
      "($self, /)",
      (_ts, self: PyStringIO) => {
        self.closed = true;
        self.text = "";
        return None;
      },
      "Gives the text up.",
    ],
    ["readable", "($self, /)", yes, "True."],
    ["writable", "($self, /)", yes, "True."],
    ["seekable", "($self, /)", yes, "True."],
    [
      "__getstate__",
      "($self, /)",
      (ts, self: PyStringIO) => {
        if (checkReady(ts, self) === null) return null;
        const dict = attributesOf(self) === null ? None : getInstanceDict(ts, self);
        if (dict === null) return null;
        const { newline } = self.mode;
        return new PyTuple([
          self.text,
          newline === null ? None : newline,
          self.position,
          dict instanceof PyDict ? dict.copy() : None,
        ]);
      },
    ],
    ["__setstate__", "($self, state, /)", setState],
  ],
  getset: [
    ["closed", (_ts, self: PyStringIO) => self.closed],
    [
      "line_buffering",
      (ts, self: PyStringIO) => (checkReady(ts, self) === null ? null : false),
      null,
      "False.",
    ],
    [
      "newlines",
      (ts, self: PyStringIO) =>
        checkReady(ts, self) === null
          ? null
          : self.translator === null
            ? None
            : newlinesShown(self.translator.seen),
      null,
      "Line ends seen.",
    ],
  ],
});
