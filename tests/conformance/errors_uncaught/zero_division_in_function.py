def ratio(a, b):
    return a / b


def main():
    print("start")
    total = ratio(1, 2) + ratio(3, 0)
    print(total)


main()
