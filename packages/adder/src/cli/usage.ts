/** The line above a complaint about the command line. */
export const usageLine = (program: string): string =>
  `usage: ${program} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`;

/** What follows a complaint. */
export const tryHelp = "Try `adder -h' for more information.\n";

const OPTIONS: readonly (readonly [string, string])[] = [
  ["-b", "warn when bytes are converted to text or compared with it (-bb: raise an error)"],
  ["-B", "write no bytecode files on import; also PYTHONDONTWRITEBYTECODE=x"],
  ["-c cmd", "run a program given as text (ends the options)"],
  ["-d", "accepted and ignored"],
  ["-E", "ignore the environment variables that begin with PYTHON"],
  ["-h", "print this text and exit (also -? and --help)"],
  ["-i", "go on with the prompt after the program; also PYTHONINSPECT=x"],
  ["-I", "isolated mode: implies -E, -P and -s"],
  ["-m mod", "run a module of the library or of a package (ends the options)"],
  ["-O", "drop assertions; __debug__ is false; also PYTHONOPTIMIZE=x"],
  ["-OO", "drop docstrings, too"],
  ["-P", "leave the program's folder out of sys.path; also PYTHONSAFEPATH"],
  ["-q", "no banner before the prompt"],
  ["-s", "leave the user's site folder out of sys.path; also PYTHONNOUSERSITE=x"],
  ["-S", "do without the names that the site module adds"],
  ["-u", "do not buffer standard output and standard error; also PYTHONUNBUFFERED=x"],
  ["-v", "tell of each import; also PYTHONVERBOSE=x"],
  ["-V", "print the version and exit (also --version; twice for more)"],
  ["-W arg", "filter warnings: action:message:category:module:lineno; also PYTHONWARNINGS=arg"],
  ["-x", "skip the first line of the program"],
  ["-X opt", "set an option of this implementation (see --help-xoptions)"],
];

const VARIABLES: readonly (readonly [string, string])[] = [
  ["PYTHONPATH", "folders put before the default sys.path, separated by ':'"],
  ["PYTHONSTARTUP", "file that is run before the prompt"],
  ["PYTHONHASHSEED", "'random', or a number that makes hashes of text predictable (0: as CPython's with 0)"],
  ["PYTHONINTMAXSTRDIGITS", "limit of conversions between int and text; 0 for none"],
  ["PYTHONPYCACHEPREFIX", "folder for bytecode files, instead of __pycache__"],
  ["PYTHON_HISTORY", "file of the prompt's history"],
];

const X_OPTIONS: readonly (readonly [string, string])[] = [
  ["int_max_str_digits=N", "limit of conversions between int and text"],
  ["pycache_prefix=PATH", "folder for bytecode files"],
  ["dev", "development mode: more warnings"],
  ["specialize=POLICY", "how instructions specialise: default, never, once, record, random"],
  ["warmup=N", "executions of a code object from which on it specialises (default: 2)"],
  ["hot=N", "warmth from which code is offered to a tier above the interpreter, of which there is none yet"],
  ["utf8", "accepted: text is always UTF-8"],
];

function table(rows: readonly (readonly [string, string])[], width: number): string {
  return rows.map(([name, text]) => `${name.padEnd(width)}: ${text}\n`).join("");
}

/** The help text on a topic. */
export function helpText(program: string, topic: "usage" | "env" | "xoptions" | "all"): string {
  const usage =
    usageLine(program) +
    "Options (and corresponding environment variables):\n" +
    table(OPTIONS, 7) +
    "--stats[=file]: statistics of the interpreter at the end, to standard error or as JSON\n" +
    "--heat file: write the program as a page that shows how it was specialised\n" +
    "--help-env: print help about environment variables and exit\n" +
    "--help-xoptions: print help about -X options and exit\n" +
    "--help-all: print all of this and exit\n" +
    "\nArguments:\n" +
    "file   : program read from a file\n" +
    "-      : program read from standard input (default; the prompt, if that is a terminal)\n" +
    "arg ...: arguments for the program, sys.argv[1:]\n";
  const env = `Environment variables:\n${table(VARIABLES, 22)}`;
  const xoptions = `Options of this implementation:\n${table(X_OPTIONS, 22)}`;
  return { usage, env, xoptions, all: `${usage}\n${env}\n${xoptions}` }[topic];
}
