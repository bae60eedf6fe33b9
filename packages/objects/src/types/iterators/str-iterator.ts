import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { builtin } from "../function/builtins-of.js";
import { None } from "../none/singletons.js";
import type { Str } from "../str/py-str.js";
import { charAt, strLength } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { selfIter, stateIndex } from "./common.js";
import { StrAsciiIteratorType, StrIteratorType } from "./iterator-types.js";

/** Iterator over the characters of a str. */
export class PyStrIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  text: Str | null;
  /** The value that `__reduce__` shows: the str, or the instance of a subclass. */
  source: Value;
  /** Index of the next code point. */
  index = 0;
  readonly length: number;

  constructor(text: Str, source: Value) {
    this.cls = typeof source === "string" && isAscii(text) ? StrAsciiIteratorType : StrIteratorType;
    this.text = text;
    this.source = source;
    this.length = strLength(text);
  }
}

/** The class of the iterator tells whether the str is ASCII; looking at a long text would take too long. */
const LOOK_AT = 1000;

function isAscii(text: Str): boolean {
  if (typeof text !== "string" || text.length > LOOK_AT) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The next character; `undefined` when exhausted. */
export function strIteratorNext(_ts: ThreadState, self: PyStrIterator): Value | undefined {
  const { text } = self;
  if (text === null) return undefined;
  if (self.index < self.length)
    return typeof text === "string" ? text[self.index++] : charAt(text, self.index++);
  self.text = null;
  self.source = None;
  return undefined;
}

function reduce(ts: ThreadState, self: PyStrIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  if (self.text === null) return new PyTuple([iter, new PyTuple([""])]);
  return new PyTuple([iter, new PyTuple([self.source]), self.index]);
}

function setState(ts: ThreadState, self: PyStrIterator, state: Value): Result<Value> {
  const index = stateIndex(ts, state);
  if (index === null) return null;
  if (self.text !== null) self.index = Math.max(0, Math.min(index, self.length));
  return None;
}

const spec = (name: string): TypeSpec => ({
  name,
  slots: { tp_iter: selfIter, tp_iternext: strIteratorNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyStrIterator) => (self.text === null ? 0 : self.length - self.index),
      "How many characters are left.",
    ],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Goes to an index."],
  ],
});

/** `str_ascii_iterator`. */
export const strAsciiIteratorSpec = spec("str_ascii_iterator");
/** `str_iterator`. */
export const strIteratorSpec = spec("str_iterator");
