import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** Whether the process that a lock file names is still there. */
function ownerLives(file) {
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: it lives. No such process, or no file any more: it does not.
    return error.code === "EPERM";
  }
}

/** Does some work while no other process does work under the same lock file; waits for it without a limit. */
export function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    pause(50);
    if (!ownerLives(file)) rmSync(file, { force: true });
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}
