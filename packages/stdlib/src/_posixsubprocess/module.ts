import type { ModuleSpec } from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { raiseErrno } from "../os-error.js";

/** `_posixsubprocess`: hosts start no processes, which `subprocess.Popen` says as OSError. */
export const posixSubprocessModule: ModuleSpec = {
  name: "_posixsubprocess",
  doc: "A POSIX helper for the subprocess module.",
  functions: [
    [
      "fork_exec",
      "($module, /, *args)",
      (ts) => raiseErrno(ts, errnoOf("ENOSYS")),
      "Refuses to start a process.",
      { hidden: true },
    ],
  ],
};
