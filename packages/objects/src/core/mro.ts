import type { PyType } from "./type.js";

/** C3 linearisation of a class over its bases, the class first; `null` when the bases' orders contradict each other. */
export function linearise(type: PyType, bases: readonly PyType[]): PyType[] | null {
  if (bases.length === 1) return [type, ...bases[0].mro];
  const merged = merge([...bases.map((b) => b.mro), bases]);
  return merged === null ? null : [type, ...merged];
}

/** The C3 merge: repeatedly the first head that is in no other list's tail. */
function merge(lists: readonly (readonly PyType[])[]): PyType[] | null {
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
    if (next === undefined) return null;
    result.push(next);
    for (let i = 0; i < lists.length; i++) if (lists[i][at[i]] === next) at[i]++;
  }
}
