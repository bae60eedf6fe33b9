n = 17
n += 3; print(n)
n -= 5; print(n)
n *= 4; print(n)
n //= 7; print(n)
n **= 3; print(n)
n %= 100; print(n)
n <<= 4; print(n)
n >>= 2; print(n)
n |= 0xF0; print(n)
n &= 0xFF; print(n)
n ^= 0x55; print(n)
n /= 4; print(n)
n += 1; n -= 0.5; print(n)
t = (1, 2); u = t
t += (3,)
print(t, u)
s = "ab"
s *= 3
s += "!"
print(s)
xs = [1]; ys = xs
xs += (2, 3)
xs *= 2
print(xs, ys is xs)
