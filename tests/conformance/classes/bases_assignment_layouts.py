# Which classes may take the place of which as a base, and what is said of the others.
class A0: __slots__=()
class A1: __slots__=('a',)
class A2: pass
class A3(tuple): __slots__=()
class A4(int): __slots__=()
class A5(int): pass
class A6(str): __slots__=()
class A7(A0): __slots__=()
class A8(A0): pass
class A9(dict): __slots__=()
class A10(A0): __slots__=('__weakref__',)
L=[object,tuple,int,dict,A0,A1,A2,A3,A4,A5,A6,A7,A8,A9,A10]
for a in L:
    for b in L:
        try:
            class X(a): __slots__=()
            X.__bases__=(b,)
            r='ok'
        except TypeError as e: r=str(e)
        print(a.__name__,b.__name__,r)
