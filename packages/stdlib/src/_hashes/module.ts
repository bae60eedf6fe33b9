import {
  bindKeywords,
  type KwNames,
  type ModuleSpec,
  type PyType,
  type Result,
  raise,
  type ThreadState,
  toIndex,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { blake2b, blake2s } from "@noble/hashes/blake2.js";
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";
import { type Digest, hashClassModule, hashInput, hashModule, hashType, newHash } from "./hash-type.js";

const plain = (hash: { create(): unknown }): { create: () => Digest } => ({
  create: () => hash.create() as Digest,
});
const shake = (hash: { create(): unknown }): { create: () => Digest; extendable: boolean } => ({
  ...plain(hash),
  extendable: true,
});

type Blake = (options: {
  dkLen: number;
  key?: Uint8Array;
  salt?: Uint8Array;
  personalization?: Uint8Array;
}) => Digest;

const BLAKE_NAMES = [
  "data",
  "digest_size",
  "key",
  "salt",
  "person",
  "fanout",
  "depth",
  "leaf_size",
  "node_offset",
  "node_depth",
  "inner_size",
  "last_node",
  "usedforsecurity",
];

/** `blake2b` and `blake2s`, with key, salt and personalisation. */
function blake(name: string, max: number, extra: number, create: Blake): PyType {
  const run = (ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> => {
    const bound = bindKeywords(ts, name, args, kwnames, BLAKE_NAMES, 0, 1);
    if (bound === null) return null;
    const [data, size, ...rest] = bound;
    const n = size === undefined ? max : toIndex(ts, size);
    if (n === null) return null;
    if (n < 1 || n > max) {
      return raise(
        ts,
        ValueErrorType,
        `digest_size for ${name.replace("b", "B")} must be between 1 and ${max} bytes, here it is ${n}`,
      );
    }
    const inputs: Uint8Array[] = [];
    for (const v of [rest[0], rest[1], rest[2]]) {
      const bytes = v === undefined ? new Uint8Array(0) : hashInput(ts, v);
      if (bytes === null) return null;
      inputs.push(bytes);
    }
    const [key, salt, person] = inputs;
    if (key.length > max) return raise(ts, ValueErrorType, `maximum key length is ${max} bytes`);
    if (salt.length > extra) return raise(ts, ValueErrorType, `maximum salt length is ${extra} bytes`);
    if (person.length > extra) return raise(ts, ValueErrorType, `maximum person length is ${extra} bytes`);
    const padded = (bytes: Uint8Array): Uint8Array => {
      const out = new Uint8Array(extra);
      out.set(bytes);
      return out;
    };
    const state = create({
      dkLen: Number(n),
      ...(key.length > 0 && { key }),
      ...(salt.length > 0 && { salt: padded(salt) }),
      ...(person.length > 0 && { personalization: padded(person) }),
    });
    if (data !== undefined) {
      const bytes = hashInput(ts, data);
      if (bytes === null) return null;
      state.update(bytes);
    }
    return newHash(type, name, state);
  };
  const signature = `(data=b'', *, digest_size=_blake2.${name}.MAX_DIGEST_SIZE, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None)`;
  const type: PyType = hashType(`_blake2.${name}`, {
    argument: "data",
    make: run,
    signature,
    attributes: {
      SALT_SIZE: extra,
      PERSON_SIZE: extra,
      MAX_KEY_SIZE: max,
      MAX_DIGEST_SIZE: max,
    },
  });
  return type;
}

const b = blake("blake2b", 64, 16, (options) => blake2b.create(options) as unknown as Digest);
const s = blake("blake2s", 32, 8, (options) => blake2s.create(options) as unknown as Digest);

/** `_md5`, `_sha1`, `_sha2`, `_sha3` and `_blake2`: what `hashlib` is made of. */
export const hashModules: readonly ModuleSpec[] = [
  hashModule("_md5", { md5: { ...plain(md5), type: "MD5Type", typeName: "md5" } }),
  hashModule("_sha1", { sha1: { ...plain(sha1), type: "SHA1Type", typeName: "sha1" } }),
  hashModule("_sha2", {
    sha224: { ...plain(sha224), type: "SHA224Type", typeName: "SHA224Type" },
    sha256: { ...plain(sha256), type: "SHA256Type", typeName: "SHA256Type" },
    sha384: { ...plain(sha384), type: "SHA384Type", typeName: "SHA384Type" },
    sha512: { ...plain(sha512), type: "SHA512Type", typeName: "SHA512Type" },
  }),
  hashClassModule("_sha3", {
    sha3_224: plain(sha3_224),
    sha3_256: plain(sha3_256),
    sha3_384: plain(sha3_384),
    sha3_512: plain(sha3_512),
    shake_128: shake(shake128),
    shake_256: shake(shake256),
  }),
  {
    name: "_blake2",
    doc: "BLAKE2.",
    types: [b, s],
    attributes: {
      _GIL_MINSIZE: 2048,
      BLAKE2B_SALT_SIZE: 16,
      BLAKE2B_PERSON_SIZE: 16,
      BLAKE2B_MAX_KEY_SIZE: 64,
      BLAKE2B_MAX_DIGEST_SIZE: 64,
      BLAKE2S_SALT_SIZE: 8,
      BLAKE2S_PERSON_SIZE: 8,
      BLAKE2S_MAX_KEY_SIZE: 32,
      BLAKE2S_MAX_DIGEST_SIZE: 32,
    },
  },
];
