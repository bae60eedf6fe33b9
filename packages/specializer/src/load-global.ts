import { Op } from "@adder/bytecode";
import { DictType } from "@adder/objects";
import type { Site } from "./site.js";

/** Chooses a form of LOAD_GLOBAL. */
export function chooseLoadGlobal(site: Site): number {
  const { globals, builtins } = site.frame;
  const name = site.code.names[site.oparg >> 1];
  // A subclass may have a `__getitem__` of its own.
  if (globals.cls !== DictType) return site.fail("globals are no plain dict");
  const index = globals.indexOfStr(name);
  if (index >= 0) {
    site.setCache(1, index);
    site.setCache(2, globals.watchKeys());
    return Op.LOAD_GLOBAL_MODULE;
  }
  if (builtins.cls !== DictType) return site.fail("builtins are no plain dict");
  const builtin = builtins.indexOfStr(name);
  if (builtin < 0) return site.fail("unbound");
  site.setCache(1, builtin);
  site.setCache(2, globals.watchKeys());
  site.setCache(3, builtins.watchKeys());
  return Op.LOAD_GLOBAL_BUILTIN;
}
