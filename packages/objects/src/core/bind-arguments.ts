import type { NativeDef } from "../types/builtin-function/native-def.js";
import { TypeErrorType } from "../types/exceptions/exception-types.js";
import { PyModule } from "../types/module/py-module.js";
import { raise } from "./errors.js";
import type { Result, Status, Value } from "./object.js";
import type { KwNames } from "./slots.js";
import { suggest } from "./suggestions.js";
import type { ThreadState } from "./thread-state.js";
import { PyType } from "./type.js";
import { typeOf } from "./type-of.js";

/*
 * Binding of arguments to the parameters of native functions, in CPython's words (`Python/getargs.c`).
 * None of this is on a hot path: `callNative` calls directly whenever only positional arguments in the
 * right number were given.
 */

const plural = (n: number): string => (n === 1 ? "" : "s");

/** Refuses keyword arguments: "list() takes no keyword arguments". */
export function noKeywords(ts: ThreadState, fname: string, kwnames: KwNames): Status {
  if (kwnames === null || kwnames.length === 0) return true;
  return raise(ts, TypeErrorType, `${fname}() takes no keyword arguments`);
}

/** Checks the number of positional arguments as `PyArg_UnpackTuple` does: "pop expected at most 1 argument, got 2". */
export function checkPositional(
  ts: ThreadState,
  fname: string,
  given: number,
  min: number,
  max: number,
): Status {
  if (given >= min && given <= max) return true;
  const bound = given < min ? min : max;
  const how = min === max ? "" : given < min ? "at least " : "at most ";
  return raise(ts, TypeErrorType, `${fname} expected ${how}${bound} argument${plural(bound)}, got ${given}`);
}

/** Parameters that {@link bindKeywords} fills. */
export interface ParameterList {
  /** Names in order; `""` for a positional-only parameter. */
  readonly names: readonly string[];
  /** Positional parameters without default. */
  readonly minPositional: number;
  /** Parameters that may be given by position. */
  readonly maxPositional: number;
  /** Keyword-only parameters without default; they follow the positional ones. */
  readonly minKeywordOnly: number;
}

/**
 * Binds arguments as Argument Clinic's generated code does (`_PyArg_UnpackKeywords`): one element per
 * name, `undefined` for a parameter that was not given. Raises TypeError.
 *
 * @param fname the name in messages; `""` for a function that they do not name
 * @param names parameter names in order; `""` for a positional-only one
 */
export function bindKeywords(
  ts: ThreadState,
  fname: string,
  args: readonly Value[],
  kwnames: KwNames,
  names: readonly string[],
  minPositional = 0,
  maxPositional = names.length,
): Result<(Value | undefined)[]> {
  return bindParameters(ts, fname, args, kwnames, { names, minPositional, maxPositional, minKeywordOnly: 0 });
}

/** As {@link bindKeywords}, with keyword-only parameters that must be given. */
export function bindParameters(
  ts: ThreadState,
  fname: string,
  args: readonly Value[],
  kwnames: KwNames,
  parameters: ParameterList,
): Result<(Value | undefined)[]> {
  const { names, minPositional, maxPositional, minKeywordOnly } = parameters;
  const nkw = kwnames === null ? 0 : kwnames.length;
  const nargs = args.length - nkw;
  const total = names.length;
  const callee = fname === "" ? "function" : `${fname}()`;
  const fail = (message: string): null => raise(ts, TypeErrorType, `${callee} ${message}`);

  if (nargs + nkw > total) {
    const kind = nargs === 0 ? "keyword " : "";
    return fail(`takes at most ${total} ${kind}argument${plural(total)} (${nargs + nkw} given)`);
  }
  if (nargs > maxPositional) {
    if (maxPositional === 0) return fail("takes no positional arguments");
    const how = minPositional < maxPositional ? "at most" : "exactly";
    return fail(`takes ${how} ${maxPositional} positional argument${plural(maxPositional)} (${nargs} given)`);
  }
  let positionalOnly = 0;
  while (positionalOnly < total && names[positionalOnly] === "") positionalOnly++;
  const minOnly = Math.min(positionalOnly, minPositional);
  if (nargs < minOnly) {
    const how = minOnly < maxPositional ? "at least" : "exactly";
    return fail(`takes ${how} ${minOnly} positional argument${plural(minOnly)} (${nargs} given)`);
  }

  const bound: (Value | undefined)[] = new Array(total).fill(undefined);
  for (let i = 0; i < nargs; i++) bound[i] = args[i];
  let left = nkw;
  const required = minKeywordOnly > 0 ? maxPositional + minKeywordOnly : minPositional;
  for (let i = Math.max(nargs, positionalOnly); i < total; i++) {
    const at = left > 0 && kwnames !== null ? kwnames.indexOf(names[i]) : -1;
    if (at >= 0) {
      bound[i] = args[nargs + at];
      left--;
    } else if (i < minPositional || (i >= maxPositional && i < required)) {
      return fail(`missing required argument '${names[i]}' (pos ${i + 1})`);
    }
  }
  if (left > 0 && kwnames !== null) {
    for (let i = positionalOnly; i < nargs; i++) {
      if (kwnames.includes(names[i])) {
        const which = `('${names[i]}') and position (${i + 1})`;
        return raise(ts, TypeErrorType, `argument for ${callee} given by name ${which}`);
      }
    }
    const unknown = kwnames.find((name) => name === "" || !names.includes(name)) as string;
    return unexpectedKeyword(ts, fname, unknown, names);
  }
  return bound;
}

