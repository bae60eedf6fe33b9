import { type SystemConfig, systemConfig } from "@adder/runtime";
import { ConfigurationError } from "../configuration-error.js";
import type { CommandLine } from "./options.js";

/** What the environment and the command line make of an interpreter's configuration (PEP 587). */
export interface Configuration {
  readonly system: SystemConfig;
  readonly unbuffered: boolean;
  readonly ioEncoding: { readonly encoding: string; readonly errors: string };
}

/** A non-empty variable of the environment, unless it is to be ignored. */
type Lookup = (name: string) => string | undefined;

const flag = (env: Lookup, name: string): boolean => env(name) !== undefined;

/** A variable that counts: a number, or anything else for 1. */
function count(env: Lookup, name: string): number {
  const text = env(name);
  if (text === undefined) return 0;
  return /^\d+$/.test(text) ? Number(text) : 1;
}

/** Where this program finds itself and its library. */
export interface Installation {
  readonly executable: string;
  readonly stdlibDir: string;
  readonly prefix: string;
}

/** Joins command line and environment. Throws {@link ConfigurationError} for values that can't be. */
export function configure(
  line: CommandLine,
  environment: Readonly<Record<string, string | undefined>>,
  installation: Installation,
  origArgv: readonly string[],
): Configuration {
  const { flags, run } = line;
  const env: Lookup = (name) => (flags.ignoreEnvironment ? undefined : environment[name] || undefined);
  const argv0 =
    run.kind === "file"
      ? run.path
      : run.kind === "command"
        ? "-c"
        : run.kind === "module"
          ? "-m"
          : run.kind === "stdin" && line.args.length > 0
            ? "-"
            : "";
  const path = [...(env("PYTHONPATH")?.split(":") ?? []), installation.stdlibDir];
  const optimize = Math.max(flags.optimize, count(env, "PYTHONOPTIMIZE"));
  const devMode = flags.xoptions.has("dev") || flag(env, "PYTHONDEVMODE");
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || "C";
  const utf8Mode =
    utf8(flags.xoptions.get("utf8"), env) ??
    (environment.LC_ALL !== undefined && isPosix(environment.LC_ALL));
  const system = systemConfig({
    argv: [argv0, ...line.args],
    origArgv,
    executable: installation.executable,
    prefix: installation.prefix,
    stdlibDir: installation.stdlibDir,
    path,
    debug: Math.min(1, flags.debug + count(env, "PYTHONDEBUG")),
    optimize,
    dontWriteBytecode: flags.dontWriteBytecode || count(env, "PYTHONDONTWRITEBYTECODE") > 0,
    ignoreEnvironment: flags.ignoreEnvironment,
    isolated: flags.isolated,
    noSite: flags.noSite,
    noUserSite: flags.noUserSite || count(env, "PYTHONNOUSERSITE") > 0,
    safePath: flags.safePath || flag(env, "PYTHONSAFEPATH"),
    inspect: flags.inspect || count(env, "PYTHONINSPECT") > 0,
    interactive: flags.inspect,
    quiet: flags.quiet,
    verbose: Math.max(flags.verbose, count(env, "PYTHONVERBOSE")),
    bytesWarning: flags.bytesWarning,
    devMode,
    utf8Mode,
    warnDefaultEncoding:
      flags.xoptions.has("warn_default_encoding") || flag(env, "PYTHONWARNDEFAULTENCODING"),
    threadInheritContext: bit(
      flags.xoptions.get("thread_inherit_context"),
      env("PYTHON_THREAD_INHERIT_CONTEXT"),
    ),
    contextAwareWarnings: bit(
      flags.xoptions.get("context_aware_warnings"),
      env("PYTHON_CONTEXT_AWARE_WARNINGS"),
    ),
    warnoptions: [
      ...(devMode ? ["default"] : []),
      ...(env("PYTHONWARNINGS")?.split(",") ?? []),
      ...flags.warnings,
      ...(flags.bytesWarning > 1
        ? ["error::BytesWarning"]
        : flags.bytesWarning === 1
          ? ["default::BytesWarning"]
          : []),
    ],
    xoptions: flags.xoptions,
    hashSeed: flags.randomHash ? null : hashSeed(env),
    intMaxStrDigits: maxDigits(flags.xoptions.get("int_max_str_digits"), env),
    cpuCount: cpuCount(flags.xoptions.get("cpu_count"), env),
    noDebugRanges: flags.xoptions.has("no_debug_ranges") || flag(env, "PYTHONNODEBUGRANGES"),
    pycachePrefix: prefix(flags.xoptions.get("pycache_prefix"), env),
  });
  const [encoding, errors] = (env("PYTHONIOENCODING") ?? "").split(":");
  // What comes in as bytes of no text goes out as the same bytes, where the locale says nothing of text.
  const escaping = utf8Mode || isPosix(locale) || /^C\.UTF-?8$/i.test(locale);
  return {
    system,
    unbuffered: flags.unbuffered || count(env, "PYTHONUNBUFFERED") > 0,
    ioEncoding: {
      encoding: encoding || "utf-8",
      errors: errors || (escaping && !encoding ? "surrogateescape" : "strict"),
    },
  };
}

