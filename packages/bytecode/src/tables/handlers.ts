/** One entry of an exception table; offsets are code units. */
export interface Handler {
  /** First code unit that is covered. */
  readonly start: number;
  /** Code unit behind the last that is covered. */
  readonly end: number;
  /** Code unit where the handler begins. */
  readonly target: number;
  /** Values that stay on the stack. */
  readonly depth: number;
  /** Whether the position of the instruction that raised is pushed below the exception. */
  readonly lasti: boolean;
}

/** Decodes an exception table (`InternalDocs/exception_handling.md`); entries are in order and do not overlap. */
export function decodeHandlers(table: Uint8Array): Handler[] {
  const handlers: Handler[] = [];
  let at = 0;
  const number = (): number => {
    let byte = table[at++];
    let value = byte & 63;
    while (byte & 64) {
      byte = table[at++];
      value = (value << 6) | (byte & 63);
    }
    return value;
  };
  while (at < table.length) {
    const start = number();
    const end = start + number();
    const target = number();
    const depthAndLasti = number();
    handlers.push({ start, end, target, depth: depthAndLasti >> 1, lasti: (depthAndLasti & 1) !== 0 });
  }
  return handlers;
}

/** The entry that covers a code unit, or null. */
export function handlerAt(handlers: readonly Handler[], unit: number): Handler | null {
  let low = 0;
  let high = handlers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (handlers[middle].end <= unit) low = middle + 1;
    else high = middle;
  }
  return low < handlers.length && handlers[low].start <= unit ? handlers[low] : null;
}
