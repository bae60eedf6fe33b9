import {
  AttributeErrorType,
  attributesOf,
  callUnbound,
  clearPending,
  ensureAttributes,
  getInstanceAttr,
  type MethodSelf,
  type PyObject,
  type PyType,
  pendingMatches,
  type Result,
  type Slots,
  type Status,
  sayWhere,
  setInstanceAttr,
  strFromKey,
  type ThreadState,
  typeOf,
  type Value,
} from "@adder/objects";

type Get = Slots["tp_descr_get"];

/*
 * Inline caches of attribute sites for which there is no faster form. What was found in the class is remembered, by the class's
 * version; what is in the instance is looked up.
 */

/** How a site reads an attribute: `undefined` when its operand is another one, `null` with an exception pending. */
export interface AttributeLoad {
  load(ts: ThreadState, owner: Value, out: MethodSelf): Result<Value | undefined>;
}

/** Reads an attribute the way `object.__getattribute__` does, and `__getattr__` after it. */
export class InstanceLoad implements AttributeLoad {
  private readonly version: number;

  /**
   * @param attribute what the class has, `undefined` for nothing
   * @param get how it is bound, `null` where it is itself
   * @param data whether it takes precedence over what the instance has
   * @param unbound whether it is a method that is called at once, with its instance as the first argument
   * @param hook `__getattr__` of the class
   */
  constructor(
    private readonly type: PyType,
    private readonly name: string,
    private readonly attribute: Value | undefined,
    private readonly get: Get,
    private readonly data: boolean,
    private readonly unbound: boolean,
    private readonly hook: Value | undefined,
  ) {
    this.version = type.version;
  }

  load(ts: ThreadState, owner: Value, out: MethodSelf): Result<Value | undefined> {
    if (typeOf(owner).version !== this.version) return undefined;
    const { attribute, get } = this;
    if (!this.data) {
      const inst = attributesOf(owner);
      if (inst !== null) {
        const value = getInstanceAttr(inst, this.name);
        if (value !== undefined) return value;
      }
      if (this.unbound) {
        out.self = owner;
        return attribute;
      }
    }
    if (attribute === undefined) return this.hook === undefined ? undefined : this.ask(ts, owner, this.hook);
    if (get === null) return attribute;
    const value = get(ts, attribute, owner, this.type);
    if (value !== null) return value;
    if (this.hook !== undefined && pendingMatches(ts, AttributeErrorType)) {
      clearPending(ts);
      return this.ask(ts, owner, this.hook);
    }
    return sayWhere(ts, owner, this.name);
  }

  private ask(ts: ThreadState, owner: Value, hook: Value): Result<Value> {
    return callUnbound(ts, hook, owner, [strFromKey(this.name)]) ?? sayWhere(ts, owner, this.name);
  }
}

/** Reads an attribute of a class that is a descriptor, or that the metaclass has. */
export class ClassLoad implements AttributeLoad {
  private readonly version: number;
  private readonly metaVersion: number;

  /**
   * @param attribute what the class or its metaclass has
   * @param get how it is bound
   * @param meta whether it is the metaclass that has it, so that the class is its instance
   */
  constructor(
    owner: PyType,
    private readonly name: string,
    private readonly attribute: Value,
    private readonly get: NonNullable<Get>,
    private readonly meta: boolean,
  ) {
    this.version = owner.version;
    this.metaVersion = owner.cls.version;
  }

  load(ts: ThreadState, owner: Value): Result<Value | undefined> {
    const type = owner as PyType;
    // Versions are unique: only a class has that of one.
    if (typeof owner !== "object" || type.version !== this.version || type.cls.version !== this.metaVersion) {
      return undefined;
    }
    const value = this.meta
      ? this.get(ts, this.attribute, type, type.cls)
      : this.get(ts, this.attribute, undefined, type);
    return value === null ? sayWhere(ts, owner, this.name) : value;
  }
}

/** Sets an attribute of instances of one class, in a way that the class knows. */
export class AttributeStore {
  private readonly version: number;

  /** @param set the descriptor's function, `null` where the attribute belongs in the instance */
  constructor(
    type: PyType,
    private readonly name: string,
    private readonly attribute: Value | undefined,
    private readonly set: Slots["tp_descr_set"],
  ) {
    this.version = type.version;
  }

  /** `false` when the operand is another one. */
  store(ts: ThreadState, owner: Value, value: Value): Status | false {
    if (typeOf(owner).version !== this.version) return false;
    if (this.set !== null) return this.set(ts, this.attribute as Value, owner, value);
    setInstanceAttr(ts, ensureAttributes(owner as PyObject), this.name, value);
    return true;
  }
}

/** What a site with `super()` has found: for which class, and for which class's instance. */
export class SuperCache {
  private readonly version: number;

  /**
   * @param cls the class behind which the search begins
   * @param start the class whose MRO is searched
   * @param ofClass whether that is the object itself, a class, and not the type of the object
   * @param get how the attribute is bound, `null` where it is itself
   */
  constructor(
    private readonly cls: Value,
    private readonly start: PyType,
    private readonly ofClass: boolean,
    readonly attribute: Value,
    private readonly get: Get,
  ) {
    this.version = start.version;
  }

  /** Is it the same class, and an object of the same kind? */
  fits(cls: Value, self: Value): boolean {
    if (cls !== this.cls) return false;
    return this.ofClass
      ? self === this.start && this.start.version === this.version
      : typeOf(self).version === this.version;
  }

  /** The attribute, bound. */
  bind(ts: ThreadState, self: Value): Result<Value> {
    const { get } = this;
    if (get === null) return this.attribute;
    return get(ts, this.attribute, this.ofClass ? undefined : self, this.start);
  }
}
