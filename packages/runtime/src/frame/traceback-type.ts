import { lineAt } from "@adder/bytecode";
import type { PyFrame } from "@adder/frames";
import {
  bindKeywords,
  FrameType,
  None,
  PyList,
  PyTraceback,
  type PyType,
  type Result,
  raise,
  readyType,
  type Status,
  type ThreadState,
  TracebackType,
  TypeErrorType,
  toSize,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { LINE_UNKNOWN } from "../exceptions/unwind.js";

/** `tb_lineno`, -1 where it is not known. */
export function tracebackLine(tb: PyTraceback): number {
  if (tb.lineno !== LINE_UNKNOWN) return tb.lineno;
  return lineAt(tb.activation.code.code, tb.lasti >> 1);
}

function newTraceback(
  ts: ThreadState,
  _cls: PyType,
  args: Value[],
  kwnames: readonly string[] | null,
): Result<Value> {
  const bound = bindKeywords(
    ts,
    "traceback",
    args,
    kwnames,
    ["tb_next", "tb_frame", "tb_lasti", "tb_lineno"],
    4,
  );
  if (bound === null) return null;
  const [next, frame, lasti, line] = bound as Value[];
  if (typeOf(frame) !== FrameType) {
    return raise(ts, TypeErrorType, `traceback() argument 'tb_frame' must be frame, not ${typeName(frame)}`);
  }
  const position = toSize(ts, lasti);
  if (position === null) return null;
  const lineno = toSize(ts, line);
  if (lineno === null) return null;
  if (next !== None && typeOf(next) !== TracebackType) {
    return raise(ts, TypeErrorType, `expected traceback object or None, got '${typeName(next)}'`);
  }
  return new PyTraceback(
    next === None ? null : (next as PyTraceback),
    (frame as PyFrame).activation,
    position,
    lineno,
  );
}

function setNext(ts: ThreadState, tb: PyTraceback, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "can't delete tb_next attribute");
  if (value === None) {
    tb.next = null;
    return true;
  }
  if (typeOf(value) !== TracebackType) {
    return raise(ts, TypeErrorType, `expected traceback object, got '${typeName(value)}'`);
  }
  for (let at: PyTraceback | null = value as PyTraceback; at !== null; at = at.next) {
    if (at === tb) return raise(ts, ValueErrorType, "traceback loop detected");
  }
  tb.next = value as PyTraceback;
  return true;
}

/** Makes `traceback` work. */
export function readyTracebackType(): void {
  readyType(TracebackType, {
    name: "traceback",
    doc: "Create a new traceback object.",
    signature: "(tb_next, tb_frame, tb_lasti, tb_lineno)",
    slots: { tp_new: newTraceback },
    methods: [
      [
        "__dir__",
        "($self, /)",
        () => new PyList(["tb_frame", "tb_next", "tb_lasti", "tb_lineno"]),
        "Names of the attributes.",
      ],
    ],
    getset: [
      ["tb_next", (_ts, tb: PyTraceback) => tb.next ?? None, setNext, null],
      ["tb_frame", (_ts, tb: PyTraceback) => tb.activation.object(), null, null],
      ["tb_lasti", (_ts, tb: PyTraceback) => tb.lasti, null, null],
      [
        "tb_lineno",
        (_ts, tb: PyTraceback) => {
          const line = tracebackLine(tb);
          return line < 0 ? None : line;
        },
        null,
        null,
      ],
    ],
  });
}
