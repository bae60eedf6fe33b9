import {
  defineType,
  None,
  type PyObject,
  type PyType,
  type Result,
  raise,
  type ThreadState,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import type { PyPattern } from "./pattern.js";
import type { Subject } from "./subject.js";

/** Goes from match to match (CPython `ScannerObject`). */
export class PyScanner implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Where the next match is looked for; -1 after the last one. */
  next: number;
  mustAdvance = false;
  executing = false;

  constructor(
    readonly pattern: PyPattern,
    readonly subject: Subject,
    readonly pos: number,
    readonly endpos: number,
  ) {
    this.cls = ScannerType;
    this.next = pos;
  }
}

function step(ts: ThreadState, self: PyScanner, anywhere: boolean): Result<Value> {
  if (self.executing) return raise(ts, ValueErrorType, "regular expression scanner already executing");
  if (self.next < 0) return None;
  const { pattern, subject, endpos } = self;
  const { engine } = pattern;
  self.executing = true;
  let found = false;
  try {
    found = anywhere
      ? engine.search(ts, subject, self.next, endpos, self.mustAdvance)
      : engine.match(ts, subject, self.next, endpos, false, self.mustAdvance);
  } finally {
    self.executing = false;
  }
  if (!found) {
    self.next = -1;
    return None;
  }
  self.mustAdvance = engine.ptr === engine.start;
  self.next = engine.ptr;
  return pattern.newMatch(subject, self.pos, endpos);
}

/** `_sre.SRE_Scanner`. */
export const ScannerType = defineType({
  name: "_sre.SRE_Scanner",
  methods: [
    ["match", "($self, /)", (ts, self: PyScanner) => step(ts, self, false)],
    ["search", "($self, /)", (ts, self: PyScanner) => step(ts, self, true)],
  ],
  getset: [["pattern", (_ts, self: PyScanner) => self.pattern, null, null, "member"]],
});
