import { CodeFlags, LocalKind } from "@adder/bytecode";
import { activations, type Frame, type Slot } from "@adder/frames";
import {
  CellType,
  mergeDict,
  type PyCell,
  PyDict,
  type PyObject,
  type Result,
  type ThreadState,
  type Value,
} from "@adder/objects";

/**
 * Are the variables of a frame slots, as those of a function are? Those of a module or class body are while a
 * comprehension in it executes, which has its variables in hidden slots (PEP 709).
 */
export function hasFastLocals(frame: Frame): boolean {
  return (frame.code.code.flags & CodeFlags.OPTIMIZED) !== 0 || hasHiddenLocals(frame);
}

function hasHiddenLocals(frame: Frame): boolean {
  const { localsplusKinds } = frame.code.code;
  for (let i = 0; i < localsplusKinds.length; i++) {
    if ((localsplusKinds[i] & LocalKind.HIDDEN) !== 0 && readLocal(frame, i) !== undefined) return true;
  }
  return false;
}

/** The cell in a slot that belongs to a cell or free variable; `null` for a plain local, and before MAKE_CELL has run. */
function cellAt(frame: Frame, index: number): PyCell | null {
  if ((frame.code.code.localsplusKinds[index] & (LocalKind.CELL | LocalKind.FREE)) === 0) return null;
  const slot = frame.stack[frame.base + index];
  return typeof slot === "object" && (slot as PyObject).cls === CellType ? (slot as PyCell) : null;
}

/** Value of a variable, `undefined` while it is unbound. */
export function readLocal(frame: Frame, index: number): Slot {
  const cell = cellAt(frame, index);
  return cell === null ? frame.stack[frame.base + index] : cell.value;
}

/** Binds a variable. */
export function writeLocal(frame: Frame, index: number, value: Slot): void {
  const cell = cellAt(frame, index);
  if (cell === null) {
    frame.stack[frame.base + index] = value;
    activations.epoch++;
  } else cell.value = value;
}

/** Index of a variable by name, -1 when there is none. */
export function localIndex(frame: Frame, name: string): number {
  const { localsplusNames } = frame.code.code;
  for (let i = 0; i < localsplusNames.length; i++) {
    if (localsplusNames[i] === name) return i;
  }
  return -1;
}

/** Calls `visit` for each bound variable, in order. */
export function eachLocal(frame: Frame, visit: (name: string, value: Value) => void): void {
  const { localsplusNames } = frame.code.code;
  for (let i = 0; i < localsplusNames.length; i++) {
    const value = readLocal(frame, i);
    if (value !== undefined) visit(localsplusNames[i], value);
  }
}

/** A fresh dict of the variables, as `locals()` answers in a function. */
export function snapshotLocals(ts: ThreadState, frame: Frame, extra: PyDict | null): Result<PyDict> {
  const dict = new PyDict();
  eachLocal(frame, (name, value) => dict.setStr(name, value));
  return extra !== null && mergeDict(ts, dict, extra) === null ? null : dict;
}
