def f():
    import math
    from string import digits as d

    return math.floor(2.5), d


print(f(), "math" in globals())
try:
    import no_such_accelerator as accelerator
except ImportError:
    accelerator = None
print(accelerator)
if True:
    import string as s
print(s.ascii_lowercase[:3])


class C:
    import math

    def root(self):
        return self.math.sqrt(16)


print(C().root())
for name in ("math", "string"):
    exec(f"import {name} as imported")
    print(imported.__name__)
import os.path
import os.path as p, json

print(os.path is p, json.dumps([1]), p.basename("a/b"))
from os import path, sep
from os.path import (
    join,
    split as cut,
)

print(join("a", "b"), cut("a/b"), sep)
