# __del__ is called when a collection finds that nobody refers to the object any more.
import gc
import sys


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("released", self.name)


class Base(Resource):
    extra = "attribute of the class"

    def __del__(self):
        print(type(self).__name__, self.extra)
        super().__del__()


def use():
    first = Resource("first")
    second = Base("second")
    second.friend = first
    print(second.friend.name)


use()
gc.collect()


class Revived:
    kept = []

    def __del__(self):
        print("revived", self.value)
        Revived.kept.append(self)


def revive():
    Revived().value = 42


revive()
gc.collect()
print(Revived.kept[0].value, type(Revived.kept[0]) is Revived)


class Failing:
    def __del__(self):
        raise ValueError("in __del__")


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.object)
    print(unraisable.err_msg.split(" at 0x")[0])
    print(unraisable.exc_traceback.tb_frame.f_code.co_name)


sys.unraisablehook = hook


def fail():
    Failing()


fail()
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
