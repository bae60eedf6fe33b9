import "./ready.js";

export {
  attributesOf,
  deleteInstanceAttr,
  dictShapeOf,
  ensureAttributes,
  findAttr,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  getInstanceAttr,
  getInstanceDict,
  getOptionalAttr,
  hasAttr,
  loadMethod,
  MAX_FIELDS,
  type MethodSelf,
  materialise,
  newInstance,
  rootShapeOf,
  sayWhere,
  setAttr,
  setInstanceAttr,
  setInstanceDict,
} from "./core/attributes.js";
export {
  bindKeywords,
  bindNative,
  bindParameters,
  checkPositional,
  noKeywords,
  type ParameterList,
  unexpectedKeyword,
} from "./core/bind-arguments.js";
export { bufferGlue } from "./core/buffer-glue.js";
export {
  AsyncGeneratorType,
  BoolType,
  BuiltinFunctionType,
  ByteArrayType,
  BytesType,
  CellType,
  ClassMethodDescriptorType,
  ClassMethodType,
  CodeType,
  ComplexType,
  CoroutineType,
  DictType,
  EllipsisType,
  EnumerateType,
  FilterType,
  FloatType,
  FrameType,
  FrozenSetType,
  FunctionType,
  GeneratorType,
  GenericAliasType,
  GetSetDescriptorType,
  IntType,
  ListType,
  MappingProxyType,
  MapType,
  MemberDescriptorType,
  MemoryViewType,
  MethodDescriptorType,
  MethodType,
  MethodWrapperType,
  ModuleType,
  NoneType,
  NotImplementedType,
  ObjectType,
  PropertyType,
  RangeType,
  ReversedType,
  SetType,
  SimpleNamespaceType,
  SliceType,
  StaticMethodType,
  StrType,
  SuperType,
  TracebackType,
  TupleType,
  TypeType,
  UnionType,
  WrapperDescriptorType,
  ZipType,
} from "./core/builtin-types.js";
export {
  call,
  callMethod,
  callNative,
  callSpecial,
  callUnbound,
  enterNative,
  leaveNative,
  lookupSpecial,
  raiseCaught,
} from "./core/call.js";
export {
  compare,
  compareBool,
  compareOtherwise,
  equals,
  hash,
  isTrue,
  reflectsFirst,
  SWAPPED,
  unhashable,
} from "./core/compare.js";
export { address, defaultRepr } from "./core/default-repr.js";
export { createModule, defineType } from "./core/define.js";
export { environmentOf } from "./core/environment.js";
export {
  argumentTypeName,
  clearPending,
  handledException,
  InternalError,
  matches,
  newException,
  pendingMatches,
  raise,
  raiseAttributeError,
  raiseKeyError,
  raiseNameError,
  raiseNoAttribute,
  raiseValue,
  raiseWith,
  stopIteration,
  takePending,
  typeName,
} from "./core/errors.js";
export { getField, PyInstance, Shape, setField } from "./core/fields.js";
export { fsDecode, fsEncode, fsPath } from "./core/fs-path.js";
export { fullTypeName, moduleNameOf } from "./core/full-type-name.js";
export { importName } from "./core/import-name.js";
export { isInstanceOf, isSubclass, realInstance, realSubclass } from "./core/instance-check.js";
export { makeInstance } from "./core/make-instance.js";
export { linearise } from "./core/mro.js";
export type { GetSetRow, MethodOptions, MethodRow, ModuleSpec, NativeFn, TypeSpec } from "./core/native.js";
export { fillNamespace } from "./core/native-namespace.js";
export {
  absolute,
  afterLeftMethod,
  BinaryOp,
  binaryOp,
  divmod,
  firstBinarySlot,
  firstMethodIsLeft,
  intArgument,
  invert,
  negative,
  positive,
  power,
  sizeArgument,
  toIndex,
  toSize,
  trySlots,
} from "./core/numbers.js";
export { type PyObject, PyPlainObject, type Result, type Status, type Value } from "./core/object.js";
export {
  ascii,
  asciiObject,
  contains,
  format,
  formatObject,
  getItem,
  getIter,
  isCallable,
  isSequence,
  iterate,
  iterNext,
  length,
  lengthHint,
  repr,
  reprObject,
  type StepResult,
  searchItems,
  setItem,
  str,
  strObject,
  toArray,
} from "./core/protocols.js";
export { INHERITED_FLAGS, readyType } from "./core/ready.js";
export { type NativeParameter, type NativeSignature, parseSignature } from "./core/signature.js";
export {
  callGlue,
  compareGlue,
  getattrGlue,
  glueFor,
  initGlue,
  newGlue,
  reprGlue,
  slotsOf,
} from "./core/slot-glue.js";
export {
  type SlotDef,
  type SlotShape,
  slotDefs,
  slotDefsByName,
  slotDefsBySlot,
  slotNames,
} from "./core/slot-table.js";
export { attributeName, callWrapped } from "./core/slot-wrappers.js";
export {
  type BinaryFunc,
  BUFFER_CONTIG_RO,
  BUFFER_FULL_RO,
  BUFFER_WRITABLE,
  type BufferView,
  type CallFunc,
  CompareOp,
  type ContainsFunc,
  type DescrGetFunc,
  type DescrSetFunc,
  type GetAttrFunc,
  type HashFunc,
  type InitFunc,
  type InquiryFunc,
  type IterNextFunc,
  type KwNames,
  type LenFunc,
  type NewFunc,
  type RichCompareFunc,
  type SendFunc,
  type SendResult,
  type SetAttrFunc,
  type SetItemFunc,
  type SetItemIndexFunc,
  type SizeArgFunc,
  type SlotName,
  type Slots,
  type TernaryFunc,
  type UnaryFunc,
} from "./core/slots.js";
export { poll, StepLimitError, step, TICKS, tick } from "./core/steps.js";
export { editDistance, suggest } from "./core/suggestions.js";
export {
  type ActivationView,
  ExcInfo,
  type FrameView,
  Interpreter,
  ObjectCounters,
  ThreadState,
} from "./core/thread-state.js";
export { isSubtype, PyType, TypeFlags } from "./core/type.js";
export {
  lookup,
  lookupAfter,
  namespaceOf,
  typeModified,
} from "./core/type-lookup.js";
export { identityHash, isInstance, objectId, sameObject, typeOf } from "./core/type-of.js";
export { fillSlots, refillSlots, updateSlotsFor } from "./core/update-slots.js";
export type { CompileOptions, Evaluator, Frontend, SourceWarning, SyntaxProblem } from "./ports/evaluator.js";
export {
  type FileStat,
  type Host,
  HostError,
  type HostFiles,
  type HostMemory,
  type HostProcesses,
  type ProcessStart,
} from "./ports/host.js";
export { readFile } from "./ports/read-file.js";
export { NativeDef, NativeKind, nativeDef } from "./types/builtin-function/native-def.js";
export {
  PyBuiltinFunction,
  PyGetSetDescriptor,
  PyMethodDescriptor,
} from "./types/builtin-function/py-builtin-function.js";
export { checkOwner, reduceToGetattr } from "./types/builtin-function/type.js";
export {
  byteContents,
  byteOrBytes,
  bytesLikeText,
  bytesOfText,
  byteValue,
  sameKind,
  textOfBytes,
} from "./types/bytes/byte-text.js";
export { bytesFromIterable, bytesFromObject, constructBytes } from "./types/bytes/construct.js";
export { bytesToHex, hexToBytes } from "./types/bytes/hex.js";
export { byteMethods, hexMethod } from "./types/bytes/methods.js";
export { bytesDialect } from "./types/bytes/percent.js";
export { PyByteArray, PyBytes } from "./types/bytes/py-bytes.js";
export { bytesRepr } from "./types/bytes/repr.js";
export { bufferBytes, byteSlots, byteSubscript, compareBytes } from "./types/bytes/slots.js";
export { PyCell } from "./types/cell/py-cell.js";
export { PyClassMethod, PyStaticMethod } from "./types/classmethod/py-class-method.js";
export { constantOf, constantValue } from "./types/code/constants.js";
export { lineNumberTable } from "./types/code/lnotab.js";
export { PyCode } from "./types/code/py-code.js";
export { codeBytes, codeNew, replaceCode } from "./types/code/replace.js";
export { cellVariables, freeVariables, localVariables } from "./types/code/variables.js";
export { ByteWriter } from "./types/codecs/byte-writer.js";
export { CodecRegistry } from "./types/codecs/codec-registry.js";
export {
  handleDecodeError,
  handleEncodeError,
  type Replacement,
  raiseDecodeError,
  raiseEncodeError,
} from "./types/codecs/errors.js";
export {
  callCodec,
  decode,
  decodeBytesLike,
  decodeMethod,
  encode,
  encodeStr,
  lookupCodec,
  plainText,
} from "./types/codecs/registry.js";
export { decodeSingleByte, encodeSingleByte } from "./types/codecs/single-byte.js";
export { sourceOptions } from "./types/codecs/source-text.js";
export { type Decoded, utf8Decode, utf8Encode, writeUtf8 } from "./types/codecs/utf8.js";
export { type ByteOrder, decodeWide, encodeWide } from "./types/codecs/utf16-32.js";
export { complexDivide, complexMultiply, complexPower } from "./types/complex/arithmetic.js";
export { parseComplexText } from "./types/complex/parse.js";
export { PyComplex } from "./types/complex/py-complex.js";
export { complexFromNumber, complexRepr } from "./types/complex/type.js";
export {
  PyMemberDescriptor,
  PyMethodWrapper,
  PyWrapperDescriptor,
} from "./types/descriptors/py-descriptors.js";
export { nextEntry, nextItem, nextKey, nextValue, PyDictIterator } from "./types/dict/dict-iterator.js";
export { DUMMY, HashSlots, startOf, startOfInteger } from "./types/dict/hash-slots.js";
export {
  hashDictKey,
  hashElement,
  hashFloat,
  hashHigh,
  hashInteger,
  hashKey,
  hashLanes,
  hashTuple,
  joinHash,
  multiply64,
  restoreHash,
  splitHash,
  tupleHashResult,
} from "./types/dict/key-hash.js";
export {
  copyDict,
  isDict,
  mergeDict,
  mergeMapping,
  mergePairs,
  updateDict,
  updateFromArguments,
} from "./types/dict/merge.js";
export { PyDict } from "./types/dict/py-dict.js";
export { sameKey } from "./types/dict/same-key.js";
export { equalsForeign, simpleKey } from "./types/dict/simple-key.js";
export { dictSubscript } from "./types/dict/type.js";
export {
  viewAnd,
  viewCompare,
  viewIsDisjoint,
  viewOr,
  viewSub,
  viewXor,
} from "./types/dict/view-operators.js";
export { isSetView, itemsContain, keysContain, PyDictView, pairsOf } from "./types/dict/views.js";
export { enumerateNext, PyEnumerate } from "./types/enumerate/type.js";
export {
  exceptionInit,
  exceptionNew,
  exceptionRepr,
  exceptionStr,
  positional,
} from "./types/exceptions/base-exception.js";
export { groupExceptions, isGroup, projectGroup, splitGroup } from "./types/exceptions/exception-group.js";
export { exceptionSpecs } from "./types/exceptions/exception-specs.js";
export {
  ArithmeticErrorType,
  AssertionErrorType,
  AttributeErrorType,
  BaseExceptionGroupType,
  BaseExceptionType,
  BlockingIOErrorType,
  BrokenPipeErrorType,
  BufferErrorType,
  BytesWarningType,
  ChildProcessErrorType,
  ConnectionAbortedErrorType,
  ConnectionErrorType,
  ConnectionRefusedErrorType,
  ConnectionResetErrorType,
  DeprecationWarningType,
  EncodingWarningType,
  EOFErrorType,
  ExceptionGroupType,
  ExceptionType,
  FileExistsErrorType,
  FileNotFoundErrorType,
  FloatingPointErrorType,
  FutureWarningType,
  GeneratorExitType,
  ImportErrorType,
  ImportWarningType,
  IncompleteInputErrorType,
  IndentationErrorType,
  IndexErrorType,
  InterruptedErrorType,
  IsADirectoryErrorType,
  KeyboardInterruptType,
  KeyErrorType,
  LookupErrorType,
  MemoryErrorType,
  ModuleNotFoundErrorType,
  NameErrorType,
  NotADirectoryErrorType,
  NotImplementedErrorType,
  OSErrorType,
  OverflowErrorType,
  PendingDeprecationWarningType,
  PermissionErrorType,
  ProcessLookupErrorType,
  PythonFinalizationErrorType,
  RecursionErrorType,
  ReferenceErrorType,
  ResourceWarningType,
  RuntimeErrorType,
  RuntimeWarningType,
  StopAsyncIterationType,
  StopIterationType,
  SyntaxErrorType,
  SyntaxWarningType,
  SystemErrorType,
  SystemExitType,
  TabErrorType,
  TimeoutErrorType,
  TypeErrorType,
  UnboundLocalErrorType,
  UnicodeDecodeErrorType,
  UnicodeEncodeErrorType,
  UnicodeErrorType,
  UnicodeTranslateErrorType,
  UnicodeWarningType,
  UserWarningType,
  ValueErrorType,
  WarningType,
  ZeroDivisionErrorType,
} from "./types/exceptions/exception-types.js";
export { getExceptionField, setExceptionField, setFieldsFromArgs } from "./types/exceptions/fields.js";
export { addNote } from "./types/exceptions/notes.js";
export { osErrorType, raiseOSError } from "./types/exceptions/os-error.js";
export { PyBaseException, PyRaise } from "./types/exceptions/py-base-exception.js";
export { PyTraceback } from "./types/exceptions/py-traceback.js";
export { filterNext, PyFilter } from "./types/filter/type.js";
export { doubleToHalf, halfToDouble } from "./types/float/half.js";
export { floatHex, parseFloatHex } from "./types/float/hex.js";
export { floatFloorDiv, floatMod, floatOperators } from "./types/float/operators.js";
export { parseFloatText } from "./types/float/parse.js";
export { pow } from "./types/float/pow.js";
export { floatPower, rangeError } from "./types/float/power.js";
export { PyFloat, PyFloatSubclass } from "./types/float/py-float.js";
export { fixExponent, floatRepr } from "./types/float/repr.js";
export { decompose, scaledInteger, toExponential, toFixed } from "./types/float/rounding.js";
export { toFloat } from "./types/float/to-float.js";
export { roundHalfEven } from "./types/float/type.js";
export { group, groupFraction, layOut } from "./types/format/digits-layout.js";
export { type DoubleDigits, doubleDigits } from "./types/format/double-digits.js";
export { type FormatSpec, pad, unknownFormatCode } from "./types/format/format-spec.js";
export {
  formatComplexValue,
  formatFloat,
  formatFloatValue,
  formatInt,
  formatIntValue,
} from "./types/format/number-format.js";
export { type PercentDialect, percentFormat, percentFormatWith } from "./types/format/percent.js";
export {
  type FieldStep,
  type FormatField,
  fieldHead,
  fieldSteps,
  parseFormatString,
  strFormat,
  strFormatMap,
} from "./types/format/str-format.js";
export { formatStr, formatStrValue } from "./types/format/str-format-spec.js";
export { builtin, builtinsOf, currentBuiltins, shownBuiltins } from "./types/function/builtins-of.js";
export { makeFunction } from "./types/function/make-function.js";
export { PyFunction } from "./types/function/py-function.js";
export { argumentRepr, makeParameters, substitute } from "./types/generic-alias/parameters.js";
export { PyGenericAlias } from "./types/generic-alias/py-generic-alias.js";
export { parametersOf } from "./types/generic-alias/type.js";
export {
  bitLength,
  doubleToInt,
  type Int,
  intAbs,
  intAdd,
  intAnd,
  intCompare,
  intFloorDiv,
  intInverse,
  intInvert,
  intLshift,
  intMod,
  intMul,
  intNeg,
  intOr,
  intPow,
  intPowMod,
  intRshift,
  intSub,
  intToDouble,
  intTrueDiv,
  intXor,
  MAX_BITS,
  normalize,
} from "./types/int/arithmetic.js";
export { bytesToBig, intFromBytes, intToBytes } from "./types/int/bytes.js";
export { asDouble, intFromFloat, intFromObject, intNew, textOf } from "./types/int/constructor.js";
export {
  asciiNumeral,
  intMagnitude,
  intToDecimal,
  type ParsedInt,
  parseInteger,
} from "./types/int/digits.js";
export { BASETYPE_INT } from "./types/int/flags.js";
export { hashDouble, hashInt } from "./types/int/hash.js";
export { intAsDouble, intDivmod, intOperators } from "./types/int/operators.js";
export { PyIntSubclass } from "./types/int/py-int.js";
export { toInt } from "./types/int/to-int.js";
export { bytesIteratorNext, PyBytesIterator } from "./types/iterators/bytes-iterator.js";
export { PyCallableIterator } from "./types/iterators/callable-iterator.js";
export { classGetItem, selfIter, stateIndex } from "./types/iterators/common.js";
export {
  ByteArrayIteratorType,
  BytesIteratorType,
  CallableIteratorType,
  DictItemIteratorType,
  DictItemsType,
  DictKeyIteratorType,
  DictKeysType,
  DictReverseItemIteratorType,
  DictReverseKeyIteratorType,
  DictReverseValueIteratorType,
  DictValueIteratorType,
  DictValuesType,
  ListIteratorType,
  ListReverseIteratorType,
  LongRangeIteratorType,
  RangeIteratorType,
  SequenceIteratorType,
  SetIteratorType,
  StrAsciiIteratorType,
  StrIteratorType,
  TupleIteratorType,
} from "./types/iterators/iterator-types.js";
export { listIteratorNext, PyListIterator, PyListReverseIterator } from "./types/iterators/list-iterator.js";
export { PySequenceIterator } from "./types/iterators/py-sequence-iterator.js";
export { countByIteration, indexByIteration } from "./types/iterators/search.js";
export { PyStrIterator, strIteratorNext } from "./types/iterators/str-iterator.js";
export { PyTupleIterator, tupleIteratorNext } from "./types/iterators/tuple-iterator.js";
export { extendList } from "./types/list/extend.js";
export { commonKind, Kind, sortedOrder } from "./types/list/primitive-sort.js";
export { PyList } from "./types/list/py-list.js";
export {
  canRepeat,
  compareItems,
  countItem,
  cutBound,
  type ItemsOwner,
  indexOfItem,
  isInRepr,
  MAX_ITEMS,
  outOfMemory,
  repeatItems,
  reprItems,
  wrapStr,
} from "./types/list/sequence.js";
export { sortList } from "./types/list/sort.js";
export {
  listAssItem,
  listAssSubscript,
  listSubscript,
  removeAt,
  slicedItems,
} from "./types/list/subscript.js";
export { type LessThan, reverseRange, Sorter } from "./types/list/timsort.js";
export { isList } from "./types/list/type.js";
export { mapNext, PyMap } from "./types/map/type.js";
export { PyMappingProxy } from "./types/mappingproxy/py-mapping-proxy.js";
export { proxied } from "./types/mappingproxy/type.js";
export { memoryViewOf } from "./types/memoryview/access.js";
export { PyMemoryView } from "./types/memoryview/py-memory-view.js";
export { releaseBuffer } from "./types/memoryview/release-buffer.js";
export { PyMethod } from "./types/method/py-method.js";
export { findModuleAttr, moduleGetAttr } from "./types/module/module-attributes.js";
export { type DeferredAttributes, makeDeferred, PyModule } from "./types/module/py-module.js";
export { fileOrigin, isStdlibName, mayShadow, renameAdvice } from "./types/module/shadowing.js";
export { fillModule } from "./types/module/type.js";
export { Ellipsis, None, NotImplemented } from "./types/none/singletons.js";
export { assignClass } from "./types/object/assign-class.js";
export { objectInit, objectNew } from "./types/object/object-new.js";
export { defaultState, objectReduce, objectReduceEx } from "./types/object/reduce.js";
export { objectCompare } from "./types/object/type.js";
export { PyProperty } from "./types/property/py-property.js";
export { rangeLength } from "./types/range/length.js";
export { makeRange, PyRange } from "./types/range/py-range.js";
export {
  iterateRange,
  PyLongRangeIterator,
  PyRangeIterator,
  rangeIterator,
  rangeIteratorNext,
} from "./types/range/range-iterator.js";
export { PyReversed } from "./types/reversed/type.js";
export { hashElements } from "./types/set/hash.js";
export {
  baseType,
  copySet,
  difference,
  intersection,
  isDisjoint,
  isSubset,
  isSuperset,
  removeAll,
  symmetricDifference,
  toggleAll,
} from "./types/set/operations.js";
export { PySet } from "./types/set/py-set.js";
export { PySetIterator, setIteratorNext } from "./types/set/set-iterator.js";
export { isAnySet, isExactSet, updateSet } from "./types/set/update.js";
export { boundArgument, SliceRange, sliceIndices, unpackSlice } from "./types/slice/indices.js";
export { longIndices } from "./types/slice/long-indices.js";
export { PySlice } from "./types/slice/py-slice.js";
export { asStr } from "./types/str/as-str.js";
export {
  capitalize,
  casefold,
  hasOnlyCase,
  isTitleCased,
  lower,
  swapCase,
  title,
  upper,
} from "./types/str/case.js";
export {
  isAlpha,
  isCased,
  isCaseIgnorable,
  isDecimal,
  isDigit,
  isIdentifierPart,
  isIdentifierStart,
  isLineBreak,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isTitle,
  isUpper,
} from "./types/str/classify.js";
export { hashBytes, hashStr, hashText, keyedHash } from "./types/str/hash.js";
export { HashSecret, hashSecret } from "./types/str/hash-secret.js";
export { sliceBound } from "./types/str/indices.js";
export { isIdentifier, join, MAX_LENGTH, strMethods } from "./types/str/methods.js";
export {
  PyStrSubclass,
  PyWideStr,
  type Str,
  strFromCodePoints,
  strFromJs,
  strFromKey,
  strKey,
  textOfUnits,
} from "./types/str/py-str.js";
export { escapeCodePoint, strRepr } from "./types/str/repr.js";
export { siphash, siphashHigh } from "./types/str/siphash.js";
export {
  countOccurrences,
  splitBy,
  splitByFromRight,
  splitLines,
  splitSpace,
  splitSpaceFromRight,
} from "./types/str/split.js";
export {
  charAt,
  codePointAt,
  codePoints,
  compareStr,
  concat,
  indexOf,
  joinStr,
  lastIndexOf,
  mapText,
  repeat,
  strEquals,
  stride,
  strLength,
  substring,
  toJs,
} from "./types/str/text.js";
export { TextWriter } from "./types/str/text-writer.js";
export {
  defineStructSequence,
  newStructSequence,
  PyStructSequence,
  type StructSequenceSpec,
} from "./types/struct-sequence/struct-sequence.js";
export { PySuper } from "./types/super/py-super.js";
export { superCheck, superGetAttr, superObjectGetAttr } from "./types/super/super-lookup.js";
export { emptyTuple, type HashHalves, PyTuple } from "./types/tuple/py-tuple.js";
export { isTuple, tupleFrom } from "./types/tuple/type.js";
export { typeGetSet } from "./types/type/attributes-of-type.js";
export { setBases } from "./types/type/bases.js";
export { addSubclass, removeSubclass, typeNew } from "./types/type/create-type.js";
export { bestBase, nativeBase, sameLayout, solidBase } from "./types/type/layout.js";
export { calculateMetaclass, resolveBases } from "./types/type/metaclass.js";
export { computeMro, defaultMro } from "./types/type/mro.js";
export { isNewFunction, newFunction } from "./types/type/new-function.js";
export { setClassVariable, typeSetAttr } from "./types/type/set-attribute.js";
export { mangle, readSlots, type SlotsDeclaration } from "./types/type/slots-declaration.js";
export { findTypeAttr, typeGetAttr } from "./types/type/type-attributes.js";
export { typeCall } from "./types/type/type-call.js";
export { hashUnion, includes, makeUnion, unionOf } from "./types/union/make-union.js";
export { PyUnion } from "./types/union/py-union.js";
export { CallableProxyType, ProxyType, PyWeakRef, ReferenceType } from "./types/weakref/py-weak-ref.js";
export { newWeakProxy, newWeakRef, weakRefsOf } from "./types/weakref/registry.js";
export { iteratorsOf, nextOfEach, strictArgument } from "./types/zip/strict.js";
export { PyZip, zipNext } from "./types/zip/type.js";
