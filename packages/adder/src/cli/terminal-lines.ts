import { createInterface, type Interface } from "node:readline";
import { INTERRUPTED, type LineReader } from "./line-reader.js";

/** Options of {@link terminalLines}. */
export interface TerminalOptions {
  /** Earlier lines, the latest first. */
  readonly history: readonly string[];
  /** Ways to complete a line: complete words, and what they replace at its end. */
  readonly complete: (line: string) => [string[], string];
  /** Receives what is entered, for the history file. */
  readonly remember: (statement: string) => void;
}

/** Reads lines from the terminal with editing, history and completion. */
export function terminalLines(options: TerminalOptions): LineReader {
  let history = [...options.history];
  /** Lines that came in one piece with the one before, by pasting. */
  const waiting: string[] = [];
  /** The unfinished line behind them. */
  let rest = "";

  function open(prompt: string): Interface {
    const terminal = createInterface({
      input: process.stdin,
      output: process.stdout,
      terminal: true,
      prompt,
      history: [...history],
      historySize: 10_000,
      removeHistoryDuplicates: false,
      completer: options.complete,
      tabSize: 4,
    });
    terminal.on("history", (lines: string[]) => {
      history = lines;
    });
    return terminal;
  }

  return {
    read(prompt) {
      const next = waiting.shift();
      if (next !== undefined) {
        process.stdout.write(`${prompt}${next}\n`);
        return Promise.resolve(next);
      }
      return new Promise((resolve) => {
        let answer: string | null | typeof INTERRUPTED | undefined;
        const terminal = open(prompt);
        // While a program runs, the terminal is its own: it may read from it, and Ctrl-C is a signal.
        const finish = (): void => {
          rest = answer === INTERRUPTED ? "" : terminal.line;
          terminal.close();
        };
        terminal.on("line", (line) => {
          if (answer !== undefined) {
            waiting.push(line);
            return;
          }
          answer = line;
          // The lines of a paste come one by one before anything else happens.
          setImmediate(finish);
        });
        terminal.on("SIGINT", () => {
          if (answer !== undefined) return;
          answer = INTERRUPTED;
          waiting.length = 0;
          finish();
        });
        terminal.on("close", () => resolve(answer ?? null));
        terminal.prompt();
        if (rest !== "") {
          const text = rest;
          rest = "";
          terminal.write(text);
        }
      });
    },
    remember: options.remember,
  };
}
