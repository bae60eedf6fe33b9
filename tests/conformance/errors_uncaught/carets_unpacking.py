# New in 3.14: messages
rows = [(1, 2), (3, 4, 5)]
for left, right in rows:
    print(left, right)
