def positive(n):
    assert n > 0, f"expected a positive number, got {n}"
    return n


positive(1)
assert positive(2) == 2
positive(-1)
