import { count, escape, percent, short } from "./html.js";
import { type Heat, type HeatCode, type HeatInstruction, heatOfAll } from "./model.js";
import { type Span, spansOf } from "./spans.js";
import { style } from "./style.js";

/** How each outcome is named, marked and explained. Marks and underlines say the same as the colours. */
export const legend: readonly { heat: Heat; mark: string; name: string; text: string }[] = [
  { heat: "specialised", mark: "●", name: "specialised", text: "runs a form for the types it sees" },
  { heat: "polymorphic", mark: "◆", name: "polymorphic", text: "remembers two to four kinds of objects" },
  { heat: "adaptive", mark: "○", name: "adaptive", text: "was executed too seldom to be specialised" },
  { heat: "given-up", mark: "✕", name: "given up", text: "no form fits what it sees" },
  { heat: "plain", mark: "·", name: "plain", text: "has nothing to specialise" },
  { heat: "never", mark: "–", name: "never run", text: "was not executed" },
];
const byHeat = new Map(legend.map((entry) => [entry.heat, entry]));

/** What a page is made of. */
export interface HeatPage {
  /** The program's name, for the title. */
  readonly name: string;
  readonly source: string;
  readonly codes: readonly HeatCode[];
}

/** The page: the source with its expressions coloured, and the instructions beside it. Needs neither scripts nor other files. */
export function heatPage({ name, source, codes }: HeatPage): string {
  const lines = source.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const spans = spansOf(lines, codes);
  const perLine = executionsPerLine(lines.length, codes);
  const most = Math.max(1, ...perLine);
  const listed = new Set(codes.flatMap((code) => code.instructions.map((i) => i.range.lineno)));
  const rows = lines.map((line, i) => sourceLine(line, spans[i], i + 1, perLine[i], most, listed.has(i + 1)));
  const anchors = new Set<number>();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(name)}: heat map</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escape(name)}</h1>
${summary(codes)}
${legendList(codes)}
</header>
<main>
<section class="source" aria-label="Source">
<ol>
${rows.join("\n")}
</ol>
</section>
<section class="listing" aria-label="Instructions" tabindex="0">
${codes.map((code) => listing(code, anchors)).join("\n")}
</section>
</main>
</body>
</html>
`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const isSite = ({ heat }: HeatInstruction): boolean => heat !== "plain" && heat !== "never";

function summary(codes: readonly HeatCode[]): string {
  const all = codes.flatMap((code) => code.instructions);
  const sites = all.filter(isSite);
  const hits = sum(sites.map((i) => i.hits));
  const executed = sum(sites.map((i) => i.executed));
  const misses = sum(sites.map((i) => i.misses));
  return `<p class="summary"><strong>${percent(hits, executed)}</strong> of ${count(executed)} executions of adaptive
