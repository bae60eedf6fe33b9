import {
  type MethodRow,
  type ModuleSpec,
  OverflowErrorType,
  type Result,
  raise,
  type ThreadState,
  toIndex,
  type Value,
} from "@adder/objects";

const FORMAT = 0o170000;

/** File types and the letters that `ls -l` shows; 0 for those that Linux does not have. */
const TYPES: readonly (readonly [name: string, bits: number, letter: string])[] = [
  ["DIR", 0o040000, "d"],
  ["CHR", 0o020000, "c"],
  ["BLK", 0o060000, "b"],
  ["REG", 0o100000, "-"],
  ["FIFO", 0o010000, "p"],
  ["LNK", 0o120000, "l"],
  ["SOCK", 0o140000, "s"],
  ["DOOR", 0, "?"],
  ["PORT", 0, "?"],
  ["WHT", 0, "?"],
];

const PERMISSIONS: Readonly<Record<string, number>> = {
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_ENFMT: 0o2000,
  S_IREAD: 0o400,
  S_IWRITE: 0o200,
  S_IEXEC: 0o100,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
};

/** Flags of BSD file systems. */
const FLAGS: Readonly<Record<string, number>> = {
  UF_SETTABLE: 0x0000ffff,
  UF_NODUMP: 0x00000001,
  UF_IMMUTABLE: 0x00000002,
  UF_APPEND: 0x00000004,
  UF_OPAQUE: 0x00000008,
  UF_NOUNLINK: 0x00000010,
  UF_COMPRESSED: 0x00000020,
  UF_TRACKED: 0x00000040,
  UF_DATAVAULT: 0x00000080,
  UF_HIDDEN: 0x00008000,
  SF_SETTABLE: 0xffff0000,
  SF_ARCHIVED: 0x00010000,
  SF_IMMUTABLE: 0x00020000,
  SF_APPEND: 0x00040000,
  SF_NOUNLINK: 0x00100000,
  SF_SNAPSHOT: 0x00200000,
  SF_FIRMLINK: 0x00800000,
  SF_DATALESS: 0x40000000,
};

/** Names of the items of `os.stat_result`. */
const ITEMS = ["MODE", "INO", "DEV", "NLINK", "UID", "GID", "SIZE", "ATIME", "MTIME", "CTIME"];

/** A mode as C's `mode_t`. */
function modeArgument(ts: ThreadState, v: Value): Result<number> {
  const n = toIndex(ts, v);
  if (n === null) return null;
  if (n < 0) return raise(ts, OverflowErrorType, "can't convert negative value to unsigned int");
  if (n >= 2n ** 64n)
    return raise(ts, OverflowErrorType, "Python int too large to convert to C unsigned long");
  return n > 0xffffffff ? raise(ts, OverflowErrorType, "mode out of range") : Number(n);
}

/** The three letters of a class of users, with the letter that a special bit puts in the place of `x`. */
function triad(bits: number, special: boolean, letter: string): string {
  const execute = (bits & 1) !== 0;
  const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? "x" : "-";
  return `${(bits & 4) !== 0 ? "r" : "-"}${(bits & 2) !== 0 ? "w" : "-"}${last}`;
}

function fileMode(mode: number): string {
  const type = TYPES.find(([, bits]) => bits !== 0 && (mode & FORMAT) === bits);
  const user = triad(mode >> 6, (mode & 0o4000) !== 0, "s");
  const group = triad(mode >> 3, (mode & 0o2000) !== 0, "s");
  return `${type === undefined ? "?" : type[2]}${user}${group}${triad(mode, (mode & 0o1000) !== 0, "t")}`;
}

const row = (name: string, fn: (mode: number) => Value, doc: string): MethodRow => [
  name,
  "($self, object, /)",
  (ts, _m, v: Value) => {
    const mode = modeArgument(ts, v);
    return mode === null ? null : fn(mode);
  },
  doc,
];

/** `_stat` (CPython `Modules/_stat.c`). */
export const statModule: ModuleSpec = {
  name: "_stat",
  doc: "What the numbers of os.stat mean.",
  functions: [
    ...TYPES.map(([name, bits]) =>
      row(
        `S_IS${name}`,
        (mode) => bits !== 0 && (mode & FORMAT) === bits,
        `S_IS${name}(mode) -> bool\n\nIs it the mode of a file of this type?`,
      ),
    ),
    row(
      "S_IMODE",
      (mode) => mode & 0o7777,
      "Return the portion of the file's mode that can be set by os.chmod().",
    ),
    row(
      "S_IFMT",
      (mode) => mode & FORMAT,
      "Return the portion of the file's mode that describes the file type.",
    ),
    row("filemode", fileMode, "Convert a file's mode to a string of the form '-rwxrwxrwx'"),
  ],
  attributes: {
    ...Object.fromEntries(TYPES.map(([name, bits]) => [`S_IF${name}`, bits])),
    ...PERMISSIONS,
    ...FLAGS,
    ...Object.fromEntries(ITEMS.map((name, i) => [`ST_${name}`, i])),
  },
};
