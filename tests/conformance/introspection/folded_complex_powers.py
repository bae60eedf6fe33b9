# Powers that are complex are folded, with the value that they have at run time.
for source in (
    "(-1)**1.5",
    "(-8)**(1/3)",
    "1j**1j",
    "2**1j",
    "2.5**(1+1j)",
    "(-2.5)**2.5",
    "(-3)**-1.5",
    "0j**1.5",
    "0**1j",
    "(-1e300)**1.7",
    "1j**101",
    "(-1)**0.5j",
):
    code = compile(source, "<source>", "eval")
    try:
        value = eval(code)
    except ArithmeticError as error:
        value = error
    print(source, code.co_consts, repr(value))
