// Fails if a call's result is thrown away although its type says that the call may have failed (`T | null`).
// `void f()` says that it is meant; `f(); return null;` is fine. Usage: discarded-results.mjs [tsconfig.json...], default: every package.
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { SyntaxKind } from "typescript/unstable/ast";
import { API, TypeFlags } from "typescript/unstable/sync";
import { packageNames, root } from "../lib/paths.mjs";

/** The calls whose value an expression in a statement's place throws away. */
function* thrownAway(expression) {
  switch (expression?.kind) {
    case SyntaxKind.CallExpression:
      yield expression;
      break;
    case SyntaxKind.ParenthesizedExpression:
      yield* thrownAway(expression.expression);
      break;
    case SyntaxKind.ConditionalExpression:
      yield* thrownAway(expression.whenTrue);
      yield* thrownAway(expression.whenFalse);
      break;
    case SyntaxKind.BinaryExpression: {
      const operator = expression.operatorToken.kind;
      if (operator === SyntaxKind.CommaToken) yield* thrownAway(expression.left);
      const passesOn = [
        SyntaxKind.CommaToken,
        SyntaxKind.AmpersandAmpersandToken,
        SyntaxKind.BarBarToken,
        SyntaxKind.QuestionQuestionToken,
      ];
      if (passesOn.includes(operator)) yield* thrownAway(expression.right);
      break;
    }
  }
}

/** Whether a statement leaves with a value that tells of a failure, so that the call before it may be for its exception alone. */
function leavesFailing(statement) {
  switch (statement?.kind) {
    case SyntaxKind.ReturnStatement: {
      const kind = statement.expression?.kind;
      return kind === SyntaxKind.NullKeyword || kind === SyntaxKind.FalseKeyword;
    }
    case SyntaxKind.BreakStatement:
    case SyntaxKind.ThrowStatement:
      return true;
    default:
      return false;
  }
}

/** Every thrown-away call below a node. */
function* thrownAwayBelow(node, next) {
  if (node.kind === SyntaxKind.ExpressionStatement && !leavesFailing(next))
    yield* thrownAway(node.expression);
  if (node.kind === SyntaxKind.ForStatement) {
    yield* thrownAway(node.initializer);
    yield* thrownAway(node.incrementor);
  }
  const children = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  for (const [i, child] of children.entries()) yield* thrownAwayBelow(child, children[i + 1]);
}

function mayBeNull(type) {
  if (type === undefined) return false;
  if ((type.flags & TypeFlags.Null) !== 0) return true;
  return (type.flags & TypeFlags.Union) !== 0 && type.getTypes().some(mayBeNull);
}

/** The faults of the projects that some tsconfig files describe, as `{ file, line, column, text }`. */
export function discardedResults(configurations) {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openProjects: configurations });
    const faults = [];
    for (const configuration of configurations) {
      const project = snapshot.getProject(configuration);
      if (project === undefined) throw new Error(`${configuration}: no such project`);
      for (const name of project.rootFiles) {
        const file = project.program.getSourceFile(name);
        if (file === undefined || file.isDeclarationFile) continue;
        const calls = [...thrownAwayBelow(file)];
        if (calls.length === 0) continue;
        const types = project.checker.getTypeAtLocation(calls);
        for (const [i, call] of calls.entries()) {
          if (!mayBeNull(types[i])) continue;
          const start = call.getStart(file);
          const before = file.text.slice(0, start).split("\n");
          const text = file.text.slice(start, call.end).split("\n")[0];
          faults.push({ file: name, line: before.length, column: before.at(-1).length + 1, text });
        }
      }
    }
    return faults;
  } finally {
    api.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const given = process.argv.slice(2);
  const configurations =
    given.length > 0 ? given : packageNames.map((p) => join(root, "packages", p, "tsconfig.json"));
  const faults = discardedResults(configurations);
  for (const { file, line, column, text } of faults) {
    console.log(
      `${relative(process.cwd(), file)}:${line}:${column}: the result may be null and is thrown away: ${text}`,
    );
  }
  process.exitCode = faults.length > 0 ? 1 : 0;
}
