class Counter:
    def __init__(self):
        self.count = 0

    def increment(self):
        count += 1
        return count


class Reader:
    def __init__(self):
        self.position = 0

    def read(self):
        return position


Reader().read()
