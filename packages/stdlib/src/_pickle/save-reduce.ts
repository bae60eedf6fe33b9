import {
  asStr,
  fullTypeName,
  getAttr,
  getOptionalAttr,
  isCallable,
  isDict,
  isTuple,
  None,
  type PyDict,
  PyTuple,
  PyType,
  repr,
  type Status,
  type ThreadState,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import { callWithKeywords } from "../keywords.js";
import { cannotPickle, whileSaving } from "./errors.js";
import { libraryOf } from "./library.js";
import { Op } from "./opcodes.js";
import type { PyPickler } from "./py-pickler.js";
import { save } from "./save.js";
import { batchAppends, batchSetItems } from "./save-containers.js";

/** Saves a part of the reduction of an object; a failure says which. */
function savePart(ts: ThreadState, p: PyPickler, obj: Value, part: Value, what: string): Status {
  return save(ts, p, part) === null ? whileSaving(ts, obj, what) : true;
}

/**
 * Writes how an object is made again.
 *
 * @param reduced what `__reduce__` has said: callable, arguments, state, list items, dict items, state setter
 */
export function saveReduce(ts: ThreadState, p: PyPickler, reduced: readonly Value[], obj: Value): Status {
  if (reduced.length < 2 || reduced.length > 6) {
    return cannotPickle(ts, "tuple returned by __reduce__ must contain 2 through 6 elements");
  }
  const [callable, args, state = None, listItems = None, dictItems = None, stateSetter = None] = reduced;
  if (!isCallable(callable)) {
    const message = "first item of the tuple returned by __reduce__ must be callable";
    return cannotPickle(ts, `${message}, not ${fullTypeName(callable)}`);
  }
  if (!isTuple(args)) {
    const message = "second item of the tuple returned by __reduce__ must be a tuple";
    return cannotPickle(ts, `${message}, not ${fullTypeName(args)}`);
  }
  for (const [items, which] of [
    [listItems, "fourth"],
    [dictItems, "fifth"],
  ] as const) {
    if (items !== None && typeOf(items).tp_iternext === null) {
      const message = `${which} item of the tuple returned by __reduce__ must be an iterator`;
      return cannotPickle(ts, `${message}, not ${fullTypeName(items)}`);
    }
  }
  if (stateSetter !== None && !isCallable(stateSetter)) {
    const message = "sixth item of the tuple returned by __reduce__ must be callable";
    return cannotPickle(ts, `${message}, not ${fullTypeName(stateSetter)}`);
  }
  if (saveConstruction(ts, p, callable, args, obj) === null) return null;
  const known = p.memo.get(obj);
  if (known !== undefined) {
    // It contains itself, and its parts have written it.
    p.out.byte(Op.POP);
    p.recall(known);
    return true;
  }
  p.memoize(obj);
  if (listItems !== None && batchAppends(ts, p, listItems, obj) === null) return null;
  if (dictItems !== None && batchSetItems(ts, p, dictItems, obj) === null) return null;
  if (state === None) return true;
  if (stateSetter === None) {
    if (savePart(ts, p, obj, state, "state") === null) return null;
    p.out.byte(Op.BUILD);
    return true;
  }
  if (savePart(ts, p, obj, stateSetter, "state setter") === null) return null;
  if (save(ts, p, obj) === null || savePart(ts, p, obj, state, "state") === null) return null;
  p.out.byte(Op.TUPLE2);
  p.out.byte(Op.REDUCE);
  p.out.byte(Op.POP);
  return true;
}

/** Writes what makes the bare object. `copyreg.__newobj__` and `__newobj_ex__` have opcodes. */
function saveConstruction(ts: ThreadState, p: PyPickler, callable: Value, args: PyTuple, obj: Value): Status {
  if (p.protocol >= 2) {
    const named = getOptionalAttr(ts, callable, "__name__");
    if (named === null) return null;
    const name = named === undefined ? undefined : asStr(named);
    if (name === "__newobj_ex__") return saveNewObjectEx(ts, p, args, obj);
    if (name === "__newobj__") return saveNewObject(ts, p, args, obj);
  }
  if (savePart(ts, p, obj, callable, "reconstructor") === null) return null;
  if (savePart(ts, p, obj, args, "reconstructor arguments") === null) return null;
  p.out.byte(Op.REDUCE);
  return true;
}

/** Raises PicklingError unless a class can be that of the object. */
function checkClass(ts: ThreadState, maker: string, cls: Value, obj: Value): Status {
  if (!(cls instanceof PyType)) {
    return cannotPickle(ts, `first argument to ${maker}() must be a class, not ${fullTypeName(cls)}`);
  }
  const own = getAttr(ts, obj, "__class__");
  if (own === null) return null;
  if (own === cls) return true;
  const expected = repr(ts, own);
  const given = expected === null ? null : repr(ts, cls);
  if (expected === null || given === null) return null;
  return cannotPickle(ts, `first argument to ${maker}() must be ${toJs(expected)}, not ${toJs(given)}`);
}

function saveNewObject(ts: ThreadState, p: PyPickler, { items }: PyTuple, obj: Value): Status {
  if (items.length === 0) return cannotPickle(ts, "__newobj__ expected at least 1 argument, got 0");
  const [cls, ...args] = items;
  if (checkClass(ts, "__newobj__", cls, obj) === null) return null;
  if (savePart(ts, p, obj, cls, "class") === null) return null;
  if (savePart(ts, p, obj, new PyTuple(args), "__new__ arguments") === null) return null;
  p.out.byte(Op.NEWOBJ);
  return true;
}

function saveNewObjectEx(ts: ThreadState, p: PyPickler, { items }: PyTuple, obj: Value): Status {
  if (items.length !== 3) {
    return cannotPickle(ts, `__newobj_ex__ expected 3 arguments, got ${items.length}`);
  }
  const [cls, args, kwargs] = items;
  if (checkClass(ts, "__newobj_ex__", cls, obj) === null) return null;
  if (!isTuple(args)) {
    return cannotPickle(ts, `second argument to __newobj_ex__() must be a tuple, not ${fullTypeName(args)}`);
  }
  if (!isDict(kwargs)) {
    return cannotPickle(ts, `third argument to __newobj_ex__() must be a dict, not ${fullTypeName(kwargs)}`);
  }
  if (p.protocol >= 4) {
    if (savePart(ts, p, obj, cls, "class") === null) return null;
    if (savePart(ts, p, obj, args, "__new__ arguments") === null) return null;
    if (savePart(ts, p, obj, kwargs, "__new__ arguments") === null) return null;
    p.out.byte(Op.NEWOBJ_EX);
    return true;
  }
  // Keyword arguments are bound before.
  const make = getAttr(ts, cls, "__new__");
  if (make === null) return null;
  const bound = callWithKeywords(ts, libraryOf(ts).partial, [make, cls, ...args.items], kwargs as PyDict);
  if (bound === null || savePart(ts, p, obj, bound, "reconstructor") === null) return null;
  if (savePart(ts, p, obj, new PyTuple([]), "reconstructor arguments") === null) return null;
  p.out.byte(Op.REDUCE);
  return true;
}
