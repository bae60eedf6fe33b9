// Programs of nested scopes: functions, classes, comprehensions, type parameters, annotations, declarations.

const names = ["a", "b", "c", "a", "b", "__p", "super", "__class__", "__classdict__", "T", "format"];

/**
 * A function that makes a program each time it is called.
 *
 * @param {import("../lib/random.mjs").Random} random
 */
export function scopes(random) {
  /** Mostly what compiles: every third program may have what is often an error. */
  let daring = false;
  const pick = (items) => random.pick(items);
  const name = () => pick(random.below(daring ? 4 : 12) ? ["a", "b", "c"] : names);

  function expression(depth) {
    if (depth <= 0) return pick([name(), name(), name(), "1", "None", "...", "super()"]);
    const e = () => expression(depth - 1);
    switch (random.below(daring ? 26 : 21)) {
      case 0:
        return `[${e()} for ${name()} in ${e()}]`;
      case 1:
        return `{${e()} for ${name()} in ${e()} if ${e()}}`;
      case 2:
        return `{${e()}: ${e()} for ${name()} in ${e()}}`;
      case 3:
        return `(${e()} for ${name()} in ${e()} for ${name()} in ${e()})`;
      case 4:
        return `[${e()} for ${name()}, ${name()} in ${e()} for ${name()} in [${e()}]]`;
      case 5:
        return `(lambda ${name()}: ${e()})`;
      case 6:
        return `(lambda ${name()}=${e()}: ${e()})`;
      case 7:
        return daring ? `(${name()} := ${e()})` : e();
      case 8:
        return `super().${name()}(${e()})`;
      case 9:
        return `super().${name()}`;
      case 10:
        return `${e()}.${name()}`;
      case 11:
        return `${e()}[${e()}]`;
      case 12:
        return `${name()}(${e()}, *${e()}, ${name()}=${e()})`;
      case 13:
        return `(${e()} if ${e()} else ${e()})`;
      case 14:
        return `(${e()} and ${e()})`;
      case 15:
        return `f"{${name()}}{${name()}!r:{${name()}}}"`;
      case 16:
        return daring ? `(yield ${e()})` : e();
      case 17:
        return !daring ? e() : `[${e()} async for ${name()} in ${e()}]`;
      case 18:
        return daring ? `(await ${e()})` : e();
      case 19:
        return `all(${e()} for ${name()} in ${e()})`;
      case 20:
        return `(${e()} < ${e()} < ${e()})`;
      default:
        return e();
    }
  }

  function parameters() {
    const all = ["a", "b", "c", "__p", "T", "format"].filter(() => random.below(3) === 0);
    return all.map((p) => `${p}${random.below(3) ? "" : `: ${expression(1)}`}`).join(", ");
  }

  function typeParameters() {
    if (random.below(3)) return "";
    return `[${pick(["T", "a", "__p"])}${pick(["", `: ${expression(1)}`, `: (${expression(1)}, ${expression(0)})`])}${pick(["", "", ` = ${expression(1)}`])}]`;
  }

  function block(depth, indent) {
    let text = "";
    for (let i = 1 + random.below(3); i > 0; i--) text += statement(depth, indent);
    return text;
  }

  function statement(depth, indent) {
    const pad = " ".repeat(indent);
    const e = () => expression(random.below(3));
    const inner = () => block(depth - 1, indent + 1);
    const simple = () => {
      switch (random.below(14)) {
        case 0:
          return `${name()} = ${e()}`;
        case 1:
          return daring || !random.below(4) ? `global ${name()}` : e();
        case 2:
          return daring ? `nonlocal ${name()}` : e();
        case 3:
          return `${name()}: ${e()}`;
        case 4:
          return `${name()}: ${e()} = ${e()}`;
        case 5:
          return `del ${name()}`;
        case 6:
          return `import ${name()}`;
        case 7:
          return `${name()} += ${e()}`;
        case 8:
          return `self.${name()} = ${e()}`;
        case 9:
          return daring ? `return ${random.below(2) ? e() : ""}` : e();
        case 10:
          return `type ${name()}${typeParameters()} = ${e()}`;
        default:
          return e();
      }
    };
    if (depth <= 0) return `${pad}${simple()}\n`;
    switch (random.below(14)) {
      case 0:
      case 1:
        return `${pad}def ${name()}${typeParameters()}(${parameters()}):\n${inner()}`;
      case 2:
        return `${pad}async def ${name()}(${parameters()}):\n${inner()}`;
      case 3:
      case 4:
        return `${pad}class ${pick(["A", "_B", "a"])}${typeParameters()}(${random.below(2) ? e() : ""}):\n${inner()}`;
      case 5:
        return `${pad}if ${e()}:\n${inner()}`;
      case 6:
        return `${pad}for ${name()} in ${e()}:\n${inner()}`;
      case 7:
        return `${pad}try:\n${inner()}${pad}except ${e()} as ${name()}:\n${inner()}`;
      case 8:
        return `${pad}with ${e()} as ${name()}:\n${inner()}`;
      case 9:
        return `${pad}match ${e()}:\n${pad} case [${name()}, *${name()}] | {1: ${name()}}:\n${block(depth - 1, indent + 2)}`;
      default:
        return `${pad}${simple()}\n`;
    }
  }

  return () => {
    daring = random.below(3) === 0;
    const future = random.below(8) === 0 ? "from __future__ import annotations\n" : "";
    const text = future + block(3, 0);
    // Beside type parameters this name makes CPython's compiler fail with a SystemError.
    return /\b(?:class|def|type) \w+\[/.test(text) ? text.replaceAll("__classdict__", "c") : text;
  };
}
