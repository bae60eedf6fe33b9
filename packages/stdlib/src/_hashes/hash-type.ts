import {
  bindKeywords,
  defineType,
  type KwNames,
  type MethodRow,
  type ModuleSpec,
  None,
  PyBytes,
  type PyObject,
  type PyType,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** A hash in progress, as the library that computes it gives it. */
export interface Digest {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Digest;
  readonly blockLen: number;
  readonly outputLen: number;
}

class PyHash implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    cls: PyType,
    readonly name: string,
    readonly state: Digest,
  ) {
    this.cls = cls;
  }
}

/** Bytes of a bytes-like argument. */
export function hashInput(ts: ThreadState, v: Value): Result<Uint8Array> {
  if (typeof v === "string") return raise(ts, TypeErrorType, "Strings must be encoded before hashing");
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null) return raise(ts, TypeErrorType, "object supporting the buffer API required");
  const view = getBuffer(ts, v, 0);
  if (view === null) return null;
  const copy = view.bytes.slice();
  view.release();
  return copy;
}

const hex = (bytes: Uint8Array): string => {
  let out = "";
  for (const byte of bytes) out += byte.toString(16).padStart(2, "0");
  return out;
};

/** What classes of hashes differ in. */
interface HashTypeOptions {
  /** Is it asked for a length (SHAKE)? */
  readonly extendable?: boolean;
  /** Name of the argument of `update`. */
  readonly argument: "obj" | "data";
  /** Makes an object when the class is called; absent where a function does. */
  readonly make?: (ts: ThreadState, args: Value[], kwnames: KwNames) => Result<Value>;
  readonly signature?: string;
  readonly attributes?: Readonly<Record<string, Value>>;
}

/** Makes the class of a hash's objects. */
export function hashType(typeName_: string, options: HashTypeOptions): PyType {
  const { extendable, argument, make, signature: typeSignature, attributes } = options;
  const result = (ts: ThreadState, self: PyHash, length: Value | undefined): Result<Uint8Array> => {
    const state = self.state.clone();
    if (!extendable) return state.digest();
    const n = toIndex(ts, length as Value);
    if (n === null) return null;
    if (n < 0) return raise(ts, ValueErrorType, "Cannot convert negative int");
    return (state as Digest & { xof(bytes: number): Uint8Array }).xof(Number(n));
  };
  const signature = extendable ? "($self, /, length)" : "($self, /)";
  return defineType({
    name: typeName_,
    flags: make === undefined ? TypeFlags.DISALLOW_INSTANTIATION : 0,
    doc: "A hash in progress.",
    ...(typeSignature !== undefined && { signature: typeSignature }),
    ...(attributes !== undefined && { attributes }),
    ...(make !== undefined && { slots: { tp_new: (ts, _cls, args, kwnames) => make(ts, args, kwnames) } }),
    methods: [
      [
        "update",
        `($self, ${argument}, /)`,
        (ts, self: PyHash, data: Value) => {
          const bytes = hashInput(ts, data);
          if (bytes === null) return null;
          self.state.update(bytes);
          return None;
        },
        "Adds bytes.",
      ],
      [
        "digest",
        signature,
        (ts, self: PyHash, length: Value | undefined) => {
          const bytes = result(ts, self, length);
          return bytes === null ? null : new PyBytes(bytes);
        },
        "The hash as bytes.",
      ],
      [
        "hexdigest",
        signature,
        (ts, self: PyHash, length: Value | undefined) => {
          const bytes = result(ts, self, length);
          return bytes === null ? null : hex(bytes);
        },
        "The hash as hexadecimal text.",
      ],
      [
        "copy",
        "($self, /)",
        (_ts, self: PyHash) => new PyHash(self.cls, self.name, self.state.clone()),
        "A copy.",
      ],
    ],
    getset: [
      ["name", (_ts, self: PyHash) => strFromJs(self.name), null, "Name of the hash."],
      [
        "digest_size",
        (_ts, self: PyHash) => (extendable ? 0 : self.state.outputLen),
        null,
        "Bytes of the hash.",
      ],
      ["block_size", (_ts, self: PyHash) => self.state.blockLen, null, "Bytes that are hashed at a time."],
    ],
  });
}

/** Starts a hash with the bytes that are given. */
function startHash(
  ts: ThreadState,
  type: PyType,
  name: string,
  state: Digest,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  const bound = bindKeywords(ts, name, args, kwnames, ["data", "usedforsecurity", "string"]);
  if (bound === null) return null;
  const made = new PyHash(type, name, state);
  const data = bound[0] ?? bound[2];
  if (data !== undefined) {
    const bytes = hashInput(ts, data);
    if (bytes === null) return null;
    made.state.update(bytes);
  }
  return made;
}

/** A module of hashes that are started by functions, by name; `type` is the name that it has for their class. */
export function hashModule(
  name: string,
  hashes: Readonly<
    Record<string, { readonly create: () => Digest; readonly type: string; readonly typeName: string }>
  >,
): ModuleSpec {
  const functions: MethodRow[] = [];
  const attributes: Record<string, Value> = { _GIL_MINSIZE: 2048 };
  for (const [hash, { create, type: attribute, typeName }] of Object.entries(hashes)) {
    const type = hashType(`${name}.${typeName}`, { argument: "obj" });
    attributes[attribute] = type;
    functions.push([
      hash,
      "($module, /, data=b'', *, usedforsecurity=True, string=None)",
      (ts, _m, args: Value[], kwnames: KwNames) => startHash(ts, type, hash, create(), args, kwnames),
      "Starts a hash.",
      { raw: true },
    ]);
  }
  return { name, doc: "Cryptographic hashes.", functions, attributes };
}

/** A module of hashes that are started by calling their classes. */
export function hashClassModule(
  name: string,
  hashes: Readonly<Record<string, { readonly create: () => Digest; readonly extendable?: boolean }>>,
): ModuleSpec {
  const types = Object.entries(hashes).map(([hash, { create, extendable }]) => {
    const type: PyType = hashType(`${name}.${hash}`, {
      argument: "data",
      ...(extendable === true && { extendable }),
      make: (ts, args, kwnames) => startHash(ts, type, hash, create(), args, kwnames),
    });
    return type;
  });
  return {
    name,
    doc: "Cryptographic hashes.",
    types,
    attributes: { _GIL_MINSIZE: 2048, implementation: "generic" },
  };
}

/** Makes an object of a hash whose state was set up by the caller. */
export function newHash(type: PyType, name: string, state: Digest): Value {
  return new PyHash(type, name, state);
}
