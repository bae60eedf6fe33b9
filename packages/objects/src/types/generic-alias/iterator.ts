import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { builtin } from "../function/builtins-of.js";
import { selfIter } from "../iterators/common.js";
import { GenericAliasIteratorType } from "../iterators/iterator-types.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { PyGenericAlias } from "./py-generic-alias.js";

/** What iterating over a generic alias makes: an iterator with one item, the unpacked alias. */
export class PyGenericAliasIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  alias: PyGenericAlias | null;

  constructor(alias: PyGenericAlias) {
    this.cls = GenericAliasIteratorType;
    this.alias = alias;
  }
}

function next(_ts: ThreadState, self: PyGenericAliasIterator): Result<Value | undefined> {
  const { alias } = self;
  if (alias === null) return undefined;
  self.alias = null;
  return new PyGenericAlias(alias.origin, alias.args, true);
}

function reduce(ts: ThreadState, self: PyGenericAliasIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  return iter === null ? null : new PyTuple([iter, new PyTuple([self.alias ?? emptyTuple])]);
}

/** `generic_alias_iterator` (CPython `Objects/genericaliasobject.c`). */
export const genericAliasIteratorSpec: TypeSpec = {
  name: "generic_alias_iterator",
  slots: { tp_iter: selfIter, tp_iternext: next },
  methods: [["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."]],
};
