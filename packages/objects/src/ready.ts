import * as B from "./core/builtin-types.js";
import type { TypeSpec } from "./core/native.js";
import { readyType } from "./core/ready.js";
import { type PyType, TypeFlags } from "./core/type.js";
import { boolSpec } from "./types/bool/type.js";
import {
  builtinFunctionSpec,
  classMethodDescriptorSpec,
  methodDescriptorSpec,
} from "./types/builtin-function/type.js";
import { bytearraySpec } from "./types/bytearray/type.js";
import { bytesSpec } from "./types/bytes/type.js";
import { cellSpec } from "./types/cell/type.js";
import { classMethodSpec, staticMethodSpec } from "./types/classmethod/type.js";
import { codeSpec } from "./types/code/type.js";
import { complexSpec } from "./types/complex/type.js";
import {
  getSetDescriptorSpec,
  memberDescriptorSpec,
  methodWrapperSpec,
  wrapperDescriptorSpec,
} from "./types/descriptors/type.js";
import * as dictIterators from "./types/dict/dict-iterator.js";
import { dictSpec } from "./types/dict/type.js";
import * as dictViews from "./types/dict/view-types.js";
import { enumerateSpec } from "./types/enumerate/type.js";
import { exceptionSpecs } from "./types/exceptions/exception-specs.js";
import { filterSpec } from "./types/filter/type.js";
import { floatSpec } from "./types/float/type.js";
import { foreignBuiltinsSpec } from "./types/function/builtins-of.js";
import { functionSpec } from "./types/function/type.js";
import { genericAliasIteratorSpec } from "./types/generic-alias/iterator.js";
import { genericAliasSpec } from "./types/generic-alias/type.js";
import { intSpec } from "./types/int/type.js";
import { byteArrayIteratorSpec, bytesIteratorSpec } from "./types/iterators/bytes-iterator.js";
import { callableIteratorSpec } from "./types/iterators/callable-iterator.js";
import * as I from "./types/iterators/iterator-types.js";
import { listIteratorSpec, listReverseIteratorSpec } from "./types/iterators/list-iterator.js";
import { sequenceIteratorSpec } from "./types/iterators/sequence-iterator.js";
import { strAsciiIteratorSpec, strIteratorSpec } from "./types/iterators/str-iterator.js";
import { tupleIteratorSpec } from "./types/iterators/tuple-iterator.js";
import { listSpec } from "./types/list/type.js";
import { mapSpec } from "./types/map/type.js";
import { mappingProxySpec } from "./types/mappingproxy/type.js";
import { memoryIteratorSpec } from "./types/memoryview/memory-iterator.js";
import { memoryviewSpec } from "./types/memoryview/type.js";
import { methodSpec } from "./types/method/type.js";
import { moduleSpec } from "./types/module/type.js";
import { ellipsisSpec, noneSpec, notImplementedSpec } from "./types/none/type.js";
import { objectSpec } from "./types/object/type.js";
import { propertySpec } from "./types/property/type.js";
import { longRangeIteratorSpec, rangeIteratorSpec } from "./types/range/range-iterator.js";
import { rangeSpec } from "./types/range/type.js";
import { reversedSpec } from "./types/reversed/type.js";
import { setIteratorSpec } from "./types/set/set-iterator.js";
import { frozenSetSpec, setSpec } from "./types/set/type.js";
import { simpleNamespaceSpec } from "./types/simple-namespace/type.js";
import { sliceSpec } from "./types/slice/type.js";
import { strSpec } from "./types/str/type.js";
import { superSpec } from "./types/super/type.js";
import { tupleSpec } from "./types/tuple/type.js";
import { typeSpec } from "./types/type/type.js";
import { unionSpec } from "./types/union/type.js";
import { callableProxySpec, proxySpec } from "./types/weakref/proxy-type.js";
import { CallableProxyType, ProxyType, ReferenceType } from "./types/weakref/py-weak-ref.js";
import { referenceSpec } from "./types/weakref/type.js";
import { zipSpec } from "./types/zip/type.js";

type Row = readonly [type: PyType, spec: TypeSpec, flags?: number];

const { INT_SUBCLASS, VAR_SIZED } = TypeFlags;

/**
 * Every built-in type with what it can do, bases first. This is the one place that imports the
 * specifications (`types/<name>/type.ts`): whatever else needs a type imports its bare form. The third
 * column marks what subclasses inherit too, CPython's `Py_TPFLAGS_*_SUBCLASS` among it.
 */
