import {
  address,
  asStr,
  bindKeywords,
  classGetItem,
  defineType,
  identityHash,
  joinStr,
  type KwNames,
  LookupErrorType,
  None,
  type PyObject,
  PyPlainObject,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseWith,
  repr,
  type Str,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toJs,
  unhashable,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { currentContext, type PyContext } from "./context.js";

/** A context variable. */
export class PyContextVar implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly name: Str,
    readonly otherwise: Value | undefined,
  ) {
    this.cls = ContextVarType;
  }
}

/** What `set()` gives, so that `reset()` can go back to the value before. */
export class PyToken implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  used = false;

  constructor(
    readonly context: PyContext,
    readonly variable: PyContextVar,
    /** `undefined` when the variable had no value. */
    readonly old: Value | undefined,
  ) {
    this.cls = TokenType;
  }
}

function varNew(ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given > 1) {
    const message = `ContextVar() takes at most 1 positional argument (${given} given)`;
    return raise(ts, TypeErrorType, message);
  }
  const bound = bindKeywords(ts, "ContextVar", args, kwnames, ["", "default"], 1, 1);
  if (bound === null) return null;
  const name = asStr(bound[0] as Value);
  if (name === undefined) return raise(ts, TypeErrorType, "context variable name must be a str");
  return new PyContextVar(name, bound[1]);
}

function varRepr(ts: ThreadState, self: PyContextVar): Result<Str> {
  const name = repr(ts, self.name);
  if (name === null) return null;
  const parts: Str[] = ["<ContextVar name=", name];
  if (self.otherwise !== undefined) {
    const otherwise = repr(ts, self.otherwise);
    if (otherwise === null) return null;
    parts.push(" default=", otherwise);
  }
  parts.push(` at ${address(ts, self)}>`);
  return joinStr(parts, "");
}

function get(ts: ThreadState, self: PyContextVar, otherwise: Value | undefined): Result<Value> {
  const value = currentContext(ts).vars.get(self) ?? otherwise ?? self.otherwise;
  return value ?? raiseWith(ts, LookupErrorType, [self]);
}

function set(ts: ThreadState, self: PyContextVar, value: Value): Value {
  const context = currentContext(ts);
  const token = new PyToken(context, self, context.vars.get(self));
  context.assign(self, value);
  return token;
}

function reset(ts: ThreadState, self: PyContextVar, token: Value): Result<Value> {
  const shown = repr(ts, token);
  if (shown === null) return null;
  const text = toJs(shown);
  if (!(token instanceof PyToken)) {
    return raise(ts, TypeErrorType, `expected an instance of Token, got ${text}`);
  }
  if (token.used) return raise(ts, RuntimeErrorType, `${text} has already been used once`);
  if (token.variable !== self) {
    return raise(ts, ValueErrorType, `${text} was created by a different ContextVar`);
  }
  const context = currentContext(ts);
  if (token.context !== context)
    return raise(ts, ValueErrorType, `${text} was created in a different Context`);
  token.used = true;
  context.assign(self, token.old);
  return None;
}

/** `contextvars.ContextVar`. */
export const ContextVarType: PyType = defineType({
  name: "_contextvars.ContextVar",
  doc: "A variable that each context may have another value for.",
  slots: {
    tp_new: (ts, _cls, args, kwnames) => varNew(ts, args, kwnames),
    tp_repr: varRepr,
    tp_hash: identityHash,
  },
  methods: [
    ["get", "($self, default=<unrepresentable>, /)", get, "The value in the current context."],
    [
      "set",
      "($self, value, /)",
      set,
      "Sets the value in the current context, and gives a token for reset().",
    ],
    ["reset", "($self, token, /)", reset, "Goes back to the value before the set() that gave the token."],
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
  ],
  getset: [["name", (_ts, self: PyContextVar) => self.name, null, null, "member"]],
});

const MissingType = defineType({
  name: "Token.MISSING",
  slots: { tp_repr: () => "<Token.MISSING>" },
});
const Missing = new PyPlainObject(MissingType);

function tokenRepr(ts: ThreadState, self: PyToken): Result<Str> {
  const variable = repr(ts, self.variable);
  if (variable === null) return null;
  const head = self.used ? "<Token used var=" : "<Token var=";
  return joinStr([head, variable, strFromJs(` at ${address(ts, self)}>`)], "");
}

/** `contextvars.Token`. */
export const TokenType: PyType = defineType({
  name: "_contextvars.Token",
  slots: {
    tp_new: (ts) => raise(ts, RuntimeErrorType, "Tokens can only be created by ContextVars"),
    tp_repr: tokenRepr,
    tp_hash: unhashable,
  },
  methods: [
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
    ["__enter__", "($self, /)", (_ts, self: PyToken) => self, "Enter into Token context manager."],
    [
      "__exit__",
      "($self, type, val, tb, /)",
      (ts, self: PyToken) => reset(ts, self.variable, self),
      "Exit from Token context manager, restore the linked ContextVar.",
    ],
  ],
  getset: [
    ["var", (_ts, self: PyToken) => self.variable],
    ["old_value", (_ts, self: PyToken) => self.old ?? Missing],
  ],
  attributes: { MISSING: Missing },
});
