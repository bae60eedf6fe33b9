def f(**kwargs):
    return kwargs


for source in ["f(**{1: 3}, **{1: 5})", "f(**{1: 3})", "f(**{1: 3}, x=1)", "f(x=1, **{'x': 2})", "f(**{'x': 2}, **{'x': 3})"]:
    try:
        print(eval(source))
    except TypeError as e:
        print(source, "->", e)
