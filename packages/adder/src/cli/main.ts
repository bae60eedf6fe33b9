#!/usr/bin/env node
import { dirname } from "node:path";
import { PYTHON_VERSION, VERSION_TEXT } from "@adder/runtime";
import { ConfigurationError } from "../configuration-error.js";
import { findLibrary } from "../host/find-library.js";
import { Interrupts } from "../host/interrupts.js";
import { NodeHost } from "../host/node-host.js";
import { type Session, startSession } from "../session.js";
import { configure, type Installation } from "./configuration.js";
import { type CommandLine, parseCommandLine, UsageError } from "./options.js";
import { runProgram } from "./run-program.js";
import { helpText, tryHelp, usageLine } from "./usage.js";

/**
 * Tells V8 not to replace a running function by its optimised code. The interpreter loop is entered again and again, and
 * gets optimised code when it is; replacing it while it runs takes V8 several times as long, and holds that up
 * (docs/internals/startup.md). It is told at the first tick of a program: loading `node:v8` would delay the start.
 */
function optimiseOnEntry({ interp }: Session): void {
  const { poll } = interp;
  interp.poll = (ts) => {
    interp.poll = poll;
    process.getBuiltinModule("node:v8").setFlagsFromString("--no-use-osr");
    return poll?.(ts) ?? true;
  };
}

function complain(program: string, message: string): never {
  process.stderr.write(`${message}\n${usageLine(program)}${tryHelp}`);
  process.exit(2);
}

function main(): void {
  const program = process.argv[1];
  const argv = process.argv.slice(2);
  let line: CommandLine;
  try {
    line = parseCommandLine(argv);
  } catch (error) {
    if (error instanceof UsageError) complain(program, error.message);
    throw error;
  }
  if (line.run.kind === "help") {
    process.stdout.write(helpText(program, line.run.topic));
    return;
  }
  if (line.run.kind === "version") {
    process.stdout.write(
      `Python ${line.run.detailed ? VERSION_TEXT : PYTHON_VERSION.slice(0, 3).join(".")}\n`,
    );
    return;
  }
  try {
    const stdlibDir = findLibrary();
    const installation: Installation = {
      executable: program,
      stdlibDir,
      prefix: dirname(dirname(stdlibDir)),
    };
    const { system, unbuffered, ioEncoding } = configure(line, process.env, installation, [program, ...argv]);
    const interrupts = new Interrupts();
    const session = startSession(
      new NodeHost({ interrupts }),
      system,
      { unbuffered, ...ioEncoding },
      interrupts,
    );
    optimiseOnEntry(session);
    runProgram(session, line, system).then((code) => {
      process.exitCode = code;
    });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const { where, message, state, exception } = error;
    const raised = exception === null ? "" : `${exception}\n`;
    process.stderr.write(
      `Fatal Python error: ${where}: ${message}\nPython runtime state: ${state}\n${raised}\n`,
    );
    process.exitCode = 1;
  }
}

// Not at once: chunks of the bundle that it may load take names from this one, which must be complete.
queueMicrotask(main);
