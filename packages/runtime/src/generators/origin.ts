import type { Frame } from "@adder/frames";
import { PyTuple, strFromJs, type ThreadState, type Value } from "@adder/objects";
import { SysState } from "../sys/state.js";

/** `cr_origin` of a coroutine that a call in `caller` makes: places of the calls, innermost first; `null` where they are not tracked. */
export function originOf(ts: ThreadState, caller: Frame | null): Value | null {
  const depth = SysState.of(ts).originTrackingDepth;
  if (depth === 0) return null;
  const places: Value[] = [];
  for (let frame = caller; frame !== null && places.length < depth; frame = frame.previous) {
    const { filename, name } = frame.code.code;
    places.push(new PyTuple([strFromJs(filename), frame.lineno(), strFromJs(name)]));
  }
  return new PyTuple(places);
}
