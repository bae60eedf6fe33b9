# Whatever a number can't be made of is named in bytes; str says what went wrong.
for value in [{}, "x", None, 10**400, b"1", 2, True]:
    for template in [b"%.1e", b"%f", b"%g", "%f"]:
        try:
            print(template % (value,))
        except Exception as error:
            print(type(error).__name__, error)
