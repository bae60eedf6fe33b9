import type { ModuleSpec } from "@adder/objects";
import { countElements } from "./count-elements.js";
import { DefaultDictType } from "./default-dict.js";
import { DequeType } from "./deque.js";
import { DequeIteratorType, DequeReverseIteratorType } from "./deque-iterator.js";
import { OrderedDictType } from "./ordered-dict.js";
import { TupleGetterType } from "./tuple-getter.js";

/** `_collections` (CPython `Modules/_collectionsmodule.c`). */
export const collectionsModule: ModuleSpec = {
  name: "_collections",
  doc: "Containers of the collections module.",
  types: [
    DequeType,
    DefaultDictType,
    OrderedDictType,
    DequeIteratorType,
    DequeReverseIteratorType,
    TupleGetterType,
  ],
  functions: [
    [
      "_count_elements",
      "($module, mapping, iterable, /)",
      countElements,
      "Counts the items of an iterable in a mapping.",
    ],
  ],
};
