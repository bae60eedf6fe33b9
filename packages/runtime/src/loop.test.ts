import {
  type CodeFields,
  CodeFlags,
  CodeObject,
  type Constant,
  cacheWords,
  LocalKind,
  Op,
} from "@adder/bytecode";
import {
  call,
  createModule,
  getAttr,
  None,
  newException,
  type PyBaseException,
  PyCode,
  PyDict,
  PyFunction,
  PyList,
  PyRaise,
  type Result,
  RuntimeErrorType,
  raise,
  type Status,
  type ThreadState,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { nullFrontend, nullHost, show } from "@adder/objects/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { createRuntime } from "./create-runtime.js";
import { tracebackLine } from "./frame/traceback-type.js";
import type { Importer } from "./ports/importer.js";

const noImports: Importer = {
  importModule: (ts) => raise(ts, RuntimeErrorType, "no imports"),
  importLevel: (ts) => raise(ts, RuntimeErrorType, "no imports"),
};

let ts: ThreadState;
let globals: PyDict;

beforeEach(() => {
  ({ ts } = createRuntime({ host: nullHost(), frontend: nullFrontend(), importer: noImports }));
  globals = new PyDict();
});

/** An instruction: its name, and its argument (0). */
type Line = keyof typeof Op | readonly [keyof typeof Op, number];

/** Instructions with their cache words and extended arguments. */
function assemble(lines: readonly Line[]): Uint16Array {
  const units: number[] = [];
  for (const line of lines) {
    const [name, arg] = typeof line === "string" ? [line, 0] : line;
    if (arg > 255) units.push(Op.EXTENDED_ARG | ((arg >> 8) << 8));
    units.push(Op[name] | ((arg & 255) << 8));
    for (let i = 0; i < cacheWords[Op[name]]; i++) units.push(0);
  }
  return Uint16Array.from(units);
}

/** An exception table of entries `[start, end, target, depth, lasti]`; all numbers below 64. */
const handlers = (...entries: readonly (readonly [number, number, number, number, boolean])[]): Uint8Array =>
  Uint8Array.from(
    entries.flatMap(([start, end, target, depth, lasti]) => [
      start | 128,
      end - start,
      target,
      depth * 2 + Number(lasti),
    ]),
  );

interface Parts extends Partial<Omit<CodeFields, "code" | "consts">> {
  readonly consts?: readonly Constant[];
}

/** A function of these instructions, whose parameters are its first locals. Every unit is on the line of its index + 1. */
function fn(lines: readonly Line[], locals: readonly string[] = [], parts: Parts = {}): PyFunction {
  const code = assemble(lines);
  const name = parts.name ?? "f";
  const object = new CodeObject({
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    stacksize: 10,
    flags: CodeFlags.OPTIMIZED | CodeFlags.NEWLOCALS,
    names: [],
    localsplusNames: locals,
    localsplusKinds: new Uint8Array(locals.length).fill(LocalKind.LOCAL),
    filename: "f.py",
    qualname: name,
    firstlineno: 1,
    // Kind 13: a line, without columns; each entry is one code unit, one line further.
    linetable: Uint8Array.from(Array.from(code).flatMap((_, i) => [0x80 | (13 << 3), i === 0 ? 0 : 2])),
    exceptiontable: new Uint8Array(),
    consts: [],
    ...parts,
    name,
    code,
  });
  const value = new PyCode(ts, object);
  return new PyFunction(value, globals, ts.interp.builtins, name, name, None, "__main__");
}

/** What a call answers, as Python would show it. */
const result = (f: Value, ...args: Value[]): string => show(ts, call(ts, f, args));

/** A native function. */
function native(run: (ts: ThreadState, ...args: Value[]) => Result<Value>): Value {
  const module = createModule(ts, {
    name: "test",
    functions: [["run", "($module, *args)", (t: ThreadState, _self, args: Value[]) => run(t, ...args)]],
  }) as Value;
  return getAttr(ts, module, "run") as Value;
}

describe("instructions", () => {
  test("compute and return", () => {
    const f = fn([["LOAD_FAST", 0], ["LOAD_SMALL_INT", 2], ["BINARY_OP", 5], "RETURN_VALUE"], ["x"], {
      argcount: 1,
    });
    expect(result(f, 21)).toBe("42");
  });

  test("take arguments of more than eight bits", () => {
    const consts = Array.from({ length: 300 }, (_, i) => i);
    expect(result(fn([["LOAD_CONST", 299], "RETURN_VALUE"], [], { consts }))).toBe("299");
  });

  test("jump by code units behind their cache", () => {
    const f = fn(
      [
        ["LOAD_FAST", 0],
        "TO_BOOL",
        ["POP_JUMP_IF_FALSE", 2],
        ["LOAD_SMALL_INT", 1],
        "RETURN_VALUE",
        ["LOAD_SMALL_INT", 2],
        "RETURN_VALUE",
      ],
      ["x"],
      { argcount: 1 },
    );
    expect([result(f, true), result(f, new PyList([]))]).toEqual(["1", "2"]);
  });

  test("results of ints stay exact beyond the safe range", () => {
    const f = fn([["LOAD_FAST", 0], ["LOAD_FAST", 1], ["BINARY_OP", 5], "RETURN_VALUE"], ["x", "y"], {
      argcount: 2,
    });
    expect(result(f, 2 ** 52, 2 ** 52)).toBe("20282409603651670423947251286016");
    expect(Object.is(call(ts, f, [0, -5]), 0)).toBe(true);
  });

  test("an unknown opcode is a SystemError, which code objects made by hand get", () => {
    const f = fn(["RESERVED", "RETURN_VALUE"]);
    expect(result(f)).toMatch(/^SystemError: .*: unknown opcode \d+$/);
  });
});

/** `def f(n): return n and f(n - 1)`, through the global `f`. */
function recursive(): PyFunction {
  const f = fn(
    [
      ["LOAD_FAST", 0],
      "TO_BOOL",
      ["POP_JUMP_IF_TRUE", 2],
      ["LOAD_SMALL_INT", 0],
      "RETURN_VALUE",
      ["LOAD_GLOBAL", 1],
      ["LOAD_FAST", 0],
      ["LOAD_SMALL_INT", 1],
      ["BINARY_OP", 10],
      ["CALL", 1],
      "RETURN_VALUE",
    ],
    ["n"],
    { argcount: 1, names: ["f"] },
  );
  globals.setStr("f", f);
  return f;
}

describe("calls", () => {
  test("of Python functions do not use the JavaScript stack", () => {
    ts.interp.recursionLimit = 100_000;
    expect(result(recursive(), 50_000)).toBe("0");
  });

  test("are limited by sys.setrecursionlimit", () => {
    expect(result(recursive(), 2000)).toBe("RecursionError: maximum recursion depth exceeded");
    expect(ts.frame).toBeNull();
  });

  test("fill in defaults", () => {
    const f = fn([["LOAD_FAST", 0], ["LOAD_FAST", 1], ["BUILD_TUPLE", 2], "RETURN_VALUE"], ["a", "b"], {
      argcount: 2,
    });
    f.defaults = [7];
    globals.setStr("f", f);
    const caller = fn([["LOAD_GLOBAL", 1], ["LOAD_SMALL_INT", 1], ["CALL", 1], "RETURN_VALUE"], [], {
      names: ["f"],
    });
    expect(result(caller)).toBe("(1, 7)");
  });

  test.each([
    [[], "f() missing 2 required positional arguments: 'a' and 'b'"],
    [[1], "f() missing 1 required positional argument: 'b'"],
    [[1, 2, 3], "f() takes 2 positional arguments but 3 were given"],
  ])("with the wrong number of arguments fail: %j", (args, message) => {
    const f = fn([["LOAD_CONST", 0], "RETURN_VALUE"], ["a", "b"], { argcount: 2, consts: [null] });
    expect(result(f, ...args)).toBe(`TypeError: ${message}`);
  });

  test("leave nothing on the frame stack", () => {
    const marker = new PyList([]);
    const f = fn(
      [["LOAD_FAST", 0], ["LOAD_FAST", 0], ["BUILD_TUPLE", 2], "POP_TOP", ["LOAD_CONST", 0], "RETURN_VALUE"],
      ["x"],
      {
        argcount: 1,
        consts: [null],
      },
    );
    let values: readonly unknown[] = [];
    globals.setStr(
      "look",
      native((t) => {
        values = (t.frame as unknown as { stack: unknown[] }).stack;
        return None;
      }),
    );
    const look = fn([["LOAD_GLOBAL", 1], ["CALL", 0], "RETURN_VALUE"], [], { names: ["look"] });
    call(ts, f, [marker]);
    call(ts, look, []);
    expect(values.length).toBeGreaterThan(100);
    expect(values).not.toContain(marker);
  });

  test("of native functions that throw PyRaise raise", () => {
    globals.setStr(
      "run",
      native(() => {
        throw new PyRaise(newException(ValueErrorType, ["thrown"]));
      }),
    );
    const f = fn([["LOAD_GLOBAL", 1], ["CALL", 0], "RETURN_VALUE"], [], { names: ["run"] });
    expect(result(f)).toBe("ValueError: thrown");
  });

  test("that exhaust the JavaScript stack raise RecursionError", () => {
    ts.interp.nativeDepthLimit = Number.POSITIVE_INFINITY;
    ts.interp.recursionLimit = Number.POSITIVE_INFINITY;
    const again = native((t) => call(t, globals.getStr("f") as Value, []));
    globals.setStr("again", again);
    const f = fn([["LOAD_GLOBAL", 1], ["CALL", 0], "RETURN_VALUE"], [], { names: ["again"] });
    globals.setStr("f", f);
    expect(result(f)).toBe("RecursionError: maximum recursion depth exceeded");
    expect([ts.frame, ts.nativeDepth]).toEqual([null, 0]);
    expect(result(recursive(), 10)).toBe("0");
  });
});

/** A function that divides 1 by 0. */
const failing = (parts: Parts = {}): PyFunction =>
  fn([["LOAD_SMALL_INT", 1], ["LOAD_SMALL_INT", 0], ["BINARY_OP", 11], "RETURN_VALUE"], [], parts);

describe("exceptions", () => {
  test("go to the handler that covers the instruction, with the stack cut off", () => {
    const f = fn(
      [
        ["LOAD_SMALL_INT", 5],
        ["LOAD_SMALL_INT", 1],
        ["LOAD_SMALL_INT", 0],
        ["BINARY_OP", 11],
        "RETURN_VALUE",
        // From unit 10: the exception lies on the 5.
        "POP_TOP",
        "RETURN_VALUE",
      ],
      [],
      { exceptiontable: handlers([3, 9, 10, 1, false]) },
    );
    expect(result(f)).toBe("5");
  });

  test("go past handlers that do not cover the instruction", () => {
    const f = failing({ exceptiontable: handlers([0, 2, 0, 0, false]) });
    expect(result(f)).toBe("ZeroDivisionError: division by zero");
  });

  test("tell a handler that asks where they were raised", () => {
    const f = fn(
      [
        ["LOAD_SMALL_INT", 1],
        ["LOAD_SMALL_INT", 0],
        ["BINARY_OP", 11],
        "RETURN_VALUE",
        "POP_TOP",
        "RETURN_VALUE",
      ],
      [],
      { exceptiontable: handlers([0, 8, 9, 0, true]) },
    );
    expect(result(f)).toBe("2");
  });

  test("leave frames, and note each of them in the traceback", () => {
    globals.setStr("inner", failing({ name: "inner" }));
    const outer = fn([["LOAD_GLOBAL", 1], ["CALL", 0], "RETURN_VALUE"], [], {
      name: "outer",
      names: ["inner"],
    });
    expect(call(ts, outer, [])).toBeNull();
    const exc = ts.pending as PyBaseException;
    const entries: [number, number][] = [];
    for (let tb = exc.traceback; tb !== null; tb = tb.next) entries.push([tb.lasti, tracebackLine(tb)]);
    // CALL is unit 5 of outer, BINARY_OP unit 2 of inner; lasti counts bytes.
    expect(entries).toEqual([
      [10, 6],
      [4, 3],
    ]);
    expect(ts.frame).toBeNull();
  });

  test("that are raised again keep the place where they came from", () => {
    const f = fn(
      [
        ["LOAD_SMALL_INT", 1],
        ["LOAD_SMALL_INT", 0],
        ["BINARY_OP", 11],
        "RETURN_VALUE",
        // From unit 9: lasti, exception.
        ["RERAISE", 1],
      ],
      [],
      { exceptiontable: handlers([0, 8, 9, 0, true]) },
    );
    expect(call(ts, f, [])).toBeNull();
    const { traceback } = ts.pending as PyBaseException;
    expect([traceback?.lasti, traceback?.next]).toEqual([4, null]);
  });

  test("are what is handled between PUSH_EXC_INFO and POP_EXCEPT", () => {
    const handled: unknown[] = [];
    globals.setStr(
      "look",
      native((t) => {
        handled.push(t.excInfo.value === null ? null : t.excInfo.value.cls.name);
        return None;
      }),
    );
    const look: Line[] = [["LOAD_GLOBAL", 1], ["CALL", 0], "POP_TOP"];
    const f = fn(
      [
        ["LOAD_SMALL_INT", 1],
        ["LOAD_SMALL_INT", 0],
        ["BINARY_OP", 11],
        "RETURN_VALUE",
        "PUSH_EXC_INFO",
        ...look,
        "POP_TOP",
        "POP_EXCEPT",
        ...look,
        ["LOAD_CONST", 0],
        "RETURN_VALUE",
      ],
      [],
      { names: ["look"], consts: [null], exceptiontable: handlers([0, 8, 9, 0, false]) },
    );
    expect(result(f)).toBe("None");
    expect(handled).toEqual(["ZeroDivisionError", null]);
  });
});

/** `def g(n): while n: yield n; n -= 1; return "end"`. */
const countdown = (): PyFunction =>
  fn(
    [
      "RETURN_GENERATOR",
      "POP_TOP",
      ["LOAD_FAST", 0],
      "TO_BOOL",
      ["POP_JUMP_IF_FALSE", 15],
      ["LOAD_FAST", 0],
      ["YIELD_VALUE", 0],
      ["RESUME", 1],
      "POP_TOP",
      ["LOAD_FAST", 0],
      ["LOAD_SMALL_INT", 1],
      ["BINARY_OP", 10],
      ["STORE_FAST", 0],
      ["JUMP_BACKWARD", 22],
      ["LOAD_CONST", 0],
      "RETURN_VALUE",
    ],
    ["n"],
    { argcount: 1, flags: CodeFlags.OPTIMIZED | CodeFlags.GENERATOR, consts: ["end"] },
  );

describe("generators", () => {
  test("are resumed by loops", () => {
    globals.setStr("g", countdown());
    const f = fn(
      [
        ["BUILD_LIST", 0],
        ["LOAD_GLOBAL", 1],
        ["LOAD_SMALL_INT", 3],
        ["CALL", 1],
        "GET_ITER",
        ["FOR_ITER", 3],
        ["LIST_APPEND", 2],
        ["JUMP_BACKWARD", 5],
        "END_FOR",
        "POP_ITER",
        "RETURN_VALUE",
      ],
      [],
      { names: ["g"] },
    );
    expect(result(f)).toBe("[3, 2, 1]");
  });

  test("answer next() and end with what they return", () => {
    const gen = call(ts, countdown(), [1]) as Value;
    const next = ts.interp.builtins.getStr("next") as Value;
    expect([result(next, gen), result(next, gen), result(next, gen)]).toEqual([
      "1",
      "StopIteration: end",
      "StopIteration: ",
    ]);
  });

  test("keep their locals while other functions run", () => {
    const first = call(ts, countdown(), [2]) as Value;
    const second = call(ts, countdown(), [20]) as Value;
    const next = ts.interp.builtins.getStr("next") as Value;
    expect([first, second, first, second].map((gen) => result(next, gen))).toEqual(["2", "20", "1", "19"]);
  });
});

describe("a tick", () => {
  const loop = (): PyFunction => fn([["JUMP_BACKWARD", 2]]);

  test("lets the embedder stop a loop without end", () => {
    let count = 0;
    ts.interp.poll = (t): Status => (++count < 3 ? true : raise(t, RuntimeErrorType, "stopped"));
    expect(result(loop())).toBe("RuntimeError: stopped");
    expect(count).toBe(3);
  });

  test("comes with calls too", () => {
    let count = 0;
    ts.interp.poll = (): Status => {
      count++;
      return true;
    };
    ts.interp.recursionLimit = 100_000;
    const counted = fn([["RESUME", 0], ["LOAD_CONST", 0], "RETURN_VALUE"], [], { consts: [null] });
    globals.setStr("g", counted);
    const many = fn(
      Array.from({ length: 600 }, (): Line[] => [["LOAD_GLOBAL", 1], ["CALL", 0], "POP_TOP"])
        .flat()
        .concat([["LOAD_CONST", 0], "RETURN_VALUE"]),
      [],
      {
        names: ["g"],
        consts: [null],
      },
    );
    expect(result(many)).toBe("None");
    expect(count).toBe(1);
  });
});
