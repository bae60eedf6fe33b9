import { type Frame, frameBack, frameObjectOf, Owner, type PyFrame } from "@adder/frames";
import {
  CoroutineType,
  FrameType,
  type GetSetRow,
  None,
  objectId,
  type Result,
  RuntimeErrorType,
  raise,
  readyType,
  repr,
  type Status,
  shownBuiltins,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toJs,
  type Value,
} from "@adder/objects";
import { close } from "../generators/drive.js";
import { warnNeverAwaited } from "../generators/dropped.js";
import { GeneratorState, type PyGenerator } from "../generators/py-generator.js";
import { traceOpcodes } from "../monitoring/legacy.js";
import { hasFastLocals } from "./fast-locals.js";
import { setLine } from "./jump.js";
import { PyFrameLocalsProxy } from "./locals-proxy.js";

/** `frame.f_locals`. */
export function frameLocals(object: PyFrame): Value {
  const { frame } = object;
  if (!hasFastLocals(frame) && frame.locals !== null) return frame.locals;
  return new PyFrameLocalsProxy(object);
}

/** The generator whose body a frame is, `undefined` for none and when it is over. */
function generatorOf({ activation }: PyFrame): PyGenerator | undefined {
  const { frame, generator } = activation;
  if (frame.owner !== Owner.GENERATOR) return undefined;
  return (frame.generator ?? generator?.deref()) as PyGenerator | undefined;
}

/** `frame.clear()`: unbinds all variables of a frame that does not execute. */
function clear(ts: ThreadState, object: PyFrame): Result<Value> {
  const { frame } = object;
  if (frame.owner === Owner.STACK) return raise(ts, RuntimeErrorType, "cannot clear an executing frame");
  if (frame.owner === Owner.GENERATOR) {
    const gen = generatorOf(object);
    if (gen?.state === GeneratorState.EXECUTING) {
      return raise(ts, RuntimeErrorType, "cannot clear an executing frame");
    }
    if (gen !== undefined && gen.state !== GeneratorState.CREATED) {
      return raise(ts, RuntimeErrorType, "cannot clear a suspended frame");
    }
    if (gen?.cls === CoroutineType) warnNeverAwaited(ts, gen);
    if (gen !== undefined && close(ts, gen) === null) return null;
  }
  for (let i = 0; i < frame.stack.length; i++) frame.stack[i] = undefined;
  object.extraLocals = null;
  return None;
}

const lineOf = (frame: Frame): Value => {
  const line = frame.lineno();
  return line < 0 ? None : line;
};

const getset: GetSetRow[] = [
  ["f_back", (_ts, o: PyFrame) => frameBack(o) ?? None, null, null],
  ["f_code", (_ts, o: PyFrame) => o.frame.code, null, null],
  ["f_builtins", (_ts, o: PyFrame) => shownBuiltins(o.frame.builtins), null, null],
  ["f_globals", (_ts, o: PyFrame) => o.frame.globals, null, null],
  ["f_locals", (_ts, o: PyFrame) => frameLocals(o), null, null],
  ["f_lasti", (_ts, o: PyFrame) => (o.frame.pc === 0 ? -1 : 2 * (o.frame.pc - 1)), null, null],
  ["f_lineno", (_ts, o: PyFrame) => lineOf(o.frame), setLine, null],
  [
    "f_trace",
    (_ts, o: PyFrame) => o.trace ?? None,
    (ts, o: PyFrame, value) => {
      o.trace = value === undefined || value === None ? null : value;
      if (o.trace !== null && o.traceOpcodes) traceOpcodes(ts, o, true);
      return true;
    },
    null,
  ],
  ["f_trace_lines", (_ts, o: PyFrame) => o.traceLines, setTraceLines, null],
  ["f_trace_opcodes", (_ts, o: PyFrame) => o.traceOpcodes, setTraceOpcodes, null],
  ["f_generator", (_ts, o: PyFrame) => generatorOf(o) ?? None, null, null],
];

function setTraceLines(ts: ThreadState, o: PyFrame, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "can't delete numeric/char attribute");
  if (typeof value !== "boolean") return raise(ts, TypeErrorType, "attribute value type must be bool");
  o.traceLines = value;
  return true;
}

function setTraceOpcodes(ts: ThreadState, o: PyFrame, value: Value | undefined): Status {
  if (typeof value !== "boolean") return raise(ts, TypeErrorType, "attribute value type must be bool");
  o.traceOpcodes = value;
  if (!value || o.trace !== null) traceOpcodes(ts, o, value);
  return true;
}

/** Makes `frame` work. */
export function readyFrameType(): void {
  readyType(FrameType, {
    name: "frame",
    slots: {
      tp_repr: (ts, o: PyFrame) => {
        const { code } = o.frame.code;
        const file = repr(ts, strFromJs(code.filename));
        if (file === null) return null;
        const at = `0x${objectId(ts, o).toString(16)}`;
        const line = o.frame.lineno();
        return strFromJs(
          `<frame at ${at}, file ${toJs(file)}, line ${line < 0 ? "None" : line}, code ${code.name}>`,
        );
      },
    },
    methods: [
      ["clear", "($self, /)", clear, "Unbinds all variables of a frame that does not execute."],
      [
        "__sizeof__",
        "($self, /)",
        (_ts, o: PyFrame) => 96 + 8 * o.frame.stack.length,
        "Size in memory, in bytes.",
      ],
    ],
    getset,
  });
}

/** `sys._getframe(depth)` without its checks: the frame so many below, `null` when there are fewer. */
export function frameAt(ts: ThreadState, depth: number): PyFrame | null {
  let frame = ts.frame as Frame | null;
  while (frame !== null && depth > 0) {
    frame = frame.previous;
    depth--;
  }
  return frame === null ? null : frameObjectOf(frame);
}
