// Makes a program on which the interpreters differ shorter, as long as they differ.

function* candidates(source) {
  const lines = source.split("\n");
  if (lines.length > 1) {
    for (let size = lines.length >> 1; size > 0; size >>= 1) {
      for (let i = 0; i + size <= lines.length; i += size)
        yield [...lines.slice(0, i), ...lines.slice(i + size)].join("\n");
    }
  }
  const parts = source.match(/\w+|\s+|[^\w\s]/g) ?? [];
  for (let size = Math.min(8, parts.length >> 1); size > 0; size >>= 1) {
    for (let i = 0; i + size <= parts.length; i++)
      yield [...parts.slice(0, i), ...parts.slice(i + size)].join("");
  }
}

/** The shortest case that was found from `one` on which `differ(cases)`, a list of booleans, still says true. */
export function shrink(one, differ) {
  const text = "bytes" in one ? Buffer.from(one.bytes, "base64").toString("latin1") : one.source;
  const remake = (source) =>
    "bytes" in one ? { ...one, bytes: Buffer.from(source, "latin1").toString("base64") } : { ...one, source };
  let best = text;
  for (let round = 0; round < 60; round++) {
    const shorter = [...new Set(candidates(best))]
      .filter((source) => source.length < best.length)
      .slice(0, 400);
    if (shorter.length === 0) break;
    const found = differ(shorter.map(remake)).flatMap((yes, i) => (yes ? [shorter[i]] : []));
    if (found.length === 0) break;
    best = found.reduce((a, b) => (b.length < a.length ? b : a));
  }
  return remake(best);
}
