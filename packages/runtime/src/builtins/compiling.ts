import { CodeFlags } from "@adder/bytecode";
import { executableOf, type Frame } from "@adder/frames";
import {
  asStr,
  BytesType,
  bindKeywords,
  bufferBytes,
  builtinsOf,
  CellType,
  CodeType,
  call,
  currentBuiltins,
  DictType,
  decode,
  getOptionalAttr,
  isInstance,
  isSequence,
  isTrue,
  type KwNames,
  lookupSpecial,
  type MethodRow,
  None,
  type PyBytes,
  type PyCell,
  type PyCode,
  type PyDict,
  PyFunction,
  type PyModule,
  type PyTuple,
  type Result,
  raise,
  SystemErrorType,
  shownBuiltins,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toJs,
  toSize,
  typeName,
  typeOf,
  utf8Encode,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { compileSource, compileTree, parseSource, preprocessTree, raiseNullByte } from "../compile.js";
import type { RuntimeEvaluator } from "../evaluator.js";
import { currentLocals } from "../frame/current-locals.js";
import { astPortOf } from "../ports/ast.js";

/** Bits of `compile()`'s flags (CPython `Include/cpython/compile.h`). */
export const CompileFlags = {
  SOURCE_IS_UTF8: 0x100,
  DONT_IMPLY_DEDENT: 0x200,
  ONLY_AST: 0x400,
  IGNORE_COOKIE: 0x800,
  TYPE_COMMENTS: 0x1000,
  ALLOW_TOP_LEVEL_AWAIT: 0x2000,
  ALLOW_INCOMPLETE_INPUT: 0x4000,
  OPTIMIZED_AST: 0x8400,
} as const;

/** Future features that code hands on to what it compiles. */
const FUTURES =
  CodeFlags.FUTURE_DIVISION |
  CodeFlags.FUTURE_ABSOLUTE_IMPORT |
  CodeFlags.FUTURE_WITH_STATEMENT |
  CodeFlags.FUTURE_PRINT_FUNCTION |
  CodeFlags.FUTURE_UNICODE_LITERALS |
  CodeFlags.FUTURE_BARRY_AS_BDFL |
  CodeFlags.FUTURE_GENERATOR_STOP |
  CodeFlags.FUTURE_ANNOTATIONS;

const ALLOWED =
  FUTURES |
  0x10 |
  CompileFlags.DONT_IMPLY_DEDENT |
  CompileFlags.ONLY_AST |
  CompileFlags.TYPE_COMMENTS |
  CompileFlags.ALLOW_TOP_LEVEL_AWAIT |
  CompileFlags.ALLOW_INCOMPLETE_INPUT |
  CompileFlags.OPTIMIZED_AST;

const inheritedFlags = (ts: ThreadState): number => {
  const frame = ts.frame as Frame | null;
  return frame === null ? 0 : frame.code.code.flags & FUTURES;
};

/** The text of a source argument. Raises TypeError for other things, SyntaxError for null bytes. */
function sourceText(ts: ThreadState, source: Value, message: string): Result<string | Uint8Array> {
  const text = asStr(source);
  if (text !== undefined) {
    const js = toJs(text);
    // A source is UTF-8 to CPython, which has no surrogates.
    if (/\p{Surrogate}/u.test(js) && utf8Encode(ts, text, "strict") === null) return null;
    return js.includes("\0") ? raiseNullByte(ts) : js;
  }
  const bytes = bufferBytes(ts, source);
  if (bytes === null) return null;
  if (bytes === undefined) return raise(ts, TypeErrorType, message);
  return bytes.includes(0) ? raiseNullByte(ts) : bytes;
}

/** A filename argument: str, bytes, or what has `__fspath__`. */
function fileName(ts: ThreadState, v: Value): Result<string> {
  const text = asStr(v);
  if (text !== undefined) return toJs(text);
  if (isInstance(v, BytesType)) {
    const decoded = decode(ts, (v as PyBytes).value, "utf-8", "surrogateescape");
    const str = decoded === null ? undefined : asStr(decoded);
    return str === undefined ? null : toJs(str);
  }
  const method = lookupSpecial(ts, v, "__fspath__");
  if (method === null) return null;
  if (method === undefined) {
    return raise(ts, TypeErrorType, `expected str, bytes or os.PathLike object, not ${typeName(v)}`);
  }
  const path = call(ts, method, []);
  return path === null ? null : fileName(ts, path);
}

const PARAMETERS = ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"];

function compile(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "compile", args, kwnames, PARAMETERS, 3, 6);
  if (bound === null) return null;
  const [source, filenameArgument, modeArgument] = bound as Value[];
  const filename = fileName(ts, filenameArgument);
  if (filename === null) return null;
  const mode = asStr(modeArgument);
  if (mode === undefined) {
    const got = typeName(modeArgument);
    return raise(ts, TypeErrorType, `compile() argument 'mode' must be str, not ${got}`);
  }
  const given = bound[3] === undefined ? 0 : toSize(ts, bound[3]);
  if (given === null) return null;
  const alone = bound[4] === undefined ? false : isTrue(ts, bound[4]);
  if (alone === null) return null;
  const optimize = bound[5] === undefined ? -1 : toSize(ts, bound[5]);
  if (optimize === null) return null;
  if ((given & ~ALLOWED) !== 0) return raise(ts, ValueErrorType, "compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) {
    return raise(ts, ValueErrorType, "compile(): invalid optimize value");
  }
  const flags = alone ? given : given | inheritedFlags(ts);
  const onlyAst = (flags & CompileFlags.ONLY_AST) !== 0;
  if (mode !== "exec" && mode !== "eval" && mode !== "single" && mode !== "func_type") {
    const message = onlyAst
      ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
      : "compile() mode must be 'exec', 'eval' or 'single'";
    return raise(ts, ValueErrorType, message);
  }
  if (mode === "func_type" && !onlyAst) {
    return raise(ts, ValueErrorType, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  }
  const level = (optimize === -1 ? optimizationLevel(ts) : optimize) as 0 | 1 | 2;
  const options = { filename, mode, optimize: level, flags } as const;
  const port = astPortOf(ts);
  if (port.isTree(ts, source)) {
    const optimized = (flags & CompileFlags.OPTIMIZED_AST) === CompileFlags.OPTIMIZED_AST;
    if (onlyAst && !optimized) return source;
    const tree = port.fromPython(ts, source, mode);
    if (tree === null) return null;
    if (!onlyAst) return compileTree(ts, tree, options, null);
    const shown = preprocessTree(ts, tree, options, null);
    return shown === null ? null : port.toPython(ts, shown);
  }
  const text = sourceText(ts, source, "compile() arg 1 must be a string, bytes or AST object");
  if (text === null) return null;
  if (!onlyAst) return compileSource(ts, text, options);
  const version = bound[6] === undefined ? -1 : toSize(ts, bound[6]);
  if (version === null) return null;
  const tree = parseSource(ts, text, version < 0 ? options : { ...options, featureVersion: version });
  const shown =
    tree === null ? null : preprocessTree(ts, tree, options, typeof text === "string" ? text : null);
  return shown === null ? null : port.toPython(ts, shown);
}

/** `sys.flags.optimize`. */
function optimizationLevel(ts: ThreadState): number {
  const sys = ts.interp.modules.getStr("sys");
  const flags = (sys as PyModule | undefined)?.dict?.getStr("flags");
  if (flags === undefined) return 0;
  const level = getOptionalAttr(ts, flags, "optimize");
  if (level === null) ts.pending = null;
  return typeof level === "number" ? Math.min(level, 2) : 0;
}

interface Namespaces {
  readonly globals: PyDict;
  readonly locals: Value;
}

const isMapping = (v: Value): boolean => typeOf(v).mp_subscript !== null || isSequence(v);

/** The namespaces that arguments of `eval` and `exec` mean. Raises TypeError. */
function namespaces(
  ts: ThreadState,
  fname: "eval" | "exec",
  globals: Value = None,
  locals: Value = None,
): Result<Namespaces> {
  if (globals === None) {
    const frame = ts.frame as Frame | null;
    if (frame === null) return raise(ts, SystemErrorType, "globals and locals cannot be NULL");
    const own = locals === None ? currentLocals(ts) : locals;
    return own === null ? null : checked(ts, fname, frame.globals, own);
  }
  return checked(ts, fname, globals, locals === None ? globals : locals);
}

function checked(ts: ThreadState, fname: string, globals: Value, locals: Value): Result<Namespaces> {
  if (fname === "exec") {
    if (!isInstance(globals, DictType)) {
      return raise(ts, TypeErrorType, `exec() globals must be a dict, not ${typeName(globals)}`);
    }
    if (!isMapping(locals)) {
      return raise(ts, TypeErrorType, `locals must be a mapping or None, not ${typeName(locals)}`);
    }
  } else {
    if (locals !== globals && !isMapping(locals)) return raise(ts, TypeErrorType, "locals must be a mapping");
    if (!isInstance(globals, DictType)) {
      const message = isMapping(globals)
        ? "globals must be a real dict; try eval(expr, {}, mapping)"
        : "globals must be a dict";
      return raise(ts, TypeErrorType, message);
    }
  }
  const dict = globals as PyDict;
  if (!dict.hasStr("__builtins__")) dict.setStr("__builtins__", shownBuiltins(currentBuiltins(ts)));
  return { globals: dict, locals };
}

function evalFunction(
  ts: ThreadState,
  _module: Value,
  source: Value,
  globals?: Value,
  locals?: Value,
): Result<Value> {
  const spaces = namespaces(ts, "eval", globals, locals);
  if (spaces === null) return null;
  let code: PyCode;
  if (typeOf(source) === CodeType) {
    code = source as PyCode;
    if (freeCount(code) > 0) {
      const message = "code object passed to eval() may not contain free variables";
      return raise(ts, TypeErrorType, message);
    }
  } else {
    const text = sourceText(ts, source, "eval() arg 1 must be a string, bytes or code object");
    if (text === null) return null;
    const options = { filename: "<string>", mode: "eval", optimize: 0, flags: inheritedFlags(ts) } as const;
    const compiled = compileSource(ts, skipBlanks(text), { ...options, optimize: level(ts) });
    if (compiled === null) return null;
    code = compiled;
  }
  return ts.interp.evaluator.runCode(ts, code, spaces.globals, spaces.locals);
}

const level = (ts: ThreadState): 0 | 1 | 2 => optimizationLevel(ts) as 0 | 1 | 2;

/** `eval` ignores blanks and tabs in front. */
function skipBlanks(source: string | Uint8Array): string | Uint8Array {
  if (typeof source === "string") return source.replace(/^[ \t]+/, "");
  let at = 0;
  while (source[at] === 32 || source[at] === 9) at++;
  return source.subarray(at);
}

const freeCount = (code: PyCode): number => {
  const exec = executableOf(code);
  return exec.nlocals - exec.freeStart;
};

function execFunction(
  ts: ThreadState,
  _module: Value,
  source: Value,
  globals?: Value,
  locals?: Value,
  closure: Value = None,
): Result<Value> {
  const spaces = namespaces(ts, "exec", globals, locals);
  if (spaces === null) return null;
  const evaluator = ts.interp.evaluator as RuntimeEvaluator;
  if (typeOf(source) !== CodeType) {
    if (closure !== None) {
      return raise(ts, TypeErrorType, "closure can only be used when source is a code object");
    }
    const text = sourceText(ts, source, "exec() arg 1 must be a string, bytes or code object");
    if (text === null) return null;
    const flags = inheritedFlags(ts);
    const code = compileSource(ts, text, { filename: "<string>", mode: "exec", optimize: level(ts), flags });
    if (code === null) return null;
    return evaluator.runCode(ts, code, spaces.globals, spaces.locals) === null ? null : None;
  }
  const code = source as PyCode;
  const free = freeCount(code);
  if (free === 0) {
    if (closure !== None) {
      return raise(ts, TypeErrorType, "cannot use a closure with this code object");
    }
    return evaluator.runCode(ts, code, spaces.globals, spaces.locals) === null ? null : None;
  }
  const cells = isInstance(closure, TupleType) ? (closure as PyTuple).items : [];
  if (cells.length !== free || !cells.every((cell) => typeOf(cell) === CellType)) {
    return raise(ts, TypeErrorType, `code object requires a closure of exactly length ${free}`);
  }
  const { name, qualname } = executableOf(code);
  const module = spaces.globals.getStr("__name__") ?? None;
  const builtins = builtinsOf(ts, spaces.globals);
  const fn = new PyFunction(code, spaces.globals, builtins, name, qualname, None, module);
  fn.closure = cells as readonly PyCell[];
  return evaluator.runFunction(ts, fn, spaces.locals) === null ? null : None;
}

/** `compile`, `eval`, `exec`. */
export const compilingFunctions: readonly MethodRow[] = [
  [
    "compile",
    "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)",
    compile,
    "Compiles a source into code that exec() and eval() can execute.",
    { raw: true },
  ],
  [
    "eval",
    "($module, source, /, globals=None, locals=None)",
    evalFunction,
    "The value of an expression in the context of globals and locals.",
  ],
  [
    "exec",
    "($module, source, /, globals=None, locals=None, *, closure=None)",
    execFunction,
    "Executes statements in the context of globals and locals.",
  ],
];
