import { type Host, HostError, type HostFiles } from "../ports/host.js";

function refuse(): never {
  throw new HostError("ENOSYS");
}

const noFiles: HostFiles = {
  open: refuse,
  close: refuse,
  read: refuse,
  write: refuse,
  seek: refuse,
  truncate: refuse,
  fsync: refuse,
  isatty: () => false,
  stat: refuse,
  lstat: refuse,
  fstat: refuse,
  listdir: refuse,
  mkdir: refuse,
  rmdir: refuse,
  unlink: refuse,
  rename: refuse,
  link: refuse,
  symlink: refuse,
  readlink: refuse,
  chmod: refuse,
  utime: refuse,
  access: () => false,
  getcwd: () => "/",
  chdir: refuse,
  pipe: refuse,
  dup: refuse,
  isBlocking: refuse,
  setBlocking: refuse,
  isReadable: refuse,
};

/** A host without files, whose clocks stand still and whose randomness is always the same. */
export function nullHost(): Host {
  return {
    files: noFiles,
    time: () => 0n,
    monotonic: () => 0n,
    cpuTime: () => 0n,
    sleep: () => undefined,
    random: (into) => void into.fill(7),
    environ: () => new Map([["PYTHONHASHSEED", "0"]]),
    platform: "linux",
    pid: () => 1,
    localZone: () => ({ offset: 0, name: "UTC", isDst: false }),
  };
}
