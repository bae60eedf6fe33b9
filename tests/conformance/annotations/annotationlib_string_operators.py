# New in 3.14: annotationlib
# STRING gives the source of any expression back, as far as it can be seen from the operations.
import re
from annotationlib import Format, get_annotations


class C:
    add: a + b
    sub: a - 1
    radd: 1 + a
    mul: a * b @ c
    div: a / b // c % d
    power: a**-b
    shift: a << 1 >> b
    bits: a & b | c ^ ~d
    neg: -a + +b
    cmp: a < b
    le: a <= b
    eq: a == b
    ne: a != 1
    gt: a > b
    ge: a >= b
    index: a[b]
    tup: a[b, c]
    sl: a[1:b, ::2, ...]
    call: a(b, c, k=d, *e)
    attr: a.b.c[d](e)
    nested: a[b[c], {"k": d}]
    text: "quoted"
    number: 1
    complex_: 1j
    none: None
    true: True
    ell: ...
    lst: [a, b]
    tpl: (a, b)
    tpl1: (a,)
    st: {a, b}
    dct: {a: b, "x": 1}
    known: int
    union: int | str
    generic: list[int]
    mixed: list[a] | None
    strings: a["b"]
    lam: a if True else b
    starred: a[*b]
    bytes_: b"x"
    slice_known: dict[str, a][1:2]
    template: t"x{a}y{b!r:>5}"


for name, text in get_annotations(C, format=Format.STRING).items():
    print(name, "|", text)


def f(*args: *Ts, x: a.b = 1, **kw: P.kwargs) -> Callable[[a], b]: ...


print(get_annotations(f, format=Format.STRING))


def problem(expression):
    namespace = {}
    exec(f"def g(x: {expression}): ...", namespace)
    for format in (Format.STRING, Format.FORWARDREF):
        try:
            found = str(get_annotations(namespace["g"], format=format)["x"])
            print(expression, "|", re.sub(r" at 0x\w+", "", found))
        except Exception as error:
            print(expression, "|", type(error).__name__, error)


for expression in ["not a", "a and b", "a if b else c", "[x for x in a]", "f'{a}'", "f'{a:>5}'", "len(a)", "1 / 0", "a.b or c", "{**a}", "[*a]", "str(a)", "lambda: a", "a < b < c"]:
    problem(expression)
