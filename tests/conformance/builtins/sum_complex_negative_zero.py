# New in 3.14: sums of complex numbers
# Real numbers leave the imaginary part of a sum alone, so that it stays -0.0.
z = complex(1.5, -0.0)
for items in [[z, 1], [z, 1.5], [z, True], [1, z], [1.5, z, 2], [10**25, z, 10**25], [z, complex(0, 0.0)]]:
    print(items, sum(items))
