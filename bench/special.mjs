import { existsSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "../tools/lib/find-python.mjs";
import { root } from "../tools/lib/paths.mjs";
import { run } from "./measure.mjs";

/** Takes turns with all commands, `repeats` times: `{ name, times }` or `{ name, error }` of each, in seconds. */
function inTurn(contenders, repeats, secondsOf) {
  const results = contenders.map(({ name, isAdder }) => ({ name, isAdder, times: [] }));
  for (let round = 0; round < repeats; round++) {
    for (const [i, { command }] of contenders.entries()) {
      if (results[i].error !== undefined) continue;
      const { seconds, output, error } = run(command);
      if (error !== undefined) results[i].error = error;
      else results[i].times.push(secondsOf(seconds, output));
    }
  }
  return results;
}

/** `-c "print('hello')"` beside an empty Node: how long a user waits for the first word. */
export function startUp(engines, repeats) {
  const able = engines.filter((engine) => !engine.name.startsWith("Pyodide"));
  const contenders = able.map((e) => ({
    name: e.name,
    isAdder: e.isAdder,
    command: [...e.command, "-c", "print('hello')"],
  }));
  contenders.push({ name: "node -e 0", command: [process.execPath, "-e", "0"] });
  return inTurn(contenders, repeats, (seconds) => seconds);
}

/** Parsing and compiling every module of the standard library, once in a fresh process. */
export function compileLibrary(engines, repeats) {
  const folder = join(root, "packages/stdlib/dist/lib");
  const program = join(root, "bench/special/compile_library.py");
  const python = findPython("3.13");
  const contenders = engines
    .filter((engine) => engine.isAdder)
    .map((engine) => ({ ...engine, command: [...engine.command, program, folder] }));
  if (python !== null)
    contenders.push({ name: `CPython ${python.version}`, command: [python.command, program, folder] });
  return inTurn(contenders, repeats, (_, output) => Number(/^time (\S+)$/m.exec(output)[1]));
}

/** A second interpreter in a running process, up to the value of `1+1`. */
export function secondInterpreter(repeats) {
  const program = join(root, "bench/special/second-interpreter.mjs");
  if (!existsSync(join(root, "packages/adder/dist/index.js"))) return [];
  return inTurn(
    [{ name: "Adder", isAdder: true, command: [process.execPath, program] }],
    repeats,
    (_, output) => Number(/^time (\S+)$/m.exec(output)[1]),
  );
}
