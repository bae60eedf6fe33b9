import { TypeType } from "../../core/builtin-types.js";
import { PyType } from "../../core/type.js";

/*
 * The types of the iterators and views of built-in containers, bare (see core/builtin-types.ts).
 */

const bare = (name: string): PyType => new PyType(TypeType, name);

export const ListIteratorType = bare("list_iterator");
export const ListReverseIteratorType = bare("list_reverseiterator");
export const TupleIteratorType = bare("tuple_iterator");
export const StrAsciiIteratorType = bare("str_ascii_iterator");
export const StrIteratorType = bare("str_iterator");
export const BytesIteratorType = bare("bytes_iterator");
export const ByteArrayIteratorType = bare("bytearray_iterator");
export const MemoryIteratorType = bare("memory_iterator");
export const SequenceIteratorType = bare("iterator");
export const CallableIteratorType = bare("callable_iterator");
export const GenericAliasIteratorType = bare("generic_alias_iterator");
export const RangeIteratorType = bare("range_iterator");
export const LongRangeIteratorType = bare("longrange_iterator");
export const SetIteratorType = bare("set_iterator");
export const DictKeysType = bare("dict_keys");
export const DictValuesType = bare("dict_values");
export const DictItemsType = bare("dict_items");
export const DictKeyIteratorType = bare("dict_keyiterator");
export const DictValueIteratorType = bare("dict_valueiterator");
export const DictItemIteratorType = bare("dict_itemiterator");
export const DictReverseKeyIteratorType = bare("dict_reversekeyiterator");
export const DictReverseValueIteratorType = bare("dict_reversevalueiterator");
export const DictReverseItemIteratorType = bare("dict_reverseitemiterator");
