# __buffer__ and __release_buffer__ (PEP 688), of built-in types and of classes.
import array
import collections.abc
import inspect
import io


def shown(function):
    try:
        result = function()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(bytes(result) if isinstance(result, memoryview) else result)


data = bytearray(b"abc")
for lender in (data, array.array("b", [1]), memoryview(b"abc"), io.BytesIO(b"abc").getbuffer()):
    view = lender.__buffer__(inspect.BufferFlags.SIMPLE)
    print(type(lender).__name__, view.readonly, bytes(view))
    shown(lambda: lender.__release_buffer__(view))
    shown(lambda: lender.__release_buffer__(view))
    shown(lambda: view[0])
    shown(lambda: lender.__release_buffer__(memoryview(b"abc")))
    shown(lambda: lender.__release_buffer__(5))
shown(lambda: data.append(1))
shown(lambda: b"abc".__buffer__(inspect.BufferFlags.WRITABLE))
shown(lambda: hasattr(b"", "__release_buffer__"))

view = data.__buffer__(0)
onwards = memoryview(view)
shown(lambda: data.append(2))
shown(lambda: data.__release_buffer__(view))
onwards.release()
shown(lambda: data.__release_buffer__(view))
shown(lambda: data.append(3))


class Lender:
    def __buffer__(self, flags):
        print("lent")
        return memoryview(data)

    def __release_buffer__(self, view):
        print("given back", bytes(view))
        view.release()


shown(lambda: isinstance(Lender(), collections.abc.Buffer))
for use in (bytes, bytearray, lambda x: b"".join([x, b"z"]), lambda x: b"a" + x, lambda x: data == x):
    shown(lambda: use(Lender()))
with memoryview(Lender()) as view:
    part = view[1:]
    print(bytes(view), bytes(part))
part.release()
shown(lambda: data.append(4))


class Counted(bytearray):
    def __buffer__(self, flags):
        print("asked")
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        print("released")
        super().__release_buffer__(view)


counted = Counted(b"hello")
with memoryview(counted) as view:
    shown(lambda: counted.append(1))
    print(bytes(view))
shown(lambda: counted.append(1))


class Asked(bytearray):
    def __buffer__(self, flags):
        return super().__buffer__(flags)


asked = Asked(b"hello")
with memoryview(asked) as view:
    shown(lambda: asked.append(1))
shown(lambda: asked.append(1))


class No:
    def __buffer__(self, flags):
        return 5


shown(lambda: memoryview(No()))


class Fails:
    def __buffer__(self, flags):
        return memoryview(b"g")

    def __release_buffer__(self, view):
        raise ValueError("in release")


memoryview(Fails()).release()
