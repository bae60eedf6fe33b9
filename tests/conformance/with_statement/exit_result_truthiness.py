class M:
    def __init__(self, result):
        self.result = result

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return self.result


class Truthless:
    def __bool__(self):
        raise RuntimeError("asked for truth")


for result in (True, 1, "x", [0], None, 0, "", []):
    try:
        with M(result):
            raise KeyError("k")
        print("swallowed", repr(result))
    except KeyError:
        print("propagated", repr(result))
with M(Truthless()):
    print("not asked without an exception")
try:
    with M(Truthless()):
        raise KeyError("k")
except RuntimeError as error:
    print(error, repr(error.__context__))
