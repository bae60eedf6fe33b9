import sys

print(sys.get_int_max_str_digits())
big = 10**5000
try:
    str(big)
except ValueError as error:
    print(error)
try:
    int("1" * 5000)
except ValueError as error:
    print(error)
print(len(hex(big)))
sys.set_int_max_str_digits(0)
print(len(str(big)))
sys.set_int_max_str_digits(4300)
