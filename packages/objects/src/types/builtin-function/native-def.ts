import type { MethodOptions, MethodRow, NativeFn } from "../../core/native.js";
import { type NativeParameter, parseSignature } from "../../core/signature.js";

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
    /**
     * Arguments without which no direct call is possible: positional parameters without default (FIXED
     * only); more than `maxArgs` when a keyword-only parameter has no default.
     */
    readonly minArgs: number,
    /** Parameters that may be given by position (FIXED only). */
    readonly maxArgs: number,
    /** All parameters in order, keyword-only ones last (FIXED only). */
    readonly parameters: readonly NativeParameter[],
    /** The name in messages: `list.append`, `math.sqrt`, `len`. */
    readonly display: string,
  ) {}
}

const NO_OPTIONS: MethodOptions = {};

/**
 * Makes the definition of a row of a method table.
 *
 * @param owner the qualified name of the type, the name of the module (not for `builtins`), or `""`
 */
export function nativeDef(row: MethodRow, owner = ""): NativeDef {
  const [name, signature, fn, doc = null, options = NO_OPTIONS] = row;
  const display = owner === "" ? name : `${owner}.${name}`;
  const { raw, parameters } = parseSignature(signature);
  if (raw || options.raw)
    return new NativeDef(name, signature, fn, doc, options, NativeKind.RAW, 0, 0, [], display);
  const positional = parameters.filter((p) => p.kind !== "keyword-only");
  const required = positional.filter((p) => !p.optional).length;
  const needsKeyword = parameters.some((p) => p.kind === "keyword-only" && !p.optional);
  const min = needsKeyword ? positional.length + 1 : required;
  return new NativeDef(
    name,
    signature,
    fn,
    doc,
    options,
    NativeKind.FIXED,
    min,
    positional.length,
    parameters,
    display,
  );
}
