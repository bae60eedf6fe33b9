people = [("bo", 30), ("al", 25), ("cy", 30), ("di", 25), ("ed", 30)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
words = ["banana", "Apple", "fig", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
print(sorted([3, 1.5, True, 0, -2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], []]))
data = [5, 2, 9, 1]
print(data.sort(), data)
data.sort(reverse=True)
print(data)
data.sort(key=lambda v: v % 3)
print(data)
print(sorted(range(100), key=lambda v: (v * 37) % 101)[:10])
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big) == list(range(1000)), sorted(big, reverse=True)[:3])
