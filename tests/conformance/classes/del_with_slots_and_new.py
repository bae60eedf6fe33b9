# __del__ where attributes are in slots, where __new__ and __class__ do something, and where the class gets it later.
import gc


class Slots:
    __slots__ = ("a", "b")
    def __del__(self):
        print("slots", self.a, hasattr(self, "b"))

def slots():
    s = Slots()
    s.a = [1]
    s.a.append(2)
    s.b = 4
    del s.b
slots()
gc.collect()

class SlotsOfMany(Slots):
    __slots__ = tuple("cdefgh")
    def __del__(self):
        print(self.c, self.h)
        super().__del__()
def many():
    s = SlotsOfMany()
    for n in "abcdefgh": setattr(s, n, n * 2)
many()
gc.collect()

class Made(list):
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.first = args
        return made
    def __init__(self, *args):
        self.extend(args)
    def __del__(self):
        print("made", self.first, self[:], len(self))
def make(): Made(1, 2)
make()
gc.collect()

class Changed(list): pass
class Into(list):
    def __del__(self):
        print("as", type(self).__name__, *self)
def change():
    x = Into([1])
    x.__class__ = Changed
    x.__class__ = Into
change()
gc.collect()

class Later(dict): pass
Later.__del__ = lambda self: print("later", *self.items())
def later(): Later(a=1)
later()
gc.collect()

class Kept(list):
    kept = []
    def __del__(self):
        Kept.kept.append(self)
def keep(): Kept("ab")
keep()
gc.collect()
print(Kept.kept[0], type(Kept.kept[0]).__name__, Kept.kept[0] == ["a", "b"])
Kept.kept.clear()
gc.collect()
print(len(Kept.kept))
