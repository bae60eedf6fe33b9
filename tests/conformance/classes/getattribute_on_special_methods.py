class A:
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __len__(self):
        return 3

    def __call__(self):
        return "called"

    def method(self):
        return "method"


a = A()
print(len(a))
print(a())
print(a.method())
print(a.__len__())
print(bool(a))
type(a).__len__ = lambda self: 0
print(bool(a), len(a))
try:
    a.nope
except AttributeError as error:
    print(error)
print(hasattr(a, "method"))
