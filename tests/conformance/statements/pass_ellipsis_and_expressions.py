# New in 3.14: NotImplemented is not a truth value
pass
...
"a string statement"
5
None
def f(): ...
def g(): pass
def h(): "docstring only"
class C: ...
print(f(), g(), h(), h.__doc__, C.__name__, ..., Ellipsis is ..., type(...).__name__, repr(...))
[1, 2, 3]
f
1 + 1
print((lambda: ...)(), bool(...)); print("semicolon"); x = 1; print(x)
if x: pass; print("after pass")
print(NotImplemented, type(NotImplemented).__name__)
try:
    bool(NotImplemented)
except TypeError as error:
    print(error)
print(None is None, None == None, None != 0, repr(None), type(None)(), str(None))
for case in ("None < None", "None + 1", "None()", "None.x", "None[0]", "iter(None)", "len(None)", "Ellipsis()", "...  + 1"):
    try:
        eval(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
