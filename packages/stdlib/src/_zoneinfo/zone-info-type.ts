import {
  asStr,
  BytesType,
  bindKeywords,
  call,
  callMethod,
  getAttr,
  importName,
  isInstance,
  type KwNames,
  type MethodRow,
  None,
  newException,
  type PyBaseException,
  PyBytes,
  PyTuple,
  PyType,
  type Result,
  raise,
  raiseValue,
  readFile,
  readyType,
  repr,
  setAttr,
  strFromJs,
  strKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  TypeType,
  toArray,
  toJs,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { shiftDateTime } from "../_datetime/arithmetic.js";
import { makeDelta } from "../_datetime/delta.js";
import { toOrdinal } from "../_datetime/gregorian.js";
import {
  DateTimeType,
  PyDateTime,
  type PyTimeDelta,
  PyTzInfo,
  TzInfoType,
} from "../_datetime/py-datetime.js";
import { attempt } from "../os-error.js";
import { EPOCH_ORDINAL, type Period, TzTextError } from "./posix-zone.js";
import { parseZoneFile, periodIn, shownIn, type Zone, ZoneFileError } from "./zone-file.js";

/** `zoneinfo.ZoneInfo`, made ready below. */
export const ZoneInfoType = new PyType(TypeType, "zoneinfo.ZoneInfo");

/** A zone of the time zone database. */
class PyZoneInfo extends PyTzInfo {
  key: Value = None;
  /** The `repr` of the file that it was read from; `null` for one that was found by its key. */
  file: Value | null = null;
  fromCache = true;

  constructor(
    readonly zone: Zone,
    cls: PyType,
  ) {
    super(cls);
  }
}

/** So many zones are kept although nobody refers to them. */
const STRONG_CACHE_SIZE = 8;

/** The zones that an interpreter has in memory. */
class ZoneCache {
  /** The zones used last, the latest at the end. */
  readonly strong = new Map<string, PyZoneInfo>();
  /** `weakref.WeakValueDictionary` of `ZoneInfo` itself; subclasses have their own. */
  weak: Value | null = null;

  static of(ts: ThreadState): ZoneCache {
    return ts.interp.state(ZoneCache, () => new ZoneCache());
  }

  touch(key: string, zone: PyZoneInfo): void {
    this.strong.delete(key);
    this.strong.set(key, zone);
    if (this.strong.size <= STRONG_CACHE_SIZE) return;
    for (const oldest of this.strong.keys()) {
      this.strong.delete(oldest);
      return;
    }
  }
}

function newWeakCache(ts: ThreadState): Result<Value> {
  const type = importName(ts, "weakref", "WeakValueDictionary");
  return type === null ? null : call(ts, type, []);
}

function weakCacheOf(ts: ThreadState, cls: PyType): Result<Value> {
  if (cls !== ZoneInfoType) return getAttr(ts, cls, "_weak_cache");
  const cache = ZoneCache.of(ts);
  cache.weak ??= newWeakCache(ts);
  return cache.weak;
}

/** Reads a zone from bytes. Raises ValueError. */
function zoneOf(ts: ThreadState, bytes: Uint8Array): Result<Zone> {
  try {
    return parseZoneFile(bytes);
  } catch (error) {
    if (error instanceof ZoneFileError) return raise(ts, ValueErrorType, error.message);
    if (!(error instanceof TzTextError)) throw error;
    const shown = repr(ts, new PyBytes(tzTextOf(bytes)));
    return shown === null ? null : raise(ts, ValueErrorType, error.message + toJs(shown));
  }
}

/** The `TZ` text at the end of a zone file. */
function tzTextOf(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a);
  return bytes.slice(bytes.lastIndexOf(0x0a, end - 1) + 1, end);
}

/** All that a file object gives. */
function readAll(ts: ThreadState, file: Value): Result<Uint8Array> {
  const data = callMethod(ts, file, "read", []);
  if (data === null) return null;
  if (isInstance(data, BytesType)) return (data as PyBytes).value;
  return raise(ts, TypeErrorType, "a zone is read from a binary file");
}

/** The bytes of the zone with a key: from the paths of the library, else from the package `tzdata`. */
function findZone(ts: ThreadState, key: Value): Result<Uint8Array> {
  const find = importName(ts, "zoneinfo._tzpath", "find_tzfile");
  const path = find === null ? null : call(ts, find, [key]);
  if (path === null) return null;
  const text = asStr(path);
  if (text !== undefined) return attempt(ts, () => readFile(ts.interp.host.files, toJs(text)));
  const load = importName(ts, "zoneinfo._common", "load_tzdata");
  const file = load === null ? null : call(ts, load, [key]);
  const bytes = file === null ? null : readAll(ts, file);
  if (file === null || bytes === null) return null;
  return callMethod(ts, file, "close", []) === null ? null : bytes;
}

