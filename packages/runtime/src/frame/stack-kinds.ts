import { type CodeObject, cacheWords, decodeHandlers, Op, stackEffect } from "@adder/bytecode";

/*
 * A model of the evaluation stack, which says what kind of value lies where: a jump by `f_lineno` may leave values
 * behind, but not need any that are not there. Follows `mark_stacks` of CPython's `Objects/frameobject.c`.
 */

/** What a value on the stack is for. A stack is written as a string, top at the right. */
export const Kind = { ITERATOR: "I", EXCEPTION: "E", OBJECT: "O", NULL: "N", LASTI: "L" } as const;

/** More values than CPython analyses. */
export const TOO_DEEP = "too deep";
const MAX_DEPTH = 21;

/** Kinds on a stack, {@link TOO_DEEP}, or `null` where no way leads. */
export type Kinds = string | null;

function push(stack: string, kinds: string): string {
  if (stack === TOO_DEEP) return stack;
  return stack.length + kinds.length > MAX_DEPTH ? TOO_DEEP : stack + kinds;
}

/** A stack without its topmost values. */
export function drop(stack: string, count: number): string {
  return stack === TOO_DEEP ? stack : stack.slice(0, Math.max(0, stack.length - count));
}

const replaceAt = (text: string, at: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + 1);

/** The stack behind an instruction that neither jumps nor ends the code. */
function behind(stack: string, opcode: number, oparg: number): string {
  if (stack === TOO_DEEP) return stack;
  const { length } = stack;
  switch (opcode) {
    case Op.GET_ITER:
    case Op.GET_AITER:
      return push(drop(stack, 1), Kind.ITERATOR);
    case Op.FOR_ITER:
      return push(stack, Kind.OBJECT);
    case Op.SEND:
      return stack;
    case Op.END_ASYNC_FOR:
      return drop(stack, 2);
    case Op.PUSH_EXC_INFO:
      return push(stack, Kind.EXCEPTION);
    case Op.PUSH_NULL:
      return push(stack, Kind.NULL);
    case Op.LOAD_GLOBAL:
      return push(stack, oparg & 1 ? Kind.OBJECT + Kind.NULL : Kind.OBJECT);
    case Op.LOAD_ATTR:
      return oparg & 1 ? push(drop(stack, 1), Kind.OBJECT + Kind.NULL) : stack;
    case Op.SWAP: {
      const below = replaceAt(stack, length - oparg, stack[length - 1]);
      return replaceAt(below, length - 1, stack[length - oparg]);
    }
    case Op.COPY:
      return push(stack, stack[length - oparg]);
  }
  const effect = stackEffect(opcode, oparg) ?? 0;
  return effect < 0 ? drop(stack, -effect) : push(stack, Kind.OBJECT.repeat(effect));
}

/** What is on the stack before each instruction, by code unit. */
export function stackKinds(code: CodeObject): Kinds[] {
  const units = code.code;
  const stacks = new Array<Kinds>(units.length + 1).fill(null);
  const handlers = decodeHandlers(code.exceptiontable);
  stacks[0] = "";
  for (let again = true; again; ) {
    again = false;
    let extended = 0;
    for (let i = 0; i < units.length; ) {
      const opcode = units[i] & 0xff;
      const oparg = extended | (units[i] >> 8);
      extended = opcode === Op.EXTENDED_ARG ? oparg << 8 : 0;
      const end = i + 1 + cacheWords[opcode];
      const stack = stacks[i];
      if (stack !== null) {
        switch (opcode) {
          case Op.POP_JUMP_IF_FALSE:
          case Op.POP_JUMP_IF_TRUE:
          case Op.POP_JUMP_IF_NONE:
          case Op.POP_JUMP_IF_NOT_NONE:
            stacks[end] = stacks[end + oparg] = drop(stack, 1);
            break;
          case Op.FOR_ITER:
          case Op.SEND:
            stacks[end] = stacks[end + oparg] = behind(stack, opcode, oparg);
            break;
          case Op.JUMP_FORWARD:
            stacks[end + oparg] = stack;
            break;
          case Op.JUMP_BACKWARD:
          case Op.JUMP_BACKWARD_NO_INTERRUPT:
            if (stacks[end - oparg] === null) again = true;
            stacks[end - oparg] = stack;
            break;
          case Op.RETURN_VALUE:
          case Op.RAISE_VARARGS:
          case Op.RERAISE:
            break;
          default:
            stacks[end] = behind(stack, opcode, oparg);
        }
      }
      i = end;
    }
    for (const { start, target, depth, lasti } of handlers) {
      const stack = stacks[start];
      if (stack === null || stacks[target] !== null) continue;
      again = true;
      const kept = stack === TOO_DEEP ? stack : stack.slice(0, depth);
      stacks[target] = push(kept, lasti ? Kind.LASTI + Kind.EXCEPTION : Kind.EXCEPTION);
    }
  }
  return stacks;
}

function isCompatibleKind(from: string, to: string): boolean {
  if (to === Kind.OBJECT) return from !== Kind.NULL;
  return to === Kind.NULL || from === to;
}

/** Can a frame with the one stack go on with the other, after dropping what is too much? */
export function isCompatible(from: Kinds, to: Kinds): boolean {
  if (from === null || to === null || from === TOO_DEEP || to === TOO_DEEP) return false;
  if (to.length > from.length) return false;
  for (let i = 0; i < to.length; i++) if (!isCompatibleKind(from[i], to[i])) return false;
  return true;
}
