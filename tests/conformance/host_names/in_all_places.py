# Names that mean something to the host language, where the other programs of this folder do not use them.
import collections
import dataclasses
import enum
import functools
import json
import pickle
import sys
import types
import typing

NAMES = """
constructor __proto__ prototype toString hasOwnProperty valueOf arguments this let var length name caller eval
undefined null true new typeof function extends super then toJSON get cls ts globalThis __defineGetter__
""".split()

for name in NAMES:
    source = f'''
import collections, dataclasses, enum, types
def outer({name}, /, *args, **kwargs):
    def inner():
        nonlocal {name}
        {name} = {name} + 1
        return {name}
    return inner() + {name}
def keyword(*, {name}=3): return {name}
def many(*{name}): return {name}
def pairs(**{name}): return {name}
def local():
    {name} = 1
    for {name} in range({name}, 4): pass
    del {name}
    try: return {name}
    except NameError as error: return str(error)
def globally():
    global {name}
    {name} = 7
    {name} += 1
    return {name}
def generic[{name}](x: {name}) -> {name}: return x
class Generic[{name}]:
    {name} = 5
    def fetch(self): return self.{name}
type Alias[{name}] = list[{name}]
def matched(value):
    match value:
        case {{"k": {name}}}: return "mapping", {name}
        case [1, *{name}]: return "sequence", {name}
        case Point({name}=1): return "class"
        case {name}: return "capture", {name}
class Point:
    __match_args__ = ("{name}",)
    def __init__(self): self.{name} = 1
@dataclasses.dataclass(order=True)
class Data:
    {name}: int = 4
@dataclasses.dataclass(slots=True, frozen=True)
class Slotted:
    {name}: int = 4
def {name}(): return "function"
result = [
    outer(1), keyword(), keyword({name}=4), many(1, 2), pairs({name}=2), local(), {name}(), globally(), {name},
    generic(1), generic.__type_params__, Generic().fetch(), Generic.__type_params__, Alias.__type_params__,
    matched({{"k": 1}}), matched([1, 2]), matched(Point()), matched(9),
    Data(), Data({name}=5), Data() < Data(6), dataclasses.asdict(Data()), dataclasses.replace(Data(), {name}=9), Slotted(), hash(Slotted()) == hash(Slotted()),
    [{name} for {name} in range(3)], {{{name}: {name} for {name} in range(2)}}, [({name} := 5), {name}], (lambda {name}: {name})({name}=6),
    sorted(k for k in globals() if k == "{name}"), "{{{name}}}".format({name}=3), "%({name})s" % {{"{name}": 4}}, f"{{{name}}}",
]
try:
    raise ValueError(1)
except ValueError as {name}:
    result.append({name}.args)
try: result.append({name})
except NameError as error: result.append(str(error))
with types.SimpleNamespace(__enter__=0) if 0 else __import__("contextlib").nullcontext(8) as {name}:
    result.append({name})
async def coroutine({name}): return {name}
try: coroutine(3).send(None)
except StopIteration as stop: result.append(stop.value)
def generator({name}):
    {name} = yield {name}
    yield {name}
running = generator(1)
result.append((next(running), running.send(2), running.gi_code.co_varnames))
'''
    namespace = {}
    try:
        exec(source, namespace)
    except SyntaxError as error:
        print(name, "SyntaxError", error.msg)
    else:
        print(name, namespace["result"])
    namespace = {name: 1}
    exec(f"{name} += 1\nx = {name}", namespace)
    Made = enum.Enum("Made", [name, "other"]) if name != "name" and name[0] != "_" else None
    Tuple = collections.namedtuple("Tuple", [name.lstrip("_"), "other"])
    made = Tuple(1, 2)
    changed = made._replace(**{name.lstrip("_"): 5})
    plain = types.SimpleNamespace(**{name: 1})
    setattr(plain, name, 2)
    cls = type(name, (), {name: 3, "__slots__": ("other",)})
    module = types.ModuleType(name)
    setattr(module, name, 4)
    data = {name: 1, **{name: 2}}
    counted = collections.Counter([name])
    ordered = collections.OrderedDict({name: 1})
    ordered.move_to_end(name)
    default = collections.defaultdict(list)
    default[name].append(1)
    partial = functools.partial(dict, **{name: 1})
    Typed = typing.TypedDict("Typed", {name: int})
    function = lambda: 0
    setattr(function, name, 5)
    print(namespace[name], namespace["x"], list(Made) if Made else None, Made[name].value if Made else None, made, getattr(changed, name.lstrip("_")), plain, vars(plain), getattr(cls, name), cls.__name__)
    print(getattr(module, name), vars(module)[name], data, json.loads(json.dumps(data)) == data, counted, ordered, default, partial(), Typed.__annotations__, vars(function), {name} | {"a"} >= {name})
    print(pickle.loads(pickle.dumps(data)), name in sys.modules, hasattr(object(), name), hasattr({}, name), hasattr([], name), getattr(5, name, "none") if name not in ("constructor",) else hasattr(5, name), {}.get(name), dict.fromkeys([name]), name in {}, name in globals(), {name: 1}.pop(name))
    delattr(plain, name)
    print(hasattr(plain, name), vars(plain))
    try:
        plain.__getattribute__(name)
    except AttributeError as error: print(error)
    try:
        exec(f"print({name})" if name not in ("super", "eval") else "zz", {})
    except (NameError, SyntaxError) as error: print(error)
