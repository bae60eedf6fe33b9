import type { PyInstance, Shape, Value } from "@adder/objects";
import { getField, setField } from "@adder/objects";

/** What an entry of a {@link PolymorphicCache} finds. */
export const AttributeKind = {
  /** A field of the instance. */
  FIELD: 0,
  /** A function of the class, to be called with the instance. */
  METHOD: 1,
  /** Any other attribute of the class. */
  VALUE: 2,
  /** A new field of the instance, which gets another shape. */
  ADD: 3,
} as const;

/** Where instances of one shape have an attribute. */
export interface AttributeEntry {
  /** `Shape.version`. */
  readonly version: number;
  /** One of {@link AttributeKind}. */
  readonly kind: 0 | 1 | 2 | 3;
  /** Of the field. */
  readonly index: number;
  /** The attribute of the class, or the shape afterwards. */
  readonly value: unknown;
}

/** The inline cache of an attribute site that sees instances of up to eight shapes. */
export class PolymorphicCache {
  /** Shapes that are remembered. */
  static readonly LIMIT = 8;
  readonly entries: AttributeEntry[] = [];

  find(version: number): AttributeEntry | undefined {
    const { entries } = this;
    for (let i = 0; i < entries.length; i++) if (entries[i].version === version) return entries[i];
    return undefined;
  }

  /** The attribute, `undefined` on a miss; a method's instance goes to `out`. */
  load(owner: PyInstance, out: { self: Value | undefined }): Value | undefined {
    const entry = this.find(owner.shape.version);
    out.self = undefined;
    if (entry === undefined) return undefined;
    if (entry.kind === AttributeKind.FIELD) return getField(owner, entry.index);
    if (entry.kind === AttributeKind.METHOD) out.self = owner;
    return entry.value as Value;
  }

  /** Sets the attribute; tells whether it could. */
  store(owner: PyInstance, value: Value): boolean {
    const entry = this.find(owner.shape.version);
    if (entry === undefined) return false;
    setField(owner, entry.index, value);
    if (entry.kind === AttributeKind.ADD) owner.shape = entry.value as Shape;
    return true;
  }
}
