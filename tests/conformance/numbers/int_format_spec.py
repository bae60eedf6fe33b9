n = 1234567
for spec in ("", "d", ",", "_", "x", "X", "#x", "o", "#o", "b", "#b", "_b", "_x", "+", " ", "-", "12", "<12", ">12", "^12", "=+12", "012", "*^15,", "e", ".2f", "g", "%", "n", "c", "#_x"):
    try:
        print(repr(spec), repr(format(n if spec != "c" else 97, spec)))
    except (ValueError, OverflowError) as error:
        print(repr(spec), error)
print(format(-42, "08"), format(-42, "#010x"), format(-42, "x=+10d"), format(2**70, ","))
for spec in (".3d", "s", "z", "q", "c", "+c", ",x"):
    try:
        print(format(n * 1000, spec))
    except (ValueError, OverflowError) as error:
        print(repr(spec), type(error).__name__, error)