instructions ran specialised, with ${count(misses)} ${misses === 1 ? "miss" : "misses"}. ${count(sum(all.map((i) => i.executed)))} instructions ran in all.</p>`;
}

function legendList(codes: readonly HeatCode[]): string {
  const all = codes.flatMap((code) => code.instructions);
  const items = legend.map(({ heat, mark, name, text }) => {
    const n = all.filter((i) => i.heat === heat).length;
    return `<li class="${heat}"><b><i aria-hidden="true">${mark}</i> <span class="x ${heat}">${name}</span></b> <span class="n">${count(n)}</span> <small>${text}</small></li>`;
  });
  return `<ul class="legend" aria-label="What became of the instructions">\n${items.join("\n")}\n</ul>`;
}

/** How often the busiest instruction of each line was executed. */
function executionsPerLine(lines: number, codes: readonly HeatCode[]): number[] {
  const most = new Array<number>(lines).fill(0);
  for (const { instructions } of codes) {
    for (const { range, executed } of instructions) {
      const i = range.lineno - 1;
      if (i >= 0 && i < lines) most[i] = Math.max(most[i], executed);
    }
  }
  return most;
}

function sourceLine(
  line: string,
  spans: readonly Span[],
  n: number,
  executed: number,
  most: number,
  listed: boolean,
): string {
  const share =
    executed === 0 ? 0 : Math.max(4, Math.round((100 * Math.log(executed + 1)) / Math.log(most + 1)));
  const bar = `<span class="bar"${executed > 0 ? ` title="${count(executed)} executions"` : ""}><i style="width:${share}%"></i><em>${executed > 0 ? short(executed) : ""}</em></span>`;
  const number = listed
    ? `<a href="#i${n}" aria-label="Instructions of line ${n}">${n}</a>`
    : `<span>${n}</span>`;
  return `<li id="L${n}">${number}${bar}<code>${coloured(line, spans, 0, line.length) || " "}</code></li>`;
}

function coloured(line: string, spans: readonly Span[], start: number, end: number): string {
  let html = "";
  let at = start;
  for (const span of spans) {
    html += escape(line.slice(at, span.start)) + expression(line, span);
    at = span.end;
  }
  return html + escape(line.slice(at, end));
}

function expression(line: string, span: Span): string {
  const heat = heatOfAll(span.instructions);
  const inside = coloured(line, span.inner, span.start, span.end);
  const focus = heat === "plain" || heat === "never" ? "" : ' tabindex="0"';
  return `<span class="x ${heat}"${focus}>${inside}${tip(heat, span.instructions)}</span>`;
}

/** What is shown while the pointer or the focus is on an expression. */
function tip(heat: Heat, instructions: readonly HeatInstruction[]): string {
  const rows = instructions.map((i) => {
    const why = i.reason === "" ? "" : `<small>${escape(i.reason)}</small>`;
    const numbers = [count(i.executed), ...(isSite(i) ? [count(i.hits), count(i.misses)] : ["", ""])];
    return `<span class="form">${i.form}${why}</span>${numbers.map((n) => `<span>${n}</span>`).join("")}`;
  });
  const head = ["", "executed", "hits", "misses"]
    .map((label) => `<span class="label">${label}</span>`)
    .join("");
  const { mark, name } = byHeat.get(heat) as (typeof legend)[number];
  return `<span class="tip ${heat}" role="tooltip"><b>${mark} ${name}</b><span class="grid">${head}${rows.join("")}</span></span>`;
}

function listing(code: HeatCode, anchors: Set<number>): string {
  let line = -1;
  const rows = code.instructions.map((i) => {
    const { lineno } = i.range;
    const first = lineno !== line && lineno > 0;
    line = lineno;
    const anchor = first && !anchors.has(lineno) ? ` id="i${lineno}"` : "";
    if (first) anchors.add(lineno);
    const { mark, name } = byHeat.get(i.heat) as (typeof legend)[number];
    const base = i.form === i.name ? "" : ` <small>${i.name}</small>`;
    const why = i.reason === "" ? "" : `<small>${escape(i.reason)}</small>`;
    const numbers = isSite(i) ? [count(i.hits), count(i.misses)] : ["", ""];
    return `<tr class="${i.heat}${first ? " first" : ""}"${anchor}><td>${first ? `<a href="#L${lineno}">${lineno}</a>` : ""}</td><td>${i.at}</td><th scope="row">${i.form}${base}</th><td class="argument">${escape(shorten(i.argument))}</td><td class="state"><i aria-hidden="true">${mark}</i> ${name}${why}</td><td>${i.executed > 0 ? count(i.executed) : ""}</td><td>${numbers[0]}</td><td>${numbers[1]}</td></tr>`;
  });
  return `<table class="code">
<caption>${escape(code.qualname)} <small>line ${code.firstLine}</small></caption>
<thead><tr><th scope="col">line</th><th scope="col">at</th><th scope="col">instruction</th><th scope="col">argument</th><th scope="col">became</th><th scope="col">executed</th><th scope="col">hits</th><th scope="col">misses</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

const shorten = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text);
