/** What the command line asks for. */
export interface CommandLine {
  /** What to run: a command, a module, a file, standard input, or nothing but an answer. */
  readonly run:
    | { readonly kind: "command"; readonly source: string }
    | { readonly kind: "module"; readonly name: string }
    | { readonly kind: "file"; readonly path: string }
    | { readonly kind: "stdin" }
    | { readonly kind: "help"; readonly topic: "usage" | "env" | "xoptions" | "all" }
    | { readonly kind: "version"; readonly detailed: boolean };
  /** `sys.argv[1:]`. */
  readonly args: readonly string[];
  readonly flags: Flags;
}

/** Options that come before what is run. Numbers count repetitions. */
export interface Flags {
  bytesWarning: number;
  debug: number;
  dontWriteBytecode: boolean;
  ignoreEnvironment: boolean;
  inspect: boolean;
  isolated: boolean;
  optimize: number;
  safePath: boolean;
  quiet: boolean;
  /** Hashes of str are random whatever the environment says. */
  randomHash: boolean;
  noUserSite: boolean;
  noSite: boolean;
  unbuffered: boolean;
  verbose: number;
  skipFirstLine: boolean;
  /** Where statistics go at the end: `true` for standard error, or the file that gets them as JSON. */
  stats: boolean | string;
  /** Where the heat map of the program goes; `null` for none. */
  heat: string | null;
  warnings: string[];
  xoptions: Map<string, string | true>;
}

/** A command line that can't be understood: the message that CPython prints before its usage line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const SWITCHES: Readonly<Record<string, (flags: Flags) => void>> = {
  b: (f) => void f.bytesWarning++,
  B: (f) => void (f.dontWriteBytecode = true),
  d: (f) => void f.debug++,
  E: (f) => void (f.ignoreEnvironment = true),
  i: (f) => void (f.inspect = true),
  I: (f) => {
    f.isolated = true;
    f.ignoreEnvironment = true;
    f.noUserSite = true;
    f.safePath = true;
  },
  O: (f) => void f.optimize++,
  P: (f) => void (f.safePath = true),
  q: (f) => void (f.quiet = true),
  R: (f) => void (f.randomHash = true),
  s: (f) => void (f.noUserSite = true),
  S: (f) => void (f.noSite = true),
  t: () => {},
  u: (f) => void (f.unbuffered = true),
  v: (f) => void f.verbose++,
  x: (f) => void (f.skipFirstLine = true),
};

const HELP: Readonly<Record<string, "usage" | "env" | "xoptions" | "all">> = {
  "--help": "usage",
  "--help-env": "env",
  "--help-xoptions": "xoptions",
  "--help-all": "all",
};

/** Parses a command line as CPython does (`Python/getopt.c`, `Doc/using/cmdline.rst`). Throws {@link UsageError}. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const flags: Flags = {
    bytesWarning: 0,
    debug: 0,
    dontWriteBytecode: false,
    ignoreEnvironment: false,
    inspect: false,
    isolated: false,
    optimize: 0,
    safePath: false,
    quiet: false,
    randomHash: false,
    noUserSite: false,
    noSite: false,
    unbuffered: false,
    verbose: 0,
    skipFirstLine: false,
    stats: false,
    heat: null,
    warnings: [],
    xoptions: new Map(),
  };
  let versions = 0;
  let i = 0;
  while (i < argv.length) {
    const arg = argv[i];
    if (arg === "-" || !arg.startsWith("-")) break;
    i++;
    if (arg === "--") break;
    if (arg in HELP) return { run: { kind: "help", topic: HELP[arg] }, args: [], flags };
    if (arg === "--version") {
      versions++;
      continue;
    }
    if (arg === "--check-hash-based-pycs") {
      if (i === argv.length)
        throw new UsageError("Argument expected for the --check-hash-based-pycs options");
      // The word is checked as CPython does; library files are checked by their time stamps in any case.
      if (!["default", "always", "never"].includes(argv[i++])) {
        throw new UsageError("--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
      }
      continue;
    }
    if (arg === "--stats" || arg.startsWith("--stats=")) {
      flags.stats = arg.slice("--stats=".length) || true;
      continue;
    }
    if (arg === "--heat" || arg.startsWith("--heat=")) {
      const file = arg === "--heat" ? argv[i++] : arg.slice("--heat=".length);
      if (!file) throw new UsageError("Argument expected for the --heat option");
      flags.heat = file;
      continue;
    }
    if (arg.startsWith("--")) throw new UsageError(`unknown option ${arg}`);
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at];
      if (letter === "h" || letter === "?") return { run: { kind: "help", topic: "usage" }, args: [], flags };
      if (letter === "V") {
        versions++;
        continue;
      }
      if (letter === "c" || letter === "m" || letter === "W" || letter === "X") {
        const value = at + 1 < arg.length ? arg.slice(at + 1) : argv[i++];
        if (value === undefined) throw new UsageError(`Argument expected for the -${letter} option`);
        if (letter === "c")
          return { run: { kind: "command", source: `${value}\n` }, args: argv.slice(i), flags };
        if (letter === "m") return { run: { kind: "module", name: value }, args: argv.slice(i), flags };
        if (letter === "W") flags.warnings.push(value);
        else setXOption(flags, value);
        break;
      }
      const apply = SWITCHES[letter];
      if (apply === undefined) throw new UsageError(`Unknown option: -${letter}`);
      apply(flags);
    }
  }
  if (versions > 0) return { run: { kind: "version", detailed: versions > 1 }, args: [], flags };
  if (i === argv.length) return { run: { kind: "stdin" }, args: [], flags };
  const rest = argv.slice(i + 1);
  return argv[i] === "-"
    ? { run: { kind: "stdin" }, args: rest, flags }
    : { run: { kind: "file", path: argv[i] }, args: rest, flags };
}

function setXOption(flags: Flags, text: string): void {
  const at = text.indexOf("=");
  if (at < 0) flags.xoptions.set(text, true);
  else flags.xoptions.set(text.slice(0, at), text.slice(at + 1));
}
