# New in 3.14: functools.Placeholder
from functools import Placeholder, partial

divide = partial(divmod, Placeholder, 3)
print(divide(10), divide.args)
say = partial("{}-{}".format, Placeholder, "b")
print(say("a"))
try:
    say()
except TypeError as error:
    print(error)
try:
    partial(divmod, 1, Placeholder)
except TypeError as error:
    print(error)
