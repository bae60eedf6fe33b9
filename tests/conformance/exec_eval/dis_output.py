# New in 3.14: the instruction set
import dis


def f(a, b):
    if a > b:
        return a + 1
    for x in b:
        print(x)
    return None


dis.dis(f)
print([i.opname for i in dis.get_instructions(lambda x: x.y[0])])
dis.dis("x = y or z")
print(dis.stack_effect(dis.opmap["POP_TOP"]), dis.opname[dis.opmap["RETURN_VALUE"]])
