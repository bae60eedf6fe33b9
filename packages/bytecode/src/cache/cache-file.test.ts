import { expect, test } from "vitest";
import { CodeObject } from "../code-object.js";
import { type CacheValidity, MAGIC_NUMBER, readCacheFile, writeCacheFile } from "./cache-file.js";

const inner = new CodeObject({
  argcount: 1,
  posonlyargcount: 0,
  kwonlyargcount: 0,
  stacksize: 200,
  flags: 0x8000003,
  code: Uint16Array.of(128, 0x0154, 35),
  consts: ["documentation \u00e9", 2n ** 80n, { type: "float", value: 0.1 }],
  names: ["print"],
  localsplusNames: ["self"],
  localsplusKinds: Uint8Array.of(0x26),
  filename: "file.py",
  name: "method",
  qualname: "Class.method",
  firstlineno: 300,
  linetable: Uint8Array.of(0x80, 0),
  exceptiontable: new Uint8Array(),
});
const code = new CodeObject({
  argcount: 0,
  posonlyargcount: 0,
  kwonlyargcount: 0,
  stacksize: 1,
  flags: 0,
  code: Uint16Array.of(128, 82, 35),
  consts: [inner, { type: "tuple", items: ["print", null, { type: "str", codePoints: [0xd800] }] }],
  names: ["print", "Class"],
  localsplusNames: [],
  localsplusKinds: new Uint8Array(),
  filename: "file.py",
  name: "<module>",
  qualname: "<module>",
  firstlineno: 1,
  linetable: Uint8Array.of(0xf8),
  exceptiontable: Uint8Array.of(0x80, 1, 2, 3),
});
const timestamp: CacheValidity = { kind: "timestamp", mtime: 0xfedcba98, size: 1234 };
const file = writeCacheFile(code, timestamp)!;

test("code comes back as it was", () => {
  const back = readCacheFile(file);
  if (back.error !== null) throw new TypeError(back.error);
  expect(back.validity).toEqual(timestamp);
  const { name, stacksize, code: units, names, exceptiontable, consts } = back.code;
  expect({ name, stacksize, units, names }).toEqual({
    name: "<module>",
    stacksize: 1,
    units: code.code,
    names: ["print", "Class"],
  });
  expect([...exceptiontable]).toEqual([0x80, 1, 2, 3]);
  expect(consts[1]).toEqual(code.consts[1]);
  const nested = consts[0] as CodeObject;
  expect([nested.qualname, nested.stacksize, nested.flags, nested.firstlineno]).toEqual([
    "Class.method",
    200,
    0x8000003,
    300,
  ]);
  expect(nested.consts).toEqual(inner.consts);
  expect(nested.code).toEqual(inner.code);
  expect([...nested.localsplusKinds]).toEqual([0x26]);
});

test.each([true, false])("a file can be valid for a hash (checked: %s)", (checkSource) => {
  const hash = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const back = readCacheFile(writeCacheFile(code, { kind: "hash", hash, checkSource })!);
  expect(back).toMatchObject({ error: null, validity: { kind: "hash", hash, checkSource } });
});

test("the first 16 bytes are laid out like CPython's", () => {
  const view = new DataView(file.buffer, file.byteOffset);
  expect(view.getUint16(0, true)).toBe(MAGIC_NUMBER);
  expect([...file.subarray(2, 8)]).toEqual([13, 10, 0, 0, 0, 0]);
  expect(view.getUint32(8, true)).toBe(0xfedcba98);
  expect(view.getUint32(12, true)).toBe(1234);
});

test("a file may lie anywhere in a larger buffer", () => {
  const buffer = new Uint8Array(file.length + 7);
  buffer.set(file, 3);
  expect(readCacheFile(buffer.subarray(3, 3 + file.length)).error).toBeNull();
});

test("every way of cutting a file short is noticed", () => {
  for (let length = 0; length < file.length; length++) {
    expect(readCacheFile(file.subarray(0, length)).error).toBe("truncated");
  }
});

test("every changed bit behind the header is noticed", () => {
  for (let at = 16; at < file.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = file.slice();
      changed[at] ^= 1 << bit;
      expect(readCacheFile(changed).error, `byte ${at}, bit ${bit}`).not.toBeNull();
    }
  }
});

test("every changed bit in the header makes another version, or a file for another source", () => {
  for (let at = 0; at < 16; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = file.slice();
      changed[at] ^= 1 << bit;
      const back = readCacheFile(changed);
      if (back.error === null) expect(back.validity, `byte ${at}, bit ${bit}`).not.toEqual(timestamp);
    }
  }
});

test("bytes behind the end are noticed", () => {
  expect(readCacheFile(Uint8Array.of(...file, 0)).error).toBe("damaged");
});

test.each([
  ["CPython 3.14", [0x2b, 0x0e, 13, 10]],
  ["a later version", [MAGIC_NUMBER & 0xff, (MAGIC_NUMBER >> 8) + 1, 13, 10]],
])("a file of %s is another version", (_, magic) => {
  const foreign = file.slice();
  foreign.set(magic);
  expect(readCacheFile(foreign)).toEqual({ error: "another version" });
});

test("a text file is no cache file", () => {
  expect(readCacheFile(Uint8Array.from("print('hello')", (c) => c.charCodeAt(0))).error).toBe(
    "not a cache file",
  );
});
