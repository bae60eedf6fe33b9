# New in 3.14: annotations are evaluated when they are asked for
"""Module docstring."""
import sys
import math

print(__name__, __doc__, __package__, __spec__, __file__.endswith("dunder_main_and_module_attributes.py"))
print(sys.modules["__main__"].__doc__, sys.modules[__name__] is sys.modules["__main__"], type(sys).__name__, math.__name__)
print(type(__builtins__).__name__, __builtins__.len is len, "__builtins__" in globals(), type(__loader__).__name__)
this = sys.modules["__main__"]
this.injected = "set from outside"
print(injected, repr(sys), math)
x: int = 5
print(__annotations__ if "__annotations__" in globals() else "no __annotations__ in the namespace", this.__annotations__)


def f(): ...


print(f.__module__, f.__globals__ is globals(), sys.version_info[:2], sys.version_info.major, sys.byteorder, sys.maxunicode)
