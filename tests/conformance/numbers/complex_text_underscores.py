# Underscores that are not between digits have a message of their own.
for text in ["1__0", "1_0", "_1", "1_", "1_j", "x", "1_0x", "1_x", "1_0+2_0j", "\ud800"]:
    try:
        print(complex(text))
    except ValueError as error:
        print(error)
