import { defineStructSequence, type FileStat, newStructSequence, PyFloat, type Value } from "@adder/objects";

/** `os.stat_result`. */
export const StatResultType = defineStructSequence({
  name: "os.stat_result",
  doc: "What os.stat() answers.",
  visible: 10,
  fields: [
    ["st_mode", "protection bits"],
    ["st_ino", "inode"],
    ["st_dev", "device"],
    ["st_nlink", "number of hard links"],
    ["st_uid", "user ID of owner"],
    ["st_gid", "group ID of owner"],
    ["st_size", "total size, in bytes"],
    [null, "integer time of last access"],
    [null, "integer time of last modification"],
    [null, "integer time of last change"],
    ["st_atime", "time of last access"],
    ["st_mtime", "time of last modification"],
    ["st_ctime", "time of last change"],
    ["st_atime_ns", "time of last access in nanoseconds"],
    ["st_mtime_ns", "time of last modification in nanoseconds"],
    ["st_ctime_ns", "time of last change in nanoseconds"],
    ["st_blksize", "blocksize for filesystem I/O"],
    ["st_blocks", "number of blocks allocated"],
    ["st_rdev", "device type (if inode device)"],
  ],
});

const small = (n: bigint): Value => (n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(n) : n);
const NANO = 1_000_000_000n;

/** The struct sequence of a file's numbers. */
export function statResult(stat: FileStat): Value {
  const times = [stat.atimeNs, stat.mtimeNs, stat.ctimeNs];
  return newStructSequence(StatResultType, [
    stat.mode,
    small(stat.ino),
    small(stat.dev),
    stat.nlink,
    stat.uid,
    stat.gid,
    stat.size,
    ...times.map((ns) => Number(ns / NANO)),
    ...times.map((ns) => new PyFloat(Number(ns) / 1e9)),
    ...times.map(small),
    4096,
    Math.ceil(stat.size / 512),
    0,
  ]);
}
