import {
  CodeFlags,
  type CodeObject,
  decodeHandlers,
  type Handler,
  LocalKind,
  Op,
  widenInstructions,
} from "@adder/bytecode";
import { type PyCode, type PyDict, type PyFunction, type Str, strFromJs } from "@adder/objects";

/** How the arguments of a call become the first locals of a frame. */
export const CallShape = {
  /** Positional parameters only, and the frame runs at once: arguments are the first locals as they stand. */
  SIMPLE: 0,
  /** Keyword-only parameters, `*args` or `**kwargs`: arguments have to be bound. Or code that needs a namespace. */
  GENERAL: 1,
} as const;

/** First instructions of the handlers that the compiler adds to generators and to what they wait for. */
const AUTOMATIC: ReadonlySet<number> = new Set([Op.CALL_INTRINSIC_1, Op.CLEANUP_THROW, Op.END_ASYNC_FOR]);

/** What executing a code object needs and the code object does not say directly. Derived once, on first execution. */
export class Executable {
  readonly code: CodeObject;
  /** Slots for locals, cells and free variables. */
  readonly nlocals: number;
  /** Slots of a whole frame: locals and evaluation stack. */
  readonly frameSize: number;
  /** Positional parameters. */
  readonly argcount: number;
  /** Positional parameters of which none may be missing before the keyword-only ones, `*args` and `**kwargs` follow. */
  readonly paramCount: number;
  /** One of {@link CallShape}. */
  readonly shape: 0 | 1;
  /** Positional arguments that need no binding at all; -1 where none do. */
  readonly exactArgs: number;
  /** Has it variables of its own? Code of modules and classes has a namespace instead. */
  private readonly optimized: boolean;
  /** First free variable among the locals. */
  readonly freeStart: number;
  /** Does a call make a generator, coroutine or asynchronous generator? */
  readonly isGenerator: boolean;
  /** The exception table. */
  readonly handlers: readonly Handler[];
  /** Has it handlers of its own (`try`, `with`), so that closing a suspended generator may do something? */
  readonly cleansUp: boolean;
  /** `co_name` and `co_qualname` as values. */
  readonly name: Str;
  readonly qualname: Str;

  constructor(code: CodeObject) {
    this.code = code;
    this.nlocals = code.localsplusNames.length;
    this.frameSize = this.nlocals + code.stacksize;
    this.argcount = code.argcount;
    this.paramCount = code.argcount + code.kwonlyargcount;
    const variadic = (code.flags & (CodeFlags.VARARGS | CodeFlags.VARKEYWORDS)) !== 0;
    this.optimized = (code.flags & CodeFlags.OPTIMIZED) !== 0;
    this.shape =
      variadic || code.kwonlyargcount > 0 || !this.optimized ? CallShape.GENERAL : CallShape.SIMPLE;
    this.exactArgs = this.shape === CallShape.SIMPLE ? code.argcount : -1;
    let free = this.nlocals;
    while (free > 0 && (code.localsplusKinds[free - 1] & LocalKind.FREE) !== 0) free--;
    this.freeStart = free;
    this.isGenerator =
      (code.flags & (CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR)) !== 0;
    this.handlers = decodeHandlers(code.exceptiontable);
    this.cleansUp = this.handlers.some(({ target }) => !AUTOMATIC.has(code.code[target] & 255));
    this.name = strFromJs(code.name);
    this.qualname = strFromJs(code.qualname);
  }

  /** The namespace of a call of `fn`, whose code this is: functions made of a module's code use their globals. */
  ownLocals(fn: PyFunction): PyDict | null {
    return this.optimized ? null : fn.globals;
  }
}

/** The {@link Executable} of a code object, made when it is asked for the first time: the code can be executed then. */
export function executableOf(code: PyCode): Executable {
  return (code.executable ?? prepare(code)) as Executable;
}

function prepare(code: PyCode): Executable {
  const executable = new Executable(code.code);
  code.executable = executable;
  code.instructions = widenInstructions(code.code.code);
  code.names = code.code.names;
  code.constants = code.consts;
  return executable;
}
