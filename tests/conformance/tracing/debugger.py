# pdb: stops at a breakpoint, walks up the stack, changes variables, continues. Commands come from a text.
import io
import pdb
import re
import sys
import types
import warnings

warnings.simplefilter("ignore")
source = '''
def inner(x):
    y = x * 2
    z = y + 1
    return z

def outer(n):
    total = 0
    for i in range(n):
        part = inner(i)
        total += part
    return total

class Counter:
    def __repr__(self):
        return "a counter"

    def __init__(self):
        self.count = 0

    def bump(self):
        self.count += 1
        return self

def generate(n):
    for i in range(n):
        yield i

def fails(x):
    return 1 / x

def recover():
    try:
        fails(0)
    except ZeroDivisionError:
        return "recovered"
'''
module = types.ModuleType("debugged")
exec(compile(source, "debugged.py", "exec"), module.__dict__)


class Output(io.StringIO):
    def lines(self):
        return self.getvalue().replace("(Pdb) ", "\n(Pdb) ").splitlines()


def session(expression, commands):
    out = Output()
    debugger = pdb.Pdb(stdin=io.StringIO(commands), stdout=out, nosigint=True, readrc=False)
    debugger.use_rawinput = False
    debugger.clear_all_breaks()
    try:
        result = debugger.runeval(expression, module.__dict__)
        print(expression, "->", result)
    except BaseException as e:
        print(expression, "raised", type(e).__name__, e)
    for line in out.lines():
        if line and "bdb.py" not in line:
            print("   ", re.sub(r"\S*/debugged", "debugged", line))


session("outer(3)", """s
s
n
n
s
s
n
p x, y
!y = 100
up
p total, i
!total = 1000
down
n
p z
r
n
n
p part, total
c
""")
session("outer(2)", """s
s
until
n
n
p total
w
a
u
u
d
d
whatis total
pp locals()
retval
r
p __return__
c
""")
session("Counter().bump().bump().count", """s
s
n
n
n
s
n
n
p self.count
c
""")
session("list(generate(2))", """s
s
n
n
n
p i
n
c
""")
session("recover()", """s
s
n
n
n
n
c
""")
session("fails(0)", """s
s
n
n
n
c
""")
session("outer(1)", """s
s
n
n
j 7
n
j 11
n
p total
q
""")
session("inner(4)", """s
s
display x
display y
n
n
undisplay x
n
tbreak inner
c
""")

# breakpoint() calls what sys.breakpointhook is.
calls = []
sys.breakpointhook = lambda *args, **kwargs: calls.append((args, kwargs, sys._getframe(1).f_code.co_name))


def stops():
    breakpoint()
    breakpoint(1, x=2)


stops()
print(calls)
sys.breakpointhook = sys.__breakpointhook__
print(sys.breakpointhook is sys.__breakpointhook__, sys.gettrace())
