import { beforeAll, expect, test } from "vitest";
import { folderWith, runAdder } from "./testing/run-adder.js";

/** Imports a module after changes to its cache file, and prints how that ended, as `change: outcomes`. */
const program = `
import importlib, os, sys
import module

path = module.__cached__
with open(path, "rb") as file: intact = file.read()

def outcome(data):
    with open(path, "wb") as file: file.write(data)
    del sys.modules["module"]
    importlib.invalidate_caches()
    try: again = importlib.import_module("module")
    except Exception as error: return repr(error)
    with open(path, "rb") as file: mended = file.read() == intact
    return f"{again.greet('you')} {again.table} {'mended' if mended else 'left'}"

def report(change, files):
    print(f"{change}: {' | '.join(sorted({outcome(data) for data in files}))}")

foreign = bytes.fromhex("2b0e0d0a") + intact[4:16] + bytes.fromhex("e300000000")
report("intact", [intact])
report("truncated", [intact[:n] for n in range(0, len(intact), 61)])
report("altered", [intact[:i] + bytes([byte ^ 1 << i % 8]) + intact[i + 1:] for i, byte in enumerate(intact) if i >= 16 and i % 61 < 2])
report("emptied", [intact[:16] + bytes(len(intact) - 16)])
report("of CPython", [foreign])
report("text", [b"print('not bytecode')\\n"])
report("longer", [intact + b"\\0"])
`;

let lines: string[];

beforeAll(async () => {
  const source = "def greet(who):\n    return f'hello {who}'\n\ntable = {'a': (1, 2.5)}\n";
  const cwd = folderWith({ "module.py": source, "program.py": program });
  const { stdout, stderr } = await runAdder(["program.py"], { cwd });
  lines = [...stdout.trimEnd().split("\n"), ...(stderr === "" ? [] : [stderr])];
}, 60_000);

const value = "hello you {'a': (1, 2.5)}";

test.each(["intact", "truncated", "altered", "emptied", "of CPython", "text"])(
  "a module whose cache file is %s runs, and its cache file is right afterwards",
  (change) => {
    expect(lines).toContain(`${change}: ${value} mended`);
  },
);

test("bytes behind the end of a cache file do no harm", () => {
  expect(lines).toContain(`longer: ${value} left`);
});
