# A global that a loop reads is rebound by what the loop calls.
limit = 1


def change(i):
    global limit
    if i == 70:
        limit = "text"


def loop():
    seen = []
    for i in range(100):
        change(i)
        if not seen or seen[-1] != limit:
            seen.append(limit)
    return seen


print(loop())
limit = 2.5
print(loop())
