import {
  bindKeywords,
  defineType,
  PyTuple,
  type PyType,
  type Result,
  str,
  type ThreadState,
  TupleType,
  toJs,
  type Value,
} from "@adder/objects";

const fields = ["year", "week", "weekday"];

function show(ts: ThreadState, self: PyTuple): Result<Value> {
  const shown: string[] = [];
  for (let i = 0; i < fields.length; i++) {
    const text = str(ts, self.items[i]);
    if (text === null) return null;
    shown.push(`${fields[i]}=${toJs(text)}`);
  }
  return `${self.cls.tpName}(${shown.join(", ")})`;
}

/** `datetime.IsoCalendarDate`, what `isocalendar()` gives. */
export const IsoCalendarDateType: PyType = defineType({
  name: "datetime.IsoCalendarDate",
  base: TupleType,
  doc: "ISO year, week and weekday, as a tuple with names.",
  slots: {
    tp_repr: show,
    tp_new(ts, cls, args, kwnames) {
      const bound = bindKeywords(ts, "IsoCalendarDate", args, kwnames, fields, 3);
      return bound === null ? null : new PyTuple(bound as Value[], cls);
    },
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyTuple) => new PyTuple([TupleType, new PyTuple([new PyTuple(self.items)])]),
    ],
  ],
  getset: fields.map((name, i) => [name, (_ts, self: PyTuple) => self.items[i]]),
});
