import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { baseExceptionParts, exceptionNew, exceptionStr } from "./base-exception.js";
import { groupParts } from "./exception-group.js";
import * as E from "./exception-types.js";
import {
  attributeErrorParts,
  importErrorParts,
  nameErrorParts,
  stopIterationParts,
  systemExitParts,
} from "./keyword-errors.js";
import { osErrorParts } from "./os-error.js";
import type { PyBaseException } from "./py-base-exception.js";
import { syntaxErrorParts } from "./syntax-error.js";
import {
  unicodeDecodeErrorParts,
  unicodeEncodeErrorParts,
  unicodeTranslateErrorParts,
} from "./unicode-errors.js";

/** The repr of a missing key, so that an empty or odd one can be seen. */
function keyErrorStr(ts: ThreadState, self: PyBaseException): Result<Value> {
  const { items } = self.args;
  return items.length === 1 ? repr(ts, items[0]) : exceptionStr(ts, self);
}

const keyErrorParts: Partial<TypeSpec> = { slots: { tp_str: keyErrorStr } };

type Row = readonly [type: PyType, base: PyType, doc: string, parts?: Partial<TypeSpec>];

/** All built-in exceptions but the first and the last, bases first (CPython `Objects/exceptions.c`). */
const rows: readonly Row[] = [
  [
    E.BaseExceptionGroupType,
    E.BaseExceptionType,
    "A combination of several unrelated exceptions.",
    groupParts,
  ],
  [E.GeneratorExitType, E.BaseExceptionType, "Request that a generator exit."],
  [E.KeyboardInterruptType, E.BaseExceptionType, "Program interrupted by user."],
  [E.SystemExitType, E.BaseExceptionType, "Request to exit from the interpreter.", systemExitParts],
  [E.ExceptionType, E.BaseExceptionType, "Common base class for all non-exit exceptions."],
  [E.ArithmeticErrorType, E.ExceptionType, "Base class for arithmetic errors."],
  [E.FloatingPointErrorType, E.ArithmeticErrorType, "Floating-point operation failed."],
  [E.OverflowErrorType, E.ArithmeticErrorType, "Result too large to be represented."],
  [E.ZeroDivisionErrorType, E.ArithmeticErrorType, "Division or modulo by zero."],
  [E.AssertionErrorType, E.ExceptionType, "Assertion failed."],
  [E.AttributeErrorType, E.ExceptionType, "Attribute not found.", attributeErrorParts],
  [E.BufferErrorType, E.ExceptionType, "Buffer error."],
  [E.EOFErrorType, E.ExceptionType, "Read beyond end of file."],
  [E.ImportErrorType, E.ExceptionType, "A module or a name in it can't be found.", importErrorParts],
  [E.ModuleNotFoundErrorType, E.ImportErrorType, "Module not found."],
  [E.LookupErrorType, E.ExceptionType, "Base class for lookup errors."],
  [E.IndexErrorType, E.LookupErrorType, "Sequence index out of range."],
  [E.KeyErrorType, E.LookupErrorType, "Mapping key not found.", keyErrorParts],
  [E.MemoryErrorType, E.ExceptionType, "Out of memory."],
  [E.NameErrorType, E.ExceptionType, "Name not found globally.", nameErrorParts],
  [E.UnboundLocalErrorType, E.NameErrorType, "Local name referenced but not bound to a value."],
  [E.OSErrorType, E.ExceptionType, "Base class for I/O related errors.", osErrorParts],
  [E.BlockingIOErrorType, E.OSErrorType, "I/O operation would block."],
  [E.ChildProcessErrorType, E.OSErrorType, "Child process error."],
  [E.ConnectionErrorType, E.OSErrorType, "Connection error."],
  [E.BrokenPipeErrorType, E.ConnectionErrorType, "Broken pipe."],
  [E.ConnectionAbortedErrorType, E.ConnectionErrorType, "Connection aborted."],
  [E.ConnectionRefusedErrorType, E.ConnectionErrorType, "Connection refused."],
  [E.ConnectionResetErrorType, E.ConnectionErrorType, "Connection reset."],
  [E.FileExistsErrorType, E.OSErrorType, "File already exists."],
  [E.FileNotFoundErrorType, E.OSErrorType, "File not found."],
  [E.InterruptedErrorType, E.OSErrorType, "Interrupted by signal."],
  [E.IsADirectoryErrorType, E.OSErrorType, "Operation doesn't work on directories."],
  [E.NotADirectoryErrorType, E.OSErrorType, "Operation only works on directories."],
  [E.PermissionErrorType, E.OSErrorType, "Not enough permissions."],
  [E.ProcessLookupErrorType, E.OSErrorType, "Process not found."],
  [E.TimeoutErrorType, E.OSErrorType, "Timeout expired."],
  [E.ReferenceErrorType, E.ExceptionType, "Weak reference used after its referent went away."],
  [E.RuntimeErrorType, E.ExceptionType, "Unspecified run-time error."],
  [E.NotImplementedErrorType, E.RuntimeErrorType, "Method or function is not implemented yet."],
  [E.PythonFinalizationErrorType, E.RuntimeErrorType, "Operation blocked while Python finalises."],
  [E.RecursionErrorType, E.RuntimeErrorType, "Recursion limit exceeded."],
  [E.StopAsyncIterationType, E.ExceptionType, "Signal the end from iterator.__anext__()."],
  [E.StopIterationType, E.ExceptionType, "Signal the end from iterator.__next__().", stopIterationParts],
  [E.SyntaxErrorType, E.ExceptionType, "Invalid syntax.", syntaxErrorParts],
  [E.IncompleteInputErrorType, E.SyntaxErrorType, "The input ends where more must follow."],
  [E.IndentationErrorType, E.SyntaxErrorType, "Improper indentation."],
  [E.TabErrorType, E.IndentationErrorType, "Improper mixture of spaces and tabs."],
  [E.SystemErrorType, E.ExceptionType, "Internal error in the interpreter."],
  [E.TypeErrorType, E.ExceptionType, "Inappropriate argument type."],
  [E.ValueErrorType, E.ExceptionType, "Inappropriate argument value (of correct type)."],
  [E.UnicodeErrorType, E.ValueErrorType, "Unicode related error."],
  [E.UnicodeDecodeErrorType, E.UnicodeErrorType, "Unicode decoding error.", unicodeDecodeErrorParts],
  [E.UnicodeEncodeErrorType, E.UnicodeErrorType, "Unicode encoding error.", unicodeEncodeErrorParts],
  [E.UnicodeTranslateErrorType, E.UnicodeErrorType, "Unicode translation error.", unicodeTranslateErrorParts],
  [E.WarningType, E.ExceptionType, "Base class for warning categories."],
  [E.BytesWarningType, E.WarningType, "Base class for warnings about bytes and buffers."],
  [E.DeprecationWarningType, E.WarningType, "Base class for warnings about deprecated features."],
  [E.EncodingWarningType, E.WarningType, "Base class for warnings about encodings."],
  [E.FutureWarningType, E.WarningType, "Base class for warnings about constructs that will change."],
  [E.ImportWarningType, E.WarningType, "Base class for warnings about probable mistakes in imports."],
  [
    E.PendingDeprecationWarningType,
    E.WarningType,
    "Base class for warnings about features that will be deprecated.",
  ],
  [E.ResourceWarningType, E.WarningType, "Base class for warnings about resource usage."],
  [E.RuntimeWarningType, E.WarningType, "Base class for warnings about dubious runtime behaviour."],
  [E.SyntaxWarningType, E.WarningType, "Base class for warnings about dubious syntax."],
  [E.UnicodeWarningType, E.WarningType, "Base class for warnings about Unicode."],
  [E.UserWarningType, E.WarningType, "Base class for warnings that programs make."],
];

