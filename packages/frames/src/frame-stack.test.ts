import { CodeFlags, CodeObject, LocalKind } from "@adder/bytecode";
import { Interpreter, PyCode, PyDict, ThreadState } from "@adder/objects";
import { describe, expect, test } from "vitest";
import { activationOf, detach, type Frame, FrameStack, frameBack, frameObjectOf, Owner } from "./index.js";

const ts = new ThreadState(
  new Interpreter(null as never, null as never, null as never, new PyDict(), new PyDict()),
);

/** A code object with so many locals and so deep a stack; it is never executed. */
function codeWith(locals: number, stacksize: number): PyCode {
  const code = new CodeObject({
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    stacksize,
    flags: CodeFlags.OPTIMIZED,
    code: new Uint16Array(1),
    consts: [],
    names: [],
    localsplusNames: Array.from({ length: locals }, (_, i) => `v${i}`),
    localsplusKinds: new Uint8Array(locals).fill(LocalKind.LOCAL),
    filename: "f.py",
    name: "f",
    qualname: "f",
    firstlineno: 7,
    linetable: new Uint8Array(),
    exceptiontable: new Uint8Array(),
  });
  return new PyCode(ts, code);
}

/** A frame for a first call, with as many slots as the code needs. */
function enter(stack: FrameStack, caller: Frame | null, code = codeWith(2, 3)): Frame {
  const size = code.code.localsplusNames.length + code.code.stacksize;
  const frame = stack.pushApart(caller, size);
  frame.code = code;
  frame.previous = caller;
  return frame;
}

/** What a frame's slots hold. */
const slots = (frame: Frame): unknown[] => frame.stack.slice(frame.base, frame.top);

describe("a call that shares slots with its caller", () => {
  test("begins at the arguments, which stay where they are", () => {
    const stack = new FrameStack(4, 32);
    const caller = enter(stack, null);
    caller.stack[3] = "argument";
    const callee = stack.push(caller, 3, 5);
    expect([callee.base, callee.top]).toEqual([3, 8]);
    expect(callee.stack).toBe(caller.stack);
    expect(callee.stack[callee.base]).toBe("argument");
  });

  test("uses the same record again for the next call", () => {
    const stack = new FrameStack(4, 32);
    const caller = enter(stack, null);
    const first = stack.push(caller, 2, 5);
    stack.pop(first);
    expect(stack.push(caller, 2, 5)).toBe(first);
  });

  test("leaves nothing behind when it is popped", () => {
    const stack = new FrameStack(4, 32);
    const caller = enter(stack, null);
    const callee = stack.push(caller, 2, 5);
    callee.stack.fill("garbage", callee.base, callee.top);
    callee.locals = "garbage";
    stack.pop(callee);
    expect(slots(callee)).toEqual(new Array(5).fill(undefined));
    expect(callee.locals).toBeNull();
    expect(callee.func).toBeNull();
  });
});

describe("the end of a chunk", () => {
  test("in records: the callee begins in the next chunk", () => {
    const stack = new FrameStack(2, 64);
    const first = enter(stack, null);
    const second = stack.push(first, 2, 5);
    const third = stack.push(second, 4, 5);
    expect(third.stack).not.toBe(second.stack);
    expect([third.base, third.top]).toEqual([0, 5]);
  });

  test("in values: the callee begins in the next chunk", () => {
    const stack = new FrameStack(10, 16);
    const first = enter(stack, null);
    const second = stack.push(first, 4, 13);
    expect(second.stack).not.toBe(first.stack);
    expect(second.base).toBe(0);
  });

  test("the next chunk is kept for the next time", () => {
    const stack = new FrameStack(1, 16);
    const first = enter(stack, null);
    const second = stack.push(first, 2, 5);
    stack.pop(second);
    expect(stack.push(first, 2, 5)).toBe(second);
  });

  test("a frame that is too big for any chunk gets one to measure", () => {
    const stack = new FrameStack(4, 16);
    const first = enter(stack, null);
    const big = stack.push(first, 2, 1000);
    expect(big.stack.length).toBe(1000);
    stack.pop(big);
    expect(stack.push(first, 2, 14).stack).toBe(first.stack);
  });

  test("value arrays never change their length", () => {
    const stack = new FrameStack(3, 16);
    let frame = enter(stack, null);
    for (let i = 0; i < 20; i++) {
      frame = stack.push(frame, frame.base + 2, 6);
      frame.stack.fill(i, frame.base, frame.top);
    }
    expect(frame.stack.length).toBe(16);
  });
});

