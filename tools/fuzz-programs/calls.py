# Calls methods, operators and functions with random arguments, and prints what each call gives. SEED is defined before this
# text. The reference is a 32-bit build: numbers between its sizes and those of 64 bits are left out, hashes and addresses
# are not printed. Neither are signs of a NaN, on which powers of infinite complex numbers depend, and words of C's library.
import operator
import random
import re
import types as kinds
import warnings

CALLS = 400
warnings.simplefilter("ignore")
rng = random.Random()


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Text(str):
    pass


class Whole(int):
    pass


class Refusing:
    __hash__ = None

    def __eq__(self, other):
        raise ZeroDivisionError("eq")


class Items:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


def small():
    return rng.choice([0, 1, -1, 2, 3, -2, 4, 5, 7, 10, -7, True])


def whole():
    return rng.choice([small(), 100, 255, 256, 2**20, 2**30, -(2**30), 2**63, 2**64, -(2**63) - 1, 10**20, -(10**20)])


def real():
    return rng.choice([0.0, -0.0, 1.5, -2.5, 1e300, 1e-300, float("inf"), float("-inf"), float("nan"), 0.1, 3.0, 123456.789, 1e22, 5e-324])


def text():
    return "".join(rng.choice("abcABC 12\xe9;,\t\n\xdf\U0001f600\xf1\u0130_%{}x\u0301") for _ in range(rng.choice([0, 1, 1, 2, 3, 5, 9])))


def octets():
    return bytes(rng.choice(b"abcABC 12;,\t\n\xff\x00%x_") for _ in range(rng.choice([0, 1, 1, 2, 3, 5, 9])))


def keys(most=3):
    return [rng.choice([small(), text(), octets(), None, 1.5, (1, 2)]) for _ in range(rng.randrange(most + 1))]


def bound():
    return rng.choice([None, small()])


# How instances of the types are made whose methods are called.
instances = {
    str: text,
    bytes: octets,
    bytearray: lambda: bytearray(octets()),
    int: whole,
    bool: lambda: rng.random() < 0.5,
    float: real,
    complex: lambda: complex(real(), real()),
    list: lambda: [anything(1) for _ in range(rng.randrange(5))],
    tuple: lambda: tuple(anything(1) for _ in range(rng.randrange(5))),
    dict: lambda: {key: anything(1) for key in keys()},
    # One element at most: their order is that of hashes.
    set: lambda: set(keys(1)),
    frozenset: lambda: frozenset(keys(1)),
    range: lambda: range(*[small() or 1 for _ in range(rng.choice([1, 2, 3]))]),
    slice: lambda: slice(bound(), bound(), rng.choice([bound(), anything(2)])),
    memoryview: lambda: memoryview(rng.choice([octets(), bytearray(octets())])),
}


def counting():
    try:
        x = yield 1
        yield x
    except ValueError as error:
        yield str(error)


def started():
    generator = counting()
    next(generator)
    return generator


def function(a, b=2, *args, c=3, **named):
    return a, b, args, c, sorted(named)


def cell(value):
    return (lambda: value).__closure__[0]


class Plain:
    x = 1

    def __init__(self, y=5):
        self.y = y

    def method(self, *args):
        return args

    @property
    def p(self):
        return self.y

    @classmethod
    def make(cls, *args):
        return args


class Caught(Exception):
    pass


