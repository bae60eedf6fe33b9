import { bindKeywords } from "../../core/bind-arguments.js";
import { TupleType } from "../../core/builtin-types.js";
import { defineType } from "../../core/define.js";
import { raise } from "../../core/errors.js";
import type { GetSetRow, MethodRow } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { repr, toArray } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { concat, joinStr } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";

/** A tuple with named fields, some of which may not belong to the tuple (`os.stat_result`, `time.struct_time`). */
export class PyStructSequence extends PyTuple {
  /** Values of the fields behind the visible ones. */
  readonly hidden: readonly Value[];

  constructor(cls: PyType, visible: readonly Value[], hidden: readonly Value[]) {
    super(visible, cls);
    this.hidden = hidden;
  }
}

/** Definition of a struct sequence type; see {@link defineStructSequence}. */
export interface StructSequenceSpec {
  /** With its module: `time.struct_time`. */
  readonly name: string;
  readonly doc: string;
  /** Names of all fields and their descriptions; `null` for a field of the tuple without a name. */
  readonly fields: readonly (readonly [name: string | null, doc: string])[];
  /** How many fields, from the first, are items of the tuple; all when absent. */
  readonly visible?: number;
  /** May Python code make instances? Default true. */
  readonly instantiable?: boolean;
}

const layouts = new WeakMap<
  PyType,
  { readonly names: readonly (string | null)[]; readonly visible: number }
>();

/** Makes a struct sequence type (CPython `Objects/structseq.c`). */
export function defineStructSequence(spec: StructSequenceSpec): PyType {
  const names = spec.fields.map(([name]) => name);
  const visible = spec.visible ?? names.length;
  const unnamed = names.filter((name) => name === null).length;
  const getset: GetSetRow[] = [];
  spec.fields.forEach(([name, doc], i) => {
    if (name === null) return;
    getset.push([
      name,
      (_ts, self: PyStructSequence) => (i < visible ? self.items[i] : self.hidden[i - visible]),
      null,
      doc,
    ]);
  });
  const methods: MethodRow[] = [
    ["__reduce__", "($self, /)", (_ts, self: PyStructSequence) => reduce(self, names, visible)],
    [
      "__replace__",
      "($self, /, **changes)",
      (ts, self: PyStructSequence, args: Value[], kwnames: KwNames) =>
        replace(ts, self, args, kwnames, names, visible, unnamed),
    ],
  ];
  const type = defineType({
    name: spec.name,
    base: TupleType,
    doc: spec.doc,
    flags: spec.instantiable === false ? TypeFlags.DISALLOW_INSTANTIATION : 0,
    slots: {
      tp_repr: (ts, self: PyStructSequence) => show(ts, self, names),
      tp_new: (ts, cls, args, kwnames) =>
        spec.instantiable === false
          ? raise(ts, TypeErrorType, `cannot create '${cls.tpName}' instances`)
          : construct(ts, cls, args, kwnames, names, visible),
    },
    methods,
    getset,
    attributes: {
      n_fields: names.length,
      n_sequence_fields: visible,
      n_unnamed_fields: unnamed,
      __match_args__: new PyTuple(names.slice(0, visible).filter((name) => name !== null)),
    },
  });
  layouts.set(type, { names, visible });
  return type;
}

/** Makes an instance from the values of all fields; those not given are None. */
export function newStructSequence(type: PyType, values: readonly Value[]): PyStructSequence {
  const layout = layouts.get(type) as { names: readonly (string | null)[]; visible: number };
  const hidden: Value[] = [];
  for (let i = layout.visible; i < layout.names.length; i++) hidden.push(values[i] ?? None);
  return new PyStructSequence(type, values.slice(0, layout.visible), hidden);
}

function construct(
  ts: ThreadState,
  cls: PyType,
  args: Value[],
  kwnames: KwNames,
  names: readonly (string | null)[],
  visible: number,
): Result<Value> {
  const bound = bindKeywords(ts, "structseq", args, kwnames, ["sequence", "dict"], 1);
  if (bound === null) return null;
  const [source, extra] = bound;
  const type = typeOf(source as Value);
  if (type.tp_iter === null && type.sq_item === null)
    return raise(ts, TypeErrorType, "constructor requires a sequence");
  const values = toArray(ts, source as Value);
  if (values === null) return null;
  if (extra !== undefined && !(extra instanceof PyDict)) {
    return raise(ts, TypeErrorType, `${cls.tpName}() takes a dict as second arg, if any`);
  }
  const n = values.length;
  const limits = (bound: string, count: number): null =>
    raise(ts, TypeErrorType, `${cls.tpName}() takes an ${bound} ${count}-sequence (${n}-sequence given)`);
  if (visible === names.length && n !== visible) {
    return raise(ts, TypeErrorType, `${cls.tpName}() takes a ${visible}-sequence (${n}-sequence given)`);
  }
  if (n < visible) return limits("at least", visible);
  if (n > names.length) return limits("at most", names.length);
  const all = values.slice();
  let used = 0;
  for (let i = n; i < names.length; i++) {
    const given = extra instanceof PyDict && names[i] !== null ? extra.getStr(names[i] as string) : undefined;
    if (given !== undefined) used++;
    all.push(given ?? None);
  }
  if (extra instanceof PyDict && used < extra.size) {
    return raise(ts, TypeErrorType, `${cls.tpName}() got duplicate or unexpected field name(s)`);
  }
  return new PyStructSequence(cls, all.slice(0, visible), all.slice(visible));
}

function show(ts: ThreadState, self: PyStructSequence, names: readonly (string | null)[]): Result<Str> {
  const parts: Str[] = [];
  for (let i = 0; i < self.items.length; i++) {
    const text = repr(ts, self.items[i]);
    if (text === null) return null;
    parts.push(concat(strFromJs(`${names[i]}=`), text));
  }
  return joinStr([`${self.cls.tpName}(`, joinStr(parts, ", "), ")"], "");
}

function reduce(self: PyStructSequence, names: readonly (string | null)[], visible: number): Value {
  const rest = new PyDict();
  self.hidden.forEach((value, i) => {
    const name = names[visible + i];
    if (name !== null) rest.setStr(name, value);
  });
  return new PyTuple([self.cls, new PyTuple([new PyTuple(self.items), rest])]);
}

function replace(
  ts: ThreadState,
  self: PyStructSequence,
  args: Value[],
  kwnames: KwNames,
  names: readonly (string | null)[],
  visible: number,
  unnamed: number,
): Result<Value> {
  const given = kwnames ?? [];
  if (args.length > given.length) {
    return raise(
      ts,
      TypeErrorType,
      `__replace__() takes 0 positional arguments but ${args.length - given.length} were given`,
    );
  }
  if (unnamed > 0) {
    return raise(
      ts,
      TypeErrorType,
      `__replace__() is not supported for ${self.cls.tpName} because it has unnamed field(s)`,
    );
  }
  const all = [...self.items, ...self.hidden];
  const unknown: string[] = [];
  given.forEach((name, i) => {
    const at = names.indexOf(name);
    if (at < 0) unknown.push(name);
    else all[at] = args[i];
  });
  if (unknown.length > 0) {
    const list = repr(ts, new PyList(unknown));
    return list === null ? null : raise(ts, TypeErrorType, `Got unexpected field name(s): ${list}`);
  }
  return new PyStructSequence(self.cls, all.slice(0, visible), all.slice(visible));
}
