import {
  createModule,
  getAttr,
  HashSecret,
  type Host,
  InternalError,
  type Interpreter as InterpreterState,
  importName,
  lookupCodec,
  None,
  type PyCode,
  PyDict,
  PyModule,
  type ThreadState,
  takePending,
} from "@adder/objects";
import {
  createRuntime,
  deferSpec,
  formatExceptionOnly,
  importer,
  NativeModules,
  SysState,
  type SystemConfig,
  sysModule,
  warningsModule,
} from "@adder/runtime";
import {
  neverCompile,
  type PolicyName,
  policies,
  type Specializer,
  type TierCompiler,
} from "@adder/specializer";
import {
  astPort,
  nativeModules,
  type StreamOptions,
  standardStream,
  typeParameterSyntax,
} from "@adder/stdlib";
import { ConfigurationError } from "./configuration-error.js";
import { frontend, frontendWithoutColumns } from "./frontend.js";
import type { InterruptSource } from "./host/interrupt-source.js";
import { interrupted } from "./interrupt.js";
import { javascriptTier } from "./javascript-tier.js";

/** A running interpreter: its state and the thread in which everything happens. */
export interface Session {
  readonly interp: InterpreterState;
  readonly ts: ThreadState;
  /** The namespace of `__main__`. */
  readonly main: PyDict;
  readonly config: SystemConfig;
  /** The file that `__main__.__loader__` is to have loaded; `null` for the loader of built-in modules. */
  loader: { readonly file: string } | null;
}

/** Native modules of the library and of the runtime. */
const allModules = new Map([...nativeModules, [warningsModule.name, () => warningsModule]]);

/** How code rises from one tier of execution to the next. */
export interface TierOptions {
  /** How instructions specialise; `"default"` when absent. For comparing and for tests: programs do the same under all. */
  readonly policy?: PolicyName | Specializer;
  /** Executions of a code object, back-edges included, from which on the default policy makes it adaptive; 2 when absent. */
  readonly warmup?: number;
  /** Warmth from which code is offered to the compiler; as the compiler has it when absent. */
  readonly hot?: number;
  /** Steps between two ticks, at which hot code is looked for; 500 when absent. For tests. */
  readonly interval?: number;
  /** A tier above the interpreter, which is offered hot code; none when absent. */
  readonly compiler?: TierCompiler;
}

/** Writes what the JavaScript tier has made of a stretch of code to the console. */
function showUnit({ code }: PyCode, at: number, text: string): void {
  // biome-ignore lint/suspicious/noConsole: showing it is what this option is for
  console.error(`// ${code.qualname} (${code.filename}), from code unit ${at}\n${text}\n`);
}

/** Tiers as the command line sets them: `-X specialize=POLICY`, `-X warmup=N`, `-X hot=N`. */
function tiersOf({ xoptions }: SystemConfig): TierOptions {
  const policy = xoptions.get("specialize");
  const jit = xoptions.get("jit");
  const [warmup, hot, interval] = ["warmup", "hot", "ticks"].map((name) => Number(xoptions.get(name)));
  return {
    ...(typeof policy === "string" && Object.hasOwn(policies, policy) && { policy: policy as PolicyName }),
    ...(warmup >= 1 && { warmup }),
    ...(interval >= 0 && { interval }),
    ...(jit === "off" && { compiler: neverCompile }),
    ...(jit === "show" && { compiler: javascriptTier({ onCompile: showUnit }) }),
    ...(hot >= 1 && { hot }),
  };
}

function compilerOf({ compiler = javascriptTier(), hot }: TierOptions): TierCompiler {
  if (hot === undefined) return compiler;
  return { threshold: hot, compile: (code, at, feedback) => compiler.compile(code, at, feedback) };
}

function specializerOf({ policy = "default", warmup }: TierOptions): Specializer {
  if (typeof policy !== "string") return policy;
  return policy === "default" ? policies.default(warmup) : policies[policy]();
}

/** The name that an encoding of the standard streams has among the codecs. Throws {@link ConfigurationError}. */
function codecName(ts: ThreadState, encoding: string): string {
  if (/^utf-?8$/i.test(encoding)) return "utf-8";
  const codec = lookupCodec(ts, encoding);
  const name = codec === null ? null : getAttr(ts, codec, "name");
  if (typeof name === "string") return name;
  throw new ConfigurationError(
    "init_stdio_encoding",
    "failed to get the Python codec name of the stdio encoding",
    "core initialized",
    name === null ? formatExceptionOnly(ts, takePending(ts)).join("") : null,
  );
}

/**
 * Puts an interpreter together: runtime, `sys`, native modules, standard streams and an empty `__main__`.
 *
 * @param interrupts what is looked at every 500 steps of a program
 */
export function startSession(
  host: Host,
  config: SystemConfig,
  streams: StreamOptions,
  interrupts: InterruptSource,
  tiers: TierOptions = tiersOf(config),
): Session {
  const { interp, ts } = createRuntime({
    host,
    frontend: config.noDebugRanges ? frontendWithoutColumns : frontend,
    importer,
    specializer: specializerOf(tiers),
    compiler: compilerOf(tiers),
    ast: astPort,
    typing: typeParameterSyntax,
  });
  if (tiers.interval !== undefined) ts.ticks = ts.interval = tiers.interval;
  interp.poll = (thread) => (interrupts.take() ? interrupted(thread) : true);
  SysState.of(ts).config = config;
  NativeModules.of(ts).sources = allModules;
  interp.intMaxStrDigits = config.intMaxStrDigits;
  interp.bytesWarning = config.bytesWarning;
  interp.devMode = config.devMode;
  interp.state(HashSecret, () => new HashSecret(interp, config.hashSeed));
  const sys = createModule(ts, sysModule);
  if (sys === null) throw new InternalError("sys could not be made");
  interp.modules.setStr("sys", sys);
  deferSpec(sys, "meta_path", "path_hooks", "path_importer_cache");
  deferSpec(interp.modules.getStr("builtins") as PyModule);
  const encoding = codecName(ts, streams.encoding);
  for (const [fd, name] of ["stdin", "stdout", "stderr"].entries()) {
    const stream = standardStream(ts, fd as 0 | 1 | 2, { ...streams, encoding });
    if (stream === null) throw new InternalError(`sys.${name} could not be made`);
    sys.dict.setStr(name, stream);
    sys.dict.setStr(`__${name}__`, stream);
  }
  const open = importName(ts, "_io", "open");
  if (open === null) throw new InternalError("_io could not be made");
  interp.builtins.setStr("open", open);
  const main = new PyDict();
  const module = new PyModule(main);
  main.setStr("__name__", "__main__");
  for (const name of ["__doc__", "__package__", "__loader__", "__spec__"]) main.setStr(name, None);
  main.setStr("__builtins__", interp.modules.getStr("builtins") ?? None);
  interp.modules.setStr("__main__", module);
  return { interp, ts, main, config, loader: null };
}
