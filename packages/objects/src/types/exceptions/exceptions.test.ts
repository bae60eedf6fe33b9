import { describe, expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { call, callMethod } from "../../core/call.js";
import { raise, raiseValue, takePending } from "../../core/errors.js";
import type { Value } from "../../core/object.js";
import { str } from "../../core/protocols.js";
import type { PyType } from "../../core/type.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { strFromJs } from "../str/py-str.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { splitGroup } from "./exception-group.js";
import * as E from "./exception-types.js";
import { raiseOSError } from "./os-error.js";
import type { PyBaseException } from "./py-base-exception.js";

const ts = testThread(new NativeEvaluator());
const make = (type: PyType, ...args: Value[]) => call(ts, type, args) as PyBaseException;
const text = (exc: Value) => {
  const s = str(ts, exc);
  return s === null ? show(ts, null) : toJs(s);
};
const get = (exc: Value, name: string) => show(ts, getAttr(ts, exc, name));

describe("str and repr", () => {
  test.each([
    [make(E.ValueErrorType), "", "ValueError()"],
    [make(E.ValueErrorType, 1), "1", "ValueError(1)"],
    [make(E.ValueErrorType, 1, 2), "(1, 2)", "ValueError(1, 2)"],
    [make(E.KeyErrorType, ""), "''", "KeyError('')"],
    [make(E.KeyErrorType, 1, 2), "(1, 2)", "KeyError(1, 2)"],
    [make(E.OSErrorType, 2, "No"), "[Errno 2] No", "FileNotFoundError(2, 'No')"],
    [make(E.OSErrorType, 2, "No", "f"), "[Errno 2] No: 'f'", "FileNotFoundError(2, 'No')"],
    [make(E.OSErrorType, 2, "No", "f", None, "g"), "[Errno 2] No: 'f' -> 'g'", "FileNotFoundError(2, 'No')"],
    [make(E.OSErrorType, "a"), "a", "OSError('a')"],
    [
      make(E.SyntaxErrorType, "m", new PyTuple(["/a/b.py", 1, 2, "t"])),
      "m (b.py, line 1)",
      "SyntaxError('m', ('/a/b.py', 1, 2, 't'))",
    ],
    [make(E.SyntaxErrorType), "None", "SyntaxError()"],
    [
      make(E.UnicodeDecodeErrorType, "utf8", new PyBytes(Uint8Array.of(97, 255)), 1, 2, "bad"),
      "'utf8' codec can't decode byte 0xff in position 1: bad",
      "UnicodeDecodeError('utf8', b'a\\xff', 1, 2, 'bad')",
    ],
    [
      make(E.UnicodeEncodeErrorType, "ascii", strFromJs("a\u{12345}"), 1, 2, "bad"),
      "'ascii' codec can't encode character '\\U00012345' in position 1: bad",
      "UnicodeEncodeError('ascii', 'a\u{12345}', 1, 2, 'bad')",
    ],
    [
      make(E.UnicodeTranslateErrorType, "abc", 0, 2, "bad"),
      "can't translate characters in position 0-1: bad",
      "UnicodeTranslateError('abc', 0, 2, 'bad')",
    ],
  ])("%#", (exc, s, r) => {
    expect(text(exc)).toBe(s);
    expect(show(ts, exc)).toBe(r);
  });
});

describe("fields", () => {
  test("StopIteration.value", () => {
    expect(get(make(E.StopIterationType, 1, 2), "value")).toBe("1");
    expect(get(make(E.StopIterationType), "value")).toBe("None");
  });
  test("SystemExit.code", () => expect(get(make(E.SystemExitType, 1, 2), "code")).toBe("(1, 2)"));
  test("ImportError by keyword", () => {
    const exc = call(ts, E.ImportErrorType, ["m", "n"], ["name"]) as Value;
    expect([get(exc, "msg"), get(exc, "name"), get(exc, "path")]).toEqual(["'m'", "'n'", "None"]);
  });
  test("unknown keywords", () => {
    expect(show(ts, call(ts, E.ImportErrorType, ["m", 1], ["zz"]))).toBe(
      "TypeError: ImportError() got an unexpected keyword argument 'zz'",
    );
    expect(show(ts, call(ts, E.ValueErrorType, [1], ["x"]))).toBe(
      "TypeError: ValueError() takes no keyword arguments",
    );
  });
  test("OSError keeps the filename out of args", () =>
    expect(get(make(E.OSErrorType, 2, "No", "f"), "args")).toBe("(2, 'No')"));
  test("BlockingIOError.characters_written", () =>
    expect(get(make(E.BlockingIOErrorType, 11, "x", 5), "characters_written")).toBe("5"));
});

describe("OSError subclasses", () => {
  test.each([
    [1, "PermissionError"],
    [4, "InterruptedError"],
    [104, "ConnectionResetError"],
    [110, "TimeoutError"],
    [5, "OSError"],
  ])("errno %d", (errno, name) => expect(make(E.OSErrorType, errno, "x").cls.name).toBe(name));
  test("are raised by errno", () => {
    expect(raiseOSError(ts, 17, "File exists", "f")).toBeNull();
    expect(show(ts, null)).toBe("FileExistsError: [Errno 17] File exists: 'f'");
  });
  test("are not chosen for a subclass", () => {
    const Mine = makeClass(ts, "Mine", [E.OSErrorType]);
    expect(make(Mine, 2, "No").cls).toBe(Mine);
  });
});

describe("attributes", () => {
  const exc = make(E.ValueErrorType);
  const set = (name: string, value: Value | undefined) => show(ts, setAttr(ts, exc, name, value));
  test("that are checked", () => {
    expect(set("__cause__", 1)).toBe("TypeError: exception cause must be None or derive from BaseException");
    expect(set("__context__", undefined)).toBe("TypeError: __context__ may not be deleted");
    expect(set("__traceback__", 3)).toBe("TypeError: __traceback__ must be a traceback or None");
    expect(set("__suppress_context__", 1)).toBe("TypeError: attribute value type must be bool");
    expect(set("args", 3)).toBe("TypeError: 'int' object is not iterable");
  });
  test("a cause suppresses the context", () => {
    expect(set("__cause__", None)).toBe("True");
    expect(get(exc, "__suppress_context__")).toBe("True");
  });
  test("notes", () => {
    expect(show(ts, callMethod(ts, exc, "add_note", ["n"]))).toBe("None");
    expect(get(exc, "__notes__")).toBe("['n']");
    expect(show(ts, callMethod(ts, exc, "add_note", [1]))).toBe(
      "TypeError: add_note() argument must be str, not int",
    );
  });
});

describe("context", () => {
  test("is the exception being handled", () => {
    const handled = make(E.ValueErrorType);
    ts.excInfo.value = handled;
    raise(ts, E.TypeErrorType, "x");
    expect(takePending(ts).context).toBe(handled);
    ts.excInfo.value = null;
  });
  test("never becomes a cycle", () => {
    const a = make(E.ValueErrorType, "a");
    const b = make(E.ValueErrorType, "b");
    b.context = a;
    ts.excInfo.value = b;
    raiseValue(ts, a);
    expect(takePending(ts).context).toBe(b);
    expect(b.context).toBeNull();
    ts.excInfo.value = null;
  });
});

describe("exception groups", () => {
  const group = (...excs: Value[]) => make(E.BaseExceptionGroupType, "m", new PyList(excs));
  test("of exceptions alone are exceptions", () => {
    expect(group(make(E.ValueErrorType)).cls).toBe(E.ExceptionGroupType);
    expect(group(make(E.KeyboardInterruptType)).cls).toBe(E.BaseExceptionGroupType);
  });
  test("show how many there are", () => {
    expect(text(group(make(E.ValueErrorType)))).toBe("m (1 sub-exception)");
    expect(show(ts, group(make(E.ValueErrorType, 1), make(E.TypeErrorType)))).toBe(
      "ExceptionGroup('m', [ValueError(1), TypeError()])",
    );
  });
  test.each([
    [["m", new PyList([])], "ValueError: second argument (exceptions) must be a non-empty sequence"],
    [["m", new PyList([3])], "ValueError: Item 0 of second argument (exceptions) is not an exception"],
    [[3, new PyList([])], "TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int"],
    [["m", 3], "TypeError: second argument (exceptions) must be a sequence"],
    [["m"], "TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)"],
    [
      ["m", new PyList([make(E.KeyboardInterruptType)])],
      "TypeError: Cannot nest BaseExceptions in an ExceptionGroup",
    ],
  ])("%#", (args: Value[], message) => expect(show(ts, call(ts, E.ExceptionGroupType, args))).toBe(message));

  test("split by type, recursively, and keep what they were", () => {
    const inner = group(make(E.ValueErrorType, 1), make(E.TypeErrorType, 2));
    const outer = group(inner, make(E.ValueErrorType, 3));
    outer.cause = inner;
    const parts = splitGroup(ts, outer, E.ValueErrorType);
    expect(show(ts, parts?.match)).toBe(
      "ExceptionGroup('m', [ExceptionGroup('m', [ValueError(1)]), ValueError(3)])",
    );
    expect(show(ts, parts?.rest)).toBe("ExceptionGroup('m', [ExceptionGroup('m', [TypeError(2)])])");
    expect(parts?.match?.cause).toBe(inner);
  });
  test("that match altogether stay as they are", () => {
    const outer = group(make(E.ValueErrorType));
    expect(splitGroup(ts, outer, E.ExceptionGroupType)).toEqual({ match: outer, rest: undefined });
  });
  test("split by what is no condition", () =>
    expect(show(ts, callMethod(ts, group(make(E.ValueErrorType)), "subgroup", [3]))).toBe(
      "TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)",
    ));
});
