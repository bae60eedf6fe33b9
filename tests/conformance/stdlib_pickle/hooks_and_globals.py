# New in 3.14: messages
import copyreg
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


class Base:
    pass


class R:
    def __init__(self, r):
        self.r = r

    def __reduce__(self):
        return self.r


copyreg.add_extension("__main__","Base",0xf0)
show("ext", lambda: pickle.dumps(Base,2)); show("ext", lambda: pickle.loads(pickle.dumps(Base,2)))
copyreg.remove_extension("__main__","Base",0xf0); copyreg.add_extension("__main__","Base",0xf0f0)
show("ext", lambda: pickle.dumps(Base,2)); show("ext", lambda: pickle.dumps(Base,1))
copyreg.remove_extension("__main__","Base",0xf0f0); copyreg.add_extension("__main__","Base",0xf0f0f0)
show("ext", lambda: pickle.dumps(Base,4))
class Nest:
    class In:
        def m(self): pass
        class Deep: pass
for proto in range(6):
    show(("nested",proto), lambda: pickle.dumps(Nest.In.Deep,proto)); show(("nested",proto), lambda: pickle.loads(pickle.dumps(Nest.In.Deep,proto)))
    show(("m",proto), lambda: pickle.dumps(Nest.In().m.__func__,proto))
    show(("str.join",proto), lambda: pickle.dumps(str.join,proto))
    show(("dict.fromkeys",proto), lambda: pickle.dumps(dict.fromkeys,proto))
    show(("[].append",proto), lambda: pickle.dumps([].append,proto))
class É: pass
for proto in range(6): show(("nonascii",proto), lambda: pickle.dumps(É,proto))
class Pers(pickle.Pickler):
    def persistent_id(self, o): return "é" if o==1 else (7 if o==2 else None)
class UPers(pickle.Unpickler):
    def persistent_load(self, i): return ("pers",i)
for proto in range(6):
    for o in ([1],[2],[3]):
        f2=io.BytesIO()
        show(("pers",proto), lambda: (Pers(f2,proto).dump(o), f2.getvalue(), UPers(io.BytesIO(f2.getvalue())).load()))
class RO(pickle.Pickler):
    def reducer_override(self, o):
        if o is Base: return int,()
        if isinstance(o,Base): return "Base2"
        return NotImplemented
for o in (Base,[Base,5],Base()):
    f2=io.BytesIO(); show(("ro",), lambda: (RO(f2,4).dump(o), f2.getvalue()))
class DT(pickle.Pickler):
    dispatch_table={Base: lambda o: (int,())}
f2=io.BytesIO(); show("dt", lambda: (DT(f2,4).dump([Base(),R((int,()))]), f2.getvalue(), DT(f2).dispatch_table.__len__()))
p=pickle.Pickler(f2:=io.BytesIO(),4); p.dispatch_table={Base: lambda o: (float,())}
show("dt", lambda: (p.dump([Base()]), f2.getvalue()))
p=pickle.Pickler(f2:=io.BytesIO(),4); p.persistent_id=lambda o: 5 if o==3 else None
show("pid", lambda: (p.dump([3,4]), f2.getvalue()))
u=pickle.Unpickler(io.BytesIO(f2.getvalue())); u.persistent_load=lambda i: ("x",i)
show("pl", lambda: u.load())
u=pickle.Unpickler(io.BytesIO(f2.getvalue()+b"N."))
show("pl", lambda: u.load())
f2=io.BytesIO(pickle.dumps(1)+pickle.dumps([2])+b"rest"); u=pickle.Unpickler(f2)
show("multi", lambda: (u.load(), u.load(), f2.read()))
class Seq(list): pass
class Mp(dict): pass
class St(set): pass
s=Seq([1,2]); s.x=1; m=Mp(a=1); m.y=2; st=St([1]); st.z=3
for proto in range(6): show(("sub",proto), lambda: [pickle.dumps(o,proto) for o in (s,m,st)]); show(("sub",proto), lambda: [(o,o.__dict__) for o in pickle.loads(pickle.dumps([s,m,st],proto))])
class NA:
    def __new__(cls,a,*,b): o=object.__new__(cls); o.ab=(a,b); return o
    def __getnewargs_ex__(self): return (1,),{"b":2}
for proto in range(2,6): show(("na",proto), lambda: pickle.dumps(NA(1,b=2),proto)); show(("na",proto), lambda: pickle.loads(pickle.dumps(NA(1,b=2),proto)).ab)
class SS:
    def __init__(self): self.a=1
    def __getstate__(self): return 0
    def __setstate__(self,s): self.s=s
show("ss", lambda: pickle.loads(pickle.dumps(SS())).__dict__)
class E(Exception):
    def __init__(self,a,b): super().__init__(a); self.b=b
show("exc", lambda: pickle.loads(pickle.dumps(E(1,2))))
class W:
    def __init__(self): self.d=[]
    def write(self,b): self.d.append((type(b).__name__,len(b)))
w=W(); pickle.dump([b"x"*70000,"y"*70000,bytearray(70000),list(range(40000))],w,5); print(w.d)
w=W(); pickle.dump([b"x"*70000,"y"*70000,bytearray(70000),list(range(40000))],w,3); print(w.d)

