import _namespace.part

print(_namespace.part.VALUE, _namespace.__name__, hasattr(_namespace, "__file__") and _namespace.__file__, len(list(_namespace.__path__)), repr(_namespace).split(" from")[0])
from _namespace import part
from _namespace.inner import deep

print(part.VALUE, deep.VALUE)
