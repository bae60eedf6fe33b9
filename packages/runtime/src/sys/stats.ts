import { type MethodRow, None, PyDict, PyFloat, type ThreadState, type Value } from "@adder/objects";
import { interpreterStats } from "../watch/interpreter-stats.js";

/** Plain data as Python values: objects become dicts. */
function toPython(data: unknown): Value {
  if (data === null) return None;
  if (typeof data === "number") return Number.isInteger(data) ? data : new PyFloat(data);
  const dict = new PyDict();
  for (const [name, value] of Object.entries(data as object)) dict.setStr(name, toPython(value));
  return dict;
}

/** What `sys` tells of the interpreter at work; CPython has such functions when it is built with statistics. */
export const statsFunctions: readonly MethodRow[] = [
  [
    "_stats",
    "($module, /)",
    (ts: ThreadState) => {
      const { hitRate, ...stats } = interpreterStats(ts);
      const dict = toPython(stats) as PyDict;
      // A share stays a float when it is a whole number.
      dict.setStr("hitRate", hitRate === null ? None : new PyFloat(hitRate));
      return dict;
    },
    "What the interpreter has counted of itself: specialisation, frames, instances.",
  ],
];
