import { type Frame, forgetLeftovers } from "@adder/frames";
import {
  attributesOf,
  ByteArrayType,
  BytesType,
  ComplexType,
  call,
  EllipsisType,
  FloatType,
  isDict,
  isList,
  isTuple,
  type ModuleSpec,
  materialise,
  None,
  NoneType,
  NotImplementedType,
  ObjectType,
  PyDict,
  PyList,
  PySet,
  PyTuple,
  PyType,
  RangeType,
  type Result,
  raise,
  type Status,
  StrType,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/*
 * Memory is the host's business: there are no generations and no lists of objects. The module collects if the host lets it,
 * keeps the settings that programs make, and answers what can be known.
 */

class GcState {
  enabled = true;
  debug = 0;
  thresholds: [number, number] = [2000, 10];
  readonly garbage = new PyList([]);
  readonly callbacks = new PyList([]);
}

const stateOf = (ts: ThreadState): GcState => ts.interp.state(GcState, () => new GcState());

const GENERATIONS = 3;

function collectionInfo(generation: number, collected: number): PyDict {
  const info = new PyDict();
  info.setStr("generation", generation);
  info.setStr("collected", collected);
  info.setStr("uncollectable", 0);
  return info;
}

/** Tells the functions in `gc.callbacks`; what they raise is reported. */
function announce(ts: ThreadState, phase: string, generation: number, collected: number): void {
  for (const callback of stateOf(ts).callbacks.items.slice()) {
    if (call(ts, callback, [phase, collectionInfo(generation, collected)]) === null) {
      ts.interp.evaluator.unraisable(ts, callback);
    }
  }
}

function collect(ts: ThreadState, _m: Value, generationValue: Value | undefined): Result<Value> {
  const generation = generationValue === undefined ? 2 : sizeArgument(ts, generationValue);
  if (generation === null) return null;
  if (generation < 0 || generation >= GENERATIONS) return raise(ts, ValueErrorType, "invalid generation");
  announce(ts, "start", generation, 0);
  // The youngest objects are what the host collects by itself all the time.
  const collected = generation === 0 ? ts.interp.departures.sweep(ts) : collectAll(ts);
  announce(ts, "stop", generation, collected);
  return collected;
}

/**
 * Has the host collect, if it can, and finalises what has gone, until a collection finds nothing more to finalise.
 *
 * @returns how many watched objects have gone: the others go unnoticed
 */
function collectAll(ts: ThreadState): number {
  const { host, departures } = ts.interp;
  let total = 0;
  for (let found = 1; found > 0; total += found) {
    ts.left = undefined;
    if (ts.frame !== null) forgetLeftovers(ts.frame as Frame);
    host.memory?.collect();
    found = departures.sweep(ts);
  }
  return total;
}

function setThreshold(ts: ThreadState, _m: Value, args: Value[]): Result<Value> {
  if (args.length < 1 || args.length > 3) {
    return raise(ts, TypeErrorType, "gc.set_threshold requires 1 to 3 arguments");
  }
  const state = stateOf(ts);
  const given: number[] = [];
  for (const arg of args) {
    const n = sizeArgument(ts, arg);
    if (n === null) return null;
    given.push(n);
  }
  state.thresholds = [given[0], given[1] ?? state.thresholds[1]];
  return None;
}

function getObjects(ts: ThreadState, _m: Value, generation: Value | undefined): Result<Value> {
  if (generation !== undefined && generation !== None) {
    if (typeof generation !== "number" && typeOf(generation).nb_index === null) {
      const message = `argument should be integer or None, not '${typeName(generation)}'`;
      return raise(ts, TypeErrorType, message);
    }
    const n = sizeArgument(ts, generation);
    if (n === null) return null;
    if (n >= GENERATIONS) {
      const limit = `the number of available generations (${GENERATIONS})`;
      return raise(ts, ValueErrorType, `generation parameter must be less than ${limit}`);
    }
    if (n < 0) return raise(ts, ValueErrorType, "generation parameter cannot be negative");
  }
  return new PyList([]);
}

/** Classes whose instances refer to nothing. */
const ATOMIC: ReadonlySet<PyType> = new Set([
  ByteArrayType,
  BytesType,
  ComplexType,
  EllipsisType,
  FloatType,
  NoneType,
  NotImplementedType,
  ObjectType,
  RangeType,
  StrType,
]);

/** Can the object refer to others, so that it might be part of a cycle? */
function isTracked(v: Value): boolean {
  if (typeof v !== "object" || ATOMIC.has(v.cls)) return false;
  if (v instanceof PyType) return (v.flags & TypeFlags.HEAP) !== 0;
  return !isTuple(v) || v.items.length > 0;
}

/** What containers and instances refer to. */
function referents(ts: ThreadState, v: Value): Value[] {
  const found: Value[] = [];
  if (isTuple(v) || isList(v)) found.push(...v.items);
  else if (isDict(v)) {
    for (let entry = v.nextIndex(0); entry >= 0; entry = v.nextIndex(entry + 1)) {
      found.push(v.keys[entry] as Value, v.values[entry] as Value);
    }
  } else if (v instanceof PySet) found.push(...v.itemsArray());
  const attributes = attributesOf(v);
  if (attributes !== null) found.push(...materialise(ts, attributes).valuesArray(), attributes.cls);
  return found;
}

function stats(): Value {
  const list: Value[] = [];
  for (let i = 0; i < GENERATIONS; i++) {
    const dict = new PyDict();
    for (const name of ["collections", "collected", "uncollectable"]) dict.setStr(name, 0);
    list.push(dict);
  }
  return new PyList(list);
}

const setting =
  (change: (state: GcState) => void) =>
  (ts: ThreadState): Value => {
    change(stateOf(ts));
    return None;
  };

/** `gc` (CPython `Modules/gcmodule.c`). */
export const gcModule: ModuleSpec = {
  name: "gc",
  doc: "Settings of the garbage collector, which is the host's.",
  functions: [
    [
      "enable",
      "($module, /)",
      setting((state) => {
        state.enabled = true;
      }),
      "Enable automatic garbage collection.",
    ],
    [
      "disable",
      "($module, /)",
      setting((state) => {
        state.enabled = false;
      }),
      "Disable automatic garbage collection.",
    ],
    [
      "isenabled",
      "($module, /)",
      (ts) => stateOf(ts).enabled,
      "Returns true if automatic collection is enabled.",
    ],
    [
      "set_debug",
      "($module, flags, /)",
      (ts, _m, flags: Value) => {
        const n = sizeArgument(ts, flags);
        if (n === null) return null;
        stateOf(ts).debug = n;
        return None;
      },
      "Set the garbage collection debugging flags.",
    ],
    ["get_debug", "($module, /)", (ts) => stateOf(ts).debug, "Get the garbage collection debugging flags."],
    ["get_count", "($module, /)", () => new PyTuple([0, 0, 0]), "Return the current collection counts."],
    [
      "set_threshold",
      "($module, /, *args)",
      setThreshold,
      "Set the collection thresholds.",
      { hidden: true },
    ],
    [
      "get_threshold",
      "($module, /)",
      (ts) => new PyTuple([...stateOf(ts).thresholds, 0]),
      "Return the current collection thresholds.",
    ],
    ["collect", "($module, /, generation=2)", collect, "Run the garbage collector."],
    ["get_objects", "($module, /, generation=None)", getObjects, "An empty list: nobody knows all objects."],
    ["get_stats", "($module, /)", () => stats(), "Statistics, which are all 0."],
    [
      "is_tracked",
      "($module, obj, /)",
      (_ts, _m, v: Value) => isTracked(v),
      "Can the object be part of a cycle?",
    ],
    ["is_finalized", "($module, obj, /)", () => false, "Has the object's finalizer run?"],
    [
      "get_referrers",
      "($module, /, *objs)",
      () => new PyList([]),
      "An empty list: nobody knows all objects.",
    ],
    [
      "get_referents",
      "($module, /, *objs)",
      (ts, _m, args: Value[]) => new PyList(args.flatMap((v) => referents(ts, v))),
      "The objects that some objects refer to.",
    ],
    ["freeze", "($module, /)", () => None, "Does nothing."],
    ["unfreeze", "($module, /)", () => None, "Does nothing."],
    ["get_freeze_count", "($module, /)", () => 0, "0."],
  ],
  attributes: {
    DEBUG_STATS: 1,
    DEBUG_COLLECTABLE: 2,
    DEBUG_UNCOLLECTABLE: 4,
    DEBUG_SAVEALL: 32,
    DEBUG_LEAK: 38,
  },
  exec(ts, set): Status {
    set("garbage", stateOf(ts).garbage);
    set("callbacks", stateOf(ts).callbacks);
    return true;
  },
};
