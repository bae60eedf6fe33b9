/** Colours of the page: ink on paper, and for each outcome its tint with the ink of its mark and underline. */
export const colours = {
  light: {
    ink: "#1d2329",
    muted: "#57606a",
    paper: "#ffffff",
    panel: "#f5f7f9",
    rule: "#d5dbe1",
    bar: "#c3ccd6",
    link: "#0a5fb4",
    "specialised-tint": "#d9f2e4",
    "specialised-ink": "#0a6940",
    "polymorphic-tint": "#e4e5fb",
    "polymorphic-ink": "#4843b5",
    "adaptive-tint": "#fcf0cb",
    "adaptive-ink": "#755200",
    "given-up-tint": "#fce1d8",
    "given-up-ink": "#a3310c",
    "never-ink": "#646d76",
  },
  dark: {
    ink: "#e4eaf0",
    muted: "#9ba8b5",
    paper: "#101418",
    panel: "#171c22",
    rule: "#2c343d",
    bar: "#3f4a56",
    link: "#7db7f5",
    "specialised-tint": "#133829",
    "specialised-ink": "#72dba5",
    "polymorphic-tint": "#282852",
    "polymorphic-ink": "#b7b5ff",
    "adaptive-tint": "#3b3111",
    "adaptive-ink": "#efcb65",
    "given-up-tint": "#4a2115",
    "given-up-ink": "#ffa587",
    "never-ink": "#8b98a5",
  },
} as const;

const variables = (theme: Readonly<Record<string, string>>): string =>
  Object.entries(theme)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join("");

/** An underline as a background, so that that of an inner expression hides that of the outer one. */
const underline = {
  specialised: "linear-gradient(var(--specialised-ink) 0 0) 0 100%/100% 2px",
  polymorphic:
    "linear-gradient(var(--polymorphic-ink) 0 1px,transparent 1px 3px,var(--polymorphic-ink) 3px) 0 100%/100% 4px",
  adaptive: "repeating-linear-gradient(90deg,var(--adaptive-ink) 0 2px,transparent 2px 5px) 0 100%/100% 2px",
  "given-up":
    "repeating-linear-gradient(90deg,var(--given-up-ink) 0 7px,transparent 7px 10px) 0 100%/100% 3px",
} as const;

const outcomes = Object.entries(underline)
  .map(
    ([heat, line]) =>
      `.x.${heat}{background:${line} no-repeat,var(--${heat}-tint)}` +
      `.listing .${heat} .state{color:var(--${heat}-ink)}.legend .${heat} i,.tip.${heat} b{color:var(--${heat}-ink)}`,
  )
  .join("\n");

