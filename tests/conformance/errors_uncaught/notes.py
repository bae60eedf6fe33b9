try:
    raise TypeError("bad type")
except TypeError as error:
    error.add_note("It happened in row 7.")
    error.add_note("Line one\nLine two")
    raise
