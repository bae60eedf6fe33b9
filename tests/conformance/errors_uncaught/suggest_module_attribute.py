import math

print(math.squrt(4))
