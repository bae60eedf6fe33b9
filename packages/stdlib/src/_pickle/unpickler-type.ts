import {
  argumentTypeName,
  asStr,
  BUFFER_CONTIG_RO,
  bindKeywords,
  DictType,
  defineType,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  getIter,
  isDict,
  isTrue,
  type KwNames,
  lookup,
  None,
  PyDict,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  raiseNoAttribute,
  readyType,
  type Status,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toInt,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { cannotUnpickle } from "./errors.js";
import { Input, readableFile } from "./input.js";
import { load, NO_PERSISTENT_LOAD } from "./load.js";
import { findClass } from "./load-objects.js";
import { PyUnpickler, UnpicklerType } from "./py-unpickler.js";

const options = ["fix_imports", "encoding", "errors", "buffers"];

/** Sets what the keyword arguments say. Raises TypeError. */
function configure(
  ts: ThreadState,
  fname: string,
  u: PyUnpickler,
  [fixImports, encoding, errors, buffers]: readonly (Value | undefined)[],
): Status {
  const fix = fixImports === undefined ? true : isTrue(ts, fixImports);
  if (fix === null) return null;
  u.fixImports = fix;
  for (const [name, value] of [
    ["encoding", encoding],
    ["errors", errors],
  ] as const) {
    if (value === undefined) continue;
    const text = asStr(value);
    if (text === undefined) {
      return raise(
        ts,
        TypeErrorType,
        `${fname}() argument '${name}' must be str, not ${argumentTypeName(value)}`,
      );
    }
    u[name] = toJs(text);
  }
  if (buffers === undefined || buffers === None) return true;
  const it = getIter(ts, buffers);
  if (it === null) return null;
  u.buffers = it;
  return true;
}

/** Reads a pickle, with what `persistent_load` is now. */
function loadFrom(ts: ThreadState, u: PyUnpickler): Result<Value> {
  u.persistentLoad = u.ownPersistentLoad;
  if (
    u.persistentLoad === null &&
    lookup(u.cls, "persistent_load") !== lookup(UnpicklerType, "persistent_load")
  ) {
    const own = getAttr(ts, u, "persistent_load");
    if (own === null) return null;
    u.persistentLoad = own;
  }
  const result = load(ts, u);
  u.persistentLoad = null;
  return result;
}

const nothing = new Uint8Array(0);

function initUnpickler(ts: ThreadState, u: PyUnpickler, args: Value[], kwnames: KwNames): Status {
  const bound = bindKeywords(ts, "Unpickler", args, kwnames, ["file", ...options], 1, 1);
  const file = bound === null ? null : readableFile(ts, bound[0] as Value);
  if (bound === null || file === null) return null;
  u.encoding = "ASCII";
  u.errors = "strict";
  u.buffers = null;
  if (configure(ts, "Unpickler", u, bound.slice(1)) === null) return null;
  u.file = file;
  u.input = new Input(nothing, file);
  u.memo = [];
  u.stack = [];
  u.protocol = 0;
  return true;
}

/** `pickle.load`. */
export function loadFunction(
  ts: ThreadState,
  _module: Value,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  const bound = bindKeywords(ts, "load", args, kwnames, ["file", ...options], 1, 1);
  const file = bound === null ? null : readableFile(ts, bound[0] as Value);
  if (bound === null || file === null) return null;
  const u = new PyUnpickler();
  u.input = new Input(nothing, file);
  return configure(ts, "load", u, bound.slice(1)) === null ? null : loadFrom(ts, u);
}

/** `pickle.loads`. */
export function loads(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "loads", args, kwnames, ["", ...options], 1, 1);
  if (bound === null) return null;
  const u = new PyUnpickler();
  if (configure(ts, "loads", u, bound.slice(1)) === null) return null;
  const data = bound[0] as Value;
  const getBuffer = typeOf(data).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(data)}'`);
  }
  const loan = getBuffer(ts, data, BUFFER_CONTIG_RO);
  if (loan === null) return null;
  u.input = new Input(loan.bytes, null);
  const result = loadFrom(ts, u);
  loan.release();
  return result;
}

/** The memo of an unpickler, which a program may copy and empty. */
class PyUnpicklerMemo implements PyObject {
  /** `type(self)`. */
  cls: PyType;

  constructor(readonly unpickler: PyUnpickler) {
    this.cls = UnpicklerMemoType;
  }
}

