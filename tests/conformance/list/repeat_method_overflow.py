# `*` and the methods behind it raise OverflowError for a count beyond 64 bits, indexing raises IndexError.
for sequence in ["a", [], (), b"", bytearray(b"a")]:
    for name in ["__mul__", "__rmul__", "__imul__", "__getitem__"]:
        try:
            print(getattr(sequence, name)(10**20))
        except Exception as error:
            print(type(sequence).__name__, name, type(error).__name__, error)
