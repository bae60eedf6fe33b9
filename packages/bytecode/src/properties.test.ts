/** Properties of everything that reads and writes code objects, over code objects of any shape. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CacheValidity, readCacheFile, writeCacheFile } from "./cache/cache-file.js";
import { CodeObject, type Constant } from "./code-object.js";
import { disassemble } from "./dis/disassemble.js";
import { decodeInstructions, jumpTarget } from "./dis/instructions.js";
import { cacheWords, deopt, OpcodeFlag, opcodeFlags, opcodeNames } from "./generated/metadata.js";
import { Op } from "./generated/opcodes.js";
import { unmarshal } from "./marshal/reader.js";
import { marshal } from "./marshal/writer.js";
import { decodeHandlers, type Handler, handlerAt } from "./tables/handlers.js";
import { lineAt, lineRanges, positions, rangeAt, type SourceRange, UNKNOWN } from "./tables/locations.js";

/** An instruction before it is laid out; of a jump, `argument` chooses where it leads. */
interface Planned {
  readonly opcode: number;
  readonly argument: number;
}

/** A code object and what it was made of. */
interface Sample {
  readonly code: CodeObject;
  readonly instructions: readonly { opcode: number; oparg: number | null; target: number | null }[];
  readonly ranges: readonly SourceRange[];
  readonly handlers: readonly Handler[];
}

/** The instructions of code objects: neither specialised nor instrumented, and none that are part of others. */
const parts: readonly number[] = [Op.CACHE, Op.EXTENDED_ARG, Op.RESERVED];
const opcodes = Object.values(Op).filter(
  (opcode) => opcode <= Op.RESUME && deopt[opcode] === opcode && !parts.includes(opcode),
);
const isJump = (opcode: number) => (opcodeFlags[opcode] & OpcodeFlag.JUMP) !== 0;
const backward: readonly number[] = [Op.JUMP_BACKWARD, Op.JUMP_BACKWARD_NO_INTERRUPT, Op.END_ASYNC_FOR];
const isBackward = (opcode: number) => backward.includes(opcode);

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);

const names = ["alpha", "beta", "gamma", "\u00e9t\u00e9"];
const locals = ["a", "b", "c", "d"];

/** Most indices of constants are of constants that are there. */
function meaningful({ opcode, argument }: Planned, constants: number): number {
  const flags = opcodeFlags[opcode];
  // Others are as they come: who looks at code may look at anything.
  if (flags & OpcodeFlag.CONST && argument % 8 !== 0) return argument % constants;
  return argument;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  while (value >= 64) {
    bytes.push(64 | (value & 63));
    value >>>= 6;
  }
  bytes.push(value);
  return bytes;
}

const signed = (value: number) => varint(value < 0 ? (-value << 1) | 1 : value << 1);

/** A location table with long entries for each range, or empty ones where nothing is known. */
function encodeLocations(
  ranges: readonly SourceRange[],
  lengths: readonly number[],
  firstLine: number,
): number[] {
  const table: number[] = [];
  let line = firstLine;
  for (const [i, { lineno, endLineno, colOffset, endColOffset }] of ranges.entries()) {
    // An entry is of up to eight code units.
    for (let left = lengths[i]; left > 0; left -= 8) {
      const head = (kind: number) => 0x80 | (kind << 3) | (Math.min(left, 8) - 1);
      if (lineno === UNKNOWN) {
        table.push(head(15));
        continue;
      }
      table.push(head(14), ...signed(lineno - line), ...varint(endLineno - lineno));
      table.push(...varint(colOffset + 1), ...varint(endColOffset + 1));
      line = lineno;
    }
  }
  return table;
}

/** An exception table: numbers of six bits a byte, the first one of an entry marked. */
function encodeHandlers(handlers: readonly Handler[]): number[] {
  const number = (value: number) => {
    const bytes = [value & 63];
    while ((value >>>= 6) > 0) bytes.unshift(64 | (value & 63));
    return bytes;
  };
  return handlers.flatMap(({ start, end, target, depth, lasti }) => {
    const entry = [start, end - start, target, (depth << 1) | Number(lasti)].flatMap(number);
    return [entry[0] | 0x80, ...entry.slice(1)];
  });
}

const constant = fc.letrec<{ constant: Constant }>((tie) => ({
  constant: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Constant>(null, true, false, { type: "ellipsis" }),
    fc.integer(),
    fc.bigInt({ min: 2n ** 60n, max: 2n ** 200n }),
    fc.string({ unit: "binary" }).filter(isWellFormed),
    fc.double({ noNaN: true }).map((value): Constant => ({ type: "float", value })),
    fc.uint8Array().map((value): Constant => ({ type: "bytes", value })),
    fc.array(tie("constant"), { maxLength: 3 }).map((items): Constant => ({ type: "tuple", items })),
  ),
})).constant;

const range = fc
  .tuple(fc.boolean(), fc.nat(5000), fc.nat(70), fc.nat(300), fc.nat(300))
  .map(([known, lineno, more, colOffset, endColOffset]): SourceRange => {
    if (!known) return { lineno: UNKNOWN, endLineno: UNKNOWN, colOffset: UNKNOWN, endColOffset: UNKNOWN };
    return { lineno, endLineno: lineno + more, colOffset, endColOffset };
  });

