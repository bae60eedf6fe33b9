# What complex numbers may be filled with.
for s in ('0<10','0=10','=10','010','*=010','<010','*<010','0^12.2f','=010'):
    try: print(s, format(1+2j,s))
    except ValueError as e: print(s, e)
