import { CallShape, type Executable, executableOf, type Frame, OnReturn, type Slot } from "@adder/frames";
import {
  BuiltinFunctionType,
  call,
  callNative,
  enterNative,
  FunctionType,
  initGlue,
  isInstance,
  type KwNames,
  lookup,
  MethodDescriptorType,
  MethodType,
  makeInstance,
  type NativeDef,
  NativeKind,
  type NewFunc,
  newGlue,
  newInstance,
  ObjectType,
  type PyBuiltinFunction,
  type PyFunction,
  type PyMethod,
  type PyMethodDescriptor,
  type PyTuple,
  type PyType,
  type Result,
  type Str,
  strKey,
  type ThreadState,
  TypeFlags,
  TypeType,
  typeOf,
  type Value,
} from "@adder/objects";
import { admit } from "../monitoring/admit.js";
import { bindArguments } from "./bind.js";
import { spreadArguments } from "./spread.js";

/*
 * Calls out of a frame. Each of these answers the frame to go on with: a new one above the caller for a Python
 * function, or the caller itself when the call is over and its result on the stack; `null` with an exception
 * pending. The caller's `sp` is where the result belongs.
 */

/** CALL: callable, self or NULL, `argc` arguments on top of the stack. */
export function callFrom(ts: ThreadState, caller: Frame, sp: number, argc: number): Frame | null {
  const { stack } = caller;
  let start = sp - argc;
  const place = start - 2;
  caller.sp = place;
  let callee = stack[place] as Value;
  if (stack[start - 1] !== undefined) {
    start--;
    argc++;
  } else if (typeof callee === "object" && callee.cls === MethodType) {
    start--;
    argc++;
    stack[start] = (callee as PyMethod).self;
    callee = (callee as PyMethod).func;
  }
  let result: Result<Value>;
  if (typeof callee !== "object") {
    result = call(ts, callee, stack.slice(start, sp) as Value[], null);
  } else if (callee.cls === FunctionType) {
    return enterFunction(ts, caller, callee as PyFunction, start, argc);
  } else if (callee.cls === BuiltinFunctionType) {
    const { def, self } = callee as PyBuiltinFunction;
    result = callNativeAt(ts, def, self, stack, start, argc, true);
  } else if (callee.cls === MethodDescriptorType && argc > 0) {
    const { def, owner } = callee as PyMethodDescriptor;
    const self = stack[start] as Value;
    if (isInstance(self, owner)) result = callNativeAt(ts, def, self, stack, start + 1, argc - 1);
    else result = call(ts, callee, stack.slice(start, sp) as Value[], null);
  } else {
    if (callee.cls === TypeType) {
      const init = pythonInit(callee as PyType);
      if (init !== null) return enterInit(ts, caller, callee as PyType, init, start, argc);
    }
    result = call(ts, callee, stack.slice(start, sp) as Value[], null);
  }
  if (result === null) return null;
  stack[place] = result;
  return caller;
}

/** Calls a native function with arguments as they stand on a stack. */
export function callNativeAt(
  ts: ThreadState,
  def: NativeDef,
  self: Value,
  stack: readonly Slot[],
  start: number,
  argc: number,
  bound = false,
): Result<Value> {
  if (def.kind === NativeKind.FIXED && argc >= def.minArgs && argc <= def.maxArgs) {
    switch (argc) {
      case 0:
        return def.fn(ts, self);
      case 1:
        return def.fn(ts, self, stack[start]);
      case 2:
        return def.fn(ts, self, stack[start], stack[start + 1]);
      case 3:
        return def.fn(ts, self, stack[start], stack[start + 1], stack[start + 2]);
    }
  }
  return callNative(ts, def, self, stack.slice(start, start + argc) as Value[], null, bound);
}

/** A record for a call of `fn` with a code object of `exec`; `null` with RecursionError pending. */
export function pushFrame(
  ts: ThreadState,
  caller: Frame,
  fn: PyFunction,
  exec: Executable,
  start: number,
): Frame | null {
  const depth = caller.depth + 1;
  if (depth > ts.interp.frameLimit && admit(ts, fn.code, depth) === null) return null;
  const frame = caller.chunk.owner.push(caller, start, exec.frameSize);
  frame.code = fn.code;
  frame.func = fn;
  frame.globals = fn.globals;
  frame.builtins = fn.builtins;
  frame.sp = frame.base + exec.nlocals;
  frame.pc = 0;
  frame.previous = caller;
  frame.onReturn = OnReturn.PUSH;
  frame.depth = depth;
  return frame;
}

