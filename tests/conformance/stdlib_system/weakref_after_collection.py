# Weak references are empty after a collection, and their callbacks have been called.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name!r})"


def gone(reference):
    print("gone", reference(), reference.__callback__)


def simple():
    node = Node("simple")
    reference = weakref.ref(node, gone)
    print(reference())
    return reference


reference = simple()
gc.collect()
print(reference())


def cycle():
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a
    return weakref.ref(a), weakref.proxy(b)


reference, proxy = cycle()
gc.collect()
print(reference())
try:
    proxy.name
except ReferenceError as error:
    print(error)

keep = Node("kept")
values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
members = weakref.WeakSet()


def fill():
    for node in (keep, Node("dropped")):
        values[node.name] = node
        keys[node] = node.name
        members.add(node)
    print(len(values), len(keys), len(members))


fill()
gc.collect()
print(dict(values), dict(keys), set(members))


def finalised():
    node = Node("finalised")
    return weakref.finalize(node, print, "finalize called")


finaliser = finalised()
gc.collect()
print(finaliser.alive)


def dead_reference():
    weakref.ref(keep, gone)


dead_reference()
gc.collect()
print(weakref.getweakrefcount(keep))


def items(nodes):
    for node in nodes:
        yield node


def use_up():
    nodes = [Node("first"), Node("second")]
    references = [weakref.ref(node) for node in nodes]
    for node in items(nodes):
        pass
    return references


references = use_up()
gc.collect()
print([reference() for reference in references])


def handling(node):
    try:
        raise ValueError(node)
    except ValueError:
        yield


def close(generator):
    generator.close()


def throw(generator):
    try:
        generator.throw(RuntimeError())
    except RuntimeError:
        pass


def end_by(how):
    node = Node(how.__name__)
    reference = weakref.ref(node)
    generator = handling(node)
    next(generator)
    how(generator)
    generator = node = None
    gc.collect()
    print(how.__name__, reference())


end_by(close)
end_by(throw)
