value = "global"


def outer():
    value = "outer"

    def inner():
        nonlocal value
        value = "changed by inner"

        def deepest():
            global value
            value = "changed by deepest"
            return value

        return deepest()

    print(inner(), value)
    return value


print(outer(), value)


def make_global():
    global created
    created = 5


make_global()
print(created)


def delete_global():
    global created
    del created


delete_global()
try:
    created
except NameError as error:
    print(error)
for source in ("def f():\n nonlocal x", "nonlocal x", "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f(x):\n nonlocal x", "def f():\n global x\n nonlocal x", "class A:\n nonlocal x"):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "ok")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
