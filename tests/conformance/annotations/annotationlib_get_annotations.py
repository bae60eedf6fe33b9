# New in 3.14: annotationlib
# get_annotations() of functions, classes, modules, partials and others, in all formats, with eval_str, and its errors.
import annotationlib
import functools
import re
import types
from annotationlib import Format, get_annotations


def attempt(action):
    try:
        print(re.sub(r" at 0x\w+", "", str(action())))
    except Exception as error:
        print(type(error).__name__, re.sub(r" at 0x\w+", "", str(error)))


def f(a: int, b: "str", c: Missing) -> "list[int]": ...


class Base:
    x: int


class Derived(Base):
    pass


class Texts:
    a: "int"
    b: "list[str]"
    c: "Missing"


class Made:
    __annotations__ = {"z": "int"}


class Callable_:
    def __call__(self, x: int): ...


class WithDict:
    def __init__(self):
        self.__annotations__ = {"own": 1}


module = types.ModuleType("module")
exec("x: int = 1\ny: 'str' = 2", module.__dict__)

for format in Format:
    attempt(lambda: get_annotations(f, format=format))
    attempt(lambda: get_annotations(Base, format=format))
    attempt(lambda: get_annotations(module, format=format))
attempt(lambda: get_annotations(Derived))
attempt(lambda: get_annotations(Texts))
attempt(lambda: get_annotations(Texts, eval_str=True))
attempt(lambda: get_annotations(Texts, eval_str=True, locals={"Missing": 5}))
attempt(lambda: get_annotations(Texts, eval_str=True, globals={"Missing": 6, "list": set, "int": 1, "str": 2}))
attempt(lambda: get_annotations(Texts, eval_str=True, format=Format.STRING))
attempt(lambda: get_annotations(module, eval_str=True))
attempt(lambda: get_annotations(Made))
attempt(lambda: get_annotations(Made, eval_str=True))
attempt(lambda: get_annotations(Made, format=Format.STRING))
attempt(lambda: get_annotations(functools.partial(f, 1)))
attempt(lambda: get_annotations(functools.partial(Base)))
attempt(lambda: get_annotations(functools.partial(lambda x: 1, 1)))
attempt(lambda: get_annotations(Callable_()))
attempt(lambda: get_annotations(Callable_().__call__))
attempt(lambda: get_annotations(WithDict()))
attempt(lambda: get_annotations(1))
attempt(lambda: get_annotations("text"))
attempt(lambda: get_annotations(None))
attempt(lambda: get_annotations(len))
attempt(lambda: get_annotations(int))
attempt(lambda: get_annotations(property(f)))
attempt(lambda: get_annotations(staticmethod(Callable_.__call__)))
attempt(lambda: get_annotations(classmethod(Callable_.__call__)))
attempt(lambda: get_annotations(f, format=7))
attempt(lambda: get_annotations(f, format="STRING"))
attempt(lambda: get_annotations(Base) is Base.__annotations__)


@functools.wraps(Callable_.__call__)
def wrapper(*args): ...


attempt(lambda: get_annotations(wrapper))
attempt(lambda: get_annotations(wrapper, format=Format.STRING))

f.__annotations__ = {"a": 1}
attempt(lambda: get_annotations(f, format=Format.STRING))
f.__annotations__ = {"a": int}
attempt(lambda: get_annotations(f, format=Format.FORWARDREF))
attempt(lambda: f.__annotate__)


class Bad:
    pass


for value in [5, "x", None, [1]]:
    Bad.__annotations__ = value
    attempt(lambda: get_annotations(Bad))
