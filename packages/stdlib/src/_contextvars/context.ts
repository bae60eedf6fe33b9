import type { PyObject, PyType, ThreadState, Value } from "@adder/objects";
import { ContextType } from "./context-type.js";
import type { PyContextVar } from "./context-var.js";

/** Values of context variables. Copies share their values until one of them is changed. */
export class PyContext implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Never changed while `shared`. */
  vars: Map<PyContextVar, Value>;
  shared = false;
  /** Some code is running in it. */
  entered = false;

  constructor(vars: Map<PyContextVar, Value> = new Map()) {
    this.cls = ContextType;
    this.vars = vars;
  }

  /** A context with the same values. */
  copy(): PyContext {
    this.shared = true;
    const made = new PyContext(this.vars);
    made.shared = true;
    return made;
  }

  /** Sets a variable, or forgets its value. */
  assign(variable: PyContextVar, value: Value | undefined): void {
    if (this.shared) {
      this.vars = new Map(this.vars);
      this.shared = false;
    }
    if (value === undefined) this.vars.delete(variable);
    else this.vars.set(variable, value);
  }
}

class Current {
  context: PyContext | null = null;
}

const stateOf = (ts: ThreadState): Current => ts.interp.state(Current, () => new Current());

/** The context that code runs in. */
export function currentContext(ts: ThreadState): PyContext {
  const state = stateOf(ts);
  if (state.context === null) {
    state.context = new PyContext();
    state.context.entered = true;
  }
  return state.context;
}

/** Makes a context the current one, as entering and leaving it do. */
export function useContext(ts: ThreadState, context: PyContext): void {
  stateOf(ts).context = context;
}
