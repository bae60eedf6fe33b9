/** How an interpreter was started: what `sys.flags`, `sys.argv`, `sys.path` and the like say (PEP 587). */
export interface SystemConfig {
  readonly argv: readonly string[];
  readonly origArgv: readonly string[];
  /** `sys.executable`. */
  readonly executable: string;
  /** `sys.prefix` and its kin. */
  readonly prefix: string;
  /** Folder of the pure-Python library. */
  readonly stdlibDir: string;
  /** `sys.path` at start. */
  readonly path: readonly string[];
  /** `sys.flags.debug`: `-d`, which does nothing. */
  readonly debug: number;
  /** How often `-O` was given; see {@link optimizationLevel}. */
  readonly optimize: number;
  readonly dontWriteBytecode: boolean;
  readonly ignoreEnvironment: boolean;
  readonly isolated: boolean;
  readonly noSite: boolean;
  readonly noUserSite: boolean;
  readonly safePath: boolean;
  readonly inspect: boolean;
  readonly interactive: boolean;
  readonly quiet: boolean;
  readonly verbose: number;
  readonly bytesWarning: number;
  readonly devMode: boolean;
  /** UTF-8 mode (PEP 540). Text is UTF-8 in any case. */
  readonly utf8Mode: boolean;
  /** Warn where files are opened without an encoding (PEP 597). */
  readonly warnDefaultEncoding: boolean;
  readonly threadInheritContext: boolean;
  readonly contextAwareWarnings: boolean;
  /** Filters of `-W` and PYTHONWARNINGS, as `sys.warnoptions` holds them. */
  readonly warnoptions: readonly string[];
  /** `-X` options; `true` for one without value. */
  readonly xoptions: ReadonlyMap<string, string | true>;
  /** Seed of str hashes: a number from PYTHONHASHSEED (0 turns randomisation off), or `null` for a random one. */
  readonly hashSeed: number | null;
  /** `sys.get_int_max_str_digits()`. */
  readonly intMaxStrDigits: number;
  /** What `os.cpu_count()` says; -1 to ask the host. */
  readonly cpuCount: number;
  /** Code knows the lines of its instructions, but not the columns. */
  readonly noDebugRanges: boolean;
  /** `sys.pycache_prefix`. */
  readonly pycachePrefix: string | null;
}

/** A configuration with defaults for all that is not given. */
export function systemConfig(given: Partial<SystemConfig> = {}): SystemConfig {
  return {
    argv: [""],
    origArgv: [],
    executable: "",
    prefix: "",
    stdlibDir: "",
    path: [],
    debug: 0,
    optimize: 0,
    dontWriteBytecode: false,
    ignoreEnvironment: false,
    isolated: false,
    noSite: false,
    noUserSite: false,
    safePath: false,
    inspect: false,
    interactive: false,
    quiet: false,
    verbose: 0,
    bytesWarning: 0,
    devMode: false,
    utf8Mode: false,
    warnDefaultEncoding: false,
    threadInheritContext: false,
    contextAwareWarnings: false,
    warnoptions: [],
    xoptions: new Map(),
    hashSeed: null,
    intMaxStrDigits: 4300,
    cpuCount: -1,
    noDebugRanges: false,
    pycachePrefix: null,
    ...given,
  };
}

/** How far the compiler goes: 1 leaves assertions out, 2 docstrings as well. */
export const optimizationLevel = ({ optimize }: SystemConfig): 0 | 1 | 2 =>
  optimize < 1 ? 0 : optimize < 2 ? 1 : 2;
