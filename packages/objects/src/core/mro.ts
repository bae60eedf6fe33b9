import type { PyType } from "./type.js";

/** Classes whose order is contradictory: each is to come before another of them. */
export class Contradiction {
  constructor(readonly classes: readonly PyType[]) {}
}

/** C3 linearisation of a class over its bases, the class first. */
export function linearise(type: PyType, bases: readonly PyType[]): PyType[] | Contradiction {
  if (bases.length === 1) return [type, ...bases[0].mro];
  const merged = merge([...bases.map((b) => b.mro), bases]);
  return merged instanceof Contradiction ? merged : [type, ...merged];
}

/** The C3 merge: repeatedly the first head that is in no other list's tail. */
function merge(lists: readonly (readonly PyType[])[]): PyType[] | Contradiction {
  const result: PyType[] = [];
  const at = lists.map(() => 0);
  for (;;) {
    let open = false;
    let next: PyType | undefined;
    for (let i = 0; i < lists.length && next === undefined; i++) {
      const candidate = lists[i][at[i]];
      if (candidate === undefined) continue;
      open = true;
      if (!lists.some((list, j) => list.indexOf(candidate, at[j] + 1) >= 0)) next = candidate;
    }
    if (!open) return result;
    if (next === undefined) {
      const heads = lists.flatMap((list, i) => (at[i] < list.length ? [list[at[i]]] : []));
      return new Contradiction([...new Set(heads)]);
    }
    result.push(next);
    for (let i = 0; i < lists.length; i++) if (lists[i][at[i]] === next) at[i]++;
  }
}
