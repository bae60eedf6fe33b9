name = input("name? ")
age = int(input())
print(f"{name} is {age}")
print(repr(input(5)))
import sys

print(repr(sys.stdin.readline()), sys.stdin.read(3), list(sys.stdin))
try:
    input("more? ")
except EOFError as error:
    print(error)
