/** Version of the language that is implemented: CPython's `sys.version_info`. */
export const PYTHON_VERSION = [3, 14, 2, "final", 0] as const;
/** `sys.hexversion` of it. */
export const HEX_VERSION = 0x030e02f0;
/** Version of Adder itself, `sys.implementation.version`. */
export const ADDER_VERSION = [0, 1, 0, "alpha", 0] as const;
/** `sys.implementation.cache_tag`: part of the names of cached bytecode files. */
export const CACHE_TAG = "adder-314";
/** `sys.version`. */
export const VERSION_TEXT = "3.14.2 (Adder 0.1.0) [TypeScript]";
