// The areas that programs are made of, besides functions and classes of mixed code: each is a function from a Maker to the body of
// a function of `turn`.
import { annotations, attributes, hierarchies, operators, protocols, typeParameters } from "./classes.mjs";
import { exceptions, groups, managers, patterns } from "./errors.mjs";
import { asyncGenerators, calls, closures, comprehensions, coroutines, generators } from "./functions.mjs";
import {
  buffers,
  formatting,
  interpolation,
  mappings,
  numbers,
  scalarMethods,
  sequences,
} from "./values.mjs";

export const areas = {
  scalarMethods,
  formatting,
  interpolation,
  numbers,
  buffers,
  sequences,
  mappings,
  calls,
  closures,
  comprehensions,
  generators,
  coroutines,
  asyncGenerators,
  exceptions,
  groups,
  managers,
  patterns,
  operators,
  attributes,
  hierarchies,
  protocols,
  typeParameters,
  annotations,
};