const table: readonly Row[] = [
  [B.ObjectType, objectSpec],
  [B.TypeType, typeSpec],
  [B.NoneType, noneSpec],
  [B.EllipsisType, ellipsisSpec],
  [B.NotImplementedType, notImplementedSpec],
  [B.IntType, intSpec, INT_SUBCLASS | VAR_SIZED],
  [B.BoolType, boolSpec],
  [B.FloatType, floatSpec, TypeFlags.FLOAT_SUBCLASS],
  [B.ComplexType, complexSpec],
  [B.StrType, strSpec, TypeFlags.STR_SUBCLASS],
  [B.BytesType, bytesSpec, TypeFlags.BYTES_SUBCLASS | VAR_SIZED],
  [B.ByteArrayType, bytearraySpec],
  [B.MemoryViewType, memoryviewSpec],
  [B.TupleType, tupleSpec, TypeFlags.TUPLE_SUBCLASS | VAR_SIZED],
  [B.ListType, listSpec, TypeFlags.LIST_SUBCLASS],
  [B.DictType, dictSpec, TypeFlags.DICT_SUBCLASS],
  [B.SetType, setSpec, TypeFlags.SET_SUBCLASS],
  [B.FrozenSetType, frozenSetSpec, TypeFlags.SET_SUBCLASS],
  [B.SliceType, sliceSpec],
  [B.RangeType, rangeSpec],
  [B.FunctionType, functionSpec],
  [B.BuiltinFunctionType, builtinFunctionSpec],
  [B.MethodDescriptorType, methodDescriptorSpec],
  [B.ClassMethodDescriptorType, classMethodDescriptorSpec],
  [B.WrapperDescriptorType, wrapperDescriptorSpec],
  [B.MethodWrapperType, methodWrapperSpec],
  [B.GetSetDescriptorType, getSetDescriptorSpec],
  [B.MemberDescriptorType, memberDescriptorSpec],
  [B.MethodType, methodSpec],
  [B.CodeType, codeSpec],
  [B.CellType, cellSpec],
  [B.ModuleType, moduleSpec],
  [B.PropertyType, propertySpec],
  [B.StaticMethodType, staticMethodSpec],
  [B.ClassMethodType, classMethodSpec],
  [B.SuperType, superSpec],
  [B.ForeignBuiltinsType, foreignBuiltinsSpec],
  [B.MappingProxyType, mappingProxySpec],
  [B.EnumerateType, enumerateSpec],
  [B.ZipType, zipSpec],
  [B.MapType, mapSpec],
  [B.FilterType, filterSpec],
  [B.ReversedType, reversedSpec],
  [B.GenericAliasType, genericAliasSpec],
  [B.UnionType, unionSpec],
  [B.SimpleNamespaceType, simpleNamespaceSpec],
  [I.ListIteratorType, listIteratorSpec],
  [I.ListReverseIteratorType, listReverseIteratorSpec],
  [I.TupleIteratorType, tupleIteratorSpec],
  [I.StrAsciiIteratorType, strAsciiIteratorSpec],
  [I.StrIteratorType, strIteratorSpec],
  [I.BytesIteratorType, bytesIteratorSpec],
  [I.MemoryIteratorType, memoryIteratorSpec],
  [I.ByteArrayIteratorType, byteArrayIteratorSpec],
  [I.SequenceIteratorType, sequenceIteratorSpec],
  [I.CallableIteratorType, callableIteratorSpec],
  [I.GenericAliasIteratorType, genericAliasIteratorSpec],
  [I.RangeIteratorType, rangeIteratorSpec],
  [I.LongRangeIteratorType, longRangeIteratorSpec],
  [I.SetIteratorType, setIteratorSpec],
  [I.DictKeysType, dictViews.dictKeysSpec],
  [I.DictValuesType, dictViews.dictValuesSpec],
  [I.DictItemsType, dictViews.dictItemsSpec],
  [I.DictKeyIteratorType, dictIterators.dictKeyIteratorSpec],
  [I.DictValueIteratorType, dictIterators.dictValueIteratorSpec],
  [I.DictItemIteratorType, dictIterators.dictItemIteratorSpec],
  [I.DictReverseKeyIteratorType, dictIterators.dictReverseKeyIteratorSpec],
  [I.DictReverseValueIteratorType, dictIterators.dictReverseValueIteratorSpec],
  [I.DictReverseItemIteratorType, dictIterators.dictReverseItemIteratorSpec],
  [ReferenceType, referenceSpec],
  [ProxyType, proxySpec],
  [CallableProxyType, callableProxySpec],
  ...exceptionSpecs,
];

for (const [type, spec, flags = 0] of table) {
  type.flags |= flags;
  readyType(type, spec);
}
