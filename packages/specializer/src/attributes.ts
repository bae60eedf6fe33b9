import { Form, Op } from "@adder/bytecode";
import { AttributeKind, AttributeStore, ClassLoad, InstanceLoad, PolymorphicCache } from "@adder/frames";
import {
  attributesOf,
  FunctionType,
  genericGetAttr,
  genericSetAttr,
  getattrGlue,
  lookup,
  MAX_FIELDS,
  ModuleType,
  moduleGetAttr,
  PropertyType,
  PyFunction,
  PyInstance,
  PyMemberDescriptor,
  PyModule,
  type PyProperty,
  PyType,
  PyWrapperDescriptor,
  TypeFlags,
  TypeType,
  typeGetAttr,
  typeOf,
  type Value,
} from "@adder/objects";
import type { Site } from "./site.js";

/** Chooses a form of LOAD_ATTR. */
export function chooseLoadAttr(site: Site): number {
  const owner = site.operand(1) as Value;
  const name = site.code.names[site.oparg >> 1];
  const type = typeOf(owner);
  const getter = type.tp_getattro;
  if (getter === moduleGetAttr && owner instanceof PyModule) return loadFromModule(site, owner, name);
  if (getter === typeGetAttr && owner instanceof PyType) return loadFromClass(site, owner, name);
  if (getter === getattrGlue) return loadWithHook(site, type, name);
  if (getter !== genericGetAttr) return site.fail("own __getattribute__");
  let form: number;
  if (!(owner instanceof PyInstance)) form = loadFromNative(site, owner, name, type);
  else if (loadKinds.has(site.former)) form = loadPolymorphic(site, owner, name);
  else form = loadFromInstance(site, owner, name);
  if (form !== 0 || site.former === Form.LOAD_ATTR_POLYMORPHIC) return form;
  return loadCached(site, type, name, undefined);
}

/** Remembers what the class has. The reason of failure is the one that is noted already. */
function loadCached(site: Site, type: PyType, name: string, hook: Value | undefined): number {
  const attribute = lookup(type, name);
  const descriptor = attribute === undefined ? null : typeOf(attribute);
  if (descriptor !== null && isMutable(descriptor)) return 0;
  const get = descriptor?.tp_descr_get ?? null;
  const data = get !== null && descriptor?.tp_descr_set !== null;
  const unbound = isMethodCall(site) && ((descriptor?.flags ?? 0) & TypeFlags.METHOD_DESCRIPTOR) !== 0;
  site.setValue(new InstanceLoad(type, name, attribute, get, data, unbound && hook === undefined, hook));
  return Form.LOAD_ATTR_CACHED;
}

/** Of a class with `__getattr__`. */
function loadWithHook(site: Site, type: PyType, name: string): number {
  const getter = lookup(type, "__getattribute__");
  if (!(getter instanceof PyWrapperDescriptor) || getter.fn !== genericGetAttr) {
    return site.fail("own __getattribute__");
  }
  site.fail("class attribute that may become a descriptor");
  return loadCached(site, type, name, lookup(type, "__getattr__"));
}

const isMethodCall = (site: Site): boolean => (site.oparg & 1) !== 0;

function loadFromModule(site: Site, module: PyModule, name: string): number {
  if (module.cls !== ModuleType || lookup(ModuleType, name) !== undefined)
    return site.fail("module attribute of the type");
  const index = module.dict.indexOfStr(name);
  if (index < 0) return site.fail("not in the module");
  site.setCache(1, module.dict.watchKeys());
  site.setCache(3, index);
  return Op.LOAD_ATTR_MODULE;
}

/** Is it of a class that Python code may turn into a descriptor? Such values are not cached. */
const isMutable = (descriptor: PyType): boolean => (descriptor.flags & TypeFlags.HEAP) !== 0;

