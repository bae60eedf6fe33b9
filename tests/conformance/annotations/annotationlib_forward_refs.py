# New in 3.14: annotationlib
# ForwardRef: what it evaluates to in which scope and format, equality, representation, and what it refuses.
import annotationlib
import re
from annotationlib import Format, ForwardRef, get_annotations


def attempt(action):
    try:
        print(re.sub(r" at 0x\w+", "", str(action())))
    except Exception as error:
        print(type(error).__name__, re.sub(r" at 0x\w+", "", str(error)))


class Owner:
    inner = int

    def method(self): ...


class Generic[T]:
    x: T


attempt(lambda: ForwardRef("int").evaluate())
attempt(lambda: ForwardRef("missing").evaluate())
attempt(lambda: ForwardRef("missing").evaluate(format=Format.STRING))
attempt(lambda: ForwardRef("missing").evaluate(format=Format.FORWARDREF))
attempt(lambda: ForwardRef("list[missing]").evaluate(format=Format.FORWARDREF))
attempt(lambda: ForwardRef("missing.attr").evaluate(format=Format.FORWARDREF))
attempt(lambda: ForwardRef("missing").evaluate(format=Format.VALUE_WITH_FAKE_GLOBALS))
attempt(lambda: ForwardRef("missing").evaluate(globals={"missing": str}))
attempt(lambda: ForwardRef("missing").evaluate(locals={"missing": bytes}))
attempt(lambda: ForwardRef("x").evaluate(globals={"x": 1}, locals={"x": 2}))
attempt(lambda: ForwardRef("inner").evaluate(owner=Owner))
attempt(lambda: ForwardRef("inner", owner=Owner).evaluate())
attempt(lambda: ForwardRef("T").evaluate(owner=Generic))
attempt(lambda: ForwardRef("T").evaluate(type_params=Generic.__type_params__))
attempt(lambda: ForwardRef("Owner", module=__name__).evaluate() is Owner)
attempt(lambda: ForwardRef("OrderedDict", module="collections").evaluate())
attempt(lambda: ForwardRef("1 + 1").evaluate())
attempt(lambda: ForwardRef("1 +"))
attempt(lambda: ForwardRef("1 +").evaluate())
attempt(lambda: ForwardRef("x = 1").evaluate())
attempt(lambda: ForwardRef(1))
attempt(lambda: ForwardRef())
attempt(lambda: ForwardRef("*tuple[int]").evaluate())
attempt(lambda: repr(ForwardRef("a")))
attempt(lambda: repr(ForwardRef("a", module="m")))
attempt(lambda: repr(ForwardRef("a", owner=Owner)))
attempt(lambda: repr(ForwardRef("a", is_class=True)))
attempt(lambda: ForwardRef("a") == ForwardRef("a"))
attempt(lambda: ForwardRef("a") == ForwardRef("b"))
attempt(lambda: ForwardRef("a", module="m") == ForwardRef("a"))
attempt(lambda: ForwardRef("a") == "a")
attempt(lambda: hash(ForwardRef("a")) == hash(ForwardRef("a")))
attempt(lambda: ForwardRef("a") | int)
attempt(lambda: int | ForwardRef("a"))
attempt(lambda: ForwardRef("a") | ForwardRef("b"))
attempt(lambda: ForwardRef("a + b").__forward_arg__)
attempt(lambda: type(ForwardRef("a").__forward_code__).__name__)
attempt(lambda: ForwardRef("a")())
attempt(lambda: type("Sub", (ForwardRef,), {}))
attempt(lambda: sorted(n for n in dir(ForwardRef) if n[:2] != "__" or "forward" in n))
reference = get_annotations(Generic, format=Format.FORWARDREF)["x"]
print(reference is Generic.__type_params__[0])


def late(x: Later, y: list[Later], z: Later.attr): ...


found = get_annotations(late, format=Format.FORWARDREF)
print([type(v).__name__ for v in found.values()], found["z"].__forward_arg__)
attempt(lambda: found["x"].evaluate())
Later = float
attempt(lambda: found["x"].evaluate())
attempt(lambda: get_annotations(late, format=Format.FORWARDREF)["y"])
attempt(lambda: get_annotations(late, format=Format.VALUE))
