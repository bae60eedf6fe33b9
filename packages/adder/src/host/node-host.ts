import * as fs from "node:fs";
import type { Host, HostFiles, HostProcesses } from "@adder/objects";
import type { InterruptSource } from "./interrupt-source.js";
import { NodeFiles } from "./node-files.js";
import { nodeMemory } from "./node-memory.js";
import { NodeProcesses } from "./node-processes.js";
import { pause } from "./wait.js";

/** Fills an array from the system's device; `false` where there is none. */
function readRandomDevice(into: Uint8Array): boolean {
  try {
    const fd = fs.openSync("/dev/urandom", "r");
    try {
      return fs.readSync(fd, into, 0, into.length, null) === into.length;
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    return false;
  }
}

/** Longest sleep in which Ctrl-C goes unnoticed, in seconds. */
const LISTENING = 0.05;

/** Options of {@link NodeHost}. */
export interface NodeHostOptions {
  /** Where Ctrl-C is noticed: sleeping ends early then. Left to the process when absent. */
  readonly interrupts?: InterruptSource;
  /** Environment variables; those of the process when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The machine that Node runs on: its files, clocks, environment and standard streams. */
export class NodeHost implements Host {
  readonly files: HostFiles;
  readonly processes?: HostProcesses;
  readonly memory = nodeMemory;
  readonly platform: string = process.platform;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #interrupts: InterruptSource | null;

  constructor(options: NodeHostOptions = {}) {
    this.#interrupts = options.interrupts ?? null;
    const files = new NodeFiles(this.#interrupts);
    this.files = files;
    if (process.platform === "linux") this.processes = new NodeProcesses(files);
    this.#env = options.env ?? process.env;
  }

  time(): bigint {
    // The high-resolution clock counted from the epoch: microseconds and better.
    return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n;
  }
  monotonic(): bigint {
    return process.hrtime.bigint();
  }
  cpuTime(): bigint {
    const { user, system } = process.cpuUsage();
    return BigInt(user + system) * 1000n;
  }
  sleep(seconds: number): void {
    const interrupts = this.#interrupts;
    if (interrupts === null) {
      pause(seconds);
      return;
    }
    interrupts.watch();
    const end = performance.now() + seconds * 1000;
    while (!interrupts.pending) {
      const left = (end - performance.now()) / 1000;
      if (left <= 0) return;
      pause(Math.min(left, LISTENING));
    }
  }
  random(into: Uint8Array): void {
    // A key for hashes is wanted at every start, and Node takes several milliseconds to load its cryptography.
    if (into.length <= 64 && readRandomDevice(into)) return;
    for (let i = 0; i < into.length; i += 65536) crypto.getRandomValues(into.subarray(i, i + 65536));
  }
  environ(): ReadonlyMap<string, string> {
    const map = new Map<string, string>();
    for (const [name, value] of Object.entries(this.#env)) if (value !== undefined) map.set(name, value);
    return map;
  }
  pid(): number {
    return process.pid;
  }
  parentPid(): number {
    return process.ppid;
  }
  exit(code: number): never {
    process.exit(code & 0xff);
  }
  localZone(seconds: number): { offset: number; name: string; isDst: boolean } {
    return localZone(seconds);
  }
}

/** The formatter for zone names, which takes tens of milliseconds to make: only zones other than UTC need it. */
let zoneNames: Intl.DateTimeFormat | null = null;

/** The local time zone at a moment, from the host's own zone data. */
export function localZone(seconds: number): { offset: number; name: string; isDst: boolean } {
  const date = new Date(seconds * 1000);
  const year = date.getFullYear();
  const offset = -date.getTimezoneOffset() * 60;
  const winter = -new Date(year, 0, 1).getTimezoneOffset() * 60;
  const summer = -new Date(year, 6, 1).getTimezoneOffset() * 60;
  if (offset === 0 && winter === 0 && summer === 0) return { offset, name: "UTC", isDst: false };
  zoneNames ??= new Intl.DateTimeFormat("en-US", { timeZoneName: "short" });
  const name = zoneNames.formatToParts(date).find((part) => part.type === "timeZoneName")?.value ?? "";
  return { offset, name, isDst: offset !== Math.min(winter, summer) };
}
