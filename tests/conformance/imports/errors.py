# New in 3.14: messages
def attempt(source):
    try:
        exec(source, {"__name__": "__main__"})
        print(source, "ok")
    except Exception as error:
        name = getattr(error, "name", None)
        text = str(error)
        print(source, "->", type(error).__name__, text.split(" (")[0], name)


attempt("import no_such_module")
attempt("import no_such.sub.module")
attempt("import math.sub")
attempt("import _broken.missing_child")
attempt("from math import no_such_name")
attempt("from _broken import no_such_name")
attempt("from . import x")
attempt("from .sibling import x")
attempt("from .. import x")
attempt("import _broken.raises")
attempt("import _broken.raises")
attempt("import _broken.bad_syntax")
attempt("from _broken.star_missing import *")
attempt("__import__('')")
attempt("__import__(5)")
attempt("import _broken as b, math as m; print(b.VALUE, m.floor(1.5))")
import sys

print("_broken" in sys.modules, "_broken.raises" in sys.modules)
sys.modules["blocked"] = None
attempt("import blocked")
del sys.modules["blocked"]
for source in ("import a.b as c.d", "from a import", "from a import (b, c", "from a import b.c", "import", "from a import *, b", "def f():\n from a import *", "from . import", "import a as 1", "from a import b as", "import *", "from a import (", "from a import b,", "import a from b", "from x import ()"):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "ok")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
