// Programs with nested control flow, for what the compiler makes of the graph of its instructions.

const names = ["a", "b", "c", "d", "e"];
const constants = [
  "None",
  "True",
  "0",
  "1",
  "-1",
  "1.5",
  "'s'",
  "()",
  "(1, 2)",
  "...",
  "1000",
  "b'x'",
  "2j",
  "''",
];
const operators = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"];

/**
 * A function that makes a program each time it is called.
 *
 * @param {import("../lib/random.mjs").Random} random
 */
export function controlFlow(random) {
  const pick = (items) => random.pick(items);

  function expression(depth) {
    if (depth <= 0) return random.below(3) === 0 ? pick(constants) : pick(names);
    const e = () => expression(depth - 1 - random.below(2));
    switch (random.below(30)) {
      case 0:
      case 1:
        return `(${e()} ${pick(operators)} ${e()})`;
      case 2:
      case 3:
        return `(${e()} and ${e()})`;
      case 4:
      case 5:
        return `(${e()} or ${e()})`;
      case 6:
        return `(not ${e()})`;
      case 7:
        return `(${e()} if ${e()} else ${e()})`;
      case 8:
        return `(${e()} is ${pick(["", "not "])}None)`;
      case 9:
        return `(${e()} ${pick(["<", "==", ">=", "in", "not in", "is"])} ${e()})`;
      case 10:
        return `(${e()} < ${e()} <= ${e()})`;
      case 11:
        return `f(${e()}, ${e()})`;
      case 12:
        return `f(${e()}, k=${e()}, *${e()})`;
      case 13:
        return `${pick(names)}.attr`;
      case 14:
        return `${pick(names)}.method(${e()})`;
      case 15:
        return `${pick(names)}[${e()}]`;
      case 16:
        return `${pick(names)}[${e()}:${e()}]`;
      case 17:
        return `[${e()}, ${e()}, ${e()}]`;
      case 18:
        return `{${e()}, ${e()}, ${e()}}`;
      case 19:
        return `{${e()}: ${e()}}`;
      case 20:
        return `(${e()}, ${e()})`;
      case 21:
        return `[${e()} for ${pick(names)} in ${e()} if ${e()}]`;
      case 22:
        return `f"{${e()}}x{${e()}!r:>{${e()}}}"`
          .replaceAll("''", "0")
          .replaceAll("'s'", "1")
          .replaceAll("b'x'", "2");
      case 23:
        return `(${pick(names)} := ${e()})`;
      case 24:
        return `(lambda ${pick(names)}: ${e()})`;
      case 25:
        return `(yield ${e()})`;
      case 26:
        return `(-${e()})`;
      case 27:
        return `(${pick(constants)} ${pick(operators)} ${pick(constants)})`;
      case 28:
        return `(${pick(constants)}, ${pick(constants)}, ${pick(constants)})`;
      default:
        return pick(names);
    }
  }

  function block(depth, indent, loop) {
    let text = "";
    for (let i = 0, n = 1 + random.below(3); i < n; i++) text += statement(depth, indent, loop);
    return text;
  }

  function statement(depth, indent, loop) {
    const pad = "    ".repeat(indent);
    const e = () => expression(random.below(3));
    const inner = (l = loop) => block(depth - 1, indent + 1, l);
    if (depth <= 0 || random.below(4) === 0) {
      switch (random.below(16)) {
        case 0:
        case 1:
        case 2:
          return `${pad}${pick(names)} = ${e()}\n`;
        case 3:
          return `${pad}${pick(names)}, ${pick(names)} = ${e()}, ${e()}\n`;
        case 4:
          return `${pad}${pick(names)}, *${pick(names)} = ${e()}\n`;
        case 5:
          return `${pad}${pick(names)} += ${e()}\n`;
        case 6:
          return `${pad}del ${pick(names)}\n`;
        case 7:
          return `${pad}return ${e()}\n`;
        case 8:
          return `${pad}raise ${e()}\n`;
        case 9:
          return loop ? `${pad}break\n` : `${pad}pass\n`;
        case 10:
          return loop ? `${pad}continue\n` : `${pad}pass\n`;
        case 11:
          return `${pad}assert ${e()}, ${e()}\n`;
        case 12:
          return `${pad}${pick(names)}, ${pick(names)}, ${pick(names)} = ${pick(names)}, ${pick(names)}, ${pick(names)}\n`;
        case 13:
          return `${pad}${pick(names)}.x = ${pick(names)}[${e()}] = ${e()}\n`;
        case 14:
          return `${pad}import os.path as ${pick(names)}\n`;
        default:
          return `${pad}${e()}\n`;
      }
    }
    switch (random.below(13)) {
      case 0:
        return `${pad}if ${e()}:\n${inner()}`;
      case 1:
        return `${pad}if ${e()}:\n${inner()}${pad}else:\n${inner()}`;
      case 2:
        return `${pad}if ${e()}:\n${inner()}${pad}elif ${e()}:\n${inner()}${pad}else:\n${inner()}`;
      case 3:
        return `${pad}while ${e()}:\n${inner(true)}`;
      case 4:
        return `${pad}while ${e()}:\n${inner(true)}${pad}else:\n${inner()}`;
      case 5:
        return `${pad}for ${pick(names)} in ${e()}:\n${inner(true)}`;
      case 6:
        return `${pad}for ${pick(names)}, ${pick(names)} in ${e()}:\n${inner(true)}${pad}else:\n${inner()}`;
      case 7:
        return `${pad}try:\n${inner()}${pad}except ${e()}:\n${inner()}`;
      case 8:
        return `${pad}try:\n${inner()}${pad}except ${e()} as ${pick(names)}:\n${inner()}${pad}else:\n${inner()}`;
      case 9:
        return `${pad}try:\n${inner()}${pad}finally:\n${inner()}`;
      case 10:
        return `${pad}try:\n${inner()}${pad}except ${e()}:\n${inner()}${pad}finally:\n${inner()}`;
      case 11:
        return `${pad}with ${e()} as ${pick(names)}, ${e()}:\n${inner()}`;
      default:
        return `${pad}match ${e()}:\n${pad}    case [${pick(names)}, 1]:\n${block(depth - 1, indent + 2, loop)}${pad}    case {'k': v} if ${e()}:\n${block(depth - 1, indent + 2, loop)}${pad}    case _:\n${block(depth - 1, indent + 2, loop)}`;
    }
  }

  return () => {
    const parameters = names.slice(0, random.below(6)).join(", ");
    const coroutine = random.below(8) === 0 ? "async " : "";
    const whole = `${coroutine}def function(${parameters}):\n${block(1 + random.below(4), 1, false)}`;
    // Powers of complex numbers are computed when they run (see docs/internals/flow-graph.md).
    const source = whole.replace(/2j(\)*) \*\*|\*\* (\(*)2j/g, "2j$1 * $2");
    return random.below(4) === 0 ? source : source.replaceAll("(yield ", "(");
  };
}
