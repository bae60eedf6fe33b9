# New in 3.14: messages
import traceback

try:
    try:
        raise ValueError("bad input")
    except ValueError as error:
        error.add_note("while reading line 3")
        error.add_note("second\nmultiline note")
        raise
except ValueError as error:
    print(error.__notes__)
    print("".join(traceback.format_exception_only(error)), end="")
e = ValueError("x")
print(hasattr(e, "__notes__"))
for bad in (5, None):
    try:
        e.add_note(bad)
    except TypeError as error:
        print(error)
e.__notes__ = ["assigned", 5]
print("".join(traceback.format_exception_only(e)), end="")
e.__notes__ = "not a list"
print("".join(traceback.format_exception_only(e)), end="")
