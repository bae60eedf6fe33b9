import { bindKeywords } from "../../core/bind-arguments.js";
import { EnumerateType } from "../../core/builtin-types.js";
import { raise } from "../../core/errors.js";
import type { PyInstance } from "../../core/fields.js";
import type { TypeSpec } from "../../core/native.js";
import { toIndex } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { getIter, iterNext } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { type Int, intAdd } from "../int/arithmetic.js";
import { classGetItem, selfIter } from "../iterators/common.js";
import { PyTuple } from "../tuple/py-tuple.js";

/** `enumerate(iterable, start)`. */
export class PyEnumerate implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly iterator: Value;
  /** Number of the next item. */
  index: Int;
  attrs: PyInstance | null = null;

  constructor(cls: PyType, iterator: Value, index: Int) {
    this.cls = cls;
    this.iterator = iterator;
    this.index = index;
  }
}

function enumerateNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound =
    cls === EnumerateType
      ? bind(ts, args, kwnames ?? [])
      : bindKeywords(ts, "enumerate", args, kwnames, ["iterable", "start"], 1);
  if (bound === null) return null;
  const start = bound[1] === undefined ? 0 : toIndex(ts, bound[1]);
  if (start === null) return null;
  const iterator = getIter(ts, bound[0] as Value);
  return iterator === null ? null : new PyEnumerate(cls, iterator, start);
}

/** The arguments of a call of `enumerate` itself, which CPython binds in a way of its own (`enumerate_vectorcall`). */
function bind(ts: ThreadState, args: Value[], kwnames: readonly string[]): Result<(Value | undefined)[]> {
  const given = args.length - kwnames.length;
  if (args.length === 2) {
    if (kwnames.length === 2 && kwnames[0] === "start") {
      return kwnames[1] === "iterable" ? [args[1], args[0]] : badKeyword(ts, kwnames[1]);
    }
    const names = ["iterable", "start"].slice(given);
    for (let i = 0; i < names.length; i++) {
      if (kwnames[i] !== names[i]) return badKeyword(ts, kwnames[i]);
    }
    return args;
  }
  if (args.length === 1) return given === 1 || kwnames[0] === "iterable" ? args : badKeyword(ts, kwnames[0]);
  if (given === 0) return raise(ts, TypeErrorType, "enumerate() missing required argument 'iterable'");
  return raise(ts, TypeErrorType, `enumerate() takes at most 2 arguments (${args.length} given)`);
}

function badKeyword(ts: ThreadState, name: string): null {
  return raise(ts, TypeErrorType, `'${name}' is an invalid keyword argument for enumerate()`);
}

/** The next pair of number and item. */
export function enumerateNext(ts: ThreadState, self: PyEnumerate): Result<Value | undefined> {
  const item = iterNext(ts, self.iterator);
  if (item === null || item === undefined) return item;
  const { index } = self;
  self.index = intAdd(index, 1);
  return new PyTuple([index, item]);
}

/** `enumerate` (CPython `Objects/enumobject.c`). */
export const enumerateSpec: TypeSpec = {
  name: "enumerate",
  flags: TypeFlags.BASETYPE,
  doc: "An iterator over pairs: a number that counts from start, and an item of an iterable.",
  signature: "(iterable, start=0)",
  slots: { tp_new: enumerateNew, tp_iter: selfIter, tp_iternext: enumerateNext },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyEnumerate) => new PyTuple([self.cls, new PyTuple([self.iterator, self.index])]),
      "What pickle needs to go on from here.",
    ],
    [
      "__class_getitem__",
      "($type, object, /)",
      classGetItem,
      "enumerate[T] in annotations.",
      { binding: "class" },
    ],
  ],
};
