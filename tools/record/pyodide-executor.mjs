// Runs programs under CPython 3.14 (the pyodide package), one loaded interpreter for all.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { loadPyodide } from "pyodide";
import { root } from "../conformance/programs.mjs";

const mount = "/programs";

/** An executor (see process-executor.mjs) for CPython 3.14. */
export async function pyodideExecutor() {
  const quiet = () => {};
  const python = await loadPyodide({ stdout: quiet, stderr: quiet });
  python.mountNodeFS(mount, root);
  python.runPython(readFileSync(new URL("./run_program.py", import.meta.url), "utf8"));
  const runProgram = python.globals.get("run_program");
  return {
    async run(file, args, stdin) {
      const path = `${mount}/${relative(root, file)}`;
      const result = JSON.parse(runProgram(mount, path, JSON.stringify(args), stdin.toString("base64")));
      return {
        stdout: Buffer.from(result.stdout, "base64"),
        // The mounted path stands for the real one.
        stderr: Buffer.from(
          Buffer.from(result.stderr, "base64").toString().replaceAll(`${mount}/`, `${root}/`),
        ),
        code: result.code,
      };
    },
    close() {
      runProgram.destroy();
    },
  };
}
