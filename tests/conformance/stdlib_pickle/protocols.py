# New in 3.14: protocol 5 is the default
import pickle
class A:
    def __init__(s): s.x=1; s.y="é"; s.z=[s]
class P:
    __slots__=("a","b")
import collections, datetime, decimal, fractions
a=A(); p=P(); p.a=5
t=(1,[2]); l=[]; l.append((l,)); 
obj=[None,True,False,1,-1,255,256,65535,65536,2**31,-2**31,2**63,-2**63,2**100,-(2**100),1.5,float('inf'),"","abc","é","\U0001f600","\ud800",b"",b"abc",bytearray(b"x"),(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],{},{1:2},{1:2,3:4},set(),{1},frozenset([1]),a,collections.Counter("aab"),collections.defaultdict(list,{1:[2]}),datetime.datetime(2020,1,1),decimal.Decimal("1.5"),fractions.Fraction(1,3),len,int,print,type(None),type(...),type(NotImplemented),NotImplemented,...,range(5),slice(1,2),1j,Exception("x"),collections.deque([1,2])]
import hashlib
for proto in range(6):
    s=pickle.dumps(obj,proto)
    r=pickle.loads(s)
    print(r[:36]==obj[:36], repr(r[38].__dict__.keys()), r[38].z[0] is r[38])
    r2=pickle.loads(pickle.dumps(l,proto)); print(r2[0][0] is r2)
    if proto>=2: print(pickle.loads(pickle.dumps(p,proto)).a)
    for o in obj:
        print(proto, ascii(o) if not isinstance(o,A) else "A", ascii(pickle.dumps(o,proto)))
big=list(range(3000)); s=pickle.dumps([big,"x"*70000,b"y"*70000,dict.fromkeys(big), set(big)]); print(len(s),hashlib.md5(s).hexdigest()); print(pickle.loads(s)[3]==dict.fromkeys(big))
