import { expect, test } from "vitest";
import { MemoryHost } from "./memory-host.js";

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

test("a pipe hands on what is written, to the end", () => {
  const { files } = new MemoryHost();
  const [r, w] = files.pipe();
  const copy = files.dup(w);
  files.write(w, bytes("one "), null);
  files.close(w);
  files.write(copy, bytes("two"), null);
  const into = new Uint8Array(20);
  expect(text(into.subarray(0, files.read(r, into, null)))).toBe("one two");
  expect(files.isReadable(r)).toBe(false);
  files.close(copy);
  expect(files.isReadable(r)).toBe(true);
  expect(files.read(r, into, null)).toBe(0);
});

test("nobody can be waited for in one program", () => {
  const { files } = new MemoryHost();
  const [r, w] = files.pipe();
  expect(() => files.read(r, new Uint8Array(1), null)).toThrow("EDEADLK");
  files.setBlocking(r, false);
  expect(() => files.read(r, new Uint8Array(1), null)).toThrow("EAGAIN");
  files.close(r);
  expect(() => files.write(w, bytes("x"), null)).toThrow("EPIPE");
});

test("copies of a descriptor share its position", () => {
  const { files } = new MemoryHost({ files: { "/f": "abcdef" } });
  const fd = files.open("/f", 0, 0);
  const copy = files.dup(fd, 9);
  expect(copy).toBe(9);
  files.seek(copy, 4, 0);
  const into = new Uint8Array(9);
  expect(text(into.subarray(0, files.read(fd, into, null)))).toBe("ef");
});
