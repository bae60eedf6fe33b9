import {
  checkPositional,
  defineType,
  getIter,
  type IterNextFunc,
  type KwNames,
  type MethodRow,
  type NewFunc,
  noKeywords,
  type PyInstance,
  PyPlainObject,
  type PyType,
  type Result,
  type Slots,
  type Status,
  selfIter,
  type ThreadState,
  TypeFlags,
  typeOf,
  type Value,
} from "@adder/objects";

/** Base of the iterators of `itertools`. */
export class PyIterator extends PyPlainObject {
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;
}

/** What {@link defineIterator} needs. */
export interface IteratorSpec {
  /** Without the module. */
  readonly name: string;
  readonly doc: string;
  readonly signature?: string;
  readonly make: NewFunc;
  readonly next: IterNextFunc;
  readonly slots?: Partial<Slots>;
  readonly methods?: readonly MethodRow[];
}

/** Defines an iterator class of `itertools`, which programs may derive from. */
export function defineIterator(spec: IteratorSpec): PyType {
  return defineType({
    name: `itertools.${spec.name}`,
    doc: spec.doc,
    ...(spec.signature === undefined ? {} : { signature: spec.signature }),
    flags: TypeFlags.BASETYPE,
    slots: { ...spec.slots, tp_new: spec.make, tp_iter: selfIter, tp_iternext: spec.next },
    methods: spec.methods ?? [],
  });
}

/**
 * Refuses keyword arguments, unless they may be meant for the `__init__` of a subclass.
 *
 * @param cls the class to be instantiated
 * @param type the class of `itertools` itself
 */
export function refuseKeywords(ts: ThreadState, cls: PyType, type: PyType, kwnames: KwNames): Status {
  if (kwnames === null || (cls !== type && cls.tp_init !== type.tp_init)) return true;
  return noKeywords(ts, type.name, kwnames);
}

/** Positional arguments in the right number: the arguments without keywords. */
export function positionalArguments(
  ts: ThreadState,
  cls: PyType,
  type: PyType,
  args: readonly Value[],
  kwnames: KwNames,
  min: number,
  max: number,
): Result<readonly Value[]> {
  if (refuseKeywords(ts, cls, type, kwnames) === null) return null;
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, type.name, given, min, max) === null) return null;
  return given === args.length ? args : args.slice(0, given);
}

/** The `tp_iternext` of an iterator, to be looked up once instead of at each item. */
export function nextOf(it: Value): IterNextFunc {
  return typeOf(it).tp_iternext as IterNextFunc;
}

/** An iterator together with a predicate or function, as `(function, iterable)` arguments give them. */
export function functionAndIterator(
  ts: ThreadState,
  cls: PyType,
  type: PyType,
  args: readonly Value[],
  kwnames: KwNames,
): Result<readonly [fn: Value, it: Value]> {
  const given = positionalArguments(ts, cls, type, args, kwnames, 2, 2);
  const it = given === null ? null : getIter(ts, given[1]);
  return given === null || it === null ? null : [given[0], it];
}
