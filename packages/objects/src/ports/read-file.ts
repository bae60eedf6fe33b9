import type { HostFiles } from "./host.js";

/** All bytes of a file. Throws the host's error. */
export function readFile(files: HostFiles, path: string): Uint8Array {
  const fd = files.open(path, 0, 0);
  try {
    let bytes = new Uint8Array(files.fstat(fd).size + 1);
    let length = 0;
    while (true) {
      const count = files.read(fd, bytes.subarray(length), null);
      if (count === 0) return bytes.subarray(0, length);
      length += count;
      if (length === bytes.length) {
        // Longer than it said (a pipe, a growing file): more room.
        const grown = new Uint8Array(length * 2);
        grown.set(bytes);
        bytes = grown;
      }
    }
  } finally {
    files.close(fd);
  }
}
