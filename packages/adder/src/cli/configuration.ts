import { type SystemConfig, systemConfig } from "@adder/runtime";
import type { CommandLine } from "./options.js";
import { UsageError } from "./options.js";

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

/** Joins command line and environment. Throws {@link UsageError} for values that can't be. */
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
  const optimize = Math.min(2, Math.max(flags.optimize, count(env, "PYTHONOPTIMIZE")));
  const system = systemConfig({
    argv: [argv0, ...line.args],
    origArgv,
    executable: installation.executable,
    prefix: installation.prefix,
    stdlibDir: installation.stdlibDir,
    path,
    optimize: optimize as 0 | 1 | 2,
    dontWriteBytecode: flags.dontWriteBytecode || flag(env, "PYTHONDONTWRITEBYTECODE"),
    ignoreEnvironment: flags.ignoreEnvironment,
    isolated: flags.isolated,
    noSite: flags.noSite,
    noUserSite: flags.noUserSite || flag(env, "PYTHONNOUSERSITE"),
    safePath: flags.safePath || flag(env, "PYTHONSAFEPATH"),
    inspect: flags.inspect || flag(env, "PYTHONINSPECT"),
    interactive: flags.inspect,
    quiet: flags.quiet,
    verbose: Math.max(flags.verbose, count(env, "PYTHONVERBOSE")),
    bytesWarning: flags.bytesWarning,
    devMode: flags.xoptions.has("dev") || flag(env, "PYTHONDEVMODE"),
    warnoptions: [
      ...(flags.xoptions.has("dev") ? ["default"] : []),
      ...(env("PYTHONWARNINGS")?.split(",") ?? []),
      ...flags.warnings,
      ...(flags.bytesWarning > 1
        ? ["error::BytesWarning"]
        : flags.bytesWarning === 1
          ? ["default::BytesWarning"]
          : []),
    ],
    xoptions: flags.xoptions,
    hashSeed: hashSeed(env),
    intMaxStrDigits: maxDigits(flags.xoptions.get("int_max_str_digits"), env),
    pycachePrefix: prefixOption(flags.xoptions.get("pycache_prefix")) ?? env("PYTHONPYCACHEPREFIX") ?? null,
  });
  const [encoding, errors] = (env("PYTHONIOENCODING") ?? "").split(":");
  return {
    system,
    unbuffered: flags.unbuffered || flag(env, "PYTHONUNBUFFERED"),
    ioEncoding: { encoding: encoding || "utf-8", errors: errors || "strict" },
  };
}

const prefixOption = (value: string | true | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

function hashSeed(env: Lookup): number | null {
  const text = env("PYTHONHASHSEED");
  if (text === undefined || text === "random") return null;
  const seed = Number(text);
  if (!/^\d+$/.test(text) || seed > 4294967295) {
    throw new UsageError('PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]');
  }
  return seed;
}

function maxDigits(option: string | true | undefined, env: Lookup): number {
  const text = option ?? env("PYTHONINTMAXSTRDIGITS");
  if (text === undefined) return 4300;
  const digits = Number(text);
  if (text === true || !/^\d+$/.test(text) || (digits !== 0 && digits < 640)) {
    throw new UsageError(
      option !== undefined
        ? "-X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited."
        : "PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.",
    );
  }
  return digits;
}
