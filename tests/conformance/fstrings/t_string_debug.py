# New in 3.14: template strings (PEP 750)
# `=` puts the text of the expression into the string before, and converts with repr unless there is a specification.
x = "é"
for t in [t"{x=}", t"{x = }", t"a{x=}b", t"{x=!s}", t"{x=!r}", t"{x=:>5}", t"{x=!a:>5}", t"{ x  = :{5}}", t"{x=}{x=}"]:
    print(t.strings, [(i.expression, i.conversion, i.format_spec) for i in t.interpolations])