/** Refuses a keyword argument that is no parameter, with the parameter that may have been meant. Raises TypeError. */
export function unexpectedKeyword(
  ts: ThreadState,
  fname: string,
  unknown: string,
  names: readonly string[],
): null {
  const meant = suggest(
    unknown,
    names.filter((name) => name !== ""),
  );
  const hint = meant === null ? "" : `. Did you mean '${meant}'?`;
  const callee = fname === "" ? "this function" : `${fname}()`;
  return raise(ts, TypeErrorType, `${callee} got an unexpected keyword argument '${unknown}'${hint}`);
}

/** What `bindParameters` needs to know of a FIXED native function. */
function parametersOf(def: NativeDef): ParameterList {
  const { parameters } = def;
  return {
    names: parameters.map((p) => (p.kind === "positional-only" ? "" : p.name)),
    minPositional: parameters.filter((p) => p.kind !== "keyword-only" && !p.optional).length,
    maxPositional: def.maxArgs,
    minKeywordOnly: parameters.filter((p) => p.kind === "keyword-only" && !p.optional).length,
  };
}

/** What messages call a native function (CPython `_PyObject_FunctionStr`). */
function displayOf(def: NativeDef, self: Value | null, bound: boolean): string {
  if (self instanceof PyType) {
    // A method of instances may be called with a class as its instance.
    const { binding } = def.options;
    const ofClass = binding === "class" || (bound && binding !== "static");
    return ofClass ? `${self.qualname}.${def.name}` : def.display;
  }
  const plain = !bound || self === null || self instanceof PyModule || !def.display.includes(".");
  return plain ? def.display : `${typeOf(self).qualname}.${def.name}`;
}

/**
 * Binds the arguments of a call of a FIXED native function that is not a plain positional one.
 *
 * @param self what the function is called on; messages name a class by it
 * @param bound whether it is called as a function that has its `self`, so that messages name the class of that
 */
export function bindNative(
  ts: ThreadState,
  def: NativeDef,
  self: Value | null,
  args: readonly Value[],
  kwnames: KwNames,
  bound: boolean,
): Result<readonly (Value | undefined)[]> {
  const { parameters } = def;
  if (parameters.some((p) => p.kind !== "positional-only")) {
    return bindParameters(ts, def.name, args, kwnames, parametersOf(def));
  }
  const display = displayOf(def, self, bound);
  if (noKeywords(ts, display, kwnames) === null) return null;
  const n = args.length;
  if (n >= def.minArgs && n <= def.maxArgs) return args;
  if (def.maxArgs === 0) {
    return raise(ts, TypeErrorType, `${display}() takes no arguments (${n} given)`);
  }
  if (def.maxArgs === 1 && def.minArgs === 1) {
    return raise(ts, TypeErrorType, `${display}() takes exactly one argument (${n} given)`);
  }
  checkPositional(ts, def.name, n, def.minArgs, def.maxArgs);
  return null;
}
