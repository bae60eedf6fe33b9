name, n, x = "Ann", 5, 3.14159
items = {"key": [1, 2, 3]}
print(f"{name} {n + 1} {x * 2} {items['key'][1]} {name.upper()!r} {len(name)}")
print(f"{'nested ' + f'{n}'} {(lambda v: v * 2)(n)} {[i for i in range(3)]} { {'a': 1}['a'] } {{literal}} {n}{name}")
print(f"{n if n > 3 else 'small'} {n == 5} {not n} {n, name} {*[1, 2], 3} {(y := n * 2)} {y}")
print(f"multi {
    n +
    1
} line", F"{n}", fr"raw\n{n}", rf"{n}\t", f'''triple {
n}''')
print(f"a" "b{n}" f"{n}", "x{n}" f"{n}", f"", f"{''}")
print(f"{'a' 'b'} {"same quotes"} {f"{f"{1}"}"} {"\n".join(["x", "y"])}")
