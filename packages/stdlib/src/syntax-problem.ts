import {
  IndentationErrorType,
  MemoryErrorType,
  None,
  newException,
  PyTuple,
  type PyType,
  RecursionErrorType,
  raiseValue,
  SyntaxErrorType,
  type SyntaxProblem,
  SystemErrorType,
  setExceptionField,
  strFromJs,
  TabErrorType,
  type ThreadState,
  UnicodeEncodeErrorType,
} from "@adder/objects";

const types: Readonly<Record<SyntaxProblem["type"], PyType>> = {
  SyntaxError: SyntaxErrorType,
  IndentationError: IndentationErrorType,
  TabError: TabErrorType,
  MemoryError: MemoryErrorType,
  RecursionError: RecursionErrorType,
  SystemError: SystemErrorType,
  UnicodeEncodeError: UnicodeEncodeErrorType,
};

const fields = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];

/** Is this what parser and compiler throw for a source that is not Python? */
export function isSyntaxProblem(error: unknown): error is SyntaxProblem {
  return error instanceof Error && "lineno" in error && "offset" in error;
}

/**
 * Raises the Python exception for a problem with a source.
 *
 * @param bare the place is in the attributes alone, not in `args`, as `PyErr_SyntaxLocationObject` does it
 */
export function raiseSyntaxProblem(ts: ThreadState, problem: SyntaxProblem, bare: boolean): null {
  const type = types[problem.type];
  const message = strFromJs(problem.message);
  if (!type.mro.includes(SyntaxErrorType)) return raiseValue(ts, newException(type, [message]));
  const { filename, lineno, offset, text, endLineno, endOffset } = problem;
  const place = [filename, lineno, offset, text, endLineno, endOffset].map((v) =>
    v === null ? None : typeof v === "string" ? strFromJs(v) : v,
  );
  const exc = newException(type, bare || lineno === null ? [message] : [message, new PyTuple(place)]);
  fields.forEach((name, i) => {
    setExceptionField(exc, name, place[i]);
  });
  return raiseValue(ts, exc);
}
