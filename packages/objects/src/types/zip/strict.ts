import { bindKeywords } from "../../core/bind-arguments.js";
import { raise } from "../../core/errors.js";
import { isTrue } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { getIter, iterNext } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { ValueErrorType } from "../exceptions/exception-types.js";

/*
 * Iterating over several iterables side by side, as `zip` and `map` do.
 */

/** The keyword argument `strict` (default false) of a call whose other arguments are positional. */
export function strictArgument(
  ts: ThreadState,
  fname: string,
  args: readonly Value[],
  kwnames: KwNames,
): Result<boolean> {
  if (kwnames === null || kwnames.length === 0) return false;
  const values = args.slice(args.length - kwnames.length);
  const bound = bindKeywords(ts, fname, values, kwnames, ["strict"], 0, 0);
  if (bound === null) return null;
  return bound[0] === undefined ? false : isTrue(ts, bound[0]);
}

/** An iterator of each iterable. */
export function iteratorsOf(ts: ThreadState, iterables: readonly Value[]): Result<Value[]> {
  const iterators: Value[] = [];
  for (const iterable of iterables) {
    const iterator = getIter(ts, iterable);
    if (iterator === null) return null;
    iterators.push(iterator);
  }
  return iterators;
}

/** One item of each iterator; `undefined` when one is exhausted. ValueError when `strict` and not all are. */
export function nextOfEach(
  ts: ThreadState,
  fname: string,
  iterators: readonly Value[],
  strict: boolean,
): Result<Value[] | undefined> {
  const items: Value[] = [];
  for (let i = 0; i < iterators.length; i++) {
    const item = iterNext(ts, iterators[i]);
    if (item === null) return null;
    if (item === undefined) return strict ? checkLengths(ts, fname, iterators, i) : undefined;
    items.push(item);
  }
  return items;
}

/** Iterator `i` is the first that is exhausted: so must be all. */
function checkLengths(
  ts: ThreadState,
  fname: string,
  iterators: readonly Value[],
  i: number,
): Result<undefined> {
  if (i > 0) return raise(ts, ValueErrorType, `${fname}() argument ${i + 1} is shorter than ${before(i)}`);
  for (let j = 1; j < iterators.length; j++) {
    const item = iterNext(ts, iterators[j]);
    if (item === null) return null;
    if (item !== undefined) {
      return raise(ts, ValueErrorType, `${fname}() argument ${j + 1} is longer than ${before(j)}`);
    }
  }
  return undefined;
}

const before = (i: number): string => (i === 1 ? "argument 1" : `arguments 1-${i}`);
