import { None, type Result, raise, type ThreadState, TypeErrorType, type Value } from "@adder/objects";
import { currentContext } from "../_contextvars/context.js";
import { PyContextVar } from "../_contextvars/context-var.js";
import { PyContext } from "./context.js";
import { Signal } from "./number.js";

/** The context variable that holds the decimal context. */
const variable = new PyContextVar("decimal_context", undefined);

/** The contexts that an interpreter offers as templates. */
class Templates {
  readonly standard = new PyContext();
  readonly basic = new PyContext();
  readonly extended = new PyContext();

  constructor() {
    this.basic.prec = this.extended.prec = 9;
    this.basic.rounding = "ROUND_HALF_UP";
    this.basic.traps |= Signal.CLAMPED | Signal.UNDERFLOW;
    this.extended.traps = 0;
  }
}

/** `DefaultContext`, `BasicContext` and `ExtendedContext`. */
export const templatesOf = (ts: ThreadState): Templates => ts.interp.state(Templates, () => new Templates());

/** A copy without flags. */
export function freshCopy(c: PyContext): PyContext {
  const made = c.copy();
  made.flags = 0;
  return made;
}

/** `decimal.getcontext()`. */
export function getContext(ts: ThreadState): PyContext {
  const { vars } = currentContext(ts);
  const found = vars.get(variable);
  if (found !== undefined) return found as PyContext;
  const made = freshCopy(templatesOf(ts).standard);
  currentContext(ts).assign(variable, made);
  return made;
}

/** `decimal.setcontext()`: a template is copied, so that it stays as it is. */
export function setContext(ts: ThreadState, c: PyContext): void {
  const { standard, basic, extended } = templatesOf(ts);
  const copied = c === standard || c === basic || c === extended;
  currentContext(ts).assign(variable, copied ? freshCopy(c) : c);
}

/** An optional context argument; the current context when absent. */
export function contextArgument(ts: ThreadState, v: Value | undefined): Result<PyContext> {
  if (v === undefined || v === None) return getContext(ts);
  return v instanceof PyContext ? v : raise(ts, TypeErrorType, "optional argument must be a context");
}
