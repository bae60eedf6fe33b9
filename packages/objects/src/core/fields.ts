import type { PyDict } from "../types/dict/py-dict.js";
import type { PyObject, Value } from "./object.js";
import type { PyType } from "./type.js";
import { freshVersion } from "./versions.js";

/**
 * A hidden class: which attribute lives in which field. Shapes form a tree below each class's root
 * shape; instances that got the same attributes in the same order share one. A shape belongs to one
 * class, so a guard on the shape is a guard on the class too.
 */
export class Shape {
  /** The class whose instances have this shape. */
  readonly cls: PyType;
  /** Attribute names in the order in which they were added; reserved fields (`__slots__`) come first as `null`. */
  readonly names: readonly (string | null)[];
  /** Name to field index. */
  readonly index: ReadonlyMap<string, number>;
  /**
   * Stands for the shape and for the state of its class: changes when the class or one of its bases does. What inline
   * caches of attributes guard on.
   */
  version = freshVersion();
  readonly #transitions = new Map<string, Shape>();

  constructor(cls: PyType, names: readonly (string | null)[], index: ReadonlyMap<string, number>) {
    this.cls = cls;
    this.names = names;
    this.index = index;
  }

  /** The root shape of a class whose instances have `reserved` fields for `__slots__`. */
  static root(cls: PyType, reserved: number): Shape {
    return new Shape(cls, new Array<null>(reserved).fill(null), new Map());
  }

  /** Gives this shape and all below it versions that no shape had before. */
  renew(): void {
    this.version = freshVersion();
    for (const next of this.#transitions.values()) next.renew();
  }

  /** The shape after the attribute `name` was added in the next field. */
  add(name: string): Shape {
    let next = this.#transitions.get(name);
    if (next === undefined) {
      const index = new Map(this.index);
      index.set(name, this.names.length);
      next = new Shape(this.cls, [...this.names, name], index);
      this.#transitions.set(name, next);
    }
    return next;
  }
}

/**
 * An object with attribute fields: an instance of a class that derives from `object` alone, or the
 * attributes of an instance of a subclass of another built-in type (see `attributesOf`).
 *
 * Attributes live in the fields until somebody looks at `__dict__`: then they move to `dict` for good, `shape` becomes the
 * class's shape for that, and only the reserved fields stay.
 */
export class PyInstance implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  shape: Shape;
  s0: Value | undefined = undefined;
  s1: Value | undefined = undefined;
  s2: Value | undefined = undefined;
  s3: Value | undefined = undefined;
  /** Fields from the fifth on. */
  more: (Value | undefined)[] | null = null;
  /** The materialised `__dict__`. While it is not `null`, no attribute lives in the fields. */
  dict: PyDict | null = null;
  /** Counts the objects whose `id()` or hash was asked for; 0 before. See `objectId`. */
  serial = 0;

  constructor(cls: PyType, shape: Shape) {
    this.cls = cls;
    this.shape = shape;
  }
}

/** The value in a field, `undefined` when unset. */
export function getField(o: PyInstance, i: number): Value | undefined {
  switch (i) {
    case 0:
      return o.s0;
    case 1:
      return o.s1;
    case 2:
      return o.s2;
    case 3:
      return o.s3;
    default:
      return o.more === null ? undefined : o.more[i - 4];
  }
}

/** Sets or (with `undefined`) clears a field. */
export function setField(o: PyInstance, i: number, value: Value | undefined): void {
  switch (i) {
    case 0:
      o.s0 = value;
      return;
    case 1:
      o.s1 = value;
      return;
    case 2:
      o.s2 = value;
      return;
    case 3:
      o.s3 = value;
      return;
    default:
      (o.more ??= [])[i - 4] = value;
  }
}
