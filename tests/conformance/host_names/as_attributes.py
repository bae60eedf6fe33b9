class A:
    constructor = "class constructor"

    def toString(self):
        return "toString method"

    def __init__(self):
        self.prototype = 1
        self.__proto__ = 2
        self.hasOwnProperty = 3


a = A()
print(a.constructor, a.toString(), a.prototype, a.__proto__, a.hasOwnProperty, sorted(vars(a)))
a.constructor = "instance"
a.valueOf = 5
a.length = 6
a.name = 7
a.arguments = 8
a.caller = 9
a.call = 10
a.then = 11
print(a.constructor, a.valueOf, a.length, a.name, a.arguments, a.caller, a.call, a.then, A.constructor)
del a.constructor, a.__proto__
print(a.constructor, hasattr(a, "__proto__"), list(vars(a)))


class Empty:
    pass


e = Empty()
for name in ("constructor", "__proto__", "toString", "hasOwnProperty", "prototype", "valueOf", "length", "name", "isPrototypeOf", "__defineGetter__", "__lookupGetter__", "toJSON", "then", "call", "apply", "bind"):
    found = [hasattr(e, name), hasattr(Empty, name), hasattr(5, name), hasattr("s", name), hasattr([], name), hasattr({}, name), hasattr(print, name), hasattr(None, name), hasattr(lambda: 0, name)]
    if any(found):
        print(name, found)
try:
    e.constructor
except AttributeError as error:
    print(error)
try:
    Empty.prototype
except AttributeError as error:
    print(error)
print(getattr(e, "toString", "default"), e.__dict__)
setattr(Empty, "__proto__", "set on class")
print(e.__proto__, Empty.__proto__)
