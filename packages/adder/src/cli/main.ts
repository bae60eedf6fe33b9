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

/** Steps of a program after which V8 is told how to treat the interpreter loop. */
const FIRST_STEPS = 20;

/** Milliseconds that a program runs before V8 may optimise the interpreter loop. */
const PATIENCE = 2_000;

/**
 * Tells V8 how to treat the interpreter loop (docs/internals/startup.md). It is not to be replaced while it runs: it is entered
 * again and again, and gets optimised code when it is. And it is not to be optimised at once: that takes V8 as long as many a
 * program, which waits for it at its end, and what is hot becomes JavaScript of its own meanwhile. Loading `node:v8` would
 * delay the start, so it waits for the first steps.
 */
function adviseV8({ interp, ts }: Session): void {
  const { poll } = interp;
  const advise = (flag: string): void => process.getBuiltinModule("node:v8").setFlagsFromString(flag);
  let began: number | null = null;
  interp.poll = (thread) => {
    if (began === null) {
      began = performance.now();
      advise("--no-use-osr");
      // The loop is larger. This is the limit of what V8 optimises, 60 KB by default.
      advise("--max-optimized-bytecode-size=40000");
    } else if (performance.now() - began > PATIENCE) {
      interp.poll = poll;
      advise("--max-optimized-bytecode-size=61440");
    }
    return poll === null ? true : poll(thread);
  };
  ts.ticks = Math.min(ts.ticks, FIRST_STEPS);
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
    adviseV8(session);
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
