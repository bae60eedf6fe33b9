import {
  AttributeErrorType,
  checkPositional,
  defineType,
  IndexErrorType,
  isTuple,
  joinStr,
  None,
  noKeywords,
  type PyObject,
  PyTuple,
  type PyType,
  raise,
  repr,
  sizeArgument,
  strFromKey,
  TypeErrorType,
  typeName,
  type Value,
} from "@adder/objects";

/** A field of a namedtuple: an item of a tuple by name. */
export class PyTupleGetter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly index: number;
  doc: Value;

  constructor(cls: PyType, index: number, doc: Value) {
    this.cls = cls;
    this.index = index;
    this.doc = doc;
  }
}

/** `_collections._tuplegetter` (CPython `Modules/_collectionsmodule.c`). */
export const TupleGetterType = defineType({
  name: "collections._tuplegetter",
  slots: {
    tp_new(ts, cls, args, kwnames) {
      if (noKeywords(ts, "_tuplegetter", kwnames) === null) return null;
      if (checkPositional(ts, "_tuplegetter", args.length, 2, 2) === null) return null;
      const index = sizeArgument(ts, args[0]);
      return index === null ? null : new PyTupleGetter(cls, index, args[1]);
    },
    tp_repr(ts, self: PyTupleGetter) {
      const doc = repr(ts, self.doc);
      return doc === null ? null : joinStr([strFromKey(`_tuplegetter(${self.index}, `), doc, ")"], "");
    },
    tp_descr_get(ts, self: PyTupleGetter, instance) {
      if (instance === undefined || instance === None) return self;
      if (!isTuple(instance)) {
        const what = `descriptor for index '${self.index}' for tuple subclasses`;
        return raise(ts, TypeErrorType, `${what} doesn't apply to '${typeName(instance)}' object`);
      }
      const { items } = instance;
      if (self.index < 0 || self.index >= items.length) {
        return raise(ts, IndexErrorType, "tuple index out of range");
      }
      return items[self.index];
    },
    tp_descr_set: (ts, _self, _instance, value) =>
      raise(ts, AttributeErrorType, value === undefined ? "can't delete attribute" : "can't set attribute"),
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyTupleGetter) => new PyTuple([self.cls, new PyTuple([self.index, self.doc])]),
    ],
  ],
  getset: [
    [
      "__doc__",
      (_ts, self: PyTupleGetter) => self.doc,
      (_ts, self: PyTupleGetter, value) => {
        self.doc = value ?? None;
        return true;
      },
      null,
      "member",
    ],
  ],
});
