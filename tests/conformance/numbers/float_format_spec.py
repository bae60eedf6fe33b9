x = 1234.5678
for spec in ("", "f", ".2f", ".0f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "_.1f", "+.2f", " .2f", "012.2f", "<12.1f|", "^14.1f", "*>12.1f", "=+12.1f", "#.0f", "n", ".10g", "z.1f", "#g"):
    try:
        print(repr(spec), repr(format(x, spec)))
    except ValueError as error:
        print(repr(spec), error)
print(format(-0.0, "z.1f"), format(-0.04, ".1f"), format(-0.04, "z.1f"))
print(format(float("inf"), "010"), format(float("nan"), ">8"), format(float("-inf"), "F"))
print(format(1e16, ""), format(1e16, "g"), format(0.00001, ""), format(1e15, ","), format(123456789.0, ".3"))
print(f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {0.375:.2f} {1e23:.1f} {2.675:.2f}")
for spec in ("d", "x", "s", "c", "b"):
    try:
        format(x, spec)
    except ValueError as error:
        print(error)
