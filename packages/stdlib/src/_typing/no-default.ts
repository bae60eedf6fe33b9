import { defineType, PyPlainObject, raise, TypeErrorType } from "@adder/objects";

/** The type of {@link NoDefault}. */
export const NoDefaultType = defineType({
  name: "NoDefaultType",
  doc: "The type of the NoDefault singleton.",
  signature: "()",
  slots: {
    tp_new: (ts, _cls, args) =>
      args.length > 0 ? raise(ts, TypeErrorType, "NoDefaultType takes no arguments") : NoDefault,
    tp_repr: () => "typing.NoDefault",
  },
  methods: [["__reduce__", "($self, /)", () => "NoDefault"]],
});

/** `typing.NoDefault`: a type parameter has no default. */
export const NoDefault = new PyPlainObject(NoDefaultType);
