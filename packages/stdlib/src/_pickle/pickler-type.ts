import {
  bindKeywords,
  DictType,
  defineType,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  getOptionalAttr,
  isDict,
  isTrue,
  isTuple,
  type KwNames,
  lookup,
  None,
  objectId,
  PyBytes,
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
  toIndex,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { cannotPickle } from "./errors.js";
import { DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, Op } from "./opcodes.js";
import { Output } from "./output.js";
import { PicklerType, PyPickler } from "./py-pickler.js";
import { save } from "./save.js";

/** Sets what the arguments of `Pickler` and `dumps` say. Raises TypeError and ValueError. */
function configure(
  ts: ThreadState,
  p: PyPickler,
  protocol: Value | undefined,
  fixImports: Value | undefined,
  bufferCallback: Value | undefined,
): Status {
  let version = DEFAULT_PROTOCOL;
  if (protocol !== undefined && protocol !== None) {
    const n = toIndex(ts, protocol);
    if (n === null) return null;
    if (n > HIGHEST_PROTOCOL) {
      return raise(ts, ValueErrorType, `pickle protocol must be <= ${HIGHEST_PROTOCOL}`);
    }
    version = n < 0 ? HIGHEST_PROTOCOL : Number(n);
  }
  const fix = fixImports === undefined ? true : isTrue(ts, fixImports);
  if (fix === null) return null;
  p.protocol = version;
  p.binary = version > 0;
  p.fixImports = fix && version < 3;
  const callback = bufferCallback === undefined || bufferCallback === None ? null : bufferCallback;
  if (callback !== null && version < 5) {
    return raise(ts, ValueErrorType, "buffer_callback needs protocol >= 5");
  }
  p.bufferCallback = callback;
  return true;
}

/** The `write` of a file. Raises TypeError. */
function writerOf(ts: ThreadState, file: Value): Result<Value> {
  const write = getOptionalAttr(ts, file, "write");
  return write === undefined ? raise(ts, TypeErrorType, "file must have a 'write' attribute") : write;
}

/** Writes a whole pickle. */
function dumpInto(ts: ThreadState, p: PyPickler, obj: Value): Status {
  const override = p.cls === PicklerType ? undefined : getOptionalAttr(ts, p, "reducer_override");
  if (override === null) return null;
  p.reducerOverride = override ?? null;
  const persistent = persistentIdOf(ts, p);
  if (persistent === undefined) return null;
  p.persistentId = persistent;
  const { out } = p;
  if (p.protocol >= 2) out.opByte(Op.PROTO, p.protocol);
  out.framing = p.protocol >= 4;
  const saved = save(ts, p, obj);
  if (saved !== null) {
    out.byte(Op.STOP);
    out.endFrame();
  }
  out.framing = false;
  p.reducerOverride = null;
  p.persistentId = null;
  return saved;
}

/** The `persistent_id` of an instance or its class; `null` for the one that does nothing, `undefined` after a failure. */
function persistentIdOf(ts: ThreadState, p: PyPickler): Value | null | undefined {
  if (p.ownPersistentId !== null) return p.ownPersistentId;
  if (lookup(p.cls, "persistent_id") === lookup(PicklerType, "persistent_id")) return null;
  return getAttr(ts, p, "persistent_id") ?? undefined;
}

function initPickler(ts: ThreadState, p: PyPickler, args: Value[], kwnames: KwNames): Status {
  const names = ["file", "protocol", "fix_imports", "buffer_callback"];
  const bound = bindKeywords(ts, "Pickler", args, kwnames, names, 1);
  if (bound === null || configure(ts, p, bound[1], bound[2], bound[3]) === null) return null;
  const write = writerOf(ts, bound[0] as Value);
  if (write === null) return null;
  p.output = new Output(write);
  p.memo.clear();
  p.fast = 0;
  p.fastNesting = 0;
  p.fastMemo = null;
  if (p.dispatchTable !== null) return true;
  const table = getOptionalAttr(ts, p, "dispatch_table");
  if (table === null) return null;
  if (table !== undefined) p.dispatchTable = table;
  return true;
}

/** `pickle.dumps`. */
export function dumps(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const names = ["obj", "protocol", "fix_imports", "buffer_callback"];
  const bound = bindKeywords(ts, "dumps", args, kwnames, names, 1, 2);
  if (bound === null) return null;
  const p = new PyPickler();
  p.output = new Output(null);
  if (configure(ts, p, bound[1], bound[2], bound[3]) === null) return null;
  return dumpInto(ts, p, bound[0] as Value) === null ? null : new PyBytes(p.output.take());
}

/** `pickle.dump`. */
export function dump(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const names = ["obj", "file", "protocol", "fix_imports", "buffer_callback"];
  const bound = bindKeywords(ts, "dump", args, kwnames, names, 2, 3);
  if (bound === null) return null;
  const p = new PyPickler();
  if (configure(ts, p, bound[2], bound[3], bound[4]) === null) return null;
  const write = writerOf(ts, bound[1] as Value);
  if (write === null) return null;
  p.output = new Output(write);
  if (dumpInto(ts, p, bound[0] as Value) === null) return null;
  return p.output.flush(ts) === null ? null : None;
}

/** The memo of a pickler, which a program may copy and empty. */
class PyPicklerMemo implements PyObject {
  /** `type(self)`. */
  cls: PyType;

  constructor(readonly pickler: PyPickler) {
    this.cls = PicklerMemoType;
  }
}

/** The memo as a dict: number and object, by the identity of the object. */
function memoDict(ts: ThreadState, { memo }: PyPickler): Result<PyDict> {
  const dict = new PyDict();
  for (const [obj, index] of memo) {
    if (dict.set(ts, objectId(ts, obj), new PyTuple([index, obj])) === null) return null;
  }
  return dict;
}

const PicklerMemoType: PyType = defineType({
  name: "_pickle.PicklerMemoProxy",
  flags: TypeFlags.BASETYPE,
  attributes: { __hash__: None },
  methods: [
    [
      "clear",
      "($self, /)",
      (_ts, self: PyPicklerMemo) => {
        self.pickler.memo.clear();
        return None;
      },
      "Removes all items.",
    ],
    ["copy", "($self, /)", (ts, self: PyPicklerMemo) => memoDict(ts, self.pickler), "The memo as a dict."],
    [
      "__reduce__",
      "($self, /)",
      (ts, self: PyPicklerMemo) => {
        const dict = memoDict(ts, self.pickler);
        return dict === null ? null : new PyTuple([DictType, new PyTuple([dict])]);
      },
      "What pickle needs.",
    ],
  ],
});

function setMemo(ts: ThreadState, self: PyPickler, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "attribute deletion is not supported");
  if (value instanceof PyPicklerMemo) {
    self.memo = new Map(value.pickler.memo);
    return true;
  }
  if (!isDict(value)) {
    const message = "'memo' attribute must be a PicklerMemoProxy object or dict, not";
    return raise(ts, TypeErrorType, `${message} ${typeName(value)}`);
  }
  const memo = new Map<Value, number>();
  for (const entry of (value as PyDict).valuesArray()) {
    if (!isTuple(entry) || entry.items.length !== 2) {
      return raise(ts, TypeErrorType, "'memo' values must be 2-item tuples");
    }
    const index = sizeArgument(ts, entry.items[0]);
    if (index === null) return null;
    memo.set(entry.items[1], index);
  }
  self.memo = memo;
  return true;
}