# What else the language knows; nothing that iterates without end.
for make in (
    counting, started, lambda: function, lambda: Plain().method, lambda: Plain.make, lambda: len, lambda: [].append, lambda: str.join,
    lambda: dict.__dict__["fromkeys"], lambda: int.__add__, lambda: (1.5).__add__, lambda: Plain, lambda: int, lambda: Plain(),
    lambda: property(function), lambda: classmethod(function), lambda: staticmethod(function), lambda: super(Plain, Plain()),
    lambda: iter([anything(1), anything(1)]), lambda: iter((1, 2)), lambda: iter({1: 2}), lambda: iter({1: 2}.items()), lambda: iter({1}),
    lambda: iter("ab"), lambda: iter(b"ab"), lambda: iter(range(3)), lambda: reversed([1, 2]), lambda: reversed({1: 2}), lambda: zip([1], "a"),
    lambda: map(str, [1, 2]), lambda: filter(None, [0, 1]), lambda: enumerate("ab", small()), lambda: {1: anything(1)}.keys(),
    lambda: {1: anything(1)}.values(), lambda: {1: anything(1)}.items(), lambda: kinds.MappingProxyType({1: 2}), lambda: kinds.SimpleNamespace(a=1),
    lambda: list[int], lambda: dict[str, Plain], lambda: int | str, lambda: None, lambda: NotImplemented, lambda: ..., lambda: object(),
    lambda: ValueError(anything(1)), lambda: KeyError(anything(1)), lambda: OSError(text()), lambda: OSError(1234, "a", "b"),
    lambda: StopIteration(anything(1)), lambda: SystemExit(small()), lambda: SyntaxError("m", ("f", 1, 2, "t")), lambda: ImportError("m", name="n"),
    lambda: AttributeError("m", name="n", obj=1), lambda: NameError("m", name="n"), lambda: UnicodeDecodeError("utf-8", b"ab", 0, 1, "r"),
    lambda: UnicodeEncodeError("utf-8", "ab", 0, 1, "r"), lambda: ExceptionGroup("g", [ValueError(1), TypeError(2)]), lambda: Caught(1, 2),
    lambda: BaseExceptionGroup("g", [ExceptionGroup("h", [ValueError(1)]), KeyboardInterrupt()]), lambda: kinds.ModuleType("m"),
    lambda: function.__code__, lambda: cell(anything(1)), lambda: Whole(small()), lambda: Text(text()), lambda: kinds.MethodType(function, small()),
):
    instances[f"{type(make()).__name__}, {len(instances)}"] = make
types = list(instances)
others = [
    small, small, whole, real, text, text, octets, lambda: None, lambda: Index(small()), lambda: Text(text()), lambda: Whole(small()),
    lambda: Refusing(), lambda: ..., lambda: Items(keys()), lambda: NotImplemented, lambda: int, lambda: len, lambda: iter([1, 2]),
]


def anything(depth=0):
    if depth > 2 or rng.random() < 0.7:
        return rng.choice(others)()
    return instances[rng.choice(types)]()


left_out = {
    "__sizeof__", "__reduce_ex__", "__reduce__", "__class__", "__dir__", "__init_subclass__", "__subclasshook__", "__doc__", "__new__",
    "__getattribute__", "__setattr__", "__delattr__", "__hash__", "__class_getitem__", "__getstate__", "__buffer__", "__release_buffer__", "_from_flags",
    # Other values than CPython's by nature, or such that would change the program.
    "__code__", "__globals__", "__builtins__", "__module__", "__weakref__", "__dict__", "__init__", "__setstate__", "__del__", "__prepare__", "__subclasses__",
    "__basicsize__", "__dictoffset__", "__weakrefoffset__", "__flags__", "__itemsize__", "__vectorcalloffset__", "__text_signature__", "mro",
    "co_code", "_co_code_adaptive", "co_lines", "co_positions", "co_linetable", "co_exceptiontable", "co_branches", "co_consts", "co_stacksize",
    "_varname_from_oparg", "gi_frame", "gi_code",
}
names = {kind: [name for name in sorted(dir(type(make()))) if name not in left_out] for kind, make in instances.items()}
keywords = {
    "split": ["sep", "maxsplit"], "rsplit": ["sep", "maxsplit"], "expandtabs": ["tabsize"], "encode": ["encoding", "errors"],
    "decode": ["encoding", "errors"], "splitlines": ["keepends"], "sort": ["key", "reverse"], "to_bytes": ["length", "byteorder", "signed"],
    "from_bytes": ["bytes", "byteorder", "signed"], "hex": ["sep", "bytes_per_sep"], "replace": ["count"], "cast": ["shape", "format"],
}
operators = [
    getattr(operator, name)
    for name in "add sub mul truediv floordiv mod and_ or_ xor eq lt le ne contains getitem iadd imul isub ior iand delitem concat countOf indexOf".split()
] + [divmod]
functions = [
    len, repr, str, abs, round, bool, int, float, complex, list, tuple, dict, set, frozenset, bytes, bytearray, sum, min, max, sorted,
    reversed, enumerate, zip, map, filter, any, all, chr, ord, hex, oct, bin, ascii, format, divmod, pow, range, slice, iter, next,
    memoryview, isinstance, issubclass, callable, getattr, hasattr,
]
plain = (str, int, float, complex, bytes, bytearray, type(None), range, bool, type(...))


