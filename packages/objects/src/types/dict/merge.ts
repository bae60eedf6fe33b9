import { getOptionalAttr } from "../../core/attributes.js";
import { DictType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { clearPending, pendingMatches, raise, takePending, typeName } from "../../core/errors.js";
import type { Result, Status, Value } from "../../core/object.js";
import { getItem, getIter, iterate, toArray } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { RuntimeErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { hashHigh } from "./key-hash.js";
import { PyDict } from "./py-dict.js";

/** Is the value a dict or an instance of a subclass? */
export function isDict(v: Value): v is PyDict {
  return typeof v === "object" && (v.cls.flags & TypeFlags.DICT_SUBCLASS) !== 0;
}

/** A dict whose iteration nobody has overridden, so that its entries can be read directly. */
function isPlainDict(v: Value): v is PyDict {
  return isDict(v) && v.cls.tp_iter === DictType.tp_iter;
}

/** Adds the items of a dict; hashes are not computed again. RuntimeError when `from` changes meanwhile. */
export function mergeDict(ts: ThreadState, into: PyDict, from: PyDict, overwrite = true): Status {
  if (from === into || from.size === 0) return true;
  if (into.size === 0 && into.keys.length === 0) {
    into.takeFrom(from);
    return true;
  }
  const { size } = from;
  for (let entry = from.nextIndex(0); entry >= 0; entry = from.nextIndex(entry + 1)) {
    const low = from.entryHash(ts, entry);
    if (low === null) return null;
    const value = from.values[entry] as Value;
    if (into.setKnown(ts, from.keys[entry] as Value, low, hashHigh, value, overwrite) === null) return null;
    if (from.size !== size) return raise(ts, RuntimeErrorType, "dict mutated during update");
  }
  return true;
}

/** A plain dict of the items; of a subclass with an `__iter__` of its own, what its methods give (CPython `PyDict_Copy`). */
export function copyDict(ts: ThreadState, dict: PyDict): Result<PyDict> {
  if (isPlainDict(dict)) return dict.copy();
  const copy = new PyDict();
  return mergeMapping(ts, copy, dict) === null ? null : copy;
}

/** Adds the items of any mapping: a dict, or an object with `keys()` and `__getitem__` (CPython `PyDict_Update`). */
export function mergeMapping(ts: ThreadState, into: PyDict, mapping: Value): Status {
  if (isPlainDict(mapping)) return mergeDict(ts, into, mapping);
  const keys = mappingKeys(ts, mapping);
  if (keys === null) return null;
  for (const key of keys) {
    const value = getItem(ts, mapping, key);
    if (value === null || into.set(ts, key, value) === null) return null;
  }
  return true;
}

/** `list(mapping.keys())` (CPython `PyMapping_Keys`). */
function mappingKeys(ts: ThreadState, mapping: Value): Result<Value[]> {
  const keys = callMethod(ts, mapping, "keys", []);
  if (keys === null) return null;
  const it = getIter(ts, keys);
  if (it !== null) return toArray(ts, it);
  if (!pendingMatches(ts, TypeErrorType)) return null;
  clearPending(ts);
  const what = `${typeName(mapping)}.keys() returned a non-iterable (type ${typeName(keys)})`;
  return raise(ts, TypeErrorType, what);
}

/** Adds the pairs of an iterable of pairs (CPython `PyDict_MergeFromSeq2`). */
export function mergePairs(ts: ThreadState, into: PyDict, pairs: Value): Status {
  let n = 0;
  return iterate(ts, pairs, (item) => {
    const pair = pairItems(ts, item);
    if (pair === null) {
      if (pendingMatches(ts, TypeErrorType)) {
        const exc = takePending(ts);
        const note = `Cannot convert dictionary update sequence element #${n} to a sequence`;
        if (callMethod(ts, exc, "add_note", [note]) !== null) ts.pending = exc;
      }
      return null;
    }
    if (pair.length !== 2) {
      const what = `dictionary update sequence element #${n} has length ${pair.length}`;
      return raise(ts, ValueErrorType, `${what}; 2 is required`);
    }
    n++;
    return into.set(ts, pair[0], pair[1]);
  });
}

function pairItems(ts: ThreadState, item: Value): Result<Value[]> {
  const it = getIter(ts, item);
  if (it !== null) return toArray(ts, it);
  if (!pendingMatches(ts, TypeErrorType)) return null;
  clearPending(ts);
  return raise(ts, TypeErrorType, "object is not iterable");
}

/** Adds what `dict(arg)` and `update(arg)` take: a mapping or an iterable of pairs (CPython `dict_update_arg`). */
export function updateDict(ts: ThreadState, into: PyDict, arg: Value): Status {
  if (typeOf(arg) === DictType) return mergeDict(ts, into, arg as PyDict);
  const keys = getOptionalAttr(ts, arg, "keys");
  if (keys === null) return null;
  return keys === undefined ? mergePairs(ts, into, arg) : mergeMapping(ts, into, arg);
}

/** The arguments of `dict()` and `update()`: at most one by position, then keywords (CPython `dict_update_common`). */
export function updateFromArguments(
  ts: ThreadState,
  into: PyDict,
  fname: string,
  args: readonly Value[],
  kwnames: KwNames,
): Status {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given > 1) return raise(ts, TypeErrorType, `${fname} expected at most 1 argument, got ${given}`);
  if (given === 1 && updateDict(ts, into, args[0]) === null) return null;
  if (kwnames !== null) for (let i = 0; i < kwnames.length; i++) into.setStr(kwnames[i], args[given + i]);
  return true;
}
