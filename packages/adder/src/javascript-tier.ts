import type { JitOptions } from "@adder/jit";
import * as jit from "@adder/jit";
import * as generated from "@adder/runtime/templates";
import { DEFAULT_HOT, type TierCompiler } from "@adder/specializer";

/** The tier that generates JavaScript. Short programs need none of it: it is put together when something is hot. */
export function javascriptTier(options: JitOptions = {}): TierCompiler {
  let compiler: TierCompiler | null = null;
  return {
    threshold: options.threshold ?? DEFAULT_HOT,
    compile(code, at, feedback) {
      compiler ??= new jit.JitCompiler(generated.templates, options);
      return compiler.compile(code, at, feedback);
    },
  };
}
