expression = "1 + missing"
print(eval("1 + 1"))
print(eval(expression))
