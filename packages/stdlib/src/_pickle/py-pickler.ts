import { type PyInstance, type PyObject, PyTuple, PyType, TypeType, type Value } from "@adder/objects";
import { DEFAULT_PROTOCOL, Op } from "./opcodes.js";
import type { Output } from "./output.js";

/** `_pickle.Pickler`, made ready in pickler-type.ts. */
export const PicklerType = new PyType(TypeType, "_pickle.Pickler");

/** A pickler: where it writes to, and what it has written already. */
export class PyPickler implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;
  /** `null` before `__init__`. */
  output: Output | null = null;
  /** 0 to 5. */
  protocol = DEFAULT_PROTOCOL;
  /** Protocol 0 writes text. */
  binary = true;
  /** Are modules named as in Python 2? */
  fixImports = false;
  /** Number of each object in the memo of the unpickler. */
  memo = new Map<Value, number>();
  private readonly moduleNames = new Map<string, PyTuple>();
  /** `fast`: nothing is memoized. */
  fast = 0;
  /** How deep containers are nested in fast mode, and those beyond a depth. */
  fastNesting = 0;
  fastMemo: Set<Value> | null = null;
  /** A `persistent_id` that was set on the instance. */
  ownPersistentId: Value | null = null;
  /** What {@link ownPersistentId}, or a method of a subclass, is during a dump; `null` if there is none. */
  persistentId: Value | null = null;
  /** `reducer_override` during a dump. */
  reducerOverride: Value | null = null;
  dispatchTable: Value | null = null;
  /** What decides which buffers are left out of the pickle. */
  bufferCallback: Value | null = null;

  constructor(cls: PyType = PicklerType) {
    this.cls = cls;
  }

  /** Where it writes to. It has been initialised. */
  get out(): Output {
    return this.output as Output;
  }

  /** What stands in the memo for the name of a module that its functions have. */
  moduleName(name: string): Value {
    let key = this.moduleNames.get(name);
    if (key === undefined) {
      key = new PyTuple([]);
      this.moduleNames.set(name, key);
    }
    return key;
  }

  /** Remembers an object, and has the unpickler do so. */
  memoize(obj: Value): void {
    if (this.fast !== 0) return;
    const index = this.memo.size;
    this.memo.set(obj, index);
    const { out } = this;
    if (this.protocol >= 4) out.byte(Op.MEMOIZE);
    else if (!this.binary) out.latin1(`p${index}\n`);
    else if (index < 256) out.opByte(Op.BINPUT, index);
    else out.opInt32(Op.LONG_BINPUT, index);
  }

  /** Has the unpickler take an object from its memo. */
  recall(index: number): void {
    const { out } = this;
    if (!this.binary) out.latin1(`g${index}\n`);
    else if (index < 256) out.opByte(Op.BINGET, index);
    else out.opInt32(Op.LONG_BINGET, index);
  }
}
