# New in 3.14: more types
import types
from types import MappingProxyType, SimpleNamespace

n = SimpleNamespace(a=1, b=[2])
n.c = "x"
print(n, n == SimpleNamespace(a=1, b=[2], c="x"), vars(n), SimpleNamespace({"k": 1}, z=2), SimpleNamespace())
m = MappingProxyType({"a": 1})
print(m, m["a"], "a" in m, list(m), len(m), m | {"b": 2}, m.get("z"), m.copy(), m == {"a": 1})
try:
    m["b"] = 1
except TypeError as error:
    print(error)
print(isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), isinstance((x for x in ""), types.GeneratorType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType), isinstance("".join, types.BuiltinMethodType), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))
C = types.new_class("C", (int,), {}, lambda ns: ns.update(x=1))
print(C(5) + 1, C.x, C.__name__, types.resolve_bases((int,)), types.prepare_class("D")[1])


class A:
    def f(self): return "bound to " + self.name


a = SimpleNamespace(name="ns")
print(types.MethodType(A.f, a)(), types.CellType(5).cell_contents)


class D:
    @types.DynamicClassAttribute
    def v(self): return "instance"


print(D().v)


@types.coroutine
def co():
    yield 1
    return 2


print(type(co()).__name__)
