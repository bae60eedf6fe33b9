runs = globals().get("runs", 0) + 1
value = 1
print("counter runs", runs)
