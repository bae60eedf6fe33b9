def f():
    s = """one
two"""
    return s, \
        len(s)


if f():
    print(f())
# end