function loadFromClass(site: Site, owner: PyType, name: string): number {
  const meta = owner.cls;
  const value = lookup(owner, name);
  const inMeta = lookup(meta, name);
  if (inMeta !== undefined) {
    const descriptor = typeOf(inMeta);
    if (isMutable(descriptor)) return site.fail("class attribute that may become a descriptor");
    const get = descriptor.tp_descr_get;
    if (get !== null && (descriptor.tp_descr_set !== null || value === undefined)) {
      site.setValue(new ClassLoad(owner, name, inMeta, get, true));
      return Form.LOAD_ATTR_CACHED;
    }
    if (value === undefined) return site.fail("plain attribute of the metaclass");
  }
  if (value === undefined) return site.fail("not in the class");
  if (isMutable(typeOf(value))) return site.fail("class attribute that may become a descriptor");
  // A function is itself when it is read through the class; other descriptors are asked.
  const get = typeOf(value).tp_descr_get;
  if (get !== null && typeOf(value) !== FunctionType) {
    site.setValue(new ClassLoad(owner, name, value, get, false));
    return Form.LOAD_ATTR_CACHED;
  }
  site.setValue(value);
  site.setCache(1, owner.version);
  if (meta === TypeType) return Op.LOAD_ATTR_CLASS;
  site.setCache(3, meta.version);
  return Op.LOAD_ATTR_CLASS_WITH_METACLASS_CHECK;
}

function loadFromInstance(site: Site, owner: PyInstance, name: string): number {
  const { shape } = owner;
  const attribute = lookup(owner.cls, name);
  const descriptor = attribute === undefined ? null : typeOf(attribute);
  if (descriptor !== null && isMutable(descriptor))
    return site.fail("class attribute that may become a descriptor");
  if (descriptor !== null && descriptor.tp_descr_set !== null) {
    if (attribute instanceof PyMemberDescriptor && attribute.field >= 0) {
      site.setCache(1, shape.version);
      site.setCache(3, attribute.field);
      return Op.LOAD_ATTR_SLOT;
    }
    if (descriptor === PropertyType) return loadProperty(site, owner, attribute as PyProperty);
    return site.fail("data descriptor");
  }
  if (owner.dict !== null) {
    const hint = owner.dict.indexOfStr(name);
    if (hint >= 0) {
      site.setCache(1, shape.version);
      site.setCache(3, hint);
      return Op.LOAD_ATTR_WITH_HINT;
    }
    // The dict may get the name at any time without another shape.
    return site.fail("class attribute of an object with a dict");
  }
  const index = shape.index.get(name);
  if (index !== undefined) {
    site.setCache(1, shape.version);
    site.setCache(3, index);
    return Op.LOAD_ATTR_INSTANCE_VALUE;
  }
  if (attribute === undefined) return site.fail("no such attribute");
  site.setCache(1, shape.version);
  site.setValue(attribute);
  if (((descriptor?.flags ?? 0) & TypeFlags.METHOD_DESCRIPTOR) !== 0) {
    return isMethodCall(site) ? Op.LOAD_ATTR_METHOD_WITH_VALUES : site.fail("bound method");
  }
  return descriptor?.tp_descr_get === null ? Op.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES : site.fail("descriptor");
}

/** What the forms find that a polymorphic cache can find too; for the polymorphic form itself, nothing. */
const loadKinds: ReadonlyMap<number, 0 | 1 | 2 | undefined> = new Map([
  [Op.LOAD_ATTR_INSTANCE_VALUE, AttributeKind.FIELD],
  [Op.LOAD_ATTR_SLOT, AttributeKind.FIELD],
  [Op.LOAD_ATTR_METHOD_WITH_VALUES, AttributeKind.METHOD],
  [Op.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES, AttributeKind.VALUE],
  [Form.LOAD_ATTR_POLYMORPHIC, undefined],
]);

const storeKinds: ReadonlyMap<number, 0 | 3 | undefined> = new Map([
  [Op.STORE_ATTR_INSTANCE_VALUE, AttributeKind.FIELD],
  [Op.STORE_ATTR_SLOT, AttributeKind.FIELD],
  [Form.STORE_ATTR_ADD_VALUE, AttributeKind.ADD],
  [Form.STORE_ATTR_POLYMORPHIC, undefined],
]);

function loadPolymorphic(site: Site, owner: PyInstance, name: string): number {
  const known = site.value;
  const form = loadFromInstance(site, owner, name);
  if (remember(site, known, loadKinds.get(form))) return Form.LOAD_ATTR_POLYMORPHIC;
  return site.former === Form.LOAD_ATTR_POLYMORPHIC ? site.fail("more shapes than a cache holds") : form;
}

/**
 * Adds what the inline cache says of one shape to the polymorphic cache that was there before, or to a new one, and puts
 * that in its place; tells whether it could. A full cache is given up: its site sees more shapes than it can hold.
 */
function remember(site: Site, known: unknown, kind: 0 | 1 | 2 | 3 | undefined): boolean {
  if (kind === undefined) return false;
  const cache = known instanceof PolymorphicCache ? known : new PolymorphicCache();
  if (cache.entries.length >= PolymorphicCache.LIMIT) return false;
  cache.entries.push({ version: site.cache(1), kind, index: site.cache(3), value: site.value });
  site.setValue(cache);
  return true;
}