/** The memo as a dict by number. */
function memoDict(ts: ThreadState, { memo }: PyUnpickler): Result<PyDict> {
  const dict = new PyDict();
  for (const at of Object.keys(memo)) {
    const value = memo[Number(at)];
    if (value !== undefined && dict.set(ts, Number(at), value) === null) return null;
  }
  return dict;
}

const UnpicklerMemoType: PyType = defineType({
  name: "_pickle.UnpicklerMemoProxy",
  flags: TypeFlags.BASETYPE,
  attributes: { __hash__: None },
  methods: [
    [
      "clear",
      "($self, /)",
      (_ts, self: PyUnpicklerMemo) => {
        self.unpickler.memo = [];
        return None;
      },
      "Removes all items.",
    ],
    [
      "copy",
      "($self, /)",
      (ts, self: PyUnpicklerMemo) => memoDict(ts, self.unpickler),
      "The memo as a dict.",
    ],
    [
      "__reduce__",
      "($self, /)",
      (ts, self: PyUnpicklerMemo) => {
        const dict = memoDict(ts, self.unpickler);
        return dict === null ? null : new PyTuple([DictType, new PyTuple([dict])]);
      },
      "What pickle needs.",
    ],
  ],
});

function setMemo(ts: ThreadState, self: PyUnpickler, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "attribute deletion is not supported");
  if (value instanceof PyUnpicklerMemo) {
    self.memo = [...value.unpickler.memo];
    return true;
  }
  if (!isDict(value)) {
    const message = "'memo' attribute must be an UnpicklerMemoProxy object or dict, not";
    return raise(ts, TypeErrorType, `${message} ${typeName(value)}`);
  }
  const memo: (Value | undefined)[] = [];
  const dict = value as PyDict;
  for (let entry = dict.nextIndex(0); entry >= 0; entry = dict.nextIndex(entry + 1)) {
    const key = dict.keys[entry] as Value;
    if (toInt(key) === undefined) return raise(ts, TypeErrorType, "memo key must be integers");
    const at = sizeArgument(ts, key);
    if (at === null) return null;
    if (at < 0) return raise(ts, ValueErrorType, "memo key must be positive integers.");
    memo[at] = dict.values[entry];
  }
  self.memo = memo;
  return true;
}

readyType(UnpicklerType, {
  name: "_pickle.Unpickler",
  doc: "Unpickler(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()): reads pickles from a file.\n\nThe file has the methods read() and readline(). With fix_imports modules have the names that they had in Python 2, whose 8-bit strings encoding and errors are for. buffers yields the buffers that are not in the pickle.",
  signature: "(file, *, fix_imports=True, encoding='ASCII', errors='strict',\n          buffers=())",
  flags: TypeFlags.BASETYPE,
  attributes: { __module__: "_pickle" },
  slots: {
    tp_new: (_ts, cls) => new PyUnpickler(cls),
    tp_init: initUnpickler,
    tp_getattro(ts, self: PyUnpickler, name) {
      if (name === "persistent_load" && self.ownPersistentLoad !== null) return self.ownPersistentLoad;
      return genericGetAttr(ts, self, name);
    },
    tp_setattro(ts, self: PyUnpickler, name, value) {
      if (name !== "persistent_load") return genericSetAttr(ts, self, name, value);
      if (value === undefined && self.ownPersistentLoad === null) {
        return raiseNoAttribute(ts, `'${typeName(self)}' object has no attribute '${name}'`, self, name);
      }
      self.ownPersistentLoad = value ?? null;
      return true;
    },
  },
  methods: [
    [
      "load",
      "($self, /)",
      (ts, self: PyUnpickler) => {
        if (self.input !== null) return loadFrom(ts, self);
        const name = self.cls.tpName;
        return cannotUnpickle(ts, `Unpickler.__init__() was not called by ${name}.__init__()`);
      },
      "Reads the next pickle.",
    ],
    [
      "find_class",
      "($self, module_name, global_name, /)",
      (ts, self: PyUnpickler, module: Value, name: Value) => findClass(ts, self, module, name),
      "What a module has under a name; subclasses may refuse it.",
    ],
    [
      "persistent_load",
      "($self, pid, /)",
      (ts) => cannotUnpickle(ts, NO_PERSISTENT_LOAD),
      "The object with a persistent id; there is none.",
    ],
    ["__sizeof__", "($self, /)", (_ts, self: PyUnpickler) => 232 + 8 * self.memo.length, "Size in bytes."],
  ],
  getset: [
    ["memo", (_ts, self: PyUnpickler) => new PyUnpicklerMemo(self), setMemo, "The objects read, by number."],
  ],
});
