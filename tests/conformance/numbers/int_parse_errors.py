cases = [("abc",), ("",), ("12 3",), ("1__0",), ("_1",), ("1_",), ("0x1f",), ("12", 1), ("12", 37), ("9", 8), (None,), ([],), ("1.5",), (b"x",), (1, 2), ("010", 0), ("é",)]
for case in cases:
    try:
        print(case, int(*case))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for number in (float("inf"), float("nan")):
    try:
        int(number)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
