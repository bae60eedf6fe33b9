import { expect, test } from "vitest";
import { unmarshal } from "./reader.js";
import type { MarshalValue } from "./types.js";
import { marshal } from "./writer.js";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const failure = (text: string) => {
  const { error } = unmarshal(bytes(text));
  return error && `${error.type}: ${error.message}`;
};

// The texts are marshal.dumps() of CPython 3.14.
test.each<[string, string, MarshalValue]>([
  ["None", "N", null],
  ["an int", "\xe9\xff\xff\xff\xff", -1],
  ["a long int", "\xec\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x04", 2n ** 70n],
  ["a negative int of two digits", "\xec\xfd\xff\xff\xff\x00\x00\x00\x00\x08\x00", -(2 ** 33)],
  ["a float", "\xe7\x00\x00\x00\x00\x00\x00\xf8?", { type: "float", value: 1.5 }],
  ["a str with a lone surrogate", "\xf5\x03\x00\x00\x00\xed\xa0\x80", { type: "str", codePoints: [0xd800] }],
  ["a str beyond ASCII", "\xf5\x05\x00\x00\x00\xc3\xa9\xe2\x82\xac", "\u00e9\u20ac"],
  [
    "a list that holds its item twice",
    "[\x02\x00\x00\x00\xda\x03abcr\x00\x00\x00\x00",
    { type: "list", items: ["abc", "abc"] },
  ],
  ["a dict", "\xfb\xda\x01a\xe9\x01\x00\x00\x000", { type: "dict", entries: [["a", 1]] }],
  ["a slice", "\xbaN\xe9\x01\x00\x00\x00N", { type: "slice", start: null, stop: 1, step: null }],
])("reads %s", (_, text, value) => {
  expect(unmarshal(bytes(text))).toEqual({ value, length: text.length, error: null });
});

test.each<[string, MarshalValue]>([
  [
    "ints around the limits",
    { type: "tuple", items: [0, -1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, 2n ** 53n, -(2n ** 64n)] },
  ],
  ["a set", { type: "set", items: [1, "two"] }],
  ["Ellipsis and StopIteration", { type: "list", items: [{ type: "ellipsis" }, { type: "stopiteration" }] }],
  ["a tuple of 300 items", { type: "tuple", items: new Array(300).fill("x") }],
  ["a long text", "word ".repeat(100)],
])("writes %s so that it reads the same", (_, value) => {
  expect(unmarshal(marshal(value)!)).toMatchObject({ value, error: null });
});

test("a list may contain itself", () => {
  const result = unmarshal(bytes("\xdb\x01\x00\x00\x00r\x00\x00\x00\x00"));
  const list = (result as { value: { items: unknown[] } }).value;
  expect(list.items[0]).toBe(list);
});

// Messages are those of CPython 3.14's marshal.loads().
test.each([
  ["nothing", "", "EOFError: EOF read where object expected"],
  ["half an int", "i\x01", "EOFError: marshal data too short"],
  ["a text that is too short", "z\x05abc", "EOFError: marshal data too short"],
  ["an unknown type", "q", "ValueError: bad marshal data (unknown type code)"],
  ["a reference to nothing", "r\x00\x00\x00\x00", "ValueError: bad marshal data (invalid reference)"],
  ["a tuple of negative size", "(\xff\xff\xff\xff", "ValueError: bad marshal data (tuple size out of range)"],
  [
    "a digit that is too large",
    "l\x01\x00\x00\x00\xff\xff",
    "ValueError: bad marshal data (digit out of range in long)",
  ],
  [
    "a long with a leading zero",
    "l\x01\x00\x00\x00\x00\x00",
    "ValueError: bad marshal data (unnormalized long data)",
  ],
  ["a tuple with a hole", ")\x010", "TypeError: NULL object in marshal data for tuple"],
  ["a list with a hole", "[\x01\x00\x00\x000", "TypeError: NULL object in marshal data for list"],
  ["a frozenset with a hole", ">\x01\x00\x00\x000", "TypeError: NULL object in marshal data for set"],
  ["a set of negative size", "<\xff\xff\xff\xff", "ValueError: bad marshal data (set size out of range)"],
  [
    "bytes of negative size",
    "s\xff\xff\xff\xff",
    "ValueError: bad marshal data (bytes object size out of range)",
  ],
  ["a dict that does not end", "{z\x01a", "EOFError: EOF read where object expected"],
  ["code without an end", "c", "EOFError: marshal data too short"],
  ["NULL", "0", "TypeError: NULL object in marshal data for object"],
  ["deep nesting", ")\x01".repeat(5000), "ValueError: recursion limit exceeded"],
])("refuses %s", (_, text, message) => {
  expect(failure(text)).toBe(message);
});

test("a dict may end behind a key", () => {
  expect(unmarshal(bytes("{z\x01a0"))).toMatchObject({ value: { type: "dict", entries: [] } });
});

test("refuses to write what is nested too deeply", () => {
  let value: MarshalValue = null;
  for (let i = 0; i < 5000; i++) value = { type: "tuple", items: [value] };
  expect(marshal(value)).toBeNull();
});
