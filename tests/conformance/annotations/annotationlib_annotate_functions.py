# New in 3.14: annotationlib
# call_annotate_function, call_evaluate_function, and the helpers around annotate functions.
import annotationlib
import re
from annotationlib import Format, call_annotate_function, call_evaluate_function


def attempt(action):
    try:
        print(re.sub(r" at 0x\w+", "", str(action())))
    except Exception as error:
        print(type(error).__name__, re.sub(r" at 0x\w+", "", str(error)))


class C:
    x: int
    y: Missing
    z: list[Missing]


class Empty:
    pass


def own(format, /):
    if format > 2:
        raise NotImplementedError
    return {"a": int, "b": "text", "format": format}


def only_value(format, /):
    if format != Format.VALUE:
        raise NotImplementedError
    return {"a": int, "b": Undefined} if Undefined_is_there else {"a": list[int]}


Undefined_is_there = False


def strings(format, /):
    return {"x": "given"} if format == Format.STRING else {"x": 1}


for annotate in (C.__annotate__, own, only_value, strings):
    for format in Format:
        attempt(lambda: call_annotate_function(annotate, format))
        attempt(lambda: {k: type(v).__name__ for k, v in call_annotate_function(annotate, format, owner=C).items()})
attempt(lambda: C.__annotate__(1))
attempt(lambda: C.__annotate__(2))
attempt(lambda: C.__annotate__(3))
attempt(lambda: C.__annotate__(4))
attempt(lambda: C.__annotate__("x"))
attempt(lambda: C.__annotate__())
attempt(lambda: call_annotate_function(C.__annotate__, 9))
attempt(lambda: Empty.__annotate__)
attempt(lambda: annotationlib.get_annotate_from_class_namespace({}))
attempt(lambda: annotationlib.get_annotate_from_class_namespace({"__annotate__": own}) is own)
attempt(lambda: annotationlib.get_annotate_from_class_namespace({"__annotate_func__": own}) is own)
attempt(lambda: annotationlib.annotations_to_string({"a": int, "b": "x", "c": list[int], "d": ..., "e": None, "f": own}))

type Alias = list[Missing]


def generic[T: Missing, U: (int, Missing) = Missing](): ...


T, U = generic.__type_params__
for evaluate in (Alias.evaluate_value, T.evaluate_bound, U.evaluate_constraints, U.evaluate_default):
    for format in (Format.VALUE, Format.FORWARDREF, Format.STRING):
        attempt(lambda: call_evaluate_function(evaluate, format))


class Meta(type):
    def __prepare__(name, bases):
        return {"prepared": 1}

    def __new__(mcls, name, bases, namespace):
        annotate = annotationlib.get_annotate_from_class_namespace(namespace)
        cls = super().__new__(mcls, name, bases, namespace)
        print(name, call_annotate_function(annotate, Format.STRING) if annotate else annotate)
        return cls


class WithMeta(metaclass=Meta):
    a: Missing | None


class Without(WithMeta):
    pass