/** Makes the zone with a key. */
function loadZone(ts: ThreadState, cls: PyType, key: Value): Result<PyZoneInfo> {
  const bytes = findZone(ts, key);
  const zone = bytes === null ? null : zoneOf(ts, bytes);
  if (zone === null) return null;
  const made = new PyZoneInfo(zone, cls);
  made.key = key;
  return made;
}

function newZone(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "ZoneInfo", args, kwnames, ["key"], 1);
  if (bound === null) return null;
  const key = bound[0] as Value;
  const text = asStr(key);
  const name = text === undefined ? undefined : strKey(text);
  const cache = ZoneCache.of(ts);
  const known = cls === ZoneInfoType && name !== undefined ? cache.strong.get(name) : undefined;
  if (known !== undefined && name !== undefined) {
    cache.touch(name, known);
    return known;
  }
  const weak = weakCacheOf(ts, cls);
  let zone = weak === null ? null : callMethod(ts, weak, "get", [key, None]);
  if (weak === null || zone === null) return null;
  if (zone === None) {
    const made = loadZone(ts, cls, key);
    zone = made === null ? null : callMethod(ts, weak, "setdefault", [key, made]);
    if (zone === null) return null;
  }
  if (cls === ZoneInfoType && name !== undefined && zone instanceof PyZoneInfo) cache.touch(name, zone);
  return zone;
}

/** Forgets zones: all, or those with some keys. */
function clearCache(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "clear_cache", args, kwnames, ["only_keys"], 0, 0);
  const weak = bound === null ? null : weakCacheOf(ts, cls);
  if (bound === null || weak === null) return null;
  const { strong } = ZoneCache.of(ts);
  const only = bound[0] ?? None;
  if (only === None) {
    if (cls === ZoneInfoType) strong.clear();
    return callMethod(ts, weak, "clear", []) === null ? null : None;
  }
  const keys = toArray(ts, only);
  if (keys === null) return null;
  for (const key of keys) {
    const text = asStr(key);
    if (cls === ZoneInfoType && text !== undefined) strong.delete(strKey(text));
    if (callMethod(ts, weak, "pop", [key, None]) === null) return null;
  }
  return None;
}

function fromFile(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "from_file", args, kwnames, ["", "key"], 1);
  if (bound === null) return null;
  const file = bound[0] as Value;
  const bytes = readAll(ts, file);
  const zone = bytes === null ? null : zoneOf(ts, bytes);
  const shown = zone === null ? null : repr(ts, file);
  if (zone === null || shown === null) return null;
  const made = new PyZoneInfo(zone, cls);
  made.key = bound[1] ?? None;
  made.file = shown;
  return made;
}

/** The period at a time that clocks of the zone show; `null` for none, `undefined` with an exception pending. */
function periodOf(ts: ThreadState, { zone }: PyZoneInfo, moment: Value): Period | null | undefined {
  if (moment === None) return zone.fixed ? zone.after.standard : null;
  if (!(moment instanceof PyDateTime)) {
    const ordinal = callMethod(ts, moment, "toordinal", []);
    return ordinal === null ? undefined : (raise(ts, TypeErrorType, "a datetime is required") ?? undefined);
  }
  return shownIn(zone, shownSeconds(moment), moment.year, moment.fold);
}

/** What a datetime shows, in seconds since 1970. */
const shownSeconds = (t: PyDateTime): number =>
  (toOrdinal(t.year, t.month, t.day) - EPOCH_ORDINAL) * 86400 + t.hour * 3600 + t.minute * 60 + t.second;

const delta = (ts: ThreadState, seconds: number): Result<PyTimeDelta> => makeDelta(ts, 0, seconds, 0);

/** A method that tells something of the period at a moment; None where there is none. */
const tells = (
  name: string,
  what: (ts: ThreadState, period: Period) => Result<Value>,
  doc: string,
): MethodRow => [
  name,
  "($self, dt, /)",
  (ts, self: PyZoneInfo, args: Value[], kwnames: KwNames) => {
    const bound = bindKeywords(ts, name, args, kwnames, [""], 1);
    if (bound === null) return null;
    const period = periodOf(ts, self, bound[0] as Value);
    if (period === undefined) return null;
    return period === null ? None : what(ts, period);
  },
  doc,
  { raw: true },
];

