import {
  environmentOf,
  fsDecode,
  type HostError,
  type HostProcesses,
  isTrue,
  type ModuleSpec,
  None,
  NotImplementedErrorType,
  type Result,
  raise,
  type ThreadState,
  toArray,
  toSize,
  type Value,
} from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { isHostError, raiseErrno } from "../os-error.js";

/** Number that stands for a process that could not be started: nothing has it, so nobody can wait for it. */
const NO_PROCESS = 0x7fffffff;

function decoded(ts: ThreadState, sequence: Value): Result<string[]> {
  const items = toArray(ts, sequence);
  if (items === null) return null;
  const texts: string[] = [];
  for (const item of items) {
    const text = fsDecode(ts, item);
    if (text === null) return null;
    texts.push(text);
  }
  return texts;
}

/** Environment of the child, from texts `name=value`; that of this process for None. */
function childEnvironment(ts: ThreadState, list: Value): Result<ReadonlyMap<string, string>> {
  if (list === None) return environmentOf(ts);
  const texts = decoded(ts, list);
  if (texts === null) return null;
  return new Map(
    texts.map((text) => {
      const at = text.indexOf("=", 1);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

/** Numbers among the arguments; -1 means none. */
function numbers(ts: ThreadState, values: readonly Value[]): Result<number[]> {
  const out: number[] = [];
  for (const v of values) {
    const number = toSize(ts, v);
    if (number === null) return null;
    out.push(number);
  }
  return out;
}

/** Descriptors 0, 1, 2 of the child, and behind them those that keep their numbers. */
function childDescriptors(streams: readonly number[], kept: readonly number[]): (number | null)[] {
  const out: (number | null)[] = streams.map((fd, i) => (fd === -1 ? i : fd));
  for (const fd of kept) {
    while (out.length <= fd) out.push(null);
    if (fd > 2) out[fd] = fd;
  }
  return out;
}

/** Starts the first executable that there is. @returns its process, or the failure that counts */
function startFirst(
  processes: HostProcesses,
  executables: readonly string[],
  program: Omit<Parameters<HostProcesses["start"]>[0], "file">,
): number | HostError {
  let failure: HostError | null = null;
  for (const file of executables) {
    try {
      return processes.start({ file, ...program });
    } catch (error) {
      if (!isHostError(error)) throw error;
      const absent = error.code === "ENOENT" || error.code === "ENOTDIR";
      // As execvp: permission denied somewhere on the path says more than that there is nothing elsewhere.
      if (failure === null || !absent) failure = error;
    }
  }
  return failure as HostError;
}

/**
 * `fork_exec` (CPython `Modules/_posixsubprocess.c`) in one step: hosts start programs, they do not fork. That a program can't
 * be started is written to the pipe that CPython's child would write it to, which is how `subprocess` wants to hear of it.
 */
function forkExec(ts: ThreadState, _m: Value, args: readonly Value[]): Result<Value> {
  const [argv, executableList, , passFds, cwdValue, envList, p2cread] = args;
  const { processes, files } = ts.interp.host;
  if (processes === undefined) return raiseErrno(ts, errnoOf("ENOSYS"));
  const [c2pwrite, errwrite, errpipe] = [args[9], args[11], args[13]];
  const [newSession, group, gid, groups, uid, umask, preexec] = args.slice(15);
  for (const [name, value, none] of [
    ["preexec_fn", preexec, None],
    ["process_group", group, -1],
    ["group", gid, None],
    ["extra_groups", groups, None],
    ["user", uid, None],
    ["umask", umask, -1],
  ] as const) {
    if (value !== none) return raise(ts, NotImplementedErrorType, `${name} is not available on this host`);
  }
  const arguments_ = decoded(ts, argv);
  const executables = arguments_ === null ? null : decoded(ts, executableList);
  const env = executables === null ? null : childEnvironment(ts, envList);
  const streams = env === null ? null : numbers(ts, [p2cread, c2pwrite, errwrite, errpipe]);
  const passed = streams === null ? null : toArray(ts, passFds);
  const kept = passed === null ? null : numbers(ts, passed);
  const cwd = cwdValue === None ? undefined : fsDecode(ts, cwdValue);
  const session = isTrue(ts, newSession);
  if (arguments_ === null || executables === null || env === null || streams === null) return null;
  if (kept === null || cwd === null || session === null) return null;
  const errorPipe = streams.pop() as number;
  const outcome = startFirst(processes, executables, {
    args: arguments_,
    cwd: cwd ?? null,
    env,
    descriptors: childDescriptors(
      streams,
      kept.filter((fd) => fd !== errorPipe),
    ),
    newSession: session,
  });
  if (typeof outcome === "number") return outcome;
  const where = cwd !== undefined && !isFolder(ts, cwd) ? "noexec:chdir" : "";
  const report = `OSError:${errnoOf(outcome.code).toString(16)}:${where}`;
  files.write(
    errorPipe,
    Uint8Array.from(report, (c) => c.charCodeAt(0)),
    null,
  );
  return NO_PROCESS;
}

function isFolder(ts: ThreadState, path: string): boolean {
  try {
    return (ts.interp.host.files.stat(path).mode & 0o170000) === 0o040000;
  } catch (error) {
    if (isHostError(error)) return false;
    throw error;
  }
}

/** `_posixsubprocess`, for hosts that can start programs. */
export const posixSubprocessModule: ModuleSpec = {
  name: "_posixsubprocess",
  doc: "A POSIX helper for the subprocess module.",
  functions: [
    [
      "fork_exec",
      `($module, args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, /)`,
      (ts, m, ...args: Value[]) => forkExec(ts, m, args),
      "Starts a program in a process of its own.",
    ],
  ],
};
