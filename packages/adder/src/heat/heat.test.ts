import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAdder } from "../cli/testing/run-adder.js";
import { colours } from "./style.js";

const program = `class P:
    def __init__(self, x):
        self.x = x
class Q(P):
    pass
def work(things, names, big=2**71):
    total = 0
    for thing in things:
        total += thing.x
        big == big
    return total if total else "ünused" + names[<0>]
kinds = (P, Q)
work([kinds[i % 2](i) for i in range(300)], [])
if kinds is None:
    print("<&>")
`.replace("<0>", "0");

let folder: string;
let html: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "adder-heat-"));
  writeFileSync(join(folder, "program.py"), program);
  const { stderr, code } = await runAdder(["--heat", "page.html", "program.py"], { cwd: folder });
  expect([stderr, code]).toEqual(["", 0]);
  html = readFileSync(join(folder, "page.html"), "utf8");
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The source lines of the page, without what is shown on hover: `[class:expression]` for each expression that has an outcome. */
function lines(): string[] {
  return [...html.matchAll(/<li id="L\d+">.*?<code>(.*?)<\/code><\/li>/g)].map(([, code]) =>
    code
      .replace(/<span class="tip .*?<\/span><\/span><\/span>/g, "")
      .replace(/<span class="x plain">(.*?)<\/span>/g, "$1")
      .replace(/<span class="x ([\w-]+)"[^>]*>/g, "[$1:")
      .replaceAll("</span>", "]"),
  );
}

describe("the page", () => {
  test("has the whole source, a line each", () => {
    const text = lines().map((line) => line.replace(/\[[a-z-]+:|\](?![ (])|\]/g, ""));
    expect(text).toHaveLength(program.trimEnd().split("\n").length);
    expect(text[0]).toBe("class P:");
  });

  test("colours each expression by what its instructions became", () => {
    const page = lines().map((line) => line.trim());
    expect(page[2]).toBe("[polymorphic:self.x] = x");
    expect(page[8]).toContain("[polymorphic:thing.x]");
    expect(page[8]).toMatch(/^\[specialised:total \+= /);
    expect(page[9]).toBe("[given-up:big == big]");
    expect(page[12]).toMatch(/^\[adaptive:/);
    expect(page[14]).toMatch(/^\[never:/);
  });

  test("does not colour a class's body by the call that makes the class", () => {
    expect(lines()[1]).toMatch(/^ {4}(\[[a-z]+:)?def __init__/);
    expect(lines()[0]).toMatch(/^\[adaptive:class P:\]$/);
  });

  test("counts columns in characters, and writes all characters as they are", () => {
    expect(html).toContain("ünused");
    expect(html).toContain("&quot;&lt;&amp;&gt;&quot;");
    expect(lines()[10]).toContain("&quot;ünused&quot;] + [never:[never:names][");
  });

  test("tells counts on hover", () => {
    const shown = html.slice(
      html.indexOf("LOAD_ATTR_POLYMORPHIC"),
      html.indexOf("LOAD_ATTR_POLYMORPHIC") + 120,
    );
    expect(shown).toMatch(
      /^LOAD_ATTR_POLYMORPHIC<\/span><span>300<\/span><span>24\d<\/span><span>\d+<\/span>/,
    );
  });

  test("lists the instructions, their forms, and why there is none", () => {
    expect(html).toContain("<caption>work <small>line 6</small></caption>");
    expect(html).toMatch(/<th scope="row">FOR_ITER_LIST <small>FOR_ITER<\/small><\/th>/);
    expect(html).toMatch(/COMPARE_OP<\/th>.*?✕<\/i> given up<small>int and int<\/small>/);
  });

  test("source and listing lead to each other", () => {
    expect(html).toContain('<a href="#i9" aria-label="Instructions of line 9">9</a>');
    expect(html).toMatch(/<tr class="[a-z -]+" id="i9"><td><a href="#L9">9<\/a>/);
  });

  test("says by words and marks what colours say, and needs no script and no other file", () => {
    for (const name of ["specialised", "polymorphic", "adaptive", "given up", "plain", "never run"])
      expect(html).toMatch(new RegExp(`<span class="x [a-z-]+">${name}</span>`));
    expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/);
  });

  test("is about commands, too", async () => {
    await runAdder(["--heat=command.html", "-c", "x = 1"], { cwd: folder });
    expect(readFileSync(join(folder, "command.html"), "utf8")).toContain("<caption>&lt;module&gt;");
  });
});

/** Luminance and contrast as the Web Content Accessibility Guidelines define them. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

for (const [name, theme] of Object.entries(colours)) {
  test(`the ${name} colours can be read`, () => {
    for (const paper of [theme.paper, theme.panel]) {
      for (const ink of ["ink", "muted", "link", "never-ink"] as const)
        expect(contrast(theme[ink], paper), `${ink} on ${paper}`).toBeGreaterThan(4.5);
      for (const heat of ["specialised", "polymorphic", "adaptive", "given-up"] as const)
        expect(contrast(theme[`${heat}-ink`], paper), heat).toBeGreaterThan(4.5);
    }
    for (const heat of ["specialised", "polymorphic", "adaptive", "given-up"] as const)
      expect(contrast(theme.ink, theme[`${heat}-tint`]), heat).toBeGreaterThan(7);
  });
}

const browser = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].find(
  (command) => spawnSync(command, ["--version"]).status === 0,
);
if (browser === undefined)
  console.warn("the heat page is not looked at: no Chromium here (apt-get install chromium)");

/** What the browser makes of the page: a script is added that measures it and leaves what it found in the title. */
function measured(scheme: "light" | "dark", width: number): Record<string, unknown> {
  const script = `<script>
    const look = (selector) => getComputedStyle(document.querySelector(selector));
    const shown = document.querySelector(".x.polymorphic[tabindex]");
    const tip = () => getComputedStyle(shown.querySelector(":scope > .tip")).display;
    const before = tip();
    // A page that has just been opened may have to wait for the focus.
    let left = 100;
    const measure = () => {
      shown.focus({ focusVisible: true });
      if (tip() === before && left-- > 0) return setTimeout(measure, 20);
      document.title = JSON.stringify({
        paper: look("body").backgroundColor,
        ink: look("body").color,
        specialised: look(".source .x.specialised").backgroundColor,
        underline: look(".source .x.specialised").backgroundImage !== "none",
        plain: look(".source .x.plain").backgroundColor,
        overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        tip: [before, tip()],
        beside: document.querySelector(".listing").getBoundingClientRect().left > 300,
      });
    };
    measure();
  </script>`;
  const file = join(folder, "measured.html");
  writeFileSync(file, html.replace("</body>", `${script}</body>`));
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--virtual-time-budget=5000",
  ];
  const preferred = `--blink-settings=preferredColorScheme=${scheme === "dark" ? 0 : 1}`;
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const args = [
    ...flags,
    preferred,
    profile,
    `--window-size=${width},900`,
    "--dump-dom",
    pathToFileURL(file).href,
  ];
  const { stdout } = spawnSync(browser as string, args, { encoding: "utf8", timeout: 50_000 });
  return JSON.parse((/<title>(.*?)<\/title>/.exec(stdout)?.[1] ?? "{}").replaceAll("&quot;", '"'));
}

const rgb = (colour: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;

describe.skipIf(browser === undefined)("in a browser", () => {
  for (const scheme of ["light", "dark"] as const) {
    test(`it follows the ${scheme} scheme, and shows counts where the focus is`, () => {
      const theme = colours[scheme];
      expect(measured(scheme, 1400)).toEqual({
        paper: rgb(theme.paper),
        ink: rgb(theme.ink),
        specialised: rgb(theme["specialised-tint"]),
        underline: true,
        plain: "rgba(0, 0, 0, 0)",
        overflows: false,
        tip: ["none", "block"],
        beside: true,
      });
    });
  }

  test("on a narrow screen the listing is below the source", () => {
    expect(measured("light", 600)).toMatchObject({ overflows: false, beside: false });
  });
});
