import type { MethodOptions, NativeFn } from "../../core/native.js";

/** How arguments reach a native function. */
export const NativeKind = {
  /** One JavaScript argument per parameter. */
  FIXED: 0,
  /** `(ts, self, args, kwnames)`. */
  RAW: 1,
} as const;

/**
 * What a row of a method table became: shared by all interpreters, immutable. A call with only
 * positional arguments, `minArgs <= n <= maxArgs`, of a FIXED function needs no binding: it is
 * `fn(ts, self, a0, a1, ...)`. Every other call goes through `bindNative`.
 */
export class NativeDef {
  constructor(
    readonly name: string,
    /** Signature text as written in the row. */
    readonly signature: string,
    readonly fn: NativeFn,
    readonly doc: string | null,
    readonly options: MethodOptions,
    /** One of {@link NativeKind}. */
    readonly kind: 0 | 1,
    /** Positional parameters without default (FIXED only). */
    readonly minArgs: number,
    /** Parameters that may be given by position (FIXED only). */
    readonly maxArgs: number,
  ) {}
}
