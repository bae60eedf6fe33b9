import type { Evaluator, Frontend } from "../ports/evaluator.js";
import type { Host } from "../ports/host.js";
import type { PyCode } from "../types/code/py-code.js";
import type { PyDict } from "../types/dict/py-dict.js";
import type { PyBaseException } from "../types/exceptions/py-base-exception.js";
import type { HashSecret } from "../types/str/hash-secret.js";
import { Departures } from "./departures.js";
import type { PyObject, Status, Value } from "./object.js";
import { TICKS } from "./steps.js";
import type { PyType } from "./type.js";

/** What `objects` may know of the frame that is executing. `@adder/frames` implements it. */
export interface FrameView {
  readonly code: PyCode;
  readonly globals: PyDict;
  readonly builtins: PyDict;
  /** Line being executed. */
  lineno(): number;
  /** A slot of the frame by its index among `localsplusNames`, cells as `PyCell`; `undefined` when unbound. */
  local(index: number): Value | undefined;
  readonly previous: FrameView | null;
}

/** What a traceback entry knows of a frame, also when that has been left. `@adder/frames` implements it. */
export interface ActivationView {
  readonly code: PyCode;
  readonly globals: PyDict;
  /** The frame object (`tb_frame`), made when somebody asks. */
  object(): PyObject;
}

/** An entry of the stack of exceptions being handled (CPython `_PyErr_StackItem`); each generator has one of its own. */
export class ExcInfo {
  /** The exception that the nearest `except` block handles. */
  value: PyBaseException | null = null;
  previous: ExcInfo | null;
  constructor(previous: ExcInfo | null) {
    this.previous = previous;
  }
}

/** What an interpreter counts of its objects, for those who watch it. */
export class ObjectCounters {
  /** Instances of classes that derive from `object` alone: those whose attributes begin in fields. */
  instances = 0;
  /** Those of them whose attributes have moved to a dict, because somebody looked at `__dict__`. */
  instanceDicts = 0;
}

/** Everything that one Python interpreter owns. Interpreters share immutable built-in types and nothing else. */
export class Interpreter {
  readonly host: Host;
  readonly evaluator: Evaluator;
  readonly frontend: Frontend;
  /** `sys.modules`. */
  readonly modules: PyDict;
  /** `builtins.__dict__`. */
  readonly builtins: PyDict;
  /** Heap subclasses of static types (`type.__subclasses__`). */
  readonly staticSubclasses: Map<PyType, Set<WeakRef<PyType>>> = new Map();
  /**
   * What every new frame compares its depth with: {@link recursionLimit}, or less than any depth while each frame has to
   * be looked at before it begins ({@link watchesFrames}).
   */
  frameLimit = 1000;
  /** Who is told what happens (`sys.monitoring`), the interpreter loop's business; `null` while that is nobody. */
  monitoring: unknown = null;
  /**
   * How deep native code may nest in native code. A level costs up to about 2 KB of the JavaScript
   * stack, of which engines give 984 KB; an embedder that has more may raise it.
   */
  nativeDepthLimit = 320;
  /**
   * The folder that is searched first for modules, the program's: `sys.path[0]` as it was at start, `""`
   * for the current folder, `null` for none (`-P`, `-I`). Messages about files that hide modules need it.
   */
  programFolder: string | null = null;
  /** How often `-b` was given: from 1 on, bytes that are compared with text or converted to it raise a BytesWarning. */
  bytesWarning = 0;
  /** Was `-X dev` given: are names of encodings and error handlers looked up even where nothing needs them? */
  devMode = false;
  /** `sys.get_int_max_str_digits()`; 0 means no limit. */
  intMaxStrDigits = 4300;
  /** Secret of the hashes of str and bytes; made on first use from PYTHONHASHSEED, or set before by an embedder. */
  hashSecret: HashSecret | null = null;
  /** Called once in a while between two instructions: signals, budgets. May raise. */
  poll: ((ts: ThreadState) => Status) | null = null;
  /** Steps (see `./steps.ts`) that a program may take; checked every 500. */
  stepLimit = Number.POSITIVE_INFINITY;
  /** Steps taken since the program was started by the embedder, in whole ticks. */
  steps = 0;
  readonly counters = new ObjectCounters();
  /** Objects whose going away somebody wants to know of. */
  readonly departures = new Departures();
  readonly #slots = new Map<object, unknown>();
  #recursionLimit = 1000;
  #watchesFrames = false;

  constructor(host: Host, evaluator: Evaluator, frontend: Frontend, modules: PyDict, builtins: PyDict) {
    this.host = host;
    this.evaluator = evaluator;
    this.frontend = frontend;
    this.modules = modules;
    this.builtins = builtins;
  }

  /** `sys.getrecursionlimit()`. */
  get recursionLimit(): number {
    return this.#recursionLimit;
  }

  set recursionLimit(limit: number) {
    this.#recursionLimit = limit;
    this.#setFrameLimit();
  }

  /** Does whoever makes a frame have to look at it closer, because code is to be instrumented? */
  get watchesFrames(): boolean {
    return this.#watchesFrames;
  }

  set watchesFrames(watches: boolean) {
    this.#watchesFrames = watches;
    this.#setFrameLimit();
  }

  #setFrameLimit(): void {
    this.frameLimit = this.#watchesFrames ? -1 : this.#recursionLimit;
  }

  /** State that a native module keeps for this interpreter, made by `init` on first use. `key` identifies the module. */
  state<T>(key: object, init: () => T): T {
    let found = this.#slots.get(key) as T | undefined;
    if (found === undefined) {
      found = init();
      this.#slots.set(key, found);
    }
    return found;
  }
}

/** One thread of Python execution. Passed as the first argument to everything that can fail. */
export class ThreadState {
  readonly interp: Interpreter;
  /** The raised exception on its way up, when a fallible operation has returned `null`. */
  pending: PyBaseException | null = null;
  /** Top of the stack of exceptions being handled. */
  excInfo: ExcInfo = new ExcInfo(null);
  /** The executing Python frame. */
  frame: FrameView | null = null;
  /** Native recursion alone: how often the JavaScript stack has been nested through Python-visible calls. */
  nativeDepth = 0;
  /** Activations of generated code on the JavaScript stack. */
  compiledDepth = 0;
  /** Steps until the next tick, as far as native code counts them. */
  ticks = TICKS;
  /** Steps between two ticks. */
  interval = TICKS;
  /** State of the generator that says by how much the next tick comes earlier. */
  jitter = 0x9e3779b9 | 0;
  /** Callbacks of tracing that are being called: nothing is traced meanwhile. */
  tracing = 0;
  /** The event whose callback is being called, as `sys.monitoring` numbers them; -1 for none. */
  event = -1;
  /** What `sys.settrace` has set; `null` for None. */
  traceFunction: Value | null = null;
  /** What `sys.setprofile` has set; `null` for None. */
  profileFunction: Value | null = null;
  /** The interpreter loop's answer, where an instruction ends it that is executed elsewhere. */
  left: Value | undefined = undefined;
  /** Objects whose repr is being made (`Py_ReprEnter`). */
  readonly reprStack: (PyObject | Value)[] = [];

  constructor(interp: Interpreter) {
    this.interp = interp;
  }
}
