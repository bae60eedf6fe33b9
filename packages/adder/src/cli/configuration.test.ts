import { expect, test } from "vitest";
import { ConfigurationError } from "../configuration-error.js";
import { configure } from "./configuration.js";
import { parseCommandLine } from "./options.js";

const installation = { executable: "/bin/adder", stdlibDir: "/lib", prefix: "/" };
const configured = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  configure(parseCommandLine(argv), env, installation, ["/bin/adder", ...argv]);

test.each([
  [["-d"], { debug: 1 }],
  [["-OOO"], { optimize: 3 }],
  [["-I"], { isolated: true, ignoreEnvironment: true, noUserSite: true, safePath: true }],
  [["-Xutf8"], { utf8Mode: true }],
  [["-Xwarn_default_encoding"], { warnDefaultEncoding: true }],
  [["-Xdev"], { devMode: true, warnoptions: ["default"] }],
  [["-Xthread_inherit_context=1"], { threadInheritContext: true }],
  [["-Xcpu_count=7"], { cpuCount: 7 }],
  [["-Xno_debug_ranges"], { noDebugRanges: true }],
  [["-Xpycache_prefix=there"], { pycachePrefix: "there" }],
  [["-Wignore", "-bb"], { bytesWarning: 2, warnoptions: ["ignore", "error::BytesWarning"] }],
])("%j", (argv, flags) => {
  expect(configured(argv).system).toMatchObject(flags);
});

test.each([
  [{ PYTHONOPTIMIZE: "abc" }, { optimize: 1 }],
  [{ PYTHONDEVMODE: "1" }, { devMode: true, warnoptions: ["default"] }],
  [{ PYTHONWARNINGS: "ignore,error::UserWarning" }, { warnoptions: ["ignore", "error::UserWarning"] }],
  [{ PYTHONUTF8: "1" }, { utf8Mode: true }],
  [{ LC_ALL: "C" }, { utf8Mode: true }],
  [{ PYTHONHASHSEED: "0" }, { hashSeed: 0 }],
  [{ PYTHONDEBUG: "" }, { debug: 0 }],
  [{ PYTHON_CPU_COUNT: "5" }, { cpuCount: 5 }],
  [{ PYTHON_CPU_COUNT: "default" }, { cpuCount: -1 }],
  [{ PYTHONNODEBUGRANGES: "1" }, { noDebugRanges: true }],
  [{ PYTHONPYCACHEPREFIX: "there" }, { pycachePrefix: "there" }],
])("%j", (env, flags) => {
  expect(configured([], env).system).toMatchObject(flags);
});

test("-R makes hashes random whatever the environment says", () => {
  expect(configured(["-R"], { PYTHONHASHSEED: "0" }).system.hashSeed).toBe(null);
});

test("-E ignores the environment", () => {
  expect(configured(["-E"], { PYTHONOPTIMIZE: "1" }).system.optimize).toBe(0);
});

test("an empty -X pycache_prefix is none, whatever the environment says", () => {
  for (const option of ["-Xpycache_prefix", "-Xpycache_prefix="])
    expect(configured([option], { PYTHONPYCACHEPREFIX: "there" }).system.pycachePrefix).toBe(null);
});

test("-X cpu_count comes before the environment, and is a positive number", () => {
  expect(configured(["-Xcpu_count=default"], { PYTHON_CPU_COUNT: "5" }).system.cpuCount).toBe(-1);
  for (const option of ["-Xcpu_count", "-Xcpu_count=0", "-Xcpu_count=x"])
    expect(() => configured([option])).toThrow(ConfigurationError);
});

test.each([
  [{ PYTHONHASHSEED: "abc" }, "config_init_hash_seed"],
  [{ PYTHONINTMAXSTRDIGITS: "5" }, "config_init_int_max_str_digits"],
  [{ PYTHONUTF8: "x" }, "preconfig_init_utf8_mode"],
])("%j is refused", (env, where) => {
  expect(() => configured([], env)).toThrow(ConfigurationError);
  expect(() => configured([], env)).toThrow(expect.objectContaining({ where }));
});

test.each([
  [{ LANG: "en_US.UTF-8" }, "strict"],
  [{ LANG: "C.UTF-8" }, "surrogateescape"],
  [{}, "surrogateescape"],
  [{ LANG: "en_US.UTF-8", PYTHONUTF8: "1" }, "surrogateescape"],
  [{ PYTHONIOENCODING: "utf-8" }, "strict"],
  [{ PYTHONIOENCODING: ":replace" }, "replace"],
])("streams under %j are %s", (env, errors) => {
  expect(configured([], env).ioEncoding.errors).toBe(errors);
});
