class Enter:
    def __init__(self, name, fail=None):
        self.name, self.fail = name, fail

    def __enter__(self):
        if self.fail == "enter":
            raise ValueError(f"enter {self.name}")
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, repr(value))
        if self.fail == "exit":
            raise OSError(f"exit {self.name}")


try:
    with Enter("a"), Enter("b", "enter"), Enter("c"):
        print("never")
except ValueError as error:
    print(error)
try:
    with Enter("a"), Enter("b", "exit"):
        print("body")
except OSError as error:
    print(error, repr(error.__context__))
try:
    with Enter("a", "exit"), Enter("b", "exit"):
        raise KeyError("body")
except OSError as error:
    print(error, repr(error.__context__), repr(error.__context__.__context__))
try:
    with Enter("a") as (x, y):
        print("never")
except TypeError as error:
    print(error)
