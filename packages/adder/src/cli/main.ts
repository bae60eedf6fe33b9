#!/usr/bin/env node
import { dirname } from "node:path";
import { PYTHON_VERSION } from "@adder/runtime";
import { findLibrary } from "../host/find-library.js";
import { NodeHost } from "../host/node-host.js";
import { startSession } from "../session.js";
import { configure, type Installation } from "./configuration.js";
import { type CommandLine, parseCommandLine, UsageError } from "./options.js";
import { runProgram } from "./run-program.js";
import { helpText, tryHelp, usageLine } from "./usage.js";

function complain(program: string, message: string): never {
  process.stderr.write(`${message}\n${usageLine(program)}${tryHelp}`);
  process.exit(2);
}

function main(): void {
  const program = process.argv[1];
  const argv = process.argv.slice(2);
  const [major, minor, micro] = PYTHON_VERSION;
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
    process.stdout.write(`Python ${major}.${minor}.${micro}${line.run.detailed ? " (Adder)" : ""}\n`);
    return;
  }
  const stdlibDir = findLibrary();
  const installation: Installation = { executable: program, stdlibDir, prefix: dirname(dirname(stdlibDir)) };
  try {
    const { system, unbuffered, ioEncoding } = configure(line, process.env, installation, [program, ...argv]);
    const session = startSession(new NodeHost(), system, { unbuffered, ...ioEncoding });
    runProgram(session, line, system).then((code) => {
      process.exitCode = code;
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`Fatal Python error: ${error.message}\n`);
    process.exitCode = 1;
  }
}

main();