def show(value, depth=0):
    kind = type(value)
    if kind in plain:
        return ascii(value)
    if isinstance(value, plain):
        return f"{kind.__name__}({ascii(value)})"
    if kind in (list, tuple):
        return f"{kind.__name__}[{', '.join(show(item, depth + 1) for item in value)}]"
    if kind in (set, frozenset):
        return f"{kind.__name__}[{', '.join(sorted(show(item, depth + 1) for item in value))}]"
    if kind is dict:
        return "{" + ", ".join(f"{show(key)}: {show(item, depth + 1)}" for key, item in value.items()) + "}"
    if kind is slice:
        return f"slice({show(value.start)}, {show(value.stop)}, {show(value.step)})"
    if kind is memoryview:
        try:
            return f"memoryview({value.tobytes()}, {value.format})"
        except ValueError as error:
            return f"memoryview({error})"
    if isinstance(value, Items):
        return f"Items({show(value.items)})"
    if isinstance(value, Index):
        return f"Index({show(value.value)})"
    if hasattr(value, "__next__") and depth < 2:
        try:
            return f"{kind.__name__}: {show([item for _, item in zip(range(20), value)], depth + 1)}"
        except Exception as error:
            return f"{kind.__name__}: {type(error).__name__} {error}"
    if isinstance(value, BaseException):
        return f"{kind.__name__}{show(value.args)}"
    if kind.__name__.startswith("dict_"):
        return f"{kind.__name__}: {show(list(value))}"
    return kind.__name__


def too_long(values):
    """Would a repetition or a width by these ints fill the memory?"""
    return any(isinstance(value, (int, Index)) and not -(10**6) < operator.index(value) < 10**6 for value in values)


def one_call():
    kind = rng.choice(types)
    receiver = instances[kind]()
    before = show(receiver)
    chance = rng.random()
    named = {}
    if chance < 0.6:
        name = rng.choice(names[kind])
        count = rng.choice([0, 1, 1, 1, 2, 2, 3, 4])
        related = rng.random() < 0.5
        args = [rng.choice([instances[kind], small, anything])() if related else anything() for _ in range(count)]
        if rng.random() < 0.15:
            named = {key: anything() for key in keywords.get(name, ["x"]) if rng.random() < 0.6}
        label = f"{type(receiver).__name__}.{name}"
    else:
        function = rng.choice(operators if chance < 0.8 else functions)
        args = [anything() for _ in range(1 if function in operators else rng.choice([0, 0, 0, 1, 1, 2]))]
        args.insert(rng.choice([0, 0, len(args)]) if function in operators else 0, receiver)
        label = function.__name__
    shown = f"{label} of {before}({', '.join([show(arg) for arg in args] + [f'{key}={show(arg)}' for key, arg in named.items()])})"
    if kind is complex and "pow" in label:
        return
    if too_long([*args, *named.values(), receiver]) and not label.startswith(("str.find", "str.count", "eq", "lt", "le")):
        return
    try:
        if chance < 0.6:
            method = getattr(receiver, name)
            result = show(method(*args, **named) if callable(method) else method)
        else:
            result = show(function(*args))
    except Exception as error:
        words = "" if label.endswith("pow__") and isinstance(error, OverflowError) else f": {ascii(str(error))}"
        result = f"{type(error).__name__}{words}"
    after = show(receiver)
    print(re.sub("0x[0-9a-f]+", "0x...", f"{shown} gives {result}{'' if after == before else f', it is now {after}'}"))


for number in range(CALLS):
    rng.seed(SEED * CALLS + number)
    one_call()
