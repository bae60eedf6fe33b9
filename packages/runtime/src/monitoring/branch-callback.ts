import { Op } from "@adder/bytecode";
import { call, type PyCode, type Value } from "@adder/objects";
import type { CodeMonitoring } from "./code-monitoring.js";
import { rewrite } from "./instrument.js";
import { DISABLE, NativeCallback } from "./state.js";

/**
 * What is called for one of the two ways of a branch where the older BRANCH event was asked for, which knew only one
 * event for both: disabling one disables the other.
 *
 * @param right is it the way that jumps?
 */
export function branchCallback(tool: number, fn: Value, right: boolean): NativeCallback {
  return new NativeCallback((ts, args) => {
    const data = (args[0] as PyCode).monitoring as CodeMonitoring;
    const from = (args[1] as number) >> 1;
    if ((data.tools[from] & (1 << tool)) === 0) return DISABLE;
    const isLoop = data.opcodes[from] === Op.FOR_ITER;
    // The end of a loop cannot be found from its beginning as cheaply: disabling the rounds leaves it enabled.
    const other = isLoop ? from : right ? from + 2 : from;
    const result = call(ts, fn, args.slice());
    if (result === DISABLE && (right || !isLoop)) {
      data.tools[other] &= ~(1 << tool);
      rewrite(data, other);
    }
    return result;
  }, fn);
}
