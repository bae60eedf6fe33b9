import {
  bindKeywords,
  call,
  defineType,
  getAttr,
  hashHigh,
  hashKey,
  isCallable,
  isTrue,
  type KwNames,
  None,
  OverflowErrorType,
  PyDict,
  type PyInstance,
  PyMethod,
  type PyObject,
  PyPlainObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  strFromKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toSize,
  typeOf,
  type Value,
} from "@adder/objects";
import { dictRow, passCall } from "../keywords.js";

/** Stands between positional and keyword arguments in keys. */
const keywordMark = new PyPlainObject(defineType({ name: "functools._KeywordMark" }));

const LinkType = defineType({ name: "functools._lru_list_elem" });

/** A result in a bounded cache, and its place in the order of use. */
class Link implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  previous: Link = this;
  next: Link = this;
  key: Value;
  /** Halves of the key's hash. */
  low: number;
  high: number;
  result: Value;

  constructor(key: Value, low: number, high: number, result: Value) {
    this.cls = LinkType;
    this.key = key;
    this.low = low;
    this.high = high;
    this.result = result;
  }
}

/** A function that remembers its results. */
export class PyLruCache implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;
  readonly func: Value;
  /** How many results are kept; -1 without bound. */
  readonly maxsize: number;
  readonly typed: boolean;
  readonly infoType: Value;
  /** Keys to results, or to links when the cache is bounded. */
  readonly cache = new PyDict();
  hits = 0;
  misses = 0;
  /** Between the link used last and the one not used for the longest time. */
  root = new Link(None, 0, 0, None);

  constructor(func: Value, maxsize: number, typed: boolean, infoType: Value) {
    this.cls = LruCacheType;
    this.func = func;
    this.maxsize = maxsize;
    this.typed = typed;
    this.infoType = infoType;
  }
}

/** What the arguments are remembered by. The key shares no array with the call. */
function makeKey(self: PyLruCache, args: readonly Value[], kwnames: KwNames): Value {
  const keywords = kwnames === null ? 0 : kwnames.length;
  const { typed } = self;
  if (!typed && keywords === 0) {
    if (args.length === 1) {
      const [only] = args;
      if (typeof only === "number" || typeof only === "string" || typeof only === "bigint") return only;
    }
    return new PyTuple(args.slice());
  }
  const given = args.length - keywords;
  const key = args.slice(0, given);
  if (kwnames !== null && keywords > 0) {
    key.push(keywordMark);
    for (let i = 0; i < keywords; i++) key.push(strFromKey(kwnames[i]), args[given + i]);
  }
  if (typed) for (let i = 0; i < args.length; i++) key.push(typeOf(args[i]));
  return new PyTuple(key);
}

function lruCall(ts: ThreadState, self: PyLruCache, args: Value[], kwnames: KwNames): Result<Value> {
  if (self.maxsize === 0) {
    self.misses++;
    return passCall(ts, self.func, args, kwnames);
  }
  const key = makeKey(self, args, kwnames);
  const low = hashKey(ts, key);
  if (low === null) return null;
  const high = hashHigh;
  const { cache } = self;
  const entry = cache.findKnown(ts, key, low, high);
  if (entry === null) return null;
  if (entry >= 0) {
    self.hits++;
    const value = cache.values[entry] as Value;
    if (self.maxsize < 0) return value;
    const link = value as Link;
    unlink(link);
    append(self.root, link);
    return link.result;
  }
  self.misses++;
  const result = passCall(ts, self.func, args, kwnames);
  if (result === null) return null;
  const stored =
    self.maxsize < 0
      ? cache.setKnown(ts, key, low, high, result)
      : remember(ts, self, new Link(key, low, high, result));
  return stored === null ? null : result;
}

function unlink(link: Link): void {
  link.previous.next = link.next;
  link.next.previous = link.previous;
}

/** Puts a link where the one used last is. */
function append(root: Link, link: Link): void {
  const last = root.previous;
  last.next = link;
  root.previous = link;
  link.previous = last;
  link.next = root;
}

/** Adds a result to a bounded cache; the one not used for the longest time may have to leave. */
function remember(ts: ThreadState, self: PyLruCache, link: Link): Result<true> {
  const { cache } = self;
  // The call may have added this very key.
  const known = cache.findKnown(ts, link.key, link.low, link.high);
  if (known === null) return null;
  if (known >= 0) return true;
  const { root } = self;
  const oldest = root.next;
  if (cache.size >= self.maxsize && oldest !== root) {
    unlink(oldest);
    const entry = cache.findKnown(ts, oldest.key, oldest.low, oldest.high);
    if (entry === null) {
      // It stays the oldest.
      oldest.previous = root;
      oldest.next = root.next;
      root.next.previous = oldest;
      root.next = oldest;
      return null;
    }
    // The call has removed it already, and may have cleared the cache: this result is not kept.
    if (entry < 0) return true;
    cache.removeEntry(entry);
  }
  if (cache.setKnown(ts, link.key, link.low, link.high, link) === null) return null;
  append(root, link);
  return true;
}

function lruNew(ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> {
  const names = ["user_function", "maxsize", "typed", "cache_info_type"];
  const bound = bindKeywords(ts, "lru_cache", args, kwnames, names, 4);
  if (bound === null) return null;
  const [func, maxsizeValue, typedValue, infoType] = bound as Value[];
  const typed = isTrue(ts, typedValue);
  if (typed === null) return null;
  if (!isCallable(func)) return raise(ts, TypeErrorType, "the first argument must be callable");
  if (maxsizeValue === None) return new PyLruCache(func, -1, typed, infoType);
  if (typeOf(maxsizeValue).nb_index === null) {
    return raise(ts, TypeErrorType, "maxsize should be integer or None");
  }
  const maxsize = toSize(ts, maxsizeValue, OverflowErrorType);
  return maxsize === null ? null : new PyLruCache(func, Math.max(0, maxsize), typed, infoType);
}

function cacheInfo(ts: ThreadState, self: PyLruCache): Result<Value> {
  const { hits, misses, maxsize, cache } = self;
  return call(ts, self.infoType, [hits, misses, maxsize < 0 ? None : maxsize, cache.size]);
}

function cacheClear(_ts: ThreadState, self: PyLruCache): Value {
  self.hits = 0;
  self.misses = 0;
  self.root.next = self.root;
  self.root.previous = self.root;
  self.cache.clear();
  return None;
}

/** `functools._lru_cache_wrapper` (CPython `Modules/_functoolsmodule.c`). */
export const LruCacheType = defineType({
  name: "functools._lru_cache_wrapper",
  doc: "A callable that remembers the results of a function.",
  flags: TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS | TypeFlags.METHOD_DESCRIPTOR,
  slots: {
    tp_new: (ts, _cls, args, kwnames) => lruNew(ts, args, kwnames),
    tp_call: lruCall,
    tp_descr_get: (_ts, self: PyLruCache, instance) =>
      instance === undefined || instance === None ? self : new PyMethod(self, instance),
  },
  methods: [
    ["cache_info", "($self, /)", cacheInfo, "Report cache statistics"],
    ["cache_clear", "($self, /)", cacheClear, "Clear the cache and cache statistics"],
    ["__reduce__", "($self, /)", (ts, self: PyLruCache) => getAttr(ts, self, "__qualname__")],
    ["__copy__", "($self, /, *args)", (_ts, self: PyLruCache) => self, null, { hidden: true }],
    ["__deepcopy__", "($self, /, *args)", (_ts, self: PyLruCache) => self, null, { hidden: true }],
  ],
  getset: [dictRow],
});
