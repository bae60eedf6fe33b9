# exec with other globals: the same code object sees each of them.
code = compile("result = [name for _ in range(40)][-1]", "<c>", "exec")
for value in [1, "two", 3.0, None]:
    space = {"name": value}
    exec(code, space)
    print(space["result"])
space = {"__builtins__": {"range": lambda n: "ab", "name": "from builtins"}}
exec(code, space)
print(space["result"])
