# What %c says of values that are no characters.


class Index:
    def __init__(self, result):
        self.result = result

    def __index__(self):
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


for value in (Index(65), Index(3.5), Index(TypeError("mine")), Index(ValueError("mine")), Index(-1), 1.5, "", "ab", None, int):
    try:
        print("%c" % value)
    except Exception as error:
        print(type(error).__name__, error)
    try:
        print(b"%c" % value)
    except Exception as error:
        print(type(error).__name__, error)
