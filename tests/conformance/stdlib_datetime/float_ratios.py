from datetime import timedelta


class Ratio(float):
    def __new__(cls, ratio):
        self = float.__new__(cls, 1.0)
        self.ratio = ratio
        return self

    def as_integer_ratio(self):
        return self.ratio


for ratio in ("x", 5, (), (1,), (1, 2, 3), (1.5, 2), [1, 2], (0, 1), (3, 2)):
    for operation in (lambda: timedelta(5) * Ratio(ratio), lambda: timedelta(5) / Ratio(ratio)):
        try:
            print(ratio, operation())
        except Exception as error:
            print(ratio, type(error).__name__, error)