function fromUtc(ts: ThreadState, self: PyZoneInfo, moment: Value): Result<Value> {
  if (!(moment instanceof PyDateTime))
    return raise(ts, TypeErrorType, "fromutc: argument must be a datetime");
  if (moment.tzinfo !== self) return raise(ts, ValueErrorType, "fromutc: dt.tzinfo is not self");
  const { period, fold } = periodIn(self.zone, shownSeconds(moment), moment.year);
  const offset = delta(ts, period === null ? 0 : period.offset);
  const local = offset === null ? null : shiftDateTime(ts, moment, offset, 1);
  if (local === null || !fold) return local;
  if (!(local instanceof PyDateTime) || local.cls !== DateTimeType) {
    return callMethod(ts, local, "replace", [1], ["fold"]);
  }
  local.fold = 1;
  return local;
}

function reduce(ts: ThreadState, self: PyZoneInfo): Result<Value> {
  if (self.file !== null) {
    const type = importName(ts, "pickle", "PicklingError");
    if (type === null) return null;
    const message = strFromJs("Cannot pickle a ZoneInfo file from a file stream.");
    return raiseValue(ts, newException(type as PyType, [message]) as PyBaseException);
  }
  const unpickle = getAttr(ts, self, "_unpickle");
  return unpickle === null ? null : new PyTuple([unpickle, new PyTuple([self.key, self.fromCache ? 1 : 0])]);
}

function withoutCache(ts: ThreadState, cls: PyType, key: Value): Result<Value> {
  const made = loadZone(ts, cls, key);
  if (made !== null) made.fromCache = false;
  return made;
}

function show(ts: ThreadState, self: PyZoneInfo): Result<Value> {
  if (self.key === None && self.file !== null) {
    return `${self.cls.tpName}.from_file(${toJs(asStr(self.file) ?? "")})`;
  }
  const key = repr(ts, self.key);
  return key === null ? null : `${self.cls.tpName}(key=${toJs(key)})`;
}

readyType(ZoneInfoType, {
  name: "zoneinfo.ZoneInfo",
  base: TzInfoType,
  flags: TypeFlags.BASETYPE | TypeFlags.OWN_LAYOUT | TypeFlags.HAS_WEAKREFS,
  attributes: { __module__: "zoneinfo" },
  slots: {
    tp_new: newZone,
    tp_repr: show,
    tp_str: (ts, self: PyZoneInfo) => (self.key === None ? show(ts, self) : self.key),
  },
  methods: [
    [
      "clear_cache",
      "($type, /, *, only_keys=None)",
      clearCache,
      "Forgets zones.",
      { binding: "class", raw: true },
    ],
    [
      "no_cache",
      "($type, /, key)",
      withoutCache,
      "A zone of its own, that no other call gives.",
      { binding: "class" },
    ],
    [
      "from_file",
      "($type, file_obj, /, key=None)",
      fromFile,
      "Reads a zone from a file.",
      { binding: "class", raw: true },
    ],
    tells("utcoffset", (ts, { offset }) => delta(ts, offset), "How far clocks are from UTC."),
    tells("dst", (ts, { dst }) => delta(ts, dst), "How much of that is summer time."),
    tells("tzname", (_ts, { name }) => strFromJs(name), "What the period is called."),
    ["fromutc", "($self, object, /)", fromUtc, "A datetime in UTC as clocks of the zone show it."],
    ["__reduce__", "($self, /)", reduce, "What pickle needs."],
    [
      "_unpickle",
      "($type, key, from_cache, /)",
      (ts, cls: PyType, key: Value, fromCache: Value) =>
        fromCache === 0 || fromCache === false
          ? callMethod(ts, cls, "no_cache", [key])
          : call(ts, cls, [key]),
      "What a pickle calls.",
      { binding: "class" },
    ],
    [
      "__init_subclass__",
      "($type, /, *args, **kwargs)",
      (ts, cls: PyType) => {
        const weak = newWeakCache(ts);
        return weak === null || setAttr(ts, cls, "_weak_cache", weak) === null ? null : None;
      },
      "Gives a subclass a cache of its own.",
      { binding: "class", hidden: true },
    ],
  ],
  getset: [["key", (_ts, self: PyZoneInfo) => self.key, null, null, "member"]],
});
