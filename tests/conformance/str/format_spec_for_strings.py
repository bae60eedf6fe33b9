for spec in ("", "s", "10", "<10", ">10", "^10", "*^9", ".2", "6.2", "010", "é>5", ">3", "😀^7"):
    print(repr(spec), repr(format("hello", spec)))
for spec in ("d", "=10", "+", ",", "#", " ", "x", ".2f", "_", "10.5.2"):
    try:
        print(format("hello", spec))
    except ValueError as error:
        print(repr(spec), error)
try:
    format("a", 5)
except TypeError as error:
    print(error)
try:
    format(object(), "x")
except TypeError as error:
    print(error)
