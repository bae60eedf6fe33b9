// What CPython 3.14 (the pyodide package) makes of tests of an older suite: shows which of them are superseded.
//
//   node tools/cpython-suite/oracle.mjs test_typing.UnionTests.test_repr test_builtin.BuiltinTest
//
// Tests that start processes or threads, or need C modules that pyodide lacks, are skipped there.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadPyodide } from "pyodide";
import { root } from "../lib/paths.mjs";

const program = `
import sys, unittest
sys.path.insert(0, "/suite")
sys.modules["_testinternalcapi"] = sys.modules["_testcapi"] = None
from test import support
support.has_socket_support = True

class Result(unittest.TestResult):
    def note(self, outcome, test, detail=""):
        print(outcome, test.id().removeprefix("test."), str(detail).replace("\\n", " ")[:200])
    def addSuccess(self, test): self.note("pass", test)
    def addSkip(self, test, reason): self.note("skip", test, reason)
    def addFailure(self, test, err): self.note("fail", test, err[1])
    def addError(self, test, err): self.note("error", test, repr(err[1]))
    def addSubTest(self, test, subtest, err):
        if err is not None: self.note("fail", test, err[1])

for name in names:
    try:
        suite = unittest.defaultTestLoader.loadTestsFromName("test." + name)
    except unittest.SkipTest as reason:
        print("skip", name, reason)
    else:
        suite.run(Result())
`;

const copies = join(root, ".cache/cpython-suite");
const newest = readdirSync(copies)
  .filter((name) => !name.includes("."))
  .map((name) => join(copies, name))
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
const python = await loadPyodide({ stdout: console.log, stderr: console.error });
python.FS.mkdirTree("/suite");
python.FS.mount(python.FS.filesystems.NODEFS, { root: newest }, "/suite");
python.globals.set("names", python.toPy(process.argv.slice(2)));
await python.runPythonAsync(program);
