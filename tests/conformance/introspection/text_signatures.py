# __text_signature__ of the native functions, classes and methods, and what inspect.signature makes of them.
import importlib
import inspect
import sys
import types
import warnings

warnings.simplefilter("ignore")
METHODS = (types.MethodDescriptorType, types.BuiltinFunctionType, types.ClassMethodDescriptorType)


def show(name, obj):
    text = getattr(obj, "__text_signature__", None)
    try:
        signature = str(inspect.signature(obj)).replace(str(sys.maxsize), "maxsize")
    except ValueError as error:
        signature = type(error).__name__
    print(name, "|", text and " ".join(text.split()), "|", signature)


def show_type(name, cls):
    show(name, cls)
    for key in sorted(vars(cls)):
        value = vars(cls)[key]
        if isinstance(value, (staticmethod, classmethod)):
            value = value.__func__
        if not key.startswith("_") and isinstance(value, METHODS):
            show(f"{name}.{key}", value)


MODULES = """
_abc _bisect _blake2 _codecs _collections _contextvars _csv _datetime _decimal _functools _heapq _io
_json _lsprof _md5 _opcode _operator _pickle _queue _random _sha1 _sha2 _sha3 _sre _string _struct
_symtable _tokenize _warnings _weakref array atexit binascii builtins cmath gc itertools marshal math
unicodedata zlib
""".split()

for module in MODULES:
    names = vars(importlib.import_module(module))
    for key in sorted(names):
        value = names[key]
        if key.startswith("_"):
            continue
        if isinstance(value, types.BuiltinFunctionType):
            show(f"{module}.{key}", value)
        elif isinstance(value, type) and not any(isinstance(v, types.FunctionType) for v in vars(value).values()):
            show_type(f"{module}.{key}", value)

for cls in (
    types.FunctionType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.MethodType, types.CodeType,
    types.FrameType, types.TracebackType, types.ModuleType, types.MappingProxyType, types.CellType, types.SimpleNamespace,
    types.GenericAlias, types.UnionType, type({}.keys()), type({}.values()), type({}.items()),
):  # fmt: skip
    show_type(cls.__qualname__, cls)
