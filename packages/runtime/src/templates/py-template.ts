import { type PyObject, type PyTuple, PyType, type Str, TypeType, type Value } from "@adder/objects";

/** `string.templatelib.Template`, bare; see `template-types.ts`. */
export const TemplateType = new PyType(TypeType, "Template");
/** `string.templatelib.Interpolation`, bare. */
export const InterpolationType = new PyType(TypeType, "Interpolation");
/** `string.templatelib.TemplateIter`, bare. */
export const TemplateIterType = new PyType(TypeType, "TemplateIter");

/** A template string (PEP 750): one more string than interpolations. */
export class PyTemplate implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly strings: PyTuple,
    readonly interpolations: PyTuple,
  ) {
    this.cls = TemplateType;
  }
}

/** An interpolated expression of a template string. */
export class PyInterpolation implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly value: Value,
    readonly expression: Str,
    /** `"s"`, `"r"`, `"a"` or None. */
    readonly conversion: Value,
    readonly formatSpec: Str,
  ) {
    this.cls = InterpolationType;
  }
}

/** Iterates over the strings that are not empty and the interpolations of a template, in order. */
export class PyTemplateIter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Twice the index of the next string, or that plus one for the interpolation behind it. */
  next = 0;
  constructor(readonly template: PyTemplate) {
    this.cls = TemplateIterType;
  }
}
