# New in 3.14: messages
cache = {}


def remember(key):
    cache[key] = len(key)


remember("abc")
remember((1, 2))
remember(["a", "list"])
