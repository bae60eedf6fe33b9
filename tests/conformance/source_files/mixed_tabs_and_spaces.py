if True:
	if True:
	    print("a tab, then a tab and four spaces")
	print("back to one tab")
class A:
  x = 1
  if x:
       y = 2
  z = 3
print(A.x, A.y, A.z)
