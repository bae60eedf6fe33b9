# Code objects with other parts: their hashes differ, and an unknown instruction is an error.
def function():
    pass


code = function.__code__
print(hash(code) == hash(code.replace()))
print(hash(code) == hash(code.replace(co_firstlineno=100)))

both = (lambda x, y, *, z=1, w=1: 1).__code__
swapped = both.replace(co_posonlyargcount=2, co_kwonlyargcount=0)
print(both == swapped, hash(both) == hash(swapped))

function.__code__ = code.replace(co_code=b"\xe5" + code.co_code[1:])
try:
    function()
except SystemError as error:
    print(str(error).rpartition(": ")[2])
