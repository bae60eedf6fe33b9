import type { Interpreter, ThreadState, Value } from "@adder/objects";

type Callback = (module: Value) => void;

const key = {};

const waiting = (interp: Interpreter): Map<string, Callback> =>
  interp.state(key, () => new Map<string, Callback>());

/**
 * Has something done with a module when it is imported by an import statement for the first time, at once if it has been: what
 * would otherwise mean to import it at every start. The callback raises nothing.
 */
export function whenImported({ interp }: ThreadState, name: string, callback: Callback): void {
  const module = interp.modules.getStr(name);
  if (module === undefined) waiting(interp).set(name, callback);
  else callback(module);
}

/** A module has been imported. */
export function imported({ interp }: ThreadState, name: string, module: Value): void {
  const callbacks = waiting(interp);
  const callback = callbacks.get(name);
  if (callback === undefined) return;
  callbacks.delete(name);
  callback(module);
}
