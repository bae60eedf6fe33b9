from contextlib import ExitStack, chdir, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b"):
    print(a)
with tag("c"):
    raise ValueError("swallowed")
try:
    with tag("d"):
        raise KeyError("passes")
except KeyError as error:
    print("outer", error)


@tag("decorator")
def decorated(x):
    return x * 2


print(decorated(2), decorated(3))


@contextmanager
def broken(n):
    for _ in range(n):
        yield


for n in (0, 2):
    try:
        with broken(n):
            pass
    except RuntimeError as error:
        print(error)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
print("suppressed")
out = io.StringIO()
with redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()))


class Closeable:
    def close(self):
        print("closed")


with closing(Closeable()) as c, nullcontext(5) as five:
    print(five)
with ExitStack() as stack:
    stack.callback(print, "callback", end="!\n")
    x = stack.enter_context(tag("stacked"))
    stack.push(lambda *exc: print("pushed", exc[0]) or True)
    print(x)
    raise ValueError("eaten by pushed")
with ExitStack() as stack:
    stack.callback(print, "moved")
    saved = stack.pop_all()
print("not yet")
saved.close()


@contextmanager
def replaces():
    try:
        yield
    except ValueError:
        raise TypeError("replaced")


try:
    with replaces():
        raise ValueError("original")
except TypeError as error:
    print(error, repr(error.__context__))
