import {
  defineStructSequence,
  None,
  newStructSequence,
  PyFloat,
  type PyStructSequence,
  type Value,
} from "@adder/objects";
import type { SystemConfig } from "./config.js";

const fields = (...names: string[]): (readonly [string, string])[] => names.map((name) => [name, name]);

const FloatInfoType = defineStructSequence({
  name: "sys.float_info",
  doc: "Limits and precision of floats.",
  fields: fields(
    "max",
    "max_exp",
    "max_10_exp",
    "min",
    "min_exp",
    "min_10_exp",
    "dig",
    "mant_dig",
    "epsilon",
    "radix",
    "rounds",
  ),
});

/** `sys.float_info`. */
export const floatInfo: PyStructSequence = newStructSequence(FloatInfoType, [
  new PyFloat(Number.MAX_VALUE),
  1024,
  308,
  new PyFloat(2.2250738585072014e-308),
  -1021,
  -307,
  15,
  53,
  new PyFloat(Number.EPSILON),
  2,
  1,
]);

const IntInfoType = defineStructSequence({
  name: "sys.int_info",
  doc: "How ints are represented, and limits of their conversion to text.",
  fields: fields("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
});

/** `sys.int_info`, in CPython's numbers. */
export const intInfo: PyStructSequence = newStructSequence(IntInfoType, [30, 4, 4300, 640]);

const HashInfoType = defineStructSequence({
  name: "sys.hash_info",
  doc: "Parameters of hashing.",
  fields: fields("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"),
});

/** `sys.hash_info` of a 64-bit build. */
export const hashInfo: PyStructSequence = newStructSequence(HashInfoType, [
  64,
  2n ** 61n - 1n,
  314159,
  0,
  1000003,
  "siphash13",
  64,
  128,
  0,
]);

const ThreadInfoType = defineStructSequence({
  name: "sys.thread_info",
  doc: "How threads are implemented.",
  fields: fields("name", "lock", "version"),
});

/** `sys.thread_info`. */
export const threadInfo: PyStructSequence = newStructSequence(ThreadInfoType, ["pthread-stubs", None, None]);

const VersionInfoType = defineStructSequence({
  name: "sys.version_info",
  doc: "A version in parts.",
  fields: fields("major", "minor", "micro", "releaselevel", "serial"),
  instantiable: false,
});

/** A version as `sys.version_info` shows it. */
export function versionInfo(version: readonly Value[]): PyStructSequence {
  return newStructSequence(VersionInfoType, version);
}

const FlagsType = defineStructSequence({
  name: "sys.flags",
  doc: "Flags of the command line and the environment.",
  fields: fields(
    "debug",
    "inspect",
    "interactive",
    "optimize",
    "dont_write_bytecode",
    "no_user_site",
    "no_site",
    "ignore_environment",
    "verbose",
    "bytes_warning",
    "quiet",
    "hash_randomization",
    "isolated",
    "dev_mode",
    "utf8_mode",
    "warn_default_encoding",
    "safe_path",
    "int_max_str_digits",
    "gil",
    "thread_inherit_context",
    "context_aware_warnings",
  ),
  visible: 18,
  instantiable: false,
});

/** `sys.flags`. */
export function flagsOf(config: SystemConfig): PyStructSequence {
  const bit = (flag: boolean): number => (flag ? 1 : 0);
  return newStructSequence(FlagsType, [
    config.debug,
    bit(config.inspect),
    bit(config.interactive),
    config.optimize,
    bit(config.dontWriteBytecode),
    bit(config.noUserSite),
    bit(config.noSite),
    bit(config.ignoreEnvironment),
    config.verbose,
    config.bytesWarning,
    bit(config.quiet),
    bit(config.hashSeed !== 0),
    bit(config.isolated),
    config.devMode,
    bit(config.utf8Mode),
    bit(config.warnDefaultEncoding),
    config.safePath,
    config.intMaxStrDigits,
    1,
    bit(config.threadInheritContext),
    bit(config.contextAwareWarnings),
  ]);
}

const AsyncgenHooksType = defineStructSequence({
  name: "sys.asyncgen_hooks",
  doc: "Hooks of asynchronous generators.",
  fields: fields("firstiter", "finalizer"),
  instantiable: false,
});

/** `sys.get_asyncgen_hooks()`. */
export function asyncgenHooks(firstiter: Value, finalizer: Value): PyStructSequence {
  return newStructSequence(AsyncgenHooksType, [firstiter, finalizer]);
}

/** `sys.unraisablehook`'s argument. */
export const UnraisableArgsType = defineStructSequence({
  name: "sys.UnraisableHookArgs",
  doc: "An exception that could not be raised, and where.",
  fields: fields("exc_type", "exc_value", "exc_traceback", "err_msg", "object"),
});
