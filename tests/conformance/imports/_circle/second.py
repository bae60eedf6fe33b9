print("second starts")
from _circle import first

NAME = "second"
print("second sees NAME:", hasattr(first, "NAME"))


def first_name():
    return first.NAME
