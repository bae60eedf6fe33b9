import type { PyFrame } from "@adder/frames";
import {
  AttributeErrorType,
  asStr,
  call,
  clearPending,
  contains,
  getExceptionField,
  getItem,
  hasAttr,
  ImportErrorType,
  isInstance,
  NameErrorType,
  None,
  type PyBaseException,
  type PyTraceback,
  type Result,
  sameObject,
  type ThreadState,
  toArray,
  toJs,
  type Value,
} from "@adder/objects";
import { dir } from "../builtins/attributes.js";
import { frameLocals } from "../frame/frame-type.js";
import { suggest } from "../suggestions.js";
import { stdlibModuleNames } from "../sys/stdlib-names.js";

/** What follows the message of an exception about a name: "Did you mean", "Did you forget to import"; `""` for nothing. */
export function hintFor(ts: ThreadState, exc: PyBaseException, tb: PyTraceback | null): string {
  if (isInstance(exc, ImportErrorType)) {
    const name = nameField(exc, "name_from");
    return name === null ? "" : didYouMean(similarInModule(ts, exc, name));
  }
  if (isInstance(exc, AttributeErrorType)) {
    const name = nameField(exc, "name");
    return name === null ? "" : didYouMean(similarAttribute(ts, exc, tb, name));
  }
  if (!isInstance(exc, NameErrorType)) return "";
  const name = nameField(exc, "name");
  if (name === null) return "";
  const similar = similarName(ts, tb, name);
  let hint = didYouMean(similar);
  if (stdlibModuleNames.includes(name)) {
    hint += similar === null ? ". Did you forget to import" : " Or did you forget to import";
    hint += ` '${name}'?`;
  }
  return hint;
}

const didYouMean = (name: string | null): string => (name === null ? "" : `. Did you mean: '${name}'?`);

function nameField(exc: PyBaseException, field: string): string | null {
  const value = getExceptionField(exc, field);
  const text = value === undefined || value === None ? undefined : asStr(value);
  return text === undefined ? null : toJs(text);
}

/** The strs in a list of names, sorted as Python does; `null` where that failed, which nobody is told. */
function names(ts: ThreadState, list: Result<Value>): string[] | null {
  const items = list === null ? null : toArray(ts, list);
  if (items === null) {
    clearPending(ts);
    return null;
  }
  return items.flatMap((item) => {
    const text = asStr(item);
    return text === undefined ? [] : [toJs(text)];
  });
}

function similarAttribute(
  ts: ThreadState,
  exc: PyBaseException,
  tb: PyTraceback | null,
  name: string,
): string | null {
  const obj = getExceptionField(exc, "obj") ?? None;
  let candidates = names(ts, dir(ts, [obj]));
  if (candidates === null) return null;
  let hide = !name.startsWith("_");
  const frame = lastFrame(tb);
  if (hide && frame !== null) {
    const self = localOf(ts, frame, "self");
    if (self !== undefined && sameObject(self, obj)) hide = false;
  }
  if (hide) candidates = candidates.filter((c) => !c.startsWith("_"));
  return suggest(name, candidates);
}

function similarInModule(ts: ThreadState, exc: PyBaseException, name: string): string | null {
  const moduleName = getExceptionField(exc, "name");
  const importer = ts.interp.builtins.getStr("__import__");
  if (moduleName === undefined || importer === undefined) return null;
  const module = call(ts, importer, [moduleName]);
  let candidates = names(ts, module === null ? null : dir(ts, [module]));
  if (candidates === null) return null;
  if (!name.startsWith("_")) candidates = candidates.filter((c) => !c.startsWith("_"));
  return suggest(name, candidates);
}

function similarName(ts: ThreadState, tb: PyTraceback | null, name: string): string | null {
  const frame = lastFrame(tb);
  if (frame === null) return null;
  const { globals, builtins } = frame.frame;
  const candidates: string[] = [];
  for (const mapping of [frameLocals(frame), globals, builtins]) {
    const found = names(ts, mapping);
    if (found !== null) candidates.push(...found);
  }
  const self = localOf(ts, frame, "self");
  if (self !== undefined) {
    const has = hasAttr(ts, self, name);
    if (has === null) clearPending(ts);
    if (has === true) return `self.${name}`;
  }
  return suggest(name, candidates);
}

/** The frame in which an exception was raised. */
function lastFrame(tb: PyTraceback | null): PyFrame | null {
  if (tb === null) return null;
  while (tb.next !== null) tb = tb.next;
  return tb.activation.object() as PyFrame;
}

/** A local variable, `undefined` when there is none. */
function localOf(ts: ThreadState, frame: PyFrame, name: string): Value | undefined {
  const locals = frameLocals(frame);
  const has = contains(ts, locals, name);
  if (has === null) clearPending(ts);
  if (has !== true) return undefined;
  const value = getItem(ts, locals, name);
  if (value === null) clearPending(ts);
  return value ?? undefined;
}