function loadProperty(site: Site, owner: PyInstance, property: PyProperty): number {
  const getter = property.fget;
  if (isMethodCall(site)) return site.fail("property that is called");
  if (!(getter instanceof PyFunction)) return site.fail("property without Python getter");
  site.setCache(1, owner.shape.version);
  site.setValue(property);
  return Op.LOAD_ATTR_PROPERTY;
}

/** An attribute of an instance of a built-in type that has no attributes of its own. */
function loadFromNative(site: Site, owner: Value, name: string, type: PyType): number {
  if ((type.flags & TypeFlags.HAS_DICT) !== 0 || attributesOf(owner) !== null) {
    return site.fail("instance of a subclass of a built-in type");
  }
  const attribute = lookup(type, name);
  if (attribute === undefined) return site.fail("no such attribute");
  const descriptor = typeOf(attribute);
  site.setCache(1, type.version);
  site.setValue(attribute);
  if ((descriptor.flags & TypeFlags.METHOD_DESCRIPTOR) !== 0) {
    return isMethodCall(site) ? Op.LOAD_ATTR_METHOD_NO_DICT : site.fail("bound method");
  }
  return descriptor.tp_descr_get === null ? Op.LOAD_ATTR_NONDESCRIPTOR_NO_DICT : site.fail("descriptor");
}

/** Chooses a form of STORE_ATTR. */
export function chooseStoreAttr(site: Site): number {
  const owner = site.operand(1) as Value;
  const type = typeOf(owner);
  if (type.tp_setattro !== genericSetAttr) return site.fail("own __setattr__");
  if (!(owner instanceof PyInstance)) return storeCached(site, type);
  const known = site.value;
  const form = storeInInstance(site, owner);
  if (form === 0 && site.former !== Form.STORE_ATTR_POLYMORPHIC) return storeCached(site, type);
  if (!storeKinds.has(site.former)) return form;
  if (remember(site, known, storeKinds.get(form))) return Form.STORE_ATTR_POLYMORPHIC;
  return site.former === Form.STORE_ATTR_POLYMORPHIC ? site.fail("more shapes than a cache holds") : form;
}

/** Remembers what the class has. */
function storeCached(site: Site, type: PyType): number {
  const name = site.code.names[site.oparg];
  const attribute = lookup(type, name);
  const descriptor = attribute === undefined ? null : typeOf(attribute);
  if (descriptor !== null && isMutable(descriptor))
    return site.fail("class attribute that may become a descriptor");
  const set = descriptor?.tp_descr_set ?? null;
  if (set === null && (type.flags & TypeFlags.HAS_DICT) === 0) return site.fail("no such attribute");
  site.setValue(new AttributeStore(type, name, attribute, set));
  return Form.STORE_ATTR_CACHED;
}

function storeInInstance(site: Site, owner: PyInstance): number {
  const name = site.code.names[site.oparg];
  const { cls, shape } = owner;
  const attribute = lookup(cls, name);
  if (attribute !== undefined && isMutable(typeOf(attribute)))
    return site.fail("class attribute that may become a descriptor");
  if (attribute !== undefined && typeOf(attribute).tp_descr_set !== null) {
    if (!(attribute instanceof PyMemberDescriptor) || attribute.field < 0)
      return site.fail("data descriptor");
    site.setCache(1, shape.version);
    site.setCache(3, attribute.field);
    return Op.STORE_ATTR_SLOT;
  }
  if ((cls.flags & TypeFlags.HAS_DICT) === 0) return site.fail("no such attribute");
  if (owner.dict !== null) {
    const hint = owner.dict.indexOfStr(name);
    if (hint < 0) return site.fail("new key of a dict");
    site.setCache(1, shape.version);
    site.setCache(3, hint);
    return Op.STORE_ATTR_WITH_HINT;
  }
  site.setCache(1, shape.version);
  const index = shape.index.get(name);
  if (index !== undefined) {
    site.setCache(3, index);
    return Op.STORE_ATTR_INSTANCE_VALUE;
  }
  if (shape.names.length >= MAX_FIELDS) return site.fail("too many attributes");
  site.setCache(3, shape.names.length);
  site.setValue(shape.add(name));
  return Form.STORE_ATTR_ADD_VALUE;
}