const isPosix = (locale: string): boolean => locale === "C" || locale === "POSIX";

/** An option that is 0 or 1, on the command line or in the environment. */
const bit = (option: string | true | undefined, variable: string | undefined): boolean =>
  (typeof option === "string" ? option : variable) === "1";

/** UTF-8 mode as it is asked for (PEP 540); `undefined` when it is not. */
function utf8(option: string | true | undefined, env: Lookup): boolean | undefined {
  const text = option ?? env("PYTHONUTF8");
  if (text === undefined) return undefined;
  if (text === true || text === "1") return true;
  if (text === "0") return false;
  const what = option !== undefined ? "-X utf8 option" : "PYTHONUTF8 environment variable";
  throw new ConfigurationError("preconfig_init_utf8_mode", `invalid ${what} value`, "preinitializing");
}

/** The option counts even where it is empty, which means none. */
const prefix = (option: string | true | undefined, env: Lookup): string | null =>
  (option === undefined ? env("PYTHONPYCACHEPREFIX") : option !== true && option) || null;

/** Processors that the user says there are; -1 where nothing is said. */
function cpuCount(option: string | true | undefined, env: Lookup): number {
  let count = -1;
  for (const text of [env("PYTHON_CPU_COUNT"), option]) {
    if (text === undefined) continue;
    count = text === "default" ? -1 : Number(text);
    if (text === true || (text !== "default" && !/^\+?0*[1-9]\d*$/.test(text))) {
      const message = "-X cpu_count=n option: n is missing or an invalid number, n must be greater than 0";
      throw new ConfigurationError("config_init_cpu_count", message, "preinitialized");
    }
  }
  return count;
}

function hashSeed(env: Lookup): number | null {
  const text = env("PYTHONHASHSEED");
  if (text === undefined || text === "random") return null;
  const seed = Number(text);
  if (!/^\d+$/.test(text) || seed > 4294967295) {
    const message = 'PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]';
    throw new ConfigurationError("config_init_hash_seed", message, "preinitialized");
  }
  return seed;
}

function maxDigits(option: string | true | undefined, env: Lookup): number {
  const text = option ?? env("PYTHONINTMAXSTRDIGITS");
  if (text === undefined) return 4300;
  const digits = Number(text);
  if (text === true || !/^\d+$/.test(text) || (digits !== 0 && digits < 640)) {
    const source = option !== undefined ? "-X int_max_str_digits" : "PYTHONINTMAXSTRDIGITS";
    const message = `${source}: invalid limit; must be >= 640 or 0 for unlimited.`;
    throw new ConfigurationError("config_init_int_max_str_digits", message, "preinitialized");
  }
  return digits;
}
