// Makes a program on which interpreters differ shorter, as long as they differ.

const depth = (line) => line.length - line.trimStart().length;

/** Programs without one stretch of lines: a line and what is indented below it, the former alone (its body moves out), or several. */
function* candidates(lines, size) {
  for (let at = 0; at < lines.length; at += size) {
    let end = Math.min(at + size, lines.length);
    while (end < lines.length && depth(lines[end]) > depth(lines[at])) end++;
    yield [...lines.slice(0, at), ...lines.slice(end)];
    if (size > 1 || end === at + 1) continue;
    const body = lines.slice(at + 1, end).map((line) => line.slice(depth(lines[at + 1]) - depth(lines[at])));
    yield [...lines.slice(0, at), ...body, ...lines.slice(end)];
  }
}

/**
 * The shortest program found from `source` on which `differ(sources)` (an array of booleans) still says true, within
 * so many questions of up to `width` programs.
 */
export function shrink(source, differ, { questions = 60, width = 12 } = {}) {
  let lines = source.split("\n").filter((line) => line.trim() !== "");
  let asked = 0;
  for (let size = lines.length >> 2; size > 0; size >>= 1) {
    for (let again = true; again; ) {
      again = false;
      const all = [...candidates(lines, size)].filter((one) => one.length < lines.length || size === 1);
      for (let at = 0; at < all.length && asked < questions; at += width) {
        const some = all.slice(at, at + width);
        asked++;
        const found = differ(some.map((one) => `${one.join("\n")}\n`)).indexOf(true);
        if (found < 0) continue;
        lines = some[found];
        again = true;
        break;
      }
    }
  }
  return `${lines.join("\n")}\n`;
}