/** Enters a Python function whose `argc` positional arguments stand at `start` of the caller's stack. */
export function enterFunction(
  ts: ThreadState,
  caller: Frame,
  fn: PyFunction,
  start: number,
  argc: number,
): Frame | null {
  const exec = (fn.code.executable ?? executableOf(fn.code)) as Executable;
  if (exec.shape !== CallShape.SIMPLE || argc > exec.argcount) {
    return enterBound(ts, caller, fn, exec, caller.stack.slice(start, start + argc) as Value[], null, start);
  }
  const { defaults } = fn;
  const missing = exec.argcount - argc;
  if (missing > 0 && (defaults === null || missing > defaults.length)) {
    return enterBound(ts, caller, fn, exec, caller.stack.slice(start, start + argc) as Value[], null, start);
  }
  const frame = pushFrame(ts, caller, fn, exec, start);
  if (frame === null) return null;
  const { stack, base } = frame;
  if (base !== start || stack !== caller.stack) {
    for (let i = 0; i < argc; i++) stack[base + i] = caller.stack[start + i];
  }
  let at = base + argc;
  if (missing > 0 && defaults !== null) {
    for (let i = defaults.length - missing; i < defaults.length; i++) stack[at++] = defaults[i];
  }
  for (const end = base + exec.nlocals; at < end; at++) stack[at] = undefined;
  return frame;
}

/** Enters a Python function with arguments that have to be bound to its parameters. */
export function enterBound(
  ts: ThreadState,
  caller: Frame,
  fn: PyFunction,
  exec: Executable,
  args: readonly Value[],
  kwnames: KwNames,
  start: number,
): Frame | null {
  const frame = pushFrame(ts, caller, fn, exec, start);
  if (frame === null) return null;
  if (bindArguments(ts, fn, exec, args, kwnames, frame.stack, frame.base) === null) {
    caller.chunk.owner.pop(frame);
    return null;
  }
  frame.locals = exec.ownLocals(fn);
  return frame;
}

/**
 * The `__init__` written in Python that follows when a native `__new__` has made an instance of a class; `null` when
 * instantiation is something else.
 */
export function pythonInit(type: PyType): PyFunction | null {
  if (type.tp_init !== initGlue || type.tp_new === newGlue || type.tp_new === null) return null;
  if ((type.flags & TypeFlags.IS_ABSTRACT) !== 0) return null;
  const init = lookup(type, "__init__");
  if (typeof init !== "object" || init.cls !== FunctionType) return null;
  return executableOf((init as PyFunction).code).isGenerator ? null : (init as PyFunction);
}

/**
 * What the native `__new__` of a class makes: an instance, or whatever else it answers, which is not initialised then
 * unless it is an instance of the class as well.
 */
function make(ts: ThreadState, type: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (!enterNative(ts)) return null;
  const made = makeInstance(ts, type.tp_new as NewFunc, type, args, kwnames);
  ts.nativeDepth--;
  return made;
}

/**
 * Makes an instance and enters its `__init__`. The instance waits where the result belongs. Answers the caller when there is
 * nothing to enter, with the result on its stack.
 */
export function enterInit(
  ts: ThreadState,
  caller: Frame,
  type: PyType,
  init: PyFunction,
  start: number,
  argc: number,
): Frame | null {
  const { stack, sp: place } = caller;
  let instance: Result<Value>;
  if (type.tp_new === ObjectType.tp_new) instance = newInstance(ts, type);
  else {
    instance = make(ts, type, stack.slice(start, start + argc) as Value[], null);
    if (instance === null) return null;
    if (typeOf(instance) !== type) {
      return finishMaking(ts, caller, type, instance, stack.slice(start, start + argc) as Value[], null);
    }
  }
  if (start - 1 === place) {
    // The first argument stands where `self` would: a decorator's does. The frame may not begin in the result's place.
    if (start + argc >= stack.length) return callInit(ts, caller, type, start, argc);
    for (let i = argc; i > 0; i--) stack[start + i] = stack[start + i - 1];
    start++;
  }
  stack[start - 1] = instance;
  const frame = enterFunction(ts, caller, init, start - 1, argc + 1);
  if (frame === null) return null;
  frame.onReturn = OnReturn.INIT;
  stack[place] = instance;
  caller.sp = place + 1;
  return frame;
}