/** The page's style. */
export const style = `
:root{${variables(colours.light)}
--code:ui-monospace,"SF Mono","Cascadia Code","JetBrains Mono","DejaVu Sans Mono",monospace;
--text:system-ui,"Segoe UI","Helvetica Neue","DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{${variables(colours.dark)}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 var(--text)}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--link);outline-offset:1px}
header{padding:28px 32px 20px;border-bottom:1px solid var(--rule)}
h1{margin:0 0 6px;font-size:26px;line-height:1.25;font-weight:650;letter-spacing:-.01em}
.summary{margin:0 0 16px;color:var(--muted);max-width:70ch}
.summary strong{color:var(--ink);font-weight:650}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:6px 28px;margin:0;padding:0}
.legend li{display:flex;align-items:baseline;gap:7px}
.legend b{font-weight:500}
.legend i{font-style:normal;display:inline-block;width:1.1em;text-align:center}
.legend .n{font-variant-numeric:tabular-nums}
.legend small{color:var(--muted);font-size:13px}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,46em);align-items:start}
.source{padding:16px 24px 96px 0}
.source ol{list-style:none;margin:0;padding:0;font:13.5px/1.62 var(--code)}
.source li{display:grid;grid-template-columns:4.6em 7.2em minmax(0,1fr);align-items:start}
.source li:target{background:var(--panel);box-shadow:inset 3px 0 var(--link)}
.source li>a,.source li>span:first-child{padding-right:1em;text-align:right;color:var(--muted);text-decoration:none;font-variant-numeric:tabular-nums}
.source li>a:hover{color:var(--link);text-decoration:underline}
.source code{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}
.bar{position:relative;height:1.62em;margin-right:1.2em}
.bar i{position:absolute;right:0;bottom:3px;height:3px;background:var(--bar);border-radius:2px}
.bar em{position:absolute;right:0;bottom:5px;font:11px/1.4 var(--text);color:var(--muted);font-variant-numeric:tabular-nums}
.x{position:relative;border-radius:3px 3px 0 0;padding-bottom:1px}
.x.never{color:var(--never-ink);font-style:italic}
${outcomes}
.tip{display:none;position:absolute;z-index:2;left:-1px;top:calc(100% + 5px);width:max-content;max-width:44em;padding:10px 14px;
background:var(--paper);color:var(--ink);border:1px solid var(--rule);border-radius:8px;box-shadow:0 6px 24px rgb(0 0 0/.18);
font:13px/1.45 var(--text);font-style:normal;white-space:normal;user-select:none}
.x:hover:not(:has(.x:hover))>.tip,.x:focus-visible>.tip{display:block}
.tip b{display:block;margin-bottom:4px;font-weight:600}
.grid{display:grid;grid-template-columns:auto repeat(3,auto);gap:2px 18px;font-variant-numeric:tabular-nums}
.grid>*{text-align:right}
.grid .label{color:var(--muted);font-size:12px}
.grid .form{text-align:left;font-family:var(--code);font-size:12.5px}
.grid small{display:block;font-family:var(--text);color:var(--muted)}
.listing{position:sticky;top:0;height:100vh;overflow:auto;padding:16px 24px 96px;background:var(--panel);border-left:1px solid var(--rule)}
.listing table{border-collapse:collapse;width:100%;margin:0 0 28px;font:12.5px/1.5 var(--code);font-variant-numeric:tabular-nums}
.listing caption{padding:4px 0 6px;text-align:left;font:600 15px/1.4 var(--text)}
.listing caption small{color:var(--muted);font-weight:400}
.listing thead th{position:sticky;top:-16px;background:var(--panel);font:12px/1.6 var(--text);color:var(--muted);font-weight:400}
.listing th,.listing td{padding:1px 8px;text-align:right;vertical-align:top;font-weight:400;white-space:nowrap}
.listing th:nth-child(3),.listing th:nth-child(4),.listing th:nth-child(5),.listing tbody th,.listing .argument,.listing .state{text-align:left}
.listing .argument{white-space:normal;overflow-wrap:anywhere;min-width:8em}
.listing tr.first>*{border-top:1px solid var(--rule);padding-top:3px}
.listing tr:target>*{background:var(--paper);box-shadow:inset 0 2px var(--link)}
.listing tbody th small,.listing .state small{display:block;font-family:var(--text);font-size:11.5px;color:var(--muted);white-space:normal}
.listing .state{font-family:var(--text)}
.listing .state i{font-style:normal}
.listing tr.plain .state,.listing tr.never>*{color:var(--never-ink)}
@media (max-width:1100px){main{display:block}.listing{position:static;height:auto;border-left:0;border-top:1px solid var(--rule)}.source{padding-bottom:32px}.bar{margin-right:.8em}}
@media (max-width:640px){header{padding:20px 16px}.source li{grid-template-columns:3em 0 minmax(0,1fr)}.bar{visibility:hidden}.listing{padding:16px}.tip{position:fixed;left:8px;right:8px;top:auto;bottom:8px;width:auto}}
@media (forced-colors:active){.x.specialised{text-decoration:underline}.x.polymorphic{text-decoration:underline double}.x.adaptive{text-decoration:underline dotted}.x.given-up{text-decoration:underline wavy}}
@media print{main{display:block}.listing{position:static;height:auto}.tip{display:none!important}}
`;
