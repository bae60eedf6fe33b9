def run(error):
    try:
        try:
            raise error
        except* ValueError as g:
            print("values", repr(g))
        except* (TypeError, KeyError) as g:
            print("types", repr(g))
        else:
            print("else")
        finally:
            print("finally")
        print("done")
    except BaseException as escaped:
        print("escaped", repr(escaped))


run(ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)]))
run(ExceptionGroup("g", [ValueError(1), OSError(2)]))
run(ValueError("naked"))
run(OSError("naked and unhandled"))
run(ExceptionGroup("outer", [ExceptionGroup("inner", [KeyError(1), OSError(2)]), ValueError(3)]))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise RuntimeError("from handler")
    except* KeyError as g:
        raise
except BaseExceptionGroup as g:
    print(repr(g))
    print(repr(g.exceptions[0].__context__))
try:
    pass
except* ValueError:
    print("never")
else:
    print("else")
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
for source in ("try: pass\nexcept*: pass", "try: pass\nexcept* A: pass\nexcept B: pass", "for i in x:\n try: pass\n except* A: break", "def f():\n try: pass\n except* A: return", "try: pass\nexcept A: pass\nexcept* B: pass"):
    try:
        compile(source, "<case>", "exec")
    except SyntaxError as error:
        print(error.msg)
