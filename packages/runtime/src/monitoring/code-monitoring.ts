import { cacheWords, lineRanges, Op } from "@adder/bytecode";
import type { PyCode } from "@adder/objects";
import { eventOf, LOCAL_EVENTS } from "./events.js";
import { lineSites } from "./line-sites.js";
import { TOOLS } from "./state.js";

/** What is known of the instrumentation of one code object (CPython `_PyCoMonitoringData`). Arrays are by code unit. */
export class CodeMonitoring {
  /** {@link Monitoring.version} that the code is instrumented for. */
  version = 0;
  /** Tools that want an event of this code in particular, by event. */
  readonly local = new Uint8Array(LOCAL_EVENTS);
  /** For each tool the version at which its local events were set. */
  readonly toolVersions = new Int32Array(TOOLS);
  /** Tools that want an event of this code, by event: the instrumentation that is in place. */
  active = new Uint8Array(LOCAL_EVENTS);
  /** Does a StopIteration count that ends a loop here? */
  watchesStops = false;
  /** Where the first instruction stands that tools may hear of; what is before it prepares the frame. */
  readonly first: number;
  /** Generic opcodes; 0 where there is a cache. */
  readonly opcodes: Uint8Array;
  /** Arguments with the bits of EXTENDED_ARGs. */
  readonly opargs: Int32Array;
  /** Events that the instructions are about, -1 for none. */
  readonly events: Int8Array;
  /** Tools that hear of the instruction's own event. */
  readonly tools: Uint8Array;
  /** Tools that hear of the instruction as such. */
  readonly instructionTools: Uint8Array;
  /** Tools that hear of a new line. */
  readonly lineTools: Uint8Array;
  #lines: Int32Array | null = null;
  #sites: Uint8Array | null = null;

  constructor(readonly code: PyCode) {
    const units = code.code.code;
    const { length } = units;
    this.opcodes = new Uint8Array(length);
    this.opargs = new Int32Array(length);
    this.events = new Int8Array(length).fill(-1);
    this.tools = new Uint8Array(length);
    this.instructionTools = new Uint8Array(length);
    this.lineTools = new Uint8Array(length);
    let extended = 0;
    let first = -1;
    for (let i = 0; i < length; i += 1 + cacheWords[units[i] & 0xff]) {
      const opcode = units[i] & 0xff;
      const oparg = extended | (units[i] >> 8);
      extended = opcode === Op.EXTENDED_ARG ? oparg << 8 : 0;
      if (first < 0 && opcode === Op.RESUME) first = i;
      this.opcodes[i] = opcode;
      this.opargs[i] = oparg;
      this.events[i] = eventOf(opcode, oparg);
    }
    this.first = first;
  }

  /** Line of each code unit, -1 for none. */
  get lines(): Int32Array {
    if (this.#lines === null) {
      this.#lines = new Int32Array(this.opcodes.length);
      for (const { start, end, line } of lineRanges(this.code.code)) this.#lines.fill(line, start, end);
    }
    return this.#lines;
  }

  /** What each instruction is to line events: one of `LineSite`. */
  get lineSites(): Uint8Array {
    this.#sites ??= lineSites(this);
    return this.#sites;
  }
}

/** The instrumentation of a code object, made on first use. */
export function codeMonitoringOf(code: PyCode): CodeMonitoring {
  return (code.monitoring ??= new CodeMonitoring(code)) as CodeMonitoring;
}
