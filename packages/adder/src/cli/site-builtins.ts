import {
  call,
  callMethod,
  clearPending,
  defineType,
  importName,
  type KwNames,
  None,
  newException,
  PyList,
  type PyObject,
  PyPlainObject,
  type PyType,
  type Result,
  raise,
  raiseValue,
  SystemExitType,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  type Value,
} from "@adder/objects";
import { SysState, sysAttribute } from "@adder/runtime";
import type { Session } from "../session.js";

/*
 * The built-ins that are for the prompt. CPython's `site` takes them from `_sitebuiltins` at each start; importing
 * anything would double the time that a short program takes, so these import what they need when they are called.
 */

const CREDITS =
  "Thanks to everybody who works on Python, on Adder, and on the libraries of both.\n" +
  "See www.python.org for more information on Python.";

const LICENSE =
  "See https://www.python.org/psf/license/ for Python's library, and Adder's LICENSE for the rest.";

const EOF = "Ctrl-D (i.e. EOF)";

class PyQuitter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(readonly name: string) {
    this.cls = QuitterType;
  }
}

const QuitterType: PyType = defineType({
  name: "_sitebuiltins.Quitter",
  slots: {
    tp_repr: (_ts, self: PyQuitter) => `Use ${self.name}() or ${EOF} to exit`,
    tp_call(ts, _self: PyQuitter, args, kwnames) {
      const named = kwnames?.length === 1 && kwnames[0] === "code";
      if (args.length > 1 || (kwnames !== null && kwnames.length > 0 && !named)) {
        return raise(ts, TypeErrorType, "Quitter.__call__() takes from 1 to 2 positional arguments");
      }
      // Shells such as IDLE ask before they exit, unless their standard input is closed.
      const stdin = sysAttribute(ts, "stdin");
      if (stdin !== undefined && stdin !== None && callMethod(ts, stdin, "close", []) === null)
        clearPending(ts);
      return raiseValue(ts, newException(SystemExitType, [args[0] ?? None]));
    },
  },
  getset: [
    ["name", (_ts, self: PyQuitter) => self.name],
    ["eof", () => EOF],
  ],
});

class PyPrinter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly name: string,
    readonly data: string,
    readonly files: readonly string[],
  ) {
    this.cls = PrinterType;
  }
}

/** The library's own printer with the same text, which shows it page by page. */
function libraryPrinter(ts: ThreadState, self: PyPrinter): Result<Value> {
  const cls = importName(ts, "_sitebuiltins", "_Printer");
  if (cls === null) return null;
  const { stdlibDir, prefix } = SysState.of(ts).config;
  const dirs = self.files.length === 0 ? [] : [strFromJs(stdlibDir), strFromJs(prefix)];
  return call(ts, cls, [self.name, self.data, new PyList([...self.files]), new PyList(dirs)]);
}

const PrinterType: PyType = defineType({
  name: "_sitebuiltins._Printer",
  slots: {
    tp_repr(ts, self: PyPrinter) {
      const printer = libraryPrinter(ts, self);
      return printer === null ? null : (callMethod(ts, printer, "__repr__", []) as Result<string>);
    },
    tp_call(ts, self: PyPrinter, args, kwnames) {
      const printer = libraryPrinter(ts, self);
      return printer === null ? null : call(ts, printer, args, kwnames);
    },
  },
});

class PyHelper extends PyPlainObject {}

const HelperType: PyType = defineType({
  name: "_sitebuiltins._Helper",
  slots: {
    tp_repr: () => "Type help() for interactive help, or help(object) for help about object.",
    tp_call(ts, _self: PyHelper, args: Value[], kwnames: KwNames) {
      const help = importName(ts, "pydoc", "help");
      return help === null ? null : call(ts, help, args, kwnames);
    },
  },
});

/** Adds `exit`, `quit`, `copyright`, `credits`, `license` and `help` to the built-ins, as `site` does (Lib/site.py). */
export function addSiteBuiltins(session: Session): void {
  const { builtins } = session.interp;
  builtins.setStr("quit", new PyQuitter("quit"));
  builtins.setStr("exit", new PyQuitter("exit"));
  const copyright = sysAttribute(session.ts, "copyright");
  builtins.setStr(
    "copyright",
    new PyPrinter("copyright", typeof copyright === "string" ? copyright : "", []),
  );
  builtins.setStr("credits", new PyPrinter("credits", CREDITS, []));
  builtins.setStr("license", new PyPrinter("license", LICENSE, ["LICENSE.txt", "LICENSE"]));
  builtins.setStr("help", new PyHelper(HelperType));
}