const planned = {
  opcode: fc.constantFrom(...opcodes),
  argument: fc.oneof(fc.nat(255), fc.nat(70_000)),
};

/** Lays instructions out as the assembler does: prefixes for large arguments, caches behind. */
function layOut(plan: readonly (Planned & { range: SourceRange })[], constants: number) {
  const units: number[] = [];
  const lengths: number[] = [];
  const starts: number[] = [];
  const instructions: Sample["instructions"][number][] = [];
  for (const { opcode, argument } of plan) {
    const before = units.length;
    starts.push(before);
    const cache = new Array(cacheWords[opcode]).fill(0);
    let oparg = meaningful({ opcode, argument }, constants);
    let target: number | null = null;
    if (isBackward(opcode)) {
      target = starts[argument % starts.length];
      // The end moves with the prefixes that the distance needs.
      oparg = before + 1 + cache.length - target;
      while (before + prefixes(oparg).length + 1 + cache.length - target !== oparg) oparg++;
    } else if (isJump(opcode)) {
      // The nearest place ahead: behind the instruction itself, where the last one stands for all code.
      oparg = 0;
      target = before + 1 + cache.length;
    }
    const hasArgument = (opcodeFlags[opcode] & OpcodeFlag.ARG) !== 0;
    if (hasArgument) units.push(...prefixes(oparg));
    units.push(opcode | (hasArgument ? (oparg & 255) << 8 : 0), ...cache);
    instructions.push({ opcode, oparg: hasArgument ? oparg : null, target });
    lengths.push(units.length - before);
  }
  units.push(Op.NOP);
  lengths.push(1);
  instructions.push({ opcode: Op.NOP, oparg: null, target: null });
  starts.push(units.length - 1);
  return { units, lengths, starts, instructions };
}

function prefixes(oparg: number): number[] {
  const words: number[] = [];
  for (let rest = oparg >>> 8; rest > 0; rest >>>= 8) words.unshift(Op.EXTENDED_ARG | ((rest & 255) << 8));
  return words;
}

function sampleOf(depth: number): fc.Arbitrary<Sample> {
  const nested: fc.Arbitrary<Constant> = depth > 0 ? sampleOf(depth - 1).map(({ code }) => code) : constant;
  return fc
    .record({
      plan: fc.array(fc.record({ ...planned, range }), { maxLength: 25 }),
      consts: fc.array(fc.oneof(constant, nested), { minLength: 1, maxLength: 4 }),
      firstlineno: fc.nat(5000),
      last: range,
      blocks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(40), fc.boolean()), { maxLength: 3 }),
      text: fc.string({ unit: "grapheme" }).filter(isWellFormed),
      numbers: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(2 ** 27)),
    })
    .map(({ plan, consts, firstlineno, last, blocks, text, numbers }) => {
      const { units, lengths, starts, instructions } = layOut(plan, consts.length);
      const ranges = [...plan.map((entry) => entry.range), last];
      const bounds = blocks.flatMap(([a, b]) => [a, b] as const).map((n) => starts[n % starts.length]);
      const sorted = [...new Set(bounds)].sort((a, b) => a - b);
      const handlers = sorted.slice(1).map((end, i): Handler => {
        const [, , place, depth, lasti] = blocks[i % blocks.length];
        return { start: sorted[i], end, target: starts[place % starts.length], depth, lasti };
      });
      const [argcount, kwonlyargcount, stacksize, flags] = numbers;
      const code = new CodeObject({
        argcount,
        posonlyargcount: 0,
        kwonlyargcount,
        stacksize,
        flags,
        code: Uint16Array.from(units),
        consts,
        names,
        localsplusNames: locals,
        localsplusKinds: Uint8Array.of(0x26, 0x20, 0x40, 0x80),
        filename: `${text}.py`,
        name: text,
        qualname: `outer.${text}`,
        firstlineno,
        linetable: Uint8Array.from(encodeLocations(ranges, lengths, firstlineno)),
        exceptiontable: Uint8Array.from(encodeHandlers(handlers)),
      });
      const spread = ranges.flatMap((entry, i) => new Array(lengths[i]).fill(entry));
      return { code, instructions, ranges: spread, handlers };
    });
}

const sample = sampleOf(1);
const code = sample.map((made) => made.code);

/** Everything in a code object, as plain data. */
function plain(value: unknown): unknown {
  if (!(value instanceof CodeObject)) return value;
  const { argcount, kwonlyargcount, stacksize, flags, filename, name, qualname, firstlineno } = value;
  return {
    header: { argcount, kwonlyargcount, stacksize, flags, filename, name, qualname, firstlineno },
    tables: [value.localsplusKinds, value.linetable, value.exceptiontable, value.code].map((t) => [...t]),
    names: [value.names, value.localsplusNames],
    consts: value.consts.map(plain),
  };
}

const property = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 150, seed: Number(process.env.PROPERTY_SEED ?? 1) });

