import array

A = array.array


def t(s):
    try:
        print(s, "->", repr(eval(s)))
    except BaseException as e:
        print(s, "->", type(e).__name__, e)


for s in """\
A()
A('x')
A(1)
A('i',[1,2])
A('i',5)
A('i','abc')
A('w','ab')
A('i',b'\\\\1\\\\0\\\\0\\\\0')
A('i',b'123')
A('ii')
A('i',[1],2)
A('i',x=1)
A('i',[1.5])
A('d',[1,2.5])
A('f',[0.1])
A('i')
A('i',[1])+A('i',[2])
A('i',[1])+A('h',[2])
A('i',[1])+[1]
A('i',[1])*2
A('i',[1,2])[5]
A('i',[1,2])['a']
A('i',[1,2])[0:1]
A('i',[1,2,3])[::-1]
A('i',[1,2]).index(5)
A('i',[1]).remove(9)
A('i').pop()
A('i',[1]).pop(4)
A('i',[1,2]).buffer_info()[1]
A('i',[1,2]).tobytes()
A('i',[1,2]).tolist()
A('i',[1]).fromlist([1,'a'])
A('i').fromlist(1)
A('i').frombytes(b'123')
A('i').frombytes(1)
A('i').tounicode()
A('i').fromunicode('a')
A('i',[1,2]).byteswap()
A('h',[1,2]).count(1)
A('h',[1,2])==A('i',[1,2])
A('h',[1,2])<A('h',[1,3])
A('h',[1,2])<[1]
A('h',[1]).extend(A('i',[2]))
A('h',[1]).extend(5)
A('h',[1]).insert('a',1)
A('h',[1]).__reduce_ex__(3)
A('h',[1]).__reduce_ex__(2)
A('h',[1]).__reduce__()
A('h',[1]).__copy__()
1 in A('h',[1])
array.typecodes
array.ArrayType
array._array_reconstructor
list(iter(A('h',[1,2])))
hash(A('h'))
memoryview(A('h',[1,2])).format
memoryview(A('h',[1,2])).tolist()
A('h',[1]).typecode
A('h',range(3))
A('h',A('i',[1,2]))
A('h',[1,2]).index(2,0,1)
A('h').foo
A.__text_signature__
A('h',[1]).__iadd__([1])
A('h',[1]).__class_getitem__(int)
A('h').clear()
""".splitlines():
    t(s)
