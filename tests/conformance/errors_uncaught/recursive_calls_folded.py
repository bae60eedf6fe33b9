def count(n):
    if n == 0:
        raise ValueError("reached zero")
    count(n - 1)


count(10)