readyType(PicklerType, {
  name: "_pickle.Pickler",
  doc: "Pickler(file, protocol=None, fix_imports=True, buffer_callback=None): writes pickles to a file.\n\nprotocol is the version of the format; a negative one is the newest. With fix_imports, and a protocol below 3, modules have the names that they had in Python 2. buffer_callback, for protocol 5, is called with each buffer and answers whether it is written too.",
  signature: "(file, protocol=None, fix_imports=True, buffer_callback=None)",
  flags: TypeFlags.BASETYPE,
  attributes: { __module__: "_pickle" },
  slots: {
    tp_new: (_ts, cls) => new PyPickler(cls),
    tp_init: initPickler,
    tp_getattro(ts, self: PyPickler, name) {
      if (name === "persistent_id" && self.ownPersistentId !== null) return self.ownPersistentId;
      return genericGetAttr(ts, self, name);
    },
    tp_setattro(ts, self: PyPickler, name, value) {
      if (name !== "persistent_id") return genericSetAttr(ts, self, name, value);
      if (value === undefined && self.ownPersistentId === null) {
        return raiseNoAttribute(ts, `'${typeName(self)}' object has no attribute '${name}'`, self, name);
      }
      self.ownPersistentId = value ?? null;
      return true;
    },
  },
  methods: [
    [
      "dump",
      "($self, obj, /)",
      (ts, self: PyPickler, obj: Value) => {
        if (self.output === null) {
          const name = self.cls.tpName;
          return cannotPickle(ts, `Pickler.__init__() was not called by ${name}.__init__()`);
        }
        self.output = new Output(self.output.write);
        if (dumpInto(ts, self, obj) === null) return null;
        return self.output.flush(ts) === null ? null : None;
      },
      "Writes an object to the file.",
    ],
    [
      "clear_memo",
      "($self, /)",
      (_ts, self: PyPickler) => {
        self.memo.clear();
        return None;
      },
      "Forgets what was written: the next pickle stands for itself.",
    ],
    ["persistent_id", "($self, obj, /)", () => None, "The persistent id of an object; None for none."],
    ["__sizeof__", "($self, /)", (_ts, self: PyPickler) => 96 + 16 * self.memo.size, "Size in bytes."],
  ],
  getset: [
    ["memo", (_ts, self: PyPickler) => new PyPicklerMemo(self), setMemo, "Numbers of the objects written."],
    ["bin", (_ts, self: PyPickler) => (self.binary ? 1 : 0), setFlag("bin"), null, "member"],
    ["fast", (_ts, self: PyPickler) => self.fast, setFlag("fast"), null, "member"],
    [
      "dispatch_table",
      (ts, self: PyPickler) => {
        if (self.dispatchTable !== null) return self.dispatchTable;
        const message = `'${typeName(self)}' object has no attribute 'dispatch_table'`;
        return raiseNoAttribute(ts, message, self, "dispatch_table");
      },
      (ts, self: PyPickler, value) => {
        if (value === undefined && self.dispatchTable === null) {
          return raiseNoAttribute(ts, "dispatch_table", self, "dispatch_table");
        }
        self.dispatchTable = value ?? null;
        return true;
      },
      null,
      "member",
    ],
  ],
});

/** The setter of a member that is a C `int`. */
function setFlag(name: "bin" | "fast") {
  return (ts: ThreadState, self: PyPickler, value: Value | undefined): Status => {
    if (value === undefined) return raise(ts, TypeErrorType, "can't delete numeric/char attribute");
    const n = toIndex(ts, value);
    if (n === null) return null;
    if (name === "bin") self.binary = n !== 0;
    else self.fast = Number(n);
    return true;
  };
}
