print(7 / 2, 6 / 3, -7 / 2, 1 / 3)
print(10**30 / 10**29, 10**400 / 10**399)
print(2**53 / 3, (2**53 + 1) / 1)
print(1 / 10**400, 123456789012345678901234567890 / 987654321)
try:
    print(10**400 / 3)
except OverflowError as error:
    print(error)
print(True / 2, 0 / 5, 0 / -5)