test("decoded instructions are those that were laid out, one behind the other", () => {
  property(sample, ({ code, instructions }) => {
    const decoded = [...decodeInstructions(code.code)];
    expect(decoded.map(({ start, offset }, i) => i === 0 || decoded[i - 1].end >= start || offset)).toEqual(
      decoded.map(() => true),
    );
    const own = decoded.filter(({ opcode }) => opcode !== Op.EXTENDED_ARG);
    expect(own.map((one) => ({ opcode: one.opcode, oparg: one.oparg, target: jumpTarget(one) }))).toEqual(
      instructions,
    );
    expect(decoded.at(-1)?.end).toBe(code.code.length);
  });
});

test("the text of code names every instruction, and every place that it mentions, once", () => {
  property(sample, ({ code, instructions }) => {
    const text = disassemble(code, { depth: 0, repr: () => "constant" });
    const lines = text
      .replace(/^ExceptionTable:.*/ms, "")
      .split("\n")
      .filter((line) => /^ *(?:\d+|--)? *(?:L\d+:)? +[A-Z]/.test(line));
    const shown = lines.map((line) => /([A-Z][A-Z_0-9]+)/.exec(line.replace(/L\d+:/, ""))![1]);
    expect(shown.filter((name) => name !== "EXTENDED_ARG")).toEqual(
      instructions.map(({ opcode }) => opcodeNames[opcode]),
    );
    const marked = [...text.matchAll(/\b(L\d+):/g)].map(([, label]) => label);
    const mentioned = new Set([...text.matchAll(/(?:to|from|->) (L\d+)/g)].map(([, label]) => label));
    expect(new Set(marked).size).toBe(marked.length);
    for (const label of mentioned) expect(marked).toContain(label);
  });
});

test("positions are those that were encoded, however they are asked for", () => {
  property(sample, ({ code, ranges }) => {
    expect([...positions(code)]).toEqual(ranges);
    const byLines = lineRanges(code).flatMap(({ start, end, line }) => new Array(end - start).fill(line));
    expect(byLines).toEqual(ranges.map(({ lineno }) => lineno));
    const unit = Math.floor(ranges.length / 2);
    expect(rangeAt(code, unit)).toEqual(ranges[unit]);
    expect(lineAt(code, unit)).toBe(ranges[unit].lineno);
  });
});

test("handlers are those that were encoded", () => {
  property(sample, ({ code, handlers }) => {
    const decoded = decodeHandlers(code.exceptiontable);
    expect(decoded).toEqual(handlers);
    for (const handler of handlers) expect(handlerAt(decoded, handler.end - 1)).toEqual(handler);
  });
});

test("marshal reads what it wrote, to the last byte", () => {
  property(code, (original) => {
    const bytes = marshal(original)!;
    const read = unmarshal(bytes);
    if (read.error !== null) throw new TypeError(read.error.message);
    expect(read.length).toBe(bytes.length);
    expect(plain(read.value)).toEqual(plain(original));
  });
});

test("whatever the bytes are, unmarshal gives a value or an error", () => {
  const damaged = fc
    .tuple(code, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.nat())
    .map(([original, changes, cut]) => {
      const bytes = marshal(original)!;
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
    });
  property(fc.oneof(damaged, fc.uint8Array({ maxLength: 60 })), (bytes) => {
    const { error } = unmarshal(bytes);
    if (error !== null) expect(["EOFError", "ValueError", "TypeError"]).toContain(error.type);
  });
});

const validity: fc.Arbitrary<CacheValidity> = fc.oneof(
  fc.record({ kind: fc.constant("timestamp"), mtime: fc.nat(), size: fc.nat() }),
  fc.record({
    kind: fc.constant("hash"),
    hash: fc.uint8Array({ minLength: 8, maxLength: 8 }),
    checkSource: fc.boolean(),
  }),
);

test("a cache file gives back its code and what it is valid for", () => {
  property(fc.tuple(code, validity), ([original, valid]) => {
    const read = readCacheFile(writeCacheFile(original, valid)!);
    if (read.error !== null) throw new TypeError(read.error);
    expect(read.validity).toEqual(valid);
    expect(plain(read.code)).toEqual(plain(original));
  });
});

test("a cache file is never misread: cut short, altered, or put together from two, it is refused", () => {
  const files = fc
    .tuple(code, code, validity, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }))
    .map(([one, other, valid, at, cut, change]) => {
      const [intact, second] = [writeCacheFile(one, valid)!, writeCacheFile(other, valid)!];
      const altered = intact.slice();
      altered[16 + (at % (intact.length - 16))] ^= change;
      const place = 17 + (cut % (intact.length - 17));
      const joined = Uint8Array.of(...intact.subarray(0, place), ...second.subarray(place));
      return { good: [intact, second], bad: [altered, intact.subarray(0, place), joined] };
    });
  property(files, ({ good, bad }) => {
    for (const file of bad) {
      if (good.some((other) => Buffer.compare(file, other) === 0)) continue;
      expect(readCacheFile(file).error).not.toBeNull();
    }
  });
});

test("whatever the bytes are, a cache file gives code or a reason", () => {
  property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
    expect(readCacheFile(bytes).error).not.toBeNull();
  });
});
