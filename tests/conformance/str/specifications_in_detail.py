# Separators and marks of format specifications, digits of other scripts, stars behind keys; what partition answers with.
def a(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, e)
for fmt,v in (('%(a)*d',{'a':3}),('%(a)*d',{'a':'x'}),('%(a)*d %d',{'a':3}),('%*d',{'a':3}),('%(a)s %*d',{'a':3}),('%*d',5),('%*d','x'),('%.*f',5),('%*d',(5,)),('%*d',('x',)),('%*d',()),('%(a)*d',{'a':(3,4)}),('%(a).*f',{'a':3}),('%(a)s%*s',{'a':'x'}),('%*d',[1,2]),('%d %*d',{'a':3}), ('%(a)d %d',{'a':3}), ('%(a)d %s',{'a':3}), ('%s %(a)d',{'a':3}), ('%s %s',{'a':3}), ('%(a)%',{'a':3}), ('%(a)*%',{'a':3}),('%*%',3),('%*%',(3,)),('%5%',())):
    a(lambda: fmt % v)
    a(lambda: fmt.encode() % (v if not isinstance(v,dict) else {k.encode():x for k,x in v.items()}))
for s in ('\u06634','4\u0663','.\u0663f','+_s','_s','+s',' _s','=_s','0_s','#_s','z_s','+,s','_.3s','+d_','\u0661','\uff11\uff10','\u00b2','<\u0663'):
    for v in (129,1.5,'x'): a(lambda: format(v,s))
    a(lambda: ('{:'+s+'}').format(5))
for s in (b'abcabc', bytearray(b'abcabc')):
    for sep in (b'c', memoryview(b'bc'), bytearray(b'c'), b'x', memoryview(b'x')):
        for f in (s.partition, s.rpartition):
            r=f(sep); print([type(x).__name__ for x in r], [bytes(x) for x in r], r[1] is sep)
for v in ('x', 3, 1.5):
    for s in ('_','+_',',','_.2','.2_',',s','_s', '*^+,', '.,'):
        try: print(repr(format(v,s)))
        except ValueError as e: print(v, s, e)