/** Exceptions whose subclasses inherit how instances are made. */
const compound = new Set<PyType>([
  E.OSErrorType,
  E.ConnectionErrorType,
  E.SyntaxErrorType,
  E.IndentationErrorType,
  E.ImportErrorType,
  E.NameErrorType,
]);

function specOf([type, base, doc, parts]: Row): TypeSpec {
  // A plain exception has a `__new__` of its own in CPython, which is the inherited one.
  const ownNew = parts === undefined && !compound.has(base);
  return {
    doc,
    base,
    ...parts,
    name: type.name,
    flags: TypeFlags.BASETYPE | (parts?.flags ?? 0),
    slots: { ...(ownNew ? { tp_new: exceptionNew } : {}), ...parts?.slots },
  };
}

/** All built-in exceptions with what they can do, bases first. */
export const exceptionSpecs: readonly (readonly [PyType, TypeSpec])[] = [
  [
    E.BaseExceptionType,
    { name: "BaseException", doc: "Common base class for all exceptions.", ...baseExceptionParts },
  ],
  ...rows.map((row): [PyType, TypeSpec] => [row[0], specOf(row)]),
  [
    E.ExceptionGroupType,
    {
      name: "ExceptionGroup",
      doc: "A combination of several unrelated exceptions.",
      bases: [E.BaseExceptionGroupType, E.ExceptionType],
      flags: TypeFlags.BASETYPE | TypeFlags.HAS_WEAKREFS,
    },
  ],
];
