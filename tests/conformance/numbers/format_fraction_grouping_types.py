# New in 3.14: separators in fractions
# A separator for the fraction's digits is refused for "n" only; other types are judged as without it.
for spec in [".3,s", ".3_s", ".17,c", ".3_x", ".3,d", ".2,n", ".2_n", ".3,q", ",.3_x", "_.2,f", ",n", ",c"]:
    for value in ["abc", 5, 2.5, 1j]:
        try:
            print(spec, repr(value), repr(format(value, spec)))
        except ValueError as error:
            print(spec, repr(value), error)
