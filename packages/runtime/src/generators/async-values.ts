import { defineType, type PyObject, type PyType, type Value } from "@adder/objects";

/** Type of {@link PyAsyncGenWrappedValue}. Programs never see an instance. */
export const AsyncGenWrappedValueType: PyType = defineType({
  name: "async_generator_wrapped_value",
  doc: null,
});

/** A value on its way out of an asynchronous generator, told apart by it from what `await` sends outwards. */
export class PyAsyncGenWrappedValue implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(readonly value: Value) {
    this.cls = AsyncGenWrappedValueType;
  }
}
