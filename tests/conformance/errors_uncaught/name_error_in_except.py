try:
    int("x")
except ValueEror:
    print("never")
