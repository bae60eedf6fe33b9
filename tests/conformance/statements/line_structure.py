x = 1 + \
    2
y = (1 +
     2  # comment inside

     + 3)
z = [1,
     2,
]
def f(a,
      b=1,
      ): return (a,
                 b)
print(x, y, z, f(1))
if x == 3 and \
   y == 6:
	print("tab indented")
if True:
    # comment before the body
    print("body")
# comment at column 0 inside a block

    print("still the body")
s = """line 1
  line 2 \
continued
"""; print(repr(s))
print("a" # comment
      "b")
class A: x = 1; y = 2
print(A.x, A.y); print("two statements")
if 1: print("x"); print("y")
d = {
    "a": 1,  # one
    "b": [
        1, 2
    ],
}
print(d)
def long_name(): return \
    "backslash in return"
print(long_name())
print(1,
2)   
# the last line is a comment without a newline
