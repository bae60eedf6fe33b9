import array
A=array.array
for c in 'bBhHiqQfdw':
    a=A(c)
    for v in (2**70, -2**70, 300, -1, 40000,-40000, 2**63,2**64, 1.5, 'x', 'xy', b'x', None):
        try: a.append(v); r=a[-1]
        except BaseException as e: r=(type(e).__name__, str(e))
        print(c, a.itemsize, repr(v), r)
