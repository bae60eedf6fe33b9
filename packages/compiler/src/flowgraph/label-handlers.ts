import { OpcodeFlag, opcodeFlags, RESUME_DEPTH1 } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { type BasicBlock, fallsThrough } from "../ir/index.js";

/**
 * Tells every instruction which exception handler is active while it runs, and removes POP_BLOCK.
 * Follows CPython's `label_exception_targets` (`Python/flowgraph.c`).
 */
export function labelHandlers(entry: BasicBlock): void {
  const todo: BasicBlock[] = [entry];
  entry.visited = true;
  entry.handlers = [];
  while (todo.length > 0) {
    const block = todo.pop()!;
    const handlers = block.handlers!;
    block.handlers = null;
    let handler: BasicBlock | null = handlers[handlers.length - 1] ?? null;
    let lastYieldDepth = -1;
    const fallthrough = fallsThrough(block);
    const { instructions } = block;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      const opcode = instruction.opcode;
      const flags = opcodeFlags[opcode];
      if (flags & OpcodeFlag.EXC) {
        const target = instruction.target!;
        if (!target.visited) {
          target.handlers = handlers.slice();
          target.visited = true;
          todo.push(target);
        }
        if (opcode !== Op.SETUP_FINALLY) target.preserveLasti = true;
        handlers.push(target);
        handler = target;
      } else if (opcode === Op.POP_BLOCK) {
        handlers.pop();
        handler = handlers[handlers.length - 1] ?? null;
        instruction.clear();
      } else {
        instruction.except = handler;
        if (flags & OpcodeFlag.JUMP) {
          const target = instruction.target!;
          if (!target.visited) {
            target.handlers = fallthrough ? handlers.slice() : handlers;
            target.visited = true;
            todo.push(target);
          }
        } else if (opcode === Op.YIELD_VALUE) {
          lastYieldDepth = handlers.length;
        } else if (opcode === Op.RESUME && instruction.oparg !== 0) {
          if (lastYieldDepth === 1) instruction.oparg |= RESUME_DEPTH1;
          lastYieldDepth = -1;
        }
      }
    }
    const next = block.next;
    if (fallthrough && next !== null && !next.visited) {
      next.handlers = handlers;
      next.visited = true;
      todo.push(next);
    }
  }
}
