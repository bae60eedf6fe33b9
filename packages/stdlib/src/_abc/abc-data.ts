import {
  defineType,
  None,
  newWeakRef,
  type PyObject,
  PySet,
  type PyType,
  ReferenceType,
  type Result,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** A set of classes that keeps none of them alive. */
export class WeakClasses {
  #known = new WeakSet<object>();
  #refs: WeakRef<PyObject>[] = [];

  /** Is the class in the set? */
  has(cls: Value): boolean {
    return typeof cls === "object" && this.#known.has(cls);
  }

  /** Adds a class. */
  add(cls: PyObject): void {
    if (this.#known.has(cls)) return;
    this.#known.add(cls);
    this.#refs.push(new WeakRef(cls));
  }

  /** Removes all classes. */
  clear(): void {
    if (this.#refs.length === 0) return;
    this.#known = new WeakSet();
    this.#refs = [];
  }

  /** The classes that are still alive, in the order in which they were added. */
  living(): PyObject[] {
    const found: PyObject[] = [];
    let gone = false;
    for (const ref of this.#refs) {
      const cls = ref.deref();
      if (cls === undefined) gone = true;
      else found.push(cls);
    }
    if (gone) this.#refs = found.map((cls) => new WeakRef(cls));
    return found;
  }

  /** A set of weak references to the classes, as `_get_dump` shows it. */
  toPython(ts: ThreadState): Result<PySet> {
    const set = new PySet();
    for (const cls of this.living()) {
      const ref = newWeakRef(ts, cls, None, ReferenceType);
      if (ref === null || set.add(ts, ref) === null) return null;
    }
    return set;
  }
}

/** What an abstract base class knows of its virtual subclasses (CPython `_abc_data`). */
export class PyAbcData implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly registry = new WeakClasses();
  /** Classes known to be subclasses. */
  readonly cache = new WeakClasses();
  /** Classes known to be none, as long as `negativeVersion` is the number of registrations. */
  readonly negativeCache = new WeakClasses();
  negativeVersion: number;

  constructor(version: number) {
    this.cls = AbcDataType;
    this.negativeVersion = version;
  }
}

/** `_abc._abc_data`. */
export const AbcDataType = defineType({
  name: "_abc._abc_data",
  doc: "Internal state of an abstract base class.",
  slots: { tp_new: () => new PyAbcData(0) },
});
