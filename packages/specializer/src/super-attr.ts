import { Op } from "@adder/bytecode";
import { SuperCache } from "@adder/frames";
import { lookupAfter, PyType, SuperType, TypeFlags, typeOf, type Value } from "@adder/objects";
import type { Site } from "./site.js";

/** Chooses a form of LOAD_SUPER_ATTR. */
export function chooseLoadSuperAttr(site: Site): number {
  const cls = site.operand(2);
  const self = site.operand(1) as Value;
  const name = site.code.names[site.oparg >> 2];
  if (site.operand(3) !== SuperType) return site.fail("another super");
  if (!(cls instanceof PyType) || name === "__class__") return site.fail("attribute of the super object");
  const ofClass = self instanceof PyType && self.mro.includes(cls);
  const start = ofClass ? self : typeOf(self);
  if (!start.mro.includes(cls) || (self instanceof PyType && !ofClass)) return site.fail("unusual object");
  const found = lookupAfter(start, cls, name);
  if (found === undefined) return site.fail("attribute of the super object");
  const descriptor = typeOf(found);
  if ((descriptor.flags & TypeFlags.HEAP) !== 0)
    return site.fail("class attribute that may become a descriptor");
  site.setValue(new SuperCache(cls, start, ofClass, found, descriptor.tp_descr_get));
  const isMethod = !ofClass && (descriptor.flags & TypeFlags.METHOD_DESCRIPTOR) !== 0;
  return (site.oparg & 1) !== 0 && isMethod ? Op.LOAD_SUPER_ATTR_METHOD : Op.LOAD_SUPER_ATTR_ATTR;
}
