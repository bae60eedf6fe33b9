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
import * as blake2 from "@noble/hashes/blake2.js";
import * as legacy from "@noble/hashes/legacy.js";
import * as sha2 from "@noble/hashes/sha2.js";
import * as sha3 from "@noble/hashes/sha3.js";
import { type Digest, hashClassModule, hashInput, hashModule, hashType, newHash } from "./hash-type.js";

/** A function of the library, looked up when it is needed: the command line loads the library only then. */
type Deferred = () => { create(): unknown };

const plain = (hash: Deferred): { create: () => Digest } => ({ create: () => hash().create() as Digest });
const shake = (hash: Deferred): { create: () => Digest; extendable: boolean } => ({
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

const b = blake("blake2b", 64, 16, (options) => blake2.blake2b.create(options) as unknown as Digest);
const s = blake("blake2s", 32, 8, (options) => blake2.blake2s.create(options) as unknown as Digest);

/** `_md5` of `hashlib`: MD5 (RFC 1321). */
export const md5Module: ModuleSpec = hashModule("_md5", {
  md5: { ...plain(() => legacy.md5), type: "MD5Type", typeName: "md5" },
});
/** `_sha1` of `hashlib`: SHA-1 (FIPS 180-4). */
export const sha1Module: ModuleSpec = hashModule("_sha1", {
  sha1: { ...plain(() => legacy.sha1), type: "SHA1Type", typeName: "sha1" },
});
/** `_sha2` of `hashlib`: SHA-224 to SHA-512 (FIPS 180-4). */
export const sha2Module: ModuleSpec = hashModule("_sha2", {
  sha224: { ...plain(() => sha2.sha224), type: "SHA224Type", typeName: "SHA224Type" },
  sha256: { ...plain(() => sha2.sha256), type: "SHA256Type", typeName: "SHA256Type" },
  sha384: { ...plain(() => sha2.sha384), type: "SHA384Type", typeName: "SHA384Type" },
  sha512: { ...plain(() => sha2.sha512), type: "SHA512Type", typeName: "SHA512Type" },
});
/** `_sha3` of `hashlib`: SHA-3 and SHAKE (FIPS 202). */
export const sha3Module: ModuleSpec = hashClassModule("_sha3", {
  sha3_224: plain(() => sha3.sha3_224),
  sha3_256: plain(() => sha3.sha3_256),
  sha3_384: plain(() => sha3.sha3_384),
  sha3_512: plain(() => sha3.sha3_512),
  shake_128: shake(() => sha3.shake128),
  shake_256: shake(() => sha3.shake256),
});
/** `_blake2` of `hashlib`: BLAKE2 (RFC 7693). */
export const blake2Module: ModuleSpec = {
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
};
