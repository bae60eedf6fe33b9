import { Form, Op } from "@adder/bytecode";
import {
  CoroutineType,
  GeneratorType,
  ListIteratorType,
  RangeIteratorType,
  TupleIteratorType,
  TypeFlags,
  typeOf,
  type Value,
} from "@adder/objects";
import type { Site } from "./site.js";

/** Chooses a form of FOR_ITER. */
export function chooseForIter(site: Site): number {
  const type = typeOf(site.operand(1) as Value);
  if (type === RangeIteratorType) return Op.FOR_ITER_RANGE;
  if (type === ListIteratorType) return Op.FOR_ITER_LIST;
  if (type === TupleIteratorType) return Op.FOR_ITER_TUPLE;
  if (type === GeneratorType) return Op.FOR_ITER_GEN;
  if ((type.flags & TypeFlags.HEAP) !== 0 || type.tp_iternext === null) return site.fail(type.tpName);
  site.setValue(type.tp_iternext);
  return Form.FOR_ITER_NATIVE;
}

/** Chooses a form of SEND. */
export function chooseSend(site: Site): number {
  const type = typeOf(site.operand(2) as Value);
  return type === GeneratorType || type === CoroutineType ? Op.SEND_GEN : site.fail(type.tpName);
}
