import { TypeType } from "../../core/builtin-types.js";
import { PyType } from "../../core/type.js";

/*
 * All built-in exceptions, bare, so that any module can raise any of them while it is being loaded.
 * `exception-specs.ts` says what each of them derives from and can do (CPython `Objects/exceptions.c`).
 */

const bare = (name: string): PyType => new PyType(TypeType, name);

export const BaseExceptionType = bare("BaseException");
export const BaseExceptionGroupType = bare("BaseExceptionGroup");
export const GeneratorExitType = bare("GeneratorExit");
export const KeyboardInterruptType = bare("KeyboardInterrupt");
export const SystemExitType = bare("SystemExit");
export const ExceptionType = bare("Exception");
export const ExceptionGroupType = bare("ExceptionGroup");
export const ArithmeticErrorType = bare("ArithmeticError");
export const FloatingPointErrorType = bare("FloatingPointError");
export const OverflowErrorType = bare("OverflowError");
export const ZeroDivisionErrorType = bare("ZeroDivisionError");
export const AssertionErrorType = bare("AssertionError");
export const AttributeErrorType = bare("AttributeError");
export const BufferErrorType = bare("BufferError");
export const EOFErrorType = bare("EOFError");
export const ImportErrorType = bare("ImportError");
export const ModuleNotFoundErrorType = bare("ModuleNotFoundError");
export const LookupErrorType = bare("LookupError");
export const IndexErrorType = bare("IndexError");
export const KeyErrorType = bare("KeyError");
export const MemoryErrorType = bare("MemoryError");
export const NameErrorType = bare("NameError");
export const UnboundLocalErrorType = bare("UnboundLocalError");
export const OSErrorType = bare("OSError");
export const BlockingIOErrorType = bare("BlockingIOError");
export const ChildProcessErrorType = bare("ChildProcessError");
export const ConnectionErrorType = bare("ConnectionError");
export const BrokenPipeErrorType = bare("BrokenPipeError");
export const ConnectionAbortedErrorType = bare("ConnectionAbortedError");
export const ConnectionRefusedErrorType = bare("ConnectionRefusedError");
export const ConnectionResetErrorType = bare("ConnectionResetError");
export const FileExistsErrorType = bare("FileExistsError");
export const FileNotFoundErrorType = bare("FileNotFoundError");
export const InterruptedErrorType = bare("InterruptedError");
export const IsADirectoryErrorType = bare("IsADirectoryError");
export const NotADirectoryErrorType = bare("NotADirectoryError");
export const PermissionErrorType = bare("PermissionError");
export const ProcessLookupErrorType = bare("ProcessLookupError");
export const TimeoutErrorType = bare("TimeoutError");
export const ReferenceErrorType = bare("ReferenceError");
export const RuntimeErrorType = bare("RuntimeError");
export const NotImplementedErrorType = bare("NotImplementedError");
export const PythonFinalizationErrorType = bare("PythonFinalizationError");
export const RecursionErrorType = bare("RecursionError");
export const StopAsyncIterationType = bare("StopAsyncIteration");
export const StopIterationType = bare("StopIteration");
export const SyntaxErrorType = bare("SyntaxError");
export const IncompleteInputErrorType = bare("_IncompleteInputError");
export const IndentationErrorType = bare("IndentationError");
export const TabErrorType = bare("TabError");
export const SystemErrorType = bare("SystemError");
export const TypeErrorType = bare("TypeError");
export const ValueErrorType = bare("ValueError");
export const UnicodeErrorType = bare("UnicodeError");
export const UnicodeDecodeErrorType = bare("UnicodeDecodeError");
export const UnicodeEncodeErrorType = bare("UnicodeEncodeError");
export const UnicodeTranslateErrorType = bare("UnicodeTranslateError");
export const WarningType = bare("Warning");
export const BytesWarningType = bare("BytesWarning");
export const DeprecationWarningType = bare("DeprecationWarning");
export const EncodingWarningType = bare("EncodingWarning");
export const FutureWarningType = bare("FutureWarning");
export const ImportWarningType = bare("ImportWarning");
export const PendingDeprecationWarningType = bare("PendingDeprecationWarning");
export const ResourceWarningType = bare("ResourceWarning");
export const RuntimeWarningType = bare("RuntimeWarning");
export const SyntaxWarningType = bare("SyntaxWarning");
export const UnicodeWarningType = bare("UnicodeWarning");
export const UserWarningType = bare("UserWarning");
