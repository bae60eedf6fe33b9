x = 1
if x:
    print("last line has no newline")