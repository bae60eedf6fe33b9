import _lazy

print(_lazy.present, _lazy.computed, _lazy.other, dir(_lazy))
try:
    _lazy.nope
except AttributeError as error:
    print(error)
from _lazy import computed, present

print(computed)
try:
    from _lazy import nope
except ImportError as error:
    print(str(error).split(" (")[0])
print(hasattr(_lazy, "computed"), hasattr(_lazy, "missing"), "computed" in vars(_lazy))
