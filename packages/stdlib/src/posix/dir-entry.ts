import {
  defineType,
  type FileStat,
  HostError,
  isTrue,
  None,
  PyGenericAlias,
  type PyObject,
  type PyType,
  type Result,
  raise,
  repr,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  type Value,
} from "@adder/objects";
import { attempt } from "../os-error.js";
import { statResult } from "./stat.js";

const S_IFMT = 0xf000;
const S_IFDIR = 0x4000;
const S_IFREG = 0x8000;
const S_IFLNK = 0xa000;

/** An entry of a folder, with what is known of it. */
export class PyDirEntry implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  #lstat: FileStat | null = null;
  #stat: FileStat | null = null;

  constructor(
    readonly name: Value,
    readonly path: Value,
    /** The path as the host takes it. */
    readonly hostPath: string,
  ) {
    this.cls = DirEntryType;
  }

  /** Numbers of the file, asked for once. Throws the host's error. */
  stat(ts: ThreadState, follow: boolean): FileStat {
    const { files } = ts.interp.host;
    this.#lstat ??= files.lstat(this.hostPath);
    if (!follow || (this.#lstat.mode & S_IFMT) !== S_IFLNK) return this.#lstat;
    this.#stat ??= files.stat(this.hostPath);
    return this.#stat;
  }
}

function kind(
  ts: ThreadState,
  self: PyDirEntry,
  followValue: Value | undefined,
  wanted: number,
): Result<boolean> {
  const follow = followValue === undefined ? true : isTrue(ts, followValue);
  if (follow === null) return null;
  try {
    return (self.stat(ts, follow).mode & S_IFMT) === wanted;
  } catch (error) {
    if (error instanceof HostError && error.code === "ENOENT") return false;
    return attempt<boolean>(
      ts,
      () => {
        throw error;
      },
      self.path,
    );
  }
}

/** `os.DirEntry`. */
export const DirEntryType: PyType = defineType({
  name: "posix.DirEntry",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  doc: "An entry of a folder.",
  slots: {
    tp_repr(ts, self: PyDirEntry) {
      const name = repr(ts, self.name);
      return name === null ? null : strFromJs(`<DirEntry ${toJs(name)}>`);
    },
  },
  methods: [
    [
      "__class_getitem__",
      "($type, object, /)",
      (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
      "See PEP 585",
      { binding: "class" },
    ],
    ["__fspath__", "($self, /)", (_ts, self: PyDirEntry) => self.path],
    [
      "is_dir",
      "($self, /, *, follow_symlinks=True)",
      (ts, self: PyDirEntry, follow) => kind(ts, self, follow, S_IFDIR),
      "Is it a folder?",
    ],
    [
      "is_file",
      "($self, /, *, follow_symlinks=True)",
      (ts, self: PyDirEntry, follow) => kind(ts, self, follow, S_IFREG),
      "Is it a file?",
    ],
    [
      "is_symlink",
      "($self, /)",
      (ts, self: PyDirEntry) => kind(ts, self, false, S_IFLNK),
      "Is it a symbolic link?",
    ],
    ["is_junction", "($self, /)", () => false, "False: junctions are Windows's."],
    [
      "stat",
      "($self, /, *, follow_symlinks=True)",
      (ts, self: PyDirEntry, followValue) => {
        const follow = followValue === undefined ? true : isTrue(ts, followValue);
        if (follow === null) return null;
        const stat = attempt(ts, () => self.stat(ts, follow), self.path);
        return stat === null ? null : statResult(stat);
      },
      "Numbers of the file.",
    ],
    [
      "inode",
      "($self, /)",
      (ts, self: PyDirEntry) => {
        const stat = attempt(ts, () => self.stat(ts, false), self.path);
        return stat === null ? null : Number(stat.ino);
      },
      "Inode of the entry.",
    ],
  ],
  getset: [
    ["name", (_ts, self: PyDirEntry) => self.name, null, "Name of the entry."],
    ["path", (_ts, self: PyDirEntry) => self.path, null, "Path of the entry."],
  ],
});

/** Iterator of `os.scandir`. */
export class PyScandir implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  index = 0;
  constructor(public entries: readonly PyDirEntry[]) {
    this.cls = ScandirIteratorType;
  }
}

const ScandirIteratorType: PyType = defineType({
  name: "posix.ScandirIterator",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  slots: {
    tp_iter: (_ts, self: PyScandir) => self,
    tp_iternext: (_ts, self: PyScandir) =>
      self.index < self.entries.length ? self.entries[self.index++] : undefined,
  },
  methods: [
    [
      "close",
      "($self, /)",
      (_ts, self: PyScandir) => {
        self.entries = [];
        return None;
      },
    ],
    ["__enter__", "($self, /)", (_ts, self: PyScandir) => self],
    [
      "__exit__",
      "($self, /, *exc_info)",
      (_ts, self: PyScandir) => {
        self.entries = [];
        return None;
      },
    ],
    [
      "__reduce__",
      "($self, /)",
      (ts) => raise(ts, TypeErrorType, "cannot pickle 'posix.ScandirIterator' object"),
    ],
  ],
});
