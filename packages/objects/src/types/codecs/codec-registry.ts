import type { Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";

/** Codecs and error handlers that one interpreter knows (`codecs.register`, `codecs.register_error`). */
export class CodecRegistry {
  readonly searchFunctions: Value[] = [];
  /** CodecInfo tuples by normalised name. */
  readonly cache: Map<string, Value> = new Map();
  readonly errorHandlers: Map<string, Value> = new Map();

  /** The registry of the running interpreter. */
  static of(ts: ThreadState): CodecRegistry {
    return ts.interp.state(CodecRegistry, () => new CodecRegistry());
  }
}
