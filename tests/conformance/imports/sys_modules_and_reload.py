import importlib
import sys
import types

import _state.counter as counter

print(counter.value)
counter.value = 10
import _state.counter as again

print(again.value, again is counter)
importlib.reload(counter)
print(counter.value, again.value, hasattr(counter, "runs"), counter.runs)
del sys.modules["_state.counter"]
import _state.counter as fresh

print(fresh is counter, fresh.value)
fake = types.ModuleType("fake", "Fake docs")
fake.answer = 42
sys.modules["fake"] = fake
from fake import answer
import fake as f

print(answer, f.__doc__, f)
print(importlib.import_module("_state.counter") is fresh, importlib.import_module(".counter", "_state") is fresh)
print(__import__("_state.counter").__name__, __import__("_state", fromlist=["counter"]).counter is fresh)
sys.modules["replaced"] = "not even a module"
import replaced

print(replaced)
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
