print("first starts")
from _circle import second

NAME = "first"
print("first ends")
