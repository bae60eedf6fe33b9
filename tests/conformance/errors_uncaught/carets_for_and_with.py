def numbers():
    return 5


for n in [1]:
    with open("/nonexistent/file.txt" if n > 1 else "carets_for_and_with.py") as f:
        for number in numbers():
            print(number)
