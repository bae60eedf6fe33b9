import {
  asStr,
  bindKeywords,
  callMethod,
  defineType,
  isTrue,
  None,
  PyBytes,
  PyPlainObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toJs,
  type Value,
} from "@adder/objects";
import { Seen } from "./py-io.js";

/** Turns line ends into `\n` piece by piece, and remembers which ones it saw. */
export class NewlineTranslator {
  /** Bits of `Seen`. */
  seen = 0;
  /** A `\r` at the end of the last piece, whose `\n` may follow. */
  pendingCR = false;

  constructor(readonly translate: boolean) {}

  /** Translates a piece in UTF-16. */
  push(text: string, final: boolean): string {
    let piece = text;
    if (this.pendingCR && (piece !== "" || final)) {
      piece = `\r${piece}`;
      this.pendingCR = false;
    }
    if (!final && piece.endsWith("\r")) {
      piece = piece.slice(0, -1);
      this.pendingCR = true;
    }
    if (piece.includes("\r")) {
      if (/\r\n/.test(piece)) this.seen |= Seen.CRLF;
      if (/\r(?!\n)/.test(piece)) this.seen |= Seen.CR;
      if (/(?<!\r)\n/.test(piece)) this.seen |= Seen.LF;
      return this.translate ? piece.replace(/\r\n?/g, "\n") : piece;
    }
    if (piece.includes("\n")) this.seen |= Seen.LF;
    return piece;
  }
}

const SHOWN: readonly Value[] = [
  None,
  "\r",
  "\n",
  new PyTuple(["\r", "\n"]),
  "\r\n",
  new PyTuple(["\r", "\r\n"]),
  new PyTuple(["\n", "\r\n"]),
  new PyTuple(["\r", "\n", "\r\n"]),
];

/** `newlines` of a stream that has seen these line ends. */
export const newlinesShown = (seen: number): Value => SHOWN[seen];

class PyNewlineDecoder extends PyPlainObject {
  decoder: Value = None;
  translator = new NewlineTranslator(true);
}

function decode(
  ts: ThreadState,
  self: PyNewlineDecoder,
  input: Value,
  finalValue: Value | undefined,
): Result<Value> {
  const final = finalValue === undefined ? false : isTrue(ts, finalValue);
  if (final === null) return null;
  const decoded = self.decoder === None ? input : callMethod(ts, self.decoder, "decode", [input, final]);
  if (decoded === null) return null;
  const text = asStr(decoded);
  return text === undefined
    ? raise(ts, TypeErrorType, "decoder should return a string result, not a bytes-like object")
    : strFromJs(self.translator.push(toJs(text), final));
}

/** `_io.IncrementalNewlineDecoder`. */
export const IncrementalNewlineDecoderType: PyType = defineType({
  name: "_io.IncrementalNewlineDecoder",
  flags: TypeFlags.BASETYPE,
  doc: "An incremental decoder that turns line ends into newlines.",
  signature: "(decoder, translate, errors='strict')",
  slots: {
    tp_new: (_ts, cls) => new PyNewlineDecoder(cls),
    tp_init(ts, self: PyNewlineDecoder, args, kwnames) {
      const bound = bindKeywords(
        ts,
        "IncrementalNewlineDecoder",
        args,
        kwnames,
        ["decoder", "translate", "errors"],
        2,
      );
      if (bound === null) return null;
      const translate = isTrue(ts, bound[1] as Value);
      if (translate === null) return null;
      self.decoder = bound[0] as Value;
      self.translator = new NewlineTranslator(translate);
      return true;
    },
  },
  methods: [
    ["decode", "($self, /, input, final=False)", decode, "Decodes a piece."],
    [
      "getstate",
      "($self, /)",
      (ts, self: PyNewlineDecoder) => {
        const flag = self.translator.pendingCR ? 1n : 0n;
        if (self.decoder === None) return new PyTuple([new PyBytes(new Uint8Array(0)), Number(flag)]);
        const state = callMethod(ts, self.decoder, "getstate", []);
        if (state === null) return null;
        if (!(state instanceof PyTuple) || state.items.length !== 2) {
          return raise(ts, TypeErrorType, "illegal decoder state");
        }
        const bits = toIndex(ts, state.items[1]);
        return bits === null ? null : new PyTuple([state.items[0], Number((BigInt(bits) << 1n) | flag)]);
      },
      "The decoder's state.",
    ],
    [
      "setstate",
      "($self, state, /)",
      (ts, self: PyNewlineDecoder, state: Value) => {
        if (!(state instanceof PyTuple) || state.items.length !== 2) {
          return raise(ts, TypeErrorType, "state argument must be a tuple");
        }
        const bits = toIndex(ts, state.items[1]);
        if (bits === null) return null;
        self.translator.pendingCR = (BigInt(bits) & 1n) === 1n;
        if (self.decoder === None) return None;
        return callMethod(ts, self.decoder, "setstate", [
          new PyTuple([state.items[0], Number(BigInt(bits) >> 1n)]),
        ]);
      },
      "Restores a state.",
    ],
    [
      "reset",
      "($self, /)",
      (ts, self: PyNewlineDecoder) => {
        self.translator = new NewlineTranslator(self.translator.translate);
        return self.decoder === None ? None : callMethod(ts, self.decoder, "reset", []);
      },
      "Forgets everything.",
    ],
  ],
  getset: [
    [
      "newlines",
      (_ts, self: PyNewlineDecoder) => newlinesShown(self.translator.seen),
      null,
      "Line ends seen.",
    ],
  ],
});