describe("a generator's frame", () => {
  test("takes a copy of its locals along, and has an empty stack of its own", () => {
    const stack = new FrameStack();
    const frame = enter(stack, null);
    frame.stack[frame.base] = "local";
    frame.stack[frame.base + 2] = "temporary";
    frame.pc = 5;
    const own = detach(frame);
    stack.pop(frame);
    expect(own.stack).toEqual(["local", undefined, undefined, undefined, undefined]);
    expect([own.base, own.sp, own.pc, own.owner]).toEqual([0, 2, 5, Owner.GENERATOR]);
  });

  test("calls into the free part of the chunk above whoever resumes it", () => {
    const stack = new FrameStack(8, 64);
    const resumer = enter(stack, null);
    const own = detach(resumer);
    stack.mount(own, resumer);
    expect(own.previous).toBe(resumer);
    expect(own.depth).toBe(resumer.depth + 1);
    const callee = stack.push(own, 2, 5);
    expect(callee.stack).toBe(resumer.stack);
    expect(callee.base).toBe(resumer.top);
  });

  test("can be resumed where no frame executes", () => {
    const stack = new FrameStack(8, 64);
    const frame = enter(stack, null);
    const own = detach(frame);
    stack.pop(frame);
    stack.mount(own, null);
    expect(own.previous).toBeNull();
    expect(stack.push(own, 2, 5).base).toBe(0);
  });
});

describe("a frame object", () => {
  test("is made once for an activation", () => {
    const frame = enter(new FrameStack(), null);
    expect(frameObjectOf(frame)).toBe(frameObjectOf(frame));
  });

  test("reads the record while that lives, and a copy of it afterwards", () => {
    const stack = new FrameStack();
    const frame = enter(stack, null);
    const object = frameObjectOf(frame);
    frame.stack[frame.base] = "value";
    expect(object.frame.local(0)).toBe("value");
    stack.pop(frame);
    expect(object.frame).not.toBe(frame);
    expect(object.frame.local(0)).toBe("value");
    expect(object.frame.owner).toBe(Owner.OBJECT);
  });

  test("keeps its f_back when the activation is over", () => {
    const stack = new FrameStack();
    const caller = enter(stack, null);
    const callee = enter(stack, caller);
    const object = frameObjectOf(callee);
    stack.pop(callee);
    expect(frameBack(object)).toBe(frameObjectOf(caller));
    expect(frameBack(frameObjectOf(caller))).toBeNull();
  });

  test("is not made of the callers of an activation that is over", () => {
    const stack = new FrameStack();
    const caller = enter(stack, null);
    const callee = enter(stack, caller);
    const object = frameObjectOf(callee);
    caller.stack[caller.base] = "value";
    stack.pop(callee);
    stack.pop(caller);
    expect(stack.statistics.frameObjects).toBe(1);
    expect(frameBack(object)?.frame.local(0)).toBe("value");
    expect(stack.statistics.frameObjects).toBe(2);
  });

  test("can be made after the activation is over, where something refers to that", () => {
    const stack = new FrameStack();
    const frame = enter(stack, null);
    const activation = activationOf(frame);
    frame.stack[frame.base] = "value";
    stack.pop(frame);
    expect(stack.statistics.frameObjects).toBe(0);
    expect(activation.object().frame.local(0)).toBe("value");
    expect(activation.object()).toBe(activation.object());
  });

  test("does not come into being by a call that nobody looks at", () => {
    const stack = new FrameStack();
    const frame = enter(stack, null);
    stack.pop(frame);
    expect(frame.activation).toBeNull();
  });
});

test("the line before the first instruction is that of the definition", () => {
  expect(enter(new FrameStack(), null).lineno()).toBe(7);
});
