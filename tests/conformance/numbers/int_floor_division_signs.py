for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b))
print(0 // -5, 0 % -5)
print(-1 // 10**20, -1 % 10**20)
print(10**20 // -3, 10**20 % -3)
print(2**53 // -1, -(2**53) % 7)
