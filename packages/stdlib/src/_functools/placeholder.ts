import { defineType, noKeywords, PyPlainObject, raise, TypeErrorType } from "@adder/objects";

/** The type of {@link Placeholder}. */
export const PlaceholderType = defineType({
  name: "functools._PlaceholderType",
  doc: "The type of Placeholder, which keeps a place free among the arguments of a partial.",
  slots: {
    tp_new(ts, _cls, args, kwnames) {
      if (args.length === 0 && noKeywords(ts, "PlaceholderType", kwnames) !== null) return Placeholder;
      return raise(ts, TypeErrorType, "PlaceholderType takes no arguments");
    },
    tp_repr: () => "Placeholder",
  },
  methods: [["__reduce__", "($self, /)", () => "Placeholder"]],
});

/** `functools.Placeholder`. */
export const Placeholder = new PyPlainObject(PlaceholderType);
