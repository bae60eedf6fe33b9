# A view of nothing is not cast to a shape, whatever the shape.
for arguments in [("B", 5), ("B", [0]), ("B", None), ("B",), ("H", [1])]:
    for view in [memoryview(b""), memoryview(b"ab")]:
        try:
            print(view.cast(*arguments).tolist())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
