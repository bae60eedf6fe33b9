# Equal code objects have equal hashes, and what makes them unequal shows in the hash.
def make():
    return (lambda x, y, *, z=1, w=1: 1).__code__


code = make()
print(code == make(), hash(code) == hash(make()))
for change in (
    {"co_firstlineno": code.co_firstlineno + 1},
    {"co_posonlyargcount": 1},
    {"co_name": "other"},
    {"co_flags": code.co_flags | 0x20},
):
    other = code.replace(**change)
    print(*change, code == other, hash(code) == hash(other))
