/**
 * The names of a table by their numbers, the first of which is `first`.
 *
 * @param none what stands where no name has the number
 */
export function namesByNumber<T>(
  numbers: Readonly<Record<string, number>>,
  first: number,
  none: T,
): (string | T)[] {
  const entries = Object.entries(numbers);
  const names = new Array<string | T>(Math.max(...entries.map(([, number]) => number)) + 1 - first);
  names.fill(none);
  for (const [name, number] of entries) names[number - first] = name;
  return names;
}

/** A table of the generic instructions, in which 1 (which has no specialised forms) stands for "itself". */
export function genericTable(table: Uint16Array): Uint16Array {
  for (let opcode = 0; opcode < table.length; opcode++) if (table[opcode] === 1) table[opcode] = opcode;
  return table;
}
