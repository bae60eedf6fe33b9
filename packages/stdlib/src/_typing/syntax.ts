import {
  isTuple,
  None,
  type PyTuple,
  type Result,
  raise,
  repr,
  type Str,
  type ThreadState,
  TypeErrorType,
  toJs,
  type Value,
} from "@adder/objects";
import { subscriptGeneric } from "./generic.js";
import { PyParamSpec } from "./param-spec.js";
import { PyTypeAlias } from "./type-alias.js";
import { Lazy, nothing, PyTypeParameter } from "./type-parameter.js";
import { PyTypeVar } from "./type-var.js";
import { PyTypeVarTuple } from "./type-var-tuple.js";

const later = (evaluate: Value | null): Lazy => (evaluate === null ? nothing : new Lazy(undefined, evaluate));

/**
 * What type-parameter syntax makes (PEP 695, 696): `def f[T: int]`, `class A[*Ts]`, `type X[**P] = ...`. The
 * runtime has it as its `TypingPort`.
 */
export const typeParameterSyntax = {
  typeVar: (_ts: ThreadState, name: Str, bound: Value | null, constraints: Value | null): Result<Value> =>
    new PyTypeVar(name, "inferred", later(bound), later(constraints), nothing),
  paramSpec: (_ts: ThreadState, name: Str): Result<Value> => new PyParamSpec(name, "inferred", None, nothing),
  typeVarTuple: (_ts: ThreadState, name: Str): Result<Value> => new PyTypeVarTuple(name, nothing),
  typeAlias: (_ts: ThreadState, name: Str, parameters: Value, compute: Value): Result<Value> =>
    new PyTypeAlias(
      name,
      isTuple(parameters) && parameters.items.length > 0 ? parameters : null,
      compute,
      undefined,
      undefined,
    ),
  subscriptGeneric: (ts: ThreadState, parameters: PyTuple): Result<Value> => subscriptGeneric(ts, parameters),
  setDefault(ts: ThreadState, parameter: Value, evaluate: Value): Result<Value> {
    if (parameter instanceof PyTypeParameter) {
      parameter.fallback = new Lazy(undefined, evaluate);
      return parameter;
    }
    const shown = repr(ts, parameter);
    return shown === null ? null : raise(ts, TypeErrorType, `Expected a type param, got ${toJs(shown)}`);
  },
};
