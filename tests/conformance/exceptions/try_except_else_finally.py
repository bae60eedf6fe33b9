def run(action):
    try:
        print("try")
        result = action()
    except ZeroDivisionError as error:
        print("except ZeroDivisionError:", error)
        return "from except"
    except (KeyError, IndexError) as error:
        print("except lookup:", repr(error))
    except Exception:
        print("except any")
        raise
    else:
        print("else", result)
        return "from else"
    finally:
        print("finally")
    return "after"


print(run(lambda: 1))
print(run(lambda: 1 / 0))
print(run(lambda: {}["k"]))
print(run(lambda: [][1]))
try:
    run(lambda: int("x"))
except ValueError as error:
    print("outer", error)
try:
    try:
        1 / 0
    finally:
        print("cleanup")
except ArithmeticError as error:
    print(type(error).__name__)
try:
    pass
except:
    print("never")
else:
    print("else only")
try:
    raise KeyboardInterrupt
except Exception:
    print("not caught here")
except BaseException as error:
    print("base", repr(error))
