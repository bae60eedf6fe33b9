# breakpoint() calls what PYTHONBREAKPOINT names at that moment, and warns where that cannot be imported.
import os
import sys
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint(1, 2))
for name in "int", "math.hypot", "print":
    os.environ["PYTHONBREAKPOINT"] = name
    print(breakpoint(3))
names = ".", "..", ".foo", "foo.", ".int", "int.", ".foo.bar", "..foo.bar", "/./", "nosuch", "nosuch.thing"
for name in names:
    os.environ["PYTHONBREAKPOINT"] = name
    print(breakpoint())
sys.breakpointhook = lambda *args, **kwargs: (args, kwargs)
print(breakpoint(1, a=2))
