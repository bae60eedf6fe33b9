# __builtins__ may be any mapping, and names are looked up in it; anything else fails when a name is needed.
import types

Proxy = types.MappingProxyType
code = compile("superglobal", "test", "eval")
print(eval(code, {"__builtins__": Proxy({"superglobal": 1})}))
sources = "superglobal", "import foo.bar", "class A: pass", "x.__reduce__()", "y.__reduce__()"
for builtins in Proxy({}), 123, None, [], {}:
    for source in sources:
        try:
            exec(source, {"__builtins__": builtins, "x": iter([1, 2]), "y": [].append})
        except Exception as error:
            print(type(builtins).__name__, source, type(error).__name__, error, sep=" | ")

space = {
    "__builtins__": Proxy({"iter": iter, "__import__": lambda *args: args, "getattr": 5}),
    "x": iter([1, 2]),
    "y": [].append,
}
print(eval("x.__reduce__()", space), eval("y.__reduce__()", space))
exec("import foo.bar", space)
print(space["foo"][0], space["foo"][1] is space, space["foo"][3:])
exec("def g(): return iter", space)
print(space["g"]() is iter, type(space["g"].__builtins__))
exec("def h(frame): return frame().f_builtins", space)
print(type(space["h"](__import__("sys")._getframe)))
