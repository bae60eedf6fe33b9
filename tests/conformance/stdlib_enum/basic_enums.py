from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @classmethod
    def favourite(cls):
        return cls.BLUE


print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.RED.name, Color.RED.value, Color.CRIMSON is Color.RED, list(Color), len(Color), Color.__members__)
print(Color.RED.describe(), Color.favourite(), Color.RED == Color.RED, Color.RED == 1, Color.RED in Color, 1 in Color, 9 in Color, isinstance(Color.RED, Color), {Color.RED: "r"}[Color(1)], f"{Color.RED}", "%s" % Color.GREEN, hash(Color.RED) == hash(Color.CRIMSON), type(Color), bool(Color.RED))


class Num(IntEnum):
    ONE = 1
    TWO = auto()


class Word(StrEnum):
    HELLO = auto()
    World = "w"


print(Num.TWO + 1, Num.ONE < 2, Num.TWO, f"{Num.TWO}", repr(Num.ONE), [10, 20, 30][Num.ONE], Word.HELLO, Word.HELLO.upper(), Word.World == "w", repr(Word.World), sorted(Num, reverse=True))
Dyn = Enum("Dyn", "A B C")
print(list(Dyn), Enum("M", {"X": "x"}).X.value, Enum("S", ["P", "Q"], start=10).Q.value)
for case in ("Color(9)", "Color['NOPE']", "Color.NOPE", "Color.RED.GREEN", "setattr(Color, 'RED', 5)", "Color.RED < Color.BLUE", "type('Sub', (Color,), Color.__prepare__('Sub', (Color,)))", "delattr(Color, 'RED')", "Num('x')", "Color()"):
    try:
        print(case, eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
