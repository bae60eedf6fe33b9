# The text is encoded before it is read.
for text in ["\ud800", "é", "١", "0x1p3"]:
    try:
        print(float.fromhex(text))
    except ValueError as error:
        print(type(error).__name__, error)
