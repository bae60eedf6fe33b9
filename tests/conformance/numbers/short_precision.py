# A precision of one digit leaves none for ".0": the exponent form.
for v in (2.0, 2, 2.5, 12.0, 0.0, 99.5, 1e16, 123456.0, 0.0001, 0.00001, 2+1j, 6-1.5j, 9.96, -0.0, 1e22, 95.0):
    for spec in ('.1','.2','.3','+.1','.0','12.1','#.1','#.2','.1g','#.1g','.1n', 'z.1', '_.1', ',.2', '.17', '.16', '#', '#10', '+#,'):
        try: print(v, spec, repr(format(v, spec)))
        except ValueError as e: print(v, spec, e)
for v in (10**25, -(10**25), -1, 0x110000):
    for convert in (lambda v: format(v, "c"), lambda v: "%c" % v):
        try:
            convert(v)
        except OverflowError as e:
            print(e)
