"""Runs one test module and notes in a report file what happens, line by line.

    driver.py MODULE REPORT [DONE]

REPORT receives lines of tab-separated words: `start ID`, then `ok`, `fail`, `error`, `skip`, `xfail` or `upass`
with ID and, where there is one, the last line of the exception; `module-error` or `module-skip` when the module
cannot be loaded; `end` when all is over. A file takes the place of standard output because tests replace and
capture that one, and because what was written survives a crash. DONE names a file with the IDs of tests that an
earlier, interrupted process has already reported: they are left out.
"""

import sys
import unittest


class Report:
    def __init__(self, path):
        self.file = open(path, "a", encoding="utf-8", errors="backslashreplace")

    def line(self, *words):
        self.file.write("\t".join(str(w).replace("\t", " ").replace("\n", " ") for w in words) + "\n")
        self.file.flush()


def last_line(err):
    try:
        return f"{err[0].__name__}: {err[1]}"[:300]
    except Exception:
        return getattr(err[0], "__name__", "?")


class Result(unittest.TestResult):
    """Notes one outcome for each test: with subtests that fail, the first failure."""

    def __init__(self, report):
        super().__init__()
        self.report = report
        self.noted = False

    def note(self, outcome, test, detail=""):
        if not self.noted:
            self.report.line(outcome, test.id(), detail)
        self.noted = True

    def startTest(self, test):
        super().startTest(test)
        self.noted = False
        self.report.line("start", test.id())

    def addSuccess(self, test):
        self.note("ok", test)

    def addFailure(self, test, err):
        self.note("fail", test, last_line(err))

    def addError(self, test, err):
        # Without a start this is a failing setUpClass or setUpModule: each has a line of its own.
        if not hasattr(test, "_testMethodName") and not hasattr(test, "_dt_test"):
            self.noted = False
        self.note("error", test, last_line(err))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failure = issubclass(err[0], test.failureException)
            self.note("fail" if failure else "error", test, last_line(err))

    def addSkip(self, test, reason):
        if hasattr(test, "test_case"):
            return  # A skipped subtest: the test itself goes on and is noted at its end.
        if not hasattr(test, "_testMethodName") and not hasattr(test, "_dt_test"):
            self.noted = False
        self.note("skip", test, reason)

    def addExpectedFailure(self, test, err):
        self.note("xfail", test, last_line(err))

    def addUnexpectedSuccess(self, test):
        self.note("upass", test)

    def printErrors(self):
        pass


def without(suite, done):
    kept = unittest.TestSuite()
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            kept.addTest(without(test, done))
        elif test.id() not in done:
            kept.addTest(test)
    return kept


def main(module, path, done_path=None):
    report = Report(path)
    done = set()
    if done_path is not None:
        with open(done_path, encoding="utf-8") as file:
            done = set(file.read().split("\n"))
    try:
        from test import support

        # What needs a network, much time or much memory is left out, as in CPython's default run.
        support.use_resources = {}
        support.verbose = False
    except Exception as error:
        report.line("module-error", module, f"test.support: {type(error).__name__}: {error}")
        return
    try:
        __import__(module)
        suite = unittest.defaultTestLoader.loadTestsFromName(module)
    except unittest.SkipTest as error:
        report.line("module-skip", module, error)
        return
    except BaseException as error:
        report.line("module-error", module, f"{type(error).__name__}: {error}"[:300])
        return
    without(suite, done).run(Result(report))
    report.line("end")


if __name__ == "__main__":
    main(*sys.argv[1:])
