import {
  asStr,
  isList,
  type ModuleSpec,
  None,
  type Result,
  raise,
  strFromJs,
  suggest,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  type Value,
} from "@adder/objects";

function generate(ts: ThreadState, _m: Value, candidates: Value, item: Value): Result<Value> {
  const text = asStr(item);
  if (text === undefined) {
    const message = `_generate_suggestions() argument 2 must be str, not ${typeName(item)}`;
    return raise(ts, TypeErrorType, message);
  }
  if (!isList(candidates)) return raise(ts, TypeErrorType, "candidates must be a list");
  const names: string[] = [];
  for (const candidate of candidates.items) {
    const name = asStr(candidate);
    if (name === undefined) return raise(ts, TypeErrorType, "all elements in 'candidates' must be strings");
    names.push(toJs(name));
  }
  const found = suggest(toJs(text), names);
  return found === null ? None : strFromJs(found);
}

/** `_suggestions` (CPython `Modules/_suggestions.c`): what "Did you mean" in tracebacks proposes. */
export const suggestionsModule: ModuleSpec = {
  name: "_suggestions",
  functions: [
    [
      "_generate_suggestions",
      "($module, candidates, item, /)",
      generate,
      "The candidate that is most similar to a name, or None.",
    ],
  ],
};
