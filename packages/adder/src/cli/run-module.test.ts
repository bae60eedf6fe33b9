import { expect, test } from "vitest";
import { folderWith, runAdder } from "./testing/run-adder.js";

const cwd = folderWith({
  "module.py": "import sys\nprint(sys.argv, __name__, __file__, sys.path[0], __spec__.name)\n",
  "package/__init__.py": "print('init', __name__)\n",
  "package/__main__.py": "print('main', __name__, __package__, __spec__.name)\nfrom . import part\n",
  "package/part.py": "print('part', __name__)\n",
  "plain/__init__.py": "",
});

test("-m runs a module with its whole path in sys.argv", async () => {
  const { stdout } = await runAdder(["-m", "module", "a"], { cwd });
  expect(stdout).toBe(`['${cwd}/module.py', 'a'] __main__ ${cwd}/module.py ${cwd} module\n`);
});

test("-m runs the __main__ of a package", async () => {
  const { stdout } = await runAdder(["-m", "package"], { cwd });
  expect(stdout).toBe("init package\nmain __main__ package package.__main__\npart package.part\n");
});

test.each([
  ["absent", "adder: No module named absent\n"],
  ["plain", "adder: No module named plain.__main__; 'plain' is a package and cannot be directly executed\n"],
  ["plain.absent", "adder: No module named plain.absent\n"],
  ["sys", "adder: No code object available for sys\n"],
])("-m %s is refused", async (name, stderr) => {
  expect(await runAdder(["-m", name], { cwd })).toEqual({ stdout: "", stderr, code: 1 });
});
