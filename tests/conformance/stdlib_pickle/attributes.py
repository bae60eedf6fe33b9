# New in 3.14: messages
import io
import pickle
import re


def show(label, make):
    try:
        text = ascii(make())
    except BaseException as error:
        context = type(error.__context__).__name__
        text = f"{type(error).__name__} {ascii(str(error))} {getattr(error, '__notes__', None)} {context}"
    print(label, "|", re.sub("0x[0-9a-f]+", "0x", text))


class UnP(pickle.Unpickler):
    def __init__(self): pass
class Pk(pickle.Pickler):
    def __init__(self): pass
show("noinit", lambda: UnP().load())
show("noinit", lambda: Pk().dump(1))
show("Pickler()", lambda: pickle.Pickler())
show("Pickler(5)", lambda: pickle.Pickler(5))
show("Unpickler(5)", lambda: pickle.Unpickler(5))
p=pickle.Pickler(io.BytesIO())
show("memo", lambda: setattr(p,"memo",5))
show("memo", lambda: setattr(p,"memo",{1:2}))
show("memo", lambda: delattr(p,"memo"))
show("dt", lambda: p.dispatch_table)
show("fast", lambda: p.fast)
show("bin", lambda: p.bin)
show("pid", lambda: p.persistent_id(5))
show("foo", lambda: setattr(p,"foo",5))
u=pickle.Unpickler(io.BytesIO(b"N."))
show("umemo", lambda: setattr(u,"memo",5))
show("umemo", lambda: setattr(u,"memo",{-1:2}))
show("umemo", lambda: setattr(u,"memo",{'a':2}))
show("pl", lambda: u.persistent_load(5))
show("fc", lambda: u.find_class("os","nosuch"))
show("fc", lambda: u.find_class("os",5))
show("fc", lambda: u.find_class(5,"a"))
p.fast=1
l=[]; l.append(l)
def fastdump(): p.dump(l)
try: fastdump()
except BaseException as e: print(type(e).__name__, str(e).split(" at ")[0])
