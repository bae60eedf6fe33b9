import { PyType } from "./type.js";

/*
 * All built-in types, bare. They stand in one file without dependencies so that any module can name
 * any type while it is being loaded; `types/<type>/` says what each of them can do, and `ready.ts` joins both.
 */

/** `type`. */
export const TypeType = new PyType(null, "type");
const bare = (name: string): PyType => new PyType(TypeType, name);

export const ObjectType = bare("object");
export const NoneType = bare("NoneType");
export const EllipsisType = bare("ellipsis");
export const NotImplementedType = bare("NotImplementedType");
export const IntType = bare("int");
export const BoolType = bare("bool");
export const FloatType = bare("float");
export const ComplexType = bare("complex");
export const StrType = bare("str");
export const BytesType = bare("bytes");
export const ByteArrayType = bare("bytearray");
export const MemoryViewType = bare("memoryview");
export const TupleType = bare("tuple");
export const ListType = bare("list");
export const DictType = bare("dict");
export const SetType = bare("set");
export const FrozenSetType = bare("frozenset");
export const SliceType = bare("slice");
export const RangeType = bare("range");
export const FunctionType = bare("function");
export const BuiltinFunctionType = bare("builtin_function_or_method");
export const MethodDescriptorType = bare("method_descriptor");
export const ClassMethodDescriptorType = bare("classmethod_descriptor");
export const WrapperDescriptorType = bare("wrapper_descriptor");
export const MethodWrapperType = bare("method-wrapper");
export const GetSetDescriptorType = bare("getset_descriptor");
export const MemberDescriptorType = bare("member_descriptor");
export const MethodType = bare("method");
export const CodeType = bare("code");
export const CellType = bare("cell");
export const ModuleType = bare("module");
export const PropertyType = bare("property");
export const StaticMethodType = bare("staticmethod");
export const ClassMethodType = bare("classmethod");
export const SuperType = bare("super");
export const ForeignBuiltinsType = bare("builtins");
export const MappingProxyType = bare("mappingproxy");
export const GeneratorType = bare("generator");
export const CoroutineType = bare("coroutine");
export const AsyncGeneratorType = bare("async_generator");
export const FrameType = bare("frame");
export const TracebackType = bare("traceback");
export const EnumerateType = bare("enumerate");
export const ZipType = bare("zip");
export const MapType = bare("map");
export const FilterType = bare("filter");
export const ReversedType = bare("reversed");
export const GenericAliasType = bare("types.GenericAlias");
export const UnionType = bare("typing.Union");
export const SimpleNamespaceType = bare("types.SimpleNamespace");
