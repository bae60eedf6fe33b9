/**
 * Reads a file of instruction behaviours:
 *
 *     import { helper } from "../interpreter/helper.js";
 *
 *     inst LOAD_FAST, LOAD_FAST_BORROW {
 *       value = LOCAL(oparg);
 *     }
 *
 *     rare inst IMPORT_NAME {
 *       ...
 *     }
 *
 * @returns `{ imports: [{ names, from, typeOnly }], behaviours: [{ names, body, file, rare }] }`
 */
export function parseBehaviours(text, file) {
  const imports = [];
  const behaviours = [];
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.trim() === "" || line.startsWith("//")) continue;
    const imported = /^import (type )?\{ (.*) \} from "(.*)";$/.exec(line);
    if (imported !== null) {
      imports.push({
        names: imported[2].split(", "),
        from: imported[3],
        typeOnly: imported[1] !== undefined,
      });
      continue;
    }
    const head = /^(rare )?inst ([A-Z0-9_]+(?:, [A-Z0-9_]+)*) \{(\})?$/.exec(line);
    if (head === null) throw new SyntaxError(`${file}:${i + 1}: expected an import or inst: ${line}`);
    const body = [];
    if (head[3] === undefined) {
      for (i++; lines[i] !== "}"; i++) {
        if (i >= lines.length) throw new SyntaxError(`${file}: inst ${head[2]} is not closed`);
        body.push(lines[i]);
      }
    }
    behaviours.push({ names: head[2].split(", "), body: body.join("\n"), file, rare: head[1] !== undefined });
  }
  return { imports, behaviours };
}

/** Words that no variable may be called: TypeScript's, and the variables of the loop. */
const reserved = new Set([
  "class",
  "null",
  "super",
  "default",
  "in",
  "with",
  "function",
  "names",
  "frame",
  "stack",
]);

/** Splits one side of a stack effect into `{ name, size }`; `size` is `null` for a single value, else an expression of `oparg`. */
export function parseEffectSide(side) {
  return side
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map((item) => {
      const [, name, size] = /^(\w+)(?:\[(.*)\])?$/.exec(item);
      return { name: reserved.has(name) ? `${name}_` : name, size: size ?? null };
    });
}

/** `"left, right -- res"` as `{ inputs, outputs }`. */
export function parseEffect(effect) {
  const [before, after] = effect.split("--");
  return { inputs: parseEffectSide(before), outputs: parseEffectSide(after) };
}
