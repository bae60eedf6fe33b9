import math as let
from math import floor as constructor, ceil as __proto__
import string as toString, textwrap as hasOwnProperty

print(let.sqrt(4), constructor(1.5), __proto__(1.5), toString.digits, hasOwnProperty.dedent("  x"))
for var in range(2):
    for function in "ab":
        print(var, function, end=";")
print()
with open(__file__) as this:
    print(this.readline().strip())
try:
    raise KeyError("k")
except KeyError as new:
    print(new)
match {"constructor": 1, "x": 2}:
    case {"constructor": prototype, **arguments}:
        print(prototype, arguments)
if (typeof := 5) > 3:
    print(typeof)
lambda_with = lambda this, *arguments, new=1, **let: (this, arguments, new, let)
print(lambda_with(1, 2, new=3, void=4))
