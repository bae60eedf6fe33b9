import type { stmt } from "@adder/ast";
import { PyCF } from "../future.js";
import { Op } from "../generated/op.js";
import { type Location, locationOf, NO_LOCATION } from "../ir/index.js";
import { deferredAnnotations } from "./annotations.js";
import { docstringOf, docstringValue } from "./docstrings.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { statement } from "./statements.js";

/** Compiles the body of a module or class: docstring, statements, and what its annotations need. */
export function body(c: CodeGenerator, loc: Location, nodes: readonly stmt[], interactive = false): void {
  const { entry } = c.unit;
  const strings = (c.future.features & PyCF.FUTURE_ANNOTATIONS) !== 0;
  if (strings && entry.annotationsUsed) c.op(loc, Op.SETUP_ANNOTATIONS);
  if (nodes.length === 0) return;
  let first = 0;
  if (!interactive && entry.hasDocstring) {
    const docstring = docstringOf(nodes);
    if (docstring !== null) {
      first = 1;
      c.loadConst(locationOf(docstring), docstringValue(c.diagnostics, docstring));
      variable(c, NO_LOCATION, "__doc__", "Store");
    }
  }
  for (let i = first; i < nodes.length; i++) statement(c, nodes[i]);
  if (!strings) deferredAnnotations(c, loc);
}
