n = 2**53 - 1
for step in range(4):
    print(n + step, n - step, -n - step, (n + step) * 3)
print(n * n, n * -n)
print(n + 1 == 2**53, n + 2 == 2**53 + 1, n + 2 == 2**53)
print(94906267 * 94906267)
x = 1
for _ in range(70):
    x *= 2
print(x)
while x > 2**50:
    x //= 2
print(x, x + 0.5)
