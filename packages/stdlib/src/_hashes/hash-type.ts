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
  const view = getBuffer(ts, v, false);
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

/** Makes the class of a hash's objects. `extendable` ones (SHAKE) are asked for a length. */
function hashType(typeName_: string, extendable: boolean): PyType {
  const result = (ts: ThreadState, self: PyHash, length: Value | undefined): Result<Uint8Array> => {
    const state = self.state.clone();
    if (!extendable) return state.digest();
    const n = toIndex(ts, length as Value);
    if (n === null) return null;
    if (n < 0) return raise(ts, ValueErrorType, "value must be positive");
    return (state as Digest & { xof(bytes: number): Uint8Array }).xof(Number(n));
  };
  const signature = extendable ? "($self, length, /)" : "($self, /)";
  return defineType({
    name: typeName_,
    flags: TypeFlags.DISALLOW_INSTANTIATION,
    doc: "A hash in progress.",
    methods: [
      [
        "update",
        "($self, data, /)",
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

/** A module of plain hashes: a function and a class for each name. */
export function hashModule(
  name: string,
  hashes: Readonly<Record<string, { readonly create: () => Digest; readonly extendable?: boolean }>>,
): ModuleSpec {
  const functions: MethodRow[] = [];
  const types: PyType[] = [];
  for (const [hash, { create, extendable }] of Object.entries(hashes)) {
    const type = hashType(`${name}.${hash}`, extendable === true);
    types.push(type);
    functions.push([
      hash,
      "($module, /, *args, **kwargs)",
      (ts, _m, args: Value[], kwnames: KwNames) => {
        const bound = bindKeywords(ts, hash, args, kwnames, ["data", "usedforsecurity", "string"]);
        if (bound === null) return null;
        const made = new PyHash(type, hash, create());
        const data = bound[0] ?? bound[2];
        if (data !== undefined) {
          const bytes = hashInput(ts, data);
          if (bytes === null) return null;
          made.state.update(bytes);
        }
        return made;
      },
      "Starts a hash.",
    ]);
  }
  return { name, doc: "Cryptographic hashes.", functions, attributes: { _GIL_MINSIZE: 2048 } };
}

/** Makes an object of a hash whose state was set up by the caller. */
export function newHash(type: PyType, name: string, state: Digest): Value {
  return new PyHash(type, name, state);
}
export { hashType };
