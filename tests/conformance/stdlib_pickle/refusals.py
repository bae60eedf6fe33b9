# New in 3.14: messages
import io
import pickle
import re
import sys


def show(label, make):
    try:
        text = ascii(make())
    except BaseException as error:
        context = type(error.__context__).__name__
        text = f"{type(error).__name__} {ascii(str(error))} {getattr(error, '__notes__', None)} {context}"
    print(label, "|", re.sub("0x[0-9a-f]+", "0x", text))


show("dump none", lambda: pickle.dump(None, None))
show("dumps proto", lambda: pickle.dumps(1, 6))
show("dumps proto", lambda: pickle.dumps(1, -1))
show("dumps proto", lambda: pickle.dumps(1, "a"))
show("dumps cb", lambda: pickle.dumps(1, 4, buffer_callback=print))
show("dumps kw", lambda: pickle.dumps(1, 4, True))
def f():
    def g(): pass
    return g
show("local", lambda: pickle.dumps(f()))
show("lambda", lambda: pickle.dumps(lambda: 1))
class Base: pass
class Meta(type): pass
class R:
    def __init__(self, r): self.r = r
    def __reduce__(self): return self.r
class NoName:
    __module__="nosuch"
class Hidden:
    pass
H = Hidden
Hidden2 = Hidden
class Hidden: pass
show("notsame", lambda: pickle.dumps(H()))
NN=NoName
show("nomodule", lambda: pickle.dumps(NoName))
del NoName
def newobj(): pass
newobj.__name__="__newobj__"
def newobjex(): pass
newobjex.__name__="__newobj_ex__"
class Q:
    __module__="os"
show("notfound", lambda: pickle.dumps(Q))
for r in (5, None, (), (1,), (1,2), (int,2), (int,(),None,5), (int,(),None,None,5), (int,(),None,None,None,5), (int,(),1,2,3,4,5), "nosuch", (newobj,()), (newobj,(5,)), (newobj,(int,)), (newobjex,()), (newobjex,(1,2,3)), (newobjex,(R,2,3)), (newobjex,(R,(),3)), (newobjex,(R,(),{})), (f(),()), (int,(f(),)), (int,(),f()), (int,(),None,iter([f()])), (int,(),None,None,iter([(1,f())])), (int,(),None,None,iter([5])), (int,(),None,None,iter([(f(),1)])), (int,(),1,None,None,f()),(int,(),f(),None,None,int), (newobj,(R,f())), (newobjex,(R,(f(),),{})), (newobjex,(R,(),{"a":f()}))):
    for proto in (2,4):
        show((str(r)[:60] if "at 0x" not in str(r) else "..", proto), lambda: pickle.dumps(R(r), proto))
show("list", lambda: pickle.dumps([1,[2,f()]]))
show("tuple", lambda: pickle.dumps((1,(2,f()))))
show("dict", lambda: pickle.dumps({"a":{"b":f()}}))
show("dictkey", lambda: pickle.dumps({f():1}))
show("set", lambda: pickle.dumps({f()}))
show("frozenset", lambda: pickle.dumps(frozenset({f()})))
Base.a=1
b=Base(); b.x=f()
show("obj", lambda: pickle.dumps(b))
show("module", lambda: pickle.dumps(sys))
show("gen", lambda: pickle.dumps((i for i in [])))
show("file", lambda: pickle.dumps(io.StringIO))
show("lock", lambda: pickle.dumps(__import__("_thread").allocate_lock()))
show("code", lambda: pickle.dumps(f.__code__))
show("frame", lambda: pickle.dumps(sys._getframe()))
class Slots: __slots__=("a",)
show("slots0", lambda: pickle.dumps(Slots(),0))
