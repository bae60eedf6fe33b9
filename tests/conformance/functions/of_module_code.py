# A function made of the code of a module uses its globals as its namespace, from wherever it is called.
import ast
import types

space = {}
function = types.FunctionType(compile("a = 1; b = a + 1; del a", "test", "exec"), space)
print(function(), space)


def caller():
    for _ in range(100):
        function()


caller()
print(list(map(lambda f: f(), [function])), space)
try:
    function(1)
except TypeError as error:
    print(error)

async def five():
    return 5


code = compile("x = await five()", "test", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
space = {"five": five}
try:
    types.FunctionType(code, space)().send(None)
except StopIteration:
    print(space["x"])
