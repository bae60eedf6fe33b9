import type { FamilyStats, InterpreterStats } from "./interpreter-stats.js";

const number = (n: number | null): string => (n === null ? "?" : n.toLocaleString("en-US"));
const percent = (part: number | null, whole: number | null): string =>
  part === null || whole === null || whole === 0 ? "" : `${((100 * part) / whole).toFixed(1)} %`;

/** Columns of a table, the first to the left and all others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join("  ")
      .trimEnd(),
  );
}

const executed = ({ hits, generic }: FamilyStats): number | null =>
  hits === null || generic === null ? null : hits + generic;

function reasons(title: string, counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts).map(([reason, n]) => [`    ${reason}`, number(n)]);
  return rows.length === 0 ? [] : [`  ${title}`, ...table(rows)];
}

/** Statistics as a text, for `--stats`. */
export function statsText(stats: InterpreterStats): string {
  const families = Object.entries(stats.families);
  const rows = families.map(([name, f]) => [
    name,
    number(executed(f)),
    number(f.hits),
    percent(f.hits, executed(f)),
    number(f.misses),
    number(f.attempts),
    number(f.successes),
    number(f.despecialised),
  ]);
  const head = ["family", "executed", "hits", "", "misses", "attempts", "successes", "gave up"];
  const { frames, instances, ints } = stats;
  const lines = [
    "Specialisation",
    ...table([head, ...rows]),
    "",
    ...families.flatMap(([name, { failures, despecialisations }]) => {
      const why = [
        ...reasons("no form fitted:", failures),
        ...reasons("forms that were given up:", despecialisations),
      ];
      return why.length === 0 ? [] : [name, ...why, ""];
    }),
    "All together",
    ...table([
      ["instructions executed", number(stats.instructions), ""],
      [
        "adaptive instructions in a specialised form",
        "",
        stats.hitRate === null ? "?" : percent(stats.hitRate, 1),
      ],
      ["frames pushed", number(frames.pushed), ""],
      [
        "  by calls inside the loop (inlined)",
        number(frames.inlined),
        percent(frames.inlined, frames.pushed),
      ],
      ["  that got a frame object", number(frames.materialised), percent(frames.materialised, frames.pushed)],
      ["instances made", number(instances.made), ""],
      ["  that got a dict", number(instances.dicts), percent(instances.dicts, instances.made)],
      ["ints that left the safe range", number(ints.leftSafeRange), ""],
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
