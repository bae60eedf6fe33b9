import type { ModuleSpec } from "@adder/objects";
import { ChainType } from "./chain.js";
import { CombinationsType, PermutationsType, ProductType, ReplacementType } from "./combinatorics.js";
import { CountType, CycleType, RepeatType } from "./endless.js";
import { GroupByType, GrouperType } from "./groupby.js";
import { ISliceType } from "./islice.js";
import { AccumulateType, BatchedType, PairwiseType, ZipLongestType } from "./pairing.js";
import { CompressType, DropWhileType, FilterFalseType, StarMapType, TakeWhileType } from "./selecting.js";
import { TeeDataType, TeeType, tee } from "./tee.js";

/** `itertools` (CPython `Modules/itertoolsmodule.c`). */
export const itertoolsModule: ModuleSpec = {
  name: "itertools",
  doc: "Iterators made of iterators.",
  types: [
    AccumulateType,
    BatchedType,
    ChainType,
    CombinationsType,
    CompressType,
    CountType,
    ReplacementType,
    CycleType,
    DropWhileType,
    FilterFalseType,
    GroupByType,
    GrouperType,
    ISliceType,
    PairwiseType,
    PermutationsType,
    ProductType,
    RepeatType,
    StarMapType,
    TakeWhileType,
    TeeType,
    TeeDataType,
    ZipLongestType,
  ],
  functions: [
    [
      "tee",
      "($module, iterable, n=2, /)",
      tee,
      "Returns a tuple of n independent iterators over an iterable.",
    ],
  ],
};
