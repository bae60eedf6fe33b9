import { type Host, type HostFiles, strFromJs, strKey, type Value } from "@adder/objects";
import {
  compileSource,
  flushStandardStreams,
  type InterpreterStats,
  interpreterStats,
  optimizationLevel,
  registerSource,
  systemConfig,
  watchInterpreter,
} from "@adder/runtime";
import { type InterruptBuffer, InterruptFlag, interrupt, interruptBuffer } from "../host/interrupt-flag.js";
import { redirectStreams } from "../host/redirected-files.js";
import { type Session, startSession, type TierOptions } from "../session.js";
import { Bridge } from "./bridge.js";
import { toJavaScript, toPython } from "./convert.js";
import { PythonObject } from "./python-object.js";

/** Options of an interpreter. */
export interface InterpreterOptions {
  /** Files, clocks and everything else outside. */
  readonly host: Host;
  /** Folder of the pure-Python library, as the host's files name it. */
  readonly library: string;
  /** Receives what is written to `sys.stdout`, text as it comes; the host's descriptor 1 when absent. */
  readonly stdout?: (text: string) => void;
  /** Receives what is written to `sys.stderr`; the host's descriptor 2 when absent. */
  readonly stderr?: (text: string) => void;
  /** What `sys.stdin` reads: a text, or a function that is asked for more and answers `null` at the end; the host's descriptor 0 when absent. */
  readonly stdin?: string | (() => string | null);
  /** `sys.argv`; `[""]` when absent. */
  readonly argv?: readonly string[];
  /** Folders in which modules are looked for before the library. */
  readonly path?: readonly string[];
  /** 1 drops assertions, 2 docstrings too; 0 when absent. */
  readonly optimize?: 0 | 1 | 2;
  /** Steps (back-edges, calls, items that native code asks for) that one call into Python may take; unlimited when absent. */
  readonly stepLimit?: number;
  /** Memory through which other threads interrupt this interpreter (see {@link interrupt}); its own when absent. */
  readonly interruptBuffer?: InterruptBuffer;
  /** How code rises from one tier of execution to the next. */
  readonly tiers?: TierOptions;
  /** Seed of str hashes: a number for the same order of sets in each run; random when absent. */
  readonly hashSeed?: number;
}

/**
 * A Python interpreter of its own: modules, classes and state are shared with no other. Every method throws
 * PythonError when Python raises.
 */
export class EmbeddedInterpreter {
  readonly #session: Session;
  readonly #bridge: Bridge;

  constructor(options: InterpreterOptions) {
    const { host, library } = options;
    const files: HostFiles = redirectStreams(host.files, options);
    const config = systemConfig({
      argv: options.argv ?? [""],
      stdlibDir: library,
      prefix: library,
      path: [...(options.path ?? []), library],
      optimize: options.optimize ?? 0,
      hashSeed: options.hashSeed ?? null,
    });
    const streams = { unbuffered: false, encoding: "utf-8", errors: "strict" };
    this.interruptBuffer = options.interruptBuffer ?? interruptBuffer();
    const flag = new InterruptFlag(this.interruptBuffer);
    this.#session = startSession(withFiles(host, files), config, streams, flag, options.tiers);
    this.#session.interp.stepLimit = options.stepLimit ?? Number.POSITIVE_INFINITY;
    this.#bridge = new Bridge(this.#session.ts);
  }

  /** Memory through which other threads interrupt this interpreter: they call {@link interrupt} with it. */
  readonly interruptBuffer: InterruptBuffer;

  /** Interrupts what this interpreter executes, as Ctrl-C would: from functions that Python calls. */
  interrupt(): void {
    interrupt(this.interruptBuffer);
  }

  /** The namespace of `__main__`, where `run` and `evaluate` work. */
  get globals(): PythonObject {
    return new PythonObject(this.#bridge, this.#session.main);
  }

  /** Executes statements in `__main__`. */
  run(source: string, filename = "<string>"): void {
    this.#execute(source, filename, "exec");
  }

  /** The value of an expression, converted. */
  evaluate(source: string, filename = "<string>"): unknown {
    return toJavaScript(this.#bridge, this.#execute(source, filename, "eval"));
  }

  #execute(source: string, filename: string, mode: "exec" | "eval"): Value {
    const { ts, main, config } = this.#session;
    registerSource(ts, filename, source);
    const options = { filename, mode, optimize: optimizationLevel(config), flags: 0 };
    try {
      return this.#bridge.perform(() => {
        const code = compileSource(ts, source, options);
        return code === null ? null : ts.interp.evaluator.runCode(ts, code, main, main);
      });
    } finally {
      flushStandardStreams(ts);
    }
  }

  /** A global variable of `__main__`, converted; `undefined` when there is none. */
  get(name: string): unknown {
    const value = this.#session.main.getStr(strKey(strFromJs(name)));
    return value === undefined ? undefined : toJavaScript(this.#bridge, value);
  }

  /** Sets a global variable of `__main__`. */
  set(name: string, value: unknown): void {
    const { ts, main } = this.#session;
    const made = this.#bridge.perform(() => toPython(this.#bridge, ts, value));
    main.setStr(strKey(strFromJs(name)), made);
  }

  /** Calls a global function of `__main__` with positional arguments, and converts what it returns. */
  call(name: string, ...args: unknown[]): unknown {
    const fn = this.get(name);
    if (!(fn instanceof PythonObject)) throw new TypeError(`${name} is not a Python function`);
    try {
      return fn.call(...args);
    } finally {
      flushStandardStreams(this.#session.ts);
    }
  }

  /**
   * Has everything counted that is executed from now on, for {@link stats}: it takes about twice as long then. What counts is
   * loaded only now.
   */
  async watch(): Promise<void> {
    await watchInterpreter(this.#session.ts);
  }

  /** What the interpreter has counted of itself: specialisation, frames, instances. */
  stats(): InterpreterStats {
    return interpreterStats(this.#session.ts);
  }

  /** Imports a module. */
  import(name: string): PythonObject {
    const { ts } = this.#session;
    const key = strKey(strFromJs(name));
    return new PythonObject(
      this.#bridge,
      this.#bridge.perform(() => ts.interp.evaluator.importModule(ts, key)),
    );
  }
}

/** The same host with other files. */
function withFiles(host: Host, files: HostFiles): Host {
  return new Proxy(host, {
    get(target, name) {
      if (name === "files") return files;
      const member = Reflect.get(target, name, target);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}
