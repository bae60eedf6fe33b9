import type { Result, Status, Value } from "./object.js";
import type { Slots } from "./slots.js";
import type { ThreadState } from "./thread-state.js";
import type { PyType } from "./type.js";

/**
 * A native function. What it gets depends on its signature text:
 *
 * - without `*args`/`**kwargs`: one JavaScript argument per parameter, `undefined` for one that was
 *   not given: `(ts, self, a, b) => ...`
 * - with either of them ("raw"): `(ts, self, args: Value[], kwnames: KwNames) => ...`, unchecked.
 *
 * `self` is the instance of a method, the class of a class method, the module of a module function.
 */
// biome-ignore lint/suspicious/noExplicitAny: each function states its own parameters
export type NativeFn = (ts: ThreadState, self: any, ...args: any[]) => Result<Value>;

/** What a row of {@link MethodRow} may say beyond name, signature and function. */
export interface MethodOptions {
  /** `"class"` for a class method, `"static"` for a static one. */
  readonly binding?: "class" | "static";
  /** `__text_signature__` is None in CPython. */
  readonly hidden?: boolean;
  /** The function gets its arguments unchecked although its signature has neither `*args` nor `**kwargs`. */
  readonly raw?: boolean;
}

/**
 * A built-in function or method: name, signature as in CPython's `__text_signature__` (`"($self, object, /)"`,
 * `"(iterable, /, *, key=None, reverse=False)"`; `$self`, `$type` and `$module` are not counted), function,
 * docstring. Arguments are bound, and wrong ones refused in CPython's words, before the function is called.
 */
export type MethodRow = readonly [
  name: string,
  signature: string,
  fn: NativeFn,
  doc?: string | null,
  options?: MethodOptions,
];

/**
 * A computed attribute: name, getter, setter (`null` for read-only; gets `undefined` for a deletion),
 * docstring. `"member"` says that CPython has a member descriptor here, not a getset descriptor.
 */
export type GetSetRow = readonly [
  name: string,
  // biome-ignore lint/suspicious/noExplicitAny: each function states its own class
  get: (ts: ThreadState, self: any) => Result<Value>,
  // biome-ignore lint/suspicious/noExplicitAny: each function states its own class
  set?: ((ts: ThreadState, self: any, value: Value | undefined) => Status) | null,
  doc?: string | null,
  kind?: "member",
];

/** Definition of a native type; see `defineType`. */
export interface TypeSpec {
  /** CPython's `tp_name`: `"list"`, `"collections.deque"`. */
  readonly name: string;
  /** First base; `object` when absent. */
  readonly base?: PyType;
  readonly bases?: readonly PyType[];
  readonly doc?: string | null;
  /** Bits of `TypeFlags` besides those inherited. */
  readonly flags?: number;
  /** Signature for `inspect.signature` of the class, `"(iterable=(), /)"`. */
  readonly signature?: string;
  readonly slots?: Partial<Slots>;
  readonly methods?: readonly MethodRow[];
  readonly getset?: readonly GetSetRow[];
  /** Plain class attributes. `null` for a key says: CPython has no such slot wrapper here. */
  readonly attributes?: Readonly<Record<string, Value | null>>;
}

/** Definition of a native module; see `createModule`. */
export interface ModuleSpec {
  readonly name: string;
  readonly doc?: string | null;
  readonly functions?: readonly MethodRow[];
  readonly types?: readonly PyType[];
  /** Attributes that are the same in each interpreter. */
  readonly attributes?: Readonly<Record<string, Value>>;
  /**
   * Makes what is different in each interpreter: sets attributes on the fresh module through `set`; `get` answers
   * those that are there already.
   */
  readonly exec?: (
    ts: ThreadState,
    set: (name: string, value: Value) => void,
    get: (name: string) => Value,
  ) => Status;
}
