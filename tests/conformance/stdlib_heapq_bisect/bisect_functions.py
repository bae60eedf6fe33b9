import bisect

a = [1, 3, 3, 5, 7]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect_left(a, 0), bisect.bisect(a, 99), bisect.bisect_left(a, 4, 1, 3))
bisect.insort(a, 4); bisect.insort_left(a, 3); print(a)
people = [("ann", 30), ("bob", 40)]
bisect.insort(people, ("cy", 35), key=lambda p: p[1])
print(people, bisect.bisect_left(people, 35, key=lambda p: p[1]))


def grade(score):
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


print([grade(s) for s in (33, 60, 77, 89, 90, 100)])
for call in (lambda: bisect.bisect([1], "a"), lambda: bisect.bisect(5, 1), lambda: bisect.bisect([1], 1, -1), lambda: bisect.insort((), 1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
