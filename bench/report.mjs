import { cpus } from "node:os";
import { geometricMean, ratio, summary } from "./statistics.mjs";

const milliseconds = (seconds) => {
  const ms = seconds * 1000;
  return ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2);
};

const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

/** A time as `median (half the distance of the quartiles, in percent of it)`. */
function timeCell(result) {
  if (result === undefined || result.error !== undefined || result.times.length === 0) return "failed";
  const { median, low, high } = summary(result.times);
  return `${milliseconds(median)} ±${(((high - low) / 2 / median) * 100).toFixed(0)} %`;
}

function ratioCell(ours, theirs) {
  if (!ours?.times?.length || !theirs?.times?.length) return "";
  const { value, low, high } = ratio(ours.times, theirs.times);
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

/** Programs whose engines do not agree on the checksum, as sentences. */
function disagreements(results, engines) {
  const found = [];
  for (const [program, outcomes] of results) {
    const sums = outcomes.map((o, i) => [engines[i].name, o.checksum]).filter(([, sum]) => sum !== undefined);
    if (new Set(sums.map(([, sum]) => sum)).size > 1) {
      found.push(
        `**${program}: the engines disagree:** ${sums.map(([name, sum]) => `${name} ${sum}`).join("; ")}`,
      );
    }
    for (const [i, { error }] of outcomes.entries()) {
      if (error !== undefined)
        found.push(`${program} failed under ${engines[i].name}: ${error.replaceAll("|", "/").slice(0, 200)}`);
    }
  }
  return found;
}

/**
 * The part of the report on one way of measuring: times of every engine and Adder's ratio to each other engine.
 * `results` maps a program to the outcomes of the engines, in their order.
 */
export function section(title, explanation, results, engines) {
  const ours = engines.map((e, i) => [e, i]).filter(([e]) => e.isAdder);
  const theirs = engines.map((e, i) => [e, i]).filter(([e]) => !e.isAdder);
  const pairs = ours.flatMap((o) => theirs.map((t) => [o, t]));
  const head = [
    "program",
    ...engines.map((e) => `${e.name}, ms`),
    ...pairs.map(([[o], [t]]) => `${o.name} / ${t.name}`),
  ];
  const rows = [...results].map(([program, outcomes]) => [
    program,
    ...outcomes.map(timeCell),
    ...pairs.map(([[, o], [, t]]) => ratioCell(outcomes[o], outcomes[t])),
  ]);
  const means = pairs.map(([[, o], [, t]]) => {
    const values = [...results.values()]
      .filter((outcomes) => outcomes[o].times?.length && outcomes[t].times?.length)
      .map((outcomes) => ratio(outcomes[o].times, outcomes[t].times).value);
    return values.length === 0 ? "" : `**${geometricMean(values).toFixed(2)}** of ${values.length}`;
  });
  if (pairs.length > 0) rows.push(["geometric mean", ...engines.map(() => ""), ...means]);
  return [`## ${title}`, explanation, table(head, rows), ...disagreements(results, engines)].join("\n\n");
}

/** The part on measurements that are no programs: a list of `{ title, explanation, results }`. */
export function specialSection(measurements) {
  const parts = measurements
    .filter(({ results }) => results.length > 0)
    .map(({ title, explanation, results }) => {
      const ours = results.find((r) => r.isAdder && r.times.length > 0);
      const rows = results.map((r) => [
        r.name,
        r.error === undefined ? timeCell(r) : `failed: ${r.error.replaceAll("|", "/").slice(0, 100)}`,
        r.isAdder ? "" : ratioCell(ours, r),
      ]);
      return [`### ${title}`, explanation, table(["", "ms", "Adder / this"], rows)].join("\n\n");
    });
  return ["## Other measurements", ...parts].join("\n\n");
}

/** The whole of `docs/internals/benchmarks.md`. */
export function document(sections, options) {
  const intro = [
    "# Benchmarks",
    "Written by `node bench/main.mjs --write`; do not edit. Times are medians in milliseconds with half the distance " +
      "between the quartiles. Ratios are Adder's time over the other's (below 1, Adder is faster), with a 95 % interval " +
      "by resampling. All engines take turns in one run on the same machine and must print the same checksums.",
    `Machine: ${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores; Node ${process.versions.node}, ` +
      `${process.platform} ${process.arch}. ${options}`,
  ];
  return `${[...intro, ...sections].join("\n\n")}\n`;
}
