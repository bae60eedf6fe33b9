class Object:
    pass


class Array(Object):
    def length(self):
        return 0


class Map(dict):
    pass


class Promise:
    def then(self, callback):
        return callback("resolved by hand")


class Symbol:
    iterator = "own"


class Function:
    def call(self):
        return "called"


class Error(Exception):
    pass


def eval_code(): return "eval"
def isNaN(x): return x != x
def parseInt(text): return int(text)
def Number(x): return float(x)
def String(x): return str(x)
def Boolean(x): return bool(x)
def setTimeout(f): return f()
def await_(x): return x
def undefined(): return None


try:
    raise Error("own error")
except Error as RangeError:
    print(type(RangeError).__name__, RangeError)
print(Array().length(), Map(a=1), Promise().then(str.upper), Symbol.iterator, Function().call(), isNaN(float("nan")), parseInt("7"), Number(1), String(1), Boolean(0), setTimeout(lambda: "now"), undefined())
print(Array.__mro__, Object.__name__, Map.__qualname__, parseInt.__name__)


class constructor:
    def constructor(self):
        return "constructor of constructor"


class prototype(constructor):
    __proto__ = "proto"


print(prototype().constructor(), prototype.__proto__, constructor.__name__)
import types

module = types.ModuleType("exports")
module.constructor = 1
module.__proto__ = 2
print(module.constructor, module.__proto__, hasattr(module, "toString"), sorted(k for k in vars(module) if not k.endswith("__")))
