import type { FileStat, HostFiles } from "@adder/objects";

/** Where the standard streams of an interpreter go. */
export interface StreamTargets {
  readonly stdout?: (text: string) => void;
  readonly stderr?: (text: string) => void;
  readonly stdin?: string | (() => string | null);
}

/** Numbers of a stream that is no file: a pipe. */
const PIPE: FileStat = {
  mode: 0o010600,
  ino: 0n,
  dev: 0n,
  nlink: 1,
  uid: 0,
  gid: 0,
  size: 0,
  atimeNs: 0n,
  mtimeNs: 0n,
  ctimeNs: 0n,
};

/** Files of a host with some of the descriptors 0, 1 and 2 going elsewhere. */
export function redirectStreams(files: HostFiles, targets: StreamTargets): HostFiles {
  const outputs = new Map<number, (bytes: Uint8Array) => void>();
  for (const [fd, target] of [
    [1, targets.stdout],
    [2, targets.stderr],
  ] as const) {
    if (target === undefined) continue;
    // A character may be cut in two between writes.
    const decoder = new TextDecoder();
    outputs.set(fd, (bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      if (text !== "") target(text);
    });
  }
  const input = targets.stdin === undefined ? null : inputBytes(targets.stdin);
  if (outputs.size === 0 && input === null) return files;
  const redirected = (fd: number): boolean => outputs.has(fd) || (fd === 0 && input !== null);
  return new Proxy(files, {
    get(target, name: keyof HostFiles) {
      switch (name) {
        case "write":
          return (fd: number, bytes: Uint8Array, position: number | null): number => {
            const output = outputs.get(fd);
            if (output === undefined) return target.write(fd, bytes, position);
            output(bytes);
            return bytes.length;
          };
        case "read":
          return (fd: number, into: Uint8Array, position: number | null): number =>
            fd === 0 && input !== null ? input(into) : target.read(fd, into, position);
        case "fstat":
          return (fd: number): FileStat => (redirected(fd) ? PIPE : target.fstat(fd));
        case "isatty":
          return (fd: number): boolean => (redirected(fd) ? false : target.isatty(fd));
        case "close":
          return (fd: number): void => {
            if (!redirected(fd)) target.close(fd);
          };
        default:
          return target[name].bind(target);
      }
    },
  });
}

/** Reads from a text, or from a function that is asked again and again. */
function inputBytes(stdin: string | (() => string | null)): (into: Uint8Array) => number {
  const encoder = new TextEncoder();
  let rest = typeof stdin === "string" ? encoder.encode(stdin) : new Uint8Array(0);
  return (into) => {
    while (rest.length === 0 && typeof stdin === "function") {
      const more = stdin();
      if (more === null) return 0;
      rest = encoder.encode(more);
    }
    const count = Math.min(into.length, rest.length);
    into.set(rest.subarray(0, count));
    rest = rest.subarray(count);
    return count;
  };
}
