import { readFile } from "node:fs/promises";
import { transformSync } from "rolldown/utils";
import { bodiesOf, readInstructions } from "./dispatch.mjs";
import { parseEffect } from "./dispatch-parse.mjs";
import { renderImports, watching } from "./dispatch-render.mjs";

/** Macros of behaviours that go on in another frame or leave the loop, for which generated code has other means. */
const leavesFrame = /\b(ENTER|EXIT|PUSH_FRAME|RERAISE)\(/;

/**
 * Renders `packages/runtime/src/generated/templates.ts`: the behaviours as JavaScript texts, in which the macros still
 * stand, and what they refer to. A tier that generates code puts the texts together.
 */
export async function renderTemplates(root) {
  const head = await readFile(`${root}/packages/runtime/src/instructions/templates.txt`, "utf8");
  return renderTemplateTable(head, await readInstructions(root));
}

/** The table for these instructions, behind the text of its head. */
export function renderTemplateTable(head, { instructions, superinstructions, imports, behaviours }) {
  const bodies = bodiesOf({ instructions, superinstructions, behaviours });
  const rows = instructions.filter(
    (row) => bodies.has(row.name) && !leavesFrame.test(bodies.get(row.name).body),
  );
  const texts = rows.map((row) => [row, plainScript(bodies.get(row.name).body, row.name)]);
  const script = texts.map(([, text]) => text).join("\n");
  const extra = importsIn(head);
  const used = (name) => new RegExp(`(?<![.\\w$])${name}\\b`).test(script);
  const values = [...imports.filter(({ typeOnly }) => !typeOnly), ...extra]
    .map(({ names, from }) => ({
      from,
      typeOnly: false,
      names: names.filter(
        (name) => !name.startsWith("type ") && (used(name) || extra.some((e) => e.names.includes(name))),
      ),
    }))
    .filter(({ names }) => names.length > 0);
  const scope = [...new Set(values.flatMap(({ names }) => names))].sort();
  const table = texts.map(
    ([row, text]) =>
      `[${row.opcode}, { name: "${row.name}", effect: ${JSON.stringify(plainEffect(row.effect))}, body: ${JSON.stringify(text)} }],`,
  );
  return head
    .replace(/^import \{.*\n/gm, "")
    .replace("/* IMPORTS */", () => renderImports(values))
    .replace("/* SCOPE */", () => scope.map((name) => `  ${name},`).join("\n"))
    .replace("/* BODIES */", () => table.map((line) => `    ${line}`).join("\n"));
}

const importsIn = (text) =>
  [...text.matchAll(/^import \{ (.*) \} from "(.*)";$/gm)]
    .filter(([, names]) => !names.startsWith("type "))
    .map(([, names, from]) => ({ names: names.split(", "), from }));

/** A stack effect with names that variables may have. */
function plainEffect(effect) {
  const side = (operands) =>
    operands.map(({ name, size }) => (size === null ? name : `${name}[${size}]`)).join(", ");
  const { inputs, outputs } = parseEffect(effect);
  return `${side(inputs)} -- ${side(outputs)}`.trim();
}

/** A behaviour without types, comments and what only the loop that counts does. `LOCAL(i)` becomes `LOCAL[i]`, which may be assigned to. */
function plainScript(body, name) {
  const text = body
    .replaceAll(watching, "")
    .replace(/^\s*\/\*.*\*\/$/gm, "")
    .replaceAll(/\bLOCAL\(([^()]*)\)/g, "LOCAL[$1]");
  const { code, errors } = transformSync(`${name}.ts`, `function behaviour() {\n${text}\n}`);
  if (errors.length > 0) throw new SyntaxError(`${name}: ${errors[0].message}`);
  return code
    .replace(/^function behaviour\(\) \{\n?/, "")
    .replace(/\}\s*$/, "")
    .replaceAll(/^\s*\/\/.*\n/gm, "")
    .replaceAll(/^\t/gm, "")
    .trim();
}
