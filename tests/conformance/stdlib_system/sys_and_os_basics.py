# New in 3.14: version
import os
import os.path
import sys

print(sys.argv[1:], sys.maxunicode, sys.float_info.max, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.flags.optimize, sys.getdefaultencoding(), sys.getrecursionlimit() > 100, sys.intern("a") == "a", sys.version_info >= (3, 14), sys.hexversion > 0x030e0000, sys.copyright[:9])
print(sys.exc_info(), sys.getsizeof([]) > 0, sys.stdin.fileno.__name__, sys.stdout.encoding, sys.stderr.errors, sys.modules["os"] is os, type(sys.path).__name__, sys.dont_write_bytecode in (True, False))
print(os.path.join("a", "/b", "c"), os.path.split("/x/y.z"), os.path.splitext("a.tar.gz"), os.path.basename("/a/b/"), os.path.dirname("/a/b"), os.path.normpath("a/../b//c/."), os.path.isabs("/x"), os.path.commonpath(["/a/b", "/a/c"]), os.path.relpath("/a/b", "/a/c"), os.path.expanduser("x"), os.sep, os.linesep == "\n", os.curdir, os.name)
os.environ["ADDER_TEST"] = "value"
print(os.environ["ADDER_TEST"], os.getenv("ADDER_TEST"), os.environ.get("NO_SUCH_VARIABLE_HERE", "default"), "ADDER_TEST" in os.environ, os.path.expandvars("$ADDER_TEST/x"))
del os.environ["ADDER_TEST"]
try:
    os.environ["ADDER_TEST"]
except KeyError as error:
    print("KeyError", error)
print(os.fspath("p"), os.fsencode("é"), os.fsdecode(b"x"), os.strerror.__name__, isinstance(os.getcwd(), str), isinstance(os.getpid(), int), len(os.urandom(4)))
from pathlib import PurePosixPath as P

p = P("/a/b/c.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p / "d", p.with_suffix(".x"), p.with_name("n"), p.relative_to("/a"), p.is_absolute(), P("a") < P("b"), p.match("*.gz"), P("a", "b", "..", "c"), repr(P("x")), list(p.parents), P("a/./b//c"), hash(P("a")) == hash(P("a")))
