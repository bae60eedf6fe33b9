def catch(function):
    try:
        function()
    except BaseException as error:
        return error


k = catch(lambda: {}["key"])
print(str(k), repr(k), k.args, str(KeyError("it's")), str(KeyError()), str(KeyError(1, 2)))
n = catch(lambda: undefined_thing)
print(n.name, n.args)
a = catch(lambda: (5).foo)
print(a.name, a.obj, a.args)
i = catch(lambda: __import__("no_such_module_xyz"))
print(type(i).__name__, i.name, i.path, i.msg, i.args)
s = catch(lambda: exec("x = = 1", {}))
print(type(s).__name__, s.msg, s.lineno, s.offset, s.end_lineno, s.end_offset, repr(s.text), s.filename, s.args)
o = FileNotFoundError(2, "No such file", "name.txt")
print(o, o.errno, o.strerror, o.filename, o.args, repr(o), OSError("only"), OSError(5, "text", "f1", None, "f2"))
u = catch(lambda: "é".encode("ascii"))
print(u.encoding, u.object, u.start, u.end, u.reason)
e = SystemExit(3)
print(e.code, SystemExit().code, SystemExit("msg").code, SystemExit(1, 2).code, repr(e))
st = StopIteration(5)
print(st.value, ImportError("m", name="n", path="p").name, UnicodeTranslateError("abc", 1, 2, "why"))
print(repr(OverflowError("x")), str(AssertionError()), repr(NotImplementedError()), [ValueError("q")], f"{ValueError('z')}", "%s" % ValueError(1, 2), str(ValueError(None)), str(ValueError("")))
