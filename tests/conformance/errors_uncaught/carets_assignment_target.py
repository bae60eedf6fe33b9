point = (1, 2)
other = [0]
other[0], point[0] = 5, 6
