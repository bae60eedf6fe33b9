configuration = {}


def show():
    print(confguration)


show()