/** Goes on with what a `__new__` has made of another class than it was asked for. */
function finishMaking(
  ts: ThreadState,
  caller: Frame,
  type: PyType,
  made: Value,
  args: Value[],
  kwnames: KwNames,
): Frame | null {
  const { tp_init } = typeOf(made);
  if (isInstance(made, type) && tp_init !== null && tp_init(ts, made, args, kwnames) === null) return null;
  caller.stack[caller.sp] = made;
  return caller;
}

/** Instantiation without a shared stack. */
function callInit(ts: ThreadState, caller: Frame, type: PyType, start: number, argc: number): Frame | null {
  const result = call(ts, type, caller.stack.slice(start, start + argc) as Value[], null);
  if (result === null) return null;
  caller.stack[caller.sp] = result;
  return caller;
}

/** CALL_KW: callable, self or NULL, `argc` arguments, the names of the last of them on top of the stack. */
export function callKeywordsFrom(ts: ThreadState, caller: Frame, sp: number, argc: number): Frame | null {
  const { stack } = caller;
  let start = sp - 1 - argc;
  const place = start - 2;
  const kwnames = keywordNames(stack[sp - 1] as PyTuple);
  caller.sp = place;
  let callee = stack[place] as Value;
  if (stack[start - 1] !== undefined) {
    start--;
  } else if (typeof callee === "object" && callee.cls === MethodType) {
    start--;
    stack[start] = (callee as PyMethod).self;
    callee = (callee as PyMethod).func;
  }
  return callWith(ts, caller, callee, stack.slice(start, sp - 1) as Value[], kwnames, place);
}

/** The names on a `kwnames` tuple as keys. */
function keywordNames(names: PyTuple): readonly string[] {
  const { items } = names;
  for (const name of items) if (typeof name !== "string") return items.map((n) => strKey(n as Str));
  return items as readonly string[];
}

/** CALL_FUNCTION_EX: callable, self or NULL, positional arguments, keyword arguments or NULL on top of the stack. */
export function callSpreadFrom(ts: ThreadState, caller: Frame, sp: number): Frame | null {
  const { stack } = caller;
  const place = sp - 4;
  const callee = stack[place] as Value;
  // Exact also while the arguments are iterated over.
  caller.sp = sp;
  const spread = spreadArguments(ts, callee, stack[sp - 2] as Value, stack[sp - 1]);
  if (spread === null) return null;
  const self = stack[place + 1];
  if (self !== undefined) spread.args.unshift(self);
  caller.sp = place;
  return callWith(ts, caller, callee, spread.args, spread.kwnames, place);
}

/** Calls with arguments in an array; Python functions are entered, everything else is called. */
export function callWith(
  ts: ThreadState,
  caller: Frame,
  callee: Value,
  args: Value[],
  kwnames: KwNames,
  place: number,
): Frame | null {
  if (typeof callee === "object") {
    if (callee.cls === MethodType) {
      args.unshift((callee as PyMethod).self);
      callee = (callee as PyMethod).func;
    }
    if (typeof callee === "object" && callee.cls === FunctionType) {
      const fn = callee as PyFunction;
      return enterBound(ts, caller, fn, executableOf(fn.code), args, kwnames, place);
    }
    if (typeof callee === "object" && callee.cls === TypeType) {
      const init = pythonInit(callee as PyType);
      if (init !== null) {
        const type = callee as PyType;
        const plain = type.tp_new === ObjectType.tp_new;
        const instance = plain ? newInstance(ts, type) : make(ts, type, args.slice(), kwnames);
        if (instance === null) return null;
        if (typeOf(instance) !== type) return finishMaking(ts, caller, type, instance, args, kwnames);
        args.unshift(instance);
        // The frame may not begin in the place of the instance.
        const frame = enterBound(ts, caller, init, executableOf(init.code), args, kwnames, place + 1);
        if (frame === null) return null;
        frame.onReturn = OnReturn.INIT;
        caller.stack[place] = instance;
        caller.sp = place + 1;
        return frame;
      }
    }
  }
  const result = call(ts, callee, args, kwnames);
  if (result === null) return null;
  caller.stack[place] = result;
  return caller;
}
