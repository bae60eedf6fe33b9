import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Candidates for an installed CPython `3.x`: pyenv's own folders (its shims may refuse), then the search path. */
function* candidates(version) {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  if (existsSync(versions)) {
    const installed = readdirSync(versions).filter((name) => name.startsWith(`${version}.`));
    for (const name of installed.sort().reverse()) yield join(versions, name, "bin", `python${version}`);
  }
  for (const folder of (process.env.PATH ?? "").split(delimiter)) yield join(folder, `python${version}`);
}

/**
 * The first CPython of the given versions ("3.13") that is installed and starts:
 * `{ command, version, lib }` with the full version and the folder of its library, or `null`.
 */
export function findPython(...versions) {
  for (const version of versions) {
    for (const command of candidates(version)) {
      if (!existsSync(command)) continue;
      const program =
        "import os, platform; print(platform.python_implementation(), platform.python_version(), os.path.dirname(os.__file__), sep='\\n')";
      const result = spawnSync(command, ["-c", program], { encoding: "utf8", timeout: 20_000 });
      const [implementation, full, lib] = (result.stdout ?? "").trim().split("\n");
      if (result.status === 0 && implementation === "CPython") return { command, version: full, lib };
    }
  }
  return null;
}
