import {
  DeprecationWarningType,
  getOptionalAttr,
  type KwNames,
  PyDict,
  PyGenericAlias,
  type PyInstance,
  PyList,
  PyUnion,
  raise,
  type Status,
  setAttr,
  type ThreadState,
  TypeErrorType,
  type Value,
} from "@adder/objects";
import { AstClasses } from "./classes.js";
import { positions } from "./definition.js";
import { namesIn } from "./node-fields.js";

const positionNames: ReadonlySet<string> = new Set(positions);

const deprecated = (ts: ThreadState, message: string): Status =>
  ts.interp.evaluator.warn(ts, DeprecationWarningType, message, 1);

/** `AST.__init__` (CPython `ast_type_init`): positional and keyword fields, then defaults of what is missing. */
export function nodeInit(ts: ThreadState, self: PyInstance, args: Value[], kwnames: KwNames): Status {
  const { cls } = self;
  const fields = namesIn(ts, cls, "_fields");
  if (fields === null) return null;
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given > fields.length) {
    const count = `${fields.length} positional argument${fields.length === 1 ? "" : "s"}`;
    return raise(ts, TypeErrorType, `${cls.name} constructor takes at most ${count}`);
  }
  const remaining = new Set(fields);
  for (let i = 0; i < given; i++) {
    if (setAttr(ts, self, fields[i], args[i]) === null) return null;
    remaining.delete(fields[i]);
  }
  for (const [i, name] of (kwnames ?? []).entries()) {
    if (fields.includes(name)) {
      if (!remaining.delete(name)) {
        return raise(ts, TypeErrorType, `${cls.tpName} got multiple values for argument '${name}'`);
      }
    } else if (!positionNames.has(name)) {
      const message =
        `${cls.tpName}.__init__ got an unexpected keyword argument '${name}'. ` +
        "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.";
      if (deprecated(ts, message) === null) return null;
    }
    if (setAttr(ts, self, name, args[given + i]) === null) return null;
  }
  return remaining.size === 0 ? true : setDefaults(ts, self, remaining);
}

/** Lists become empty, contexts `Load()`; optional fields have their None in the class. */
function setDefaults(ts: ThreadState, self: PyInstance, remaining: ReadonlySet<string>): Status {
  const { cls } = self;
  const types = getOptionalAttr(ts, cls, "_field_types");
  if (types === null) return null;
  // A class of the program's own that knows nothing of types: its fields stay unset.
  if (!(types instanceof PyDict)) return true;
  const classes = AstClasses.of(ts);
  const context = classes.get("expr_context");
  for (const name of remaining) {
    const type = types.getStr(name);
    let done: Status = true;
    if (type === undefined) {
      const what = `Field '${name}' is missing from ${cls.tpName}._field_types`;
      done = deprecated(ts, `${what}. This will become an error in Python 3.15.`);
    } else if (type instanceof PyGenericAlias) done = setAttr(ts, self, name, new PyList([]));
    else if (type === context) done = setAttr(ts, self, name, classes.singleton("Load"));
    else if (!(type instanceof PyUnion)) {
      const what = `${cls.tpName}.__init__ missing 1 required positional argument: '${name}'`;
      done = deprecated(ts, `${what}. This will become an error in Python 3.15.`);
    }
    if (done === null) return null;
  }
  return true;
}
