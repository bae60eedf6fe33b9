"""A small library (a text buffer with undo) and its unittest suite, run with a quiet, stable report."""

import io
import sys
import unittest
from unittest import mock


class EditError(Exception):
    pass


class TextBuffer:
    """Text with insert, delete, undo and redo, and listeners that are told about changes."""

    def __init__(self, text=""):
        self._text = text
        self._undo, self._redo, self._listeners = [], [], []

    def __str__(self):
        return self._text

    def __len__(self):
        return len(self._text)

    def __getitem__(self, index):
        return self._text[index]

    def listen(self, listener):
        self._listeners.append(listener)

    def insert(self, position, text):
        if not 0 <= position <= len(self):
            raise EditError(f"position {position} is outside 0..{len(self)}")
        self._apply(position, "", text)

    def delete(self, start, end):
        if start > end:
            raise EditError("start is after end")
        self._apply(start, self._text[start:end], "")

    def replace_all(self, old, new):
        if not old:
            raise EditError("nothing to replace")
        count = 0
        position = self._text.find(old)
        while position >= 0:
            self._apply(position, old, new)
            count += 1
            position = self._text.find(old, position + len(new))
        return count

    def _apply(self, position, removed, added, history=None):
        if history is None:
            self._redo.clear()
            history = self._undo
        self._text = self._text[:position] + added + self._text[position + len(removed) :]
        history.append((position, removed, added))
        for listener in self._listeners:
            listener(position, removed, added)

    def undo(self):
        if not self._undo:
            raise EditError("nothing to undo")
        position, removed, added = self._undo.pop()
        self._apply(position, added, removed, self._redo)

    def redo(self):
        if not self._redo:
            raise EditError("nothing to redo")
        position, removed, added = self._redo.pop()
        self._apply(position, added, removed, self._undo)


class TextBufferTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.created = 0

    def setUp(self):
        type(self).created += 1
        self.buffer = TextBuffer("hello world")
        self.addCleanup(lambda: self.assertIsInstance(str(self.buffer), str))

    def test_insert(self):
        self.buffer.insert(5, ",")
        self.assertEqual(str(self.buffer), "hello, world")
        self.assertIn("lo, w", str(self.buffer))

    def test_insert_at_the_ends(self):
        for position, expected in ((0, "!hello world"), (11, "hello world!")):
            with self.subTest(position=position):
                buffer = TextBuffer("hello world")
                buffer.insert(position, "!")
                self.assertEqual(str(buffer), expected)

    def test_insert_outside(self):
        for position in (-1, 12):
            with self.subTest(position=position), self.assertRaisesRegex(EditError, r"outside 0\.\.11"):
                self.buffer.insert(position, "x")

    def test_delete(self):
        self.buffer.delete(0, 6)
        self.assertEqual(len(self.buffer), 5)
        with self.assertRaises(EditError) as caught:
            self.buffer.delete(3, 1)
        self.assertEqual(caught.exception.args, ("start is after end",))

    def test_undo_and_redo(self):
        self.buffer.insert(0, "oh, ")
        self.buffer.delete(0, 2)
        self.buffer.undo()
        self.buffer.undo()
        self.assertEqual(str(self.buffer), "hello world")
        self.buffer.redo()
        self.assertEqual(str(self.buffer), "oh, hello world")
        self.buffer.insert(0, "x")
        self.assertRaises(EditError, self.buffer.redo)

    def test_replace_all(self):
        self.assertEqual(self.buffer.replace_all("o", "00"), 2)
        self.assertEqual(self.buffer[-4:], "00rld"[1:])
        self.buffer.undo()
        self.assertTrue(str(self.buffer).endswith("world"))

    def test_listeners(self):
        listener = mock.Mock()
        self.buffer.listen(listener)
        self.buffer.insert(0, "a")
        self.buffer.undo()
        listener.assert_has_calls([mock.call(0, "", "a"), mock.call(0, "a", "")])
        self.assertEqual(listener.call_count, 2)

    def test_patched_method(self):
        with mock.patch.object(TextBuffer, "__len__", return_value=3) as length:
            self.assertRaises(EditError, self.buffer.insert, 5, "x")
        length.assert_called()
        self.assertAlmostEqual(len(self.buffer) / 3, 3.667, places=3)

    @unittest.skip("not written yet")
    def test_search(self):
        self.fail("never reached")

    @unittest.expectedFailure
    def test_known_problem(self):
        """Each replacement is undone alone, though it was one command."""
        self.buffer.replace_all("o", "0")
        self.buffer.undo()
        self.assertEqual(str(self.buffer), "hello world")

    def replace_empty(self):
        """Not a test: its name does not begin with test."""


class DeliberateFailures(unittest.TestCase):
    """Shows what a failure and an error look like."""

    maxDiff = None

    def test_a_wrong_list(self):
        self.assertEqual([1, 2, [3, 4]], [1, 2, [3, 5]])

    def test_b_wrong_text(self):
        self.assertMultiLineEqual("one\ntwo\nthree\n", "one\n2\nthree\n")

    def test_c_wrong_dict(self):
        self.assertDictEqual({"a": 1, "b": 2}, {"a": 1, "b": 3}, "settings differ")

    def test_d_error(self):
        {}["missing"]

    def test_e_others(self):
        for check, *arguments in (
            (self.assertTrue, 0),
            (self.assertIsNone, 5),
            (self.assertIn, 1, [2]),
            (self.assertGreater, 1, 2),
            (self.assertIs, 1, 2),
            (self.assertIsInstance, 1, str),
            (self.assertCountEqual, [1, 2, 2], [2, 1, 1]),
            (self.assertRegex, "abc", "x+"),
            (self.assertSetEqual, {1}, {2}),
        ):
            with self.subTest(check=check.__name__):
                check(*arguments)


def run(case):
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    result = unittest.TextTestRunner(stream, verbosity=0).run(suite)
    return result


def main():
    print("Loaded:", unittest.defaultTestLoader.getTestCaseNames(TextBufferTest))
    result = run(TextBufferTest)
    print(f"ran {result.testsRun}, failures {len(result.failures)}, errors {len(result.errors)}, skipped {len(result.skipped)}, expected failures {len(result.expectedFailures)}")
    print("skipped:", [(test._testMethodName, reason) for test, reason in result.skipped])
    print("set up:", TextBufferTest.created, "times")
    for test, report in result.failures + result.errors:
        print(test, report)

    result = run(DeliberateFailures)
    print(f"\nran {result.testsRun}, failures {len(result.failures)}, errors {len(result.errors)}")
    for test, report in result.failures + result.errors:
        name = getattr(test, "_testMethodName", None) or test._subDescription()
        lines = [line for line in report.splitlines() if not line.startswith(("Traceback", "  "))]
        print(f"{name}:", *lines, sep="\n    ")
    return 0 if result.testsRun == 5 else 1


if __name__ == "__main__":
    sys.exit(main())
